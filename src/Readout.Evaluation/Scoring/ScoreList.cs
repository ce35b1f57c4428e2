using System.Collections.Immutable;

namespace Readout.Evaluation.Scoring;

/// <summary>Collects scores in the order in which they are to be printed.</summary>
internal sealed class ScoreList
{
    private readonly ImmutableArray<Score>.Builder _scores = ImmutableArray.CreateBuilder<Score>();

    public ImmutableArray<Score> ToImmutable() => _scores.ToImmutable();

    public void Add(string name, double? value, params ImmutableArray<Count> counts) => _scores.Add(new Score(name, value, counts));

    /// <summary>A share of right answers.</summary>
    public void AddAccuracy(string name, long correct, long total) =>
        Add(name, MatchCounts.Ratio(correct, total), new Count("correct", correct), new Count("of", total));

    /// <summary>Precision, recall and F1, each with the counts that it is made of.</summary>
    public void AddF1(string name, MatchCounts counts)
    {
        string prefix = name.Length == 0 ? "" : name + " ";
        Count correct = new("correct", counts.Correct);
        Count predicted = new("predicted", counts.Predicted);
        Count gold = new("gold", counts.Gold);
        Add(prefix + "precision", counts.Precision, correct, predicted);
        Add(prefix + "recall", counts.Recall, correct, gold);
        Add(prefix + "F1", counts.F1, correct, predicted, gold);
    }
}
