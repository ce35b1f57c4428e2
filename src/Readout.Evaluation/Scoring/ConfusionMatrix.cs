using System.Collections.Immutable;
using System.Globalization;

namespace Readout.Evaluation.Scoring;

/// <summary>Counts of gold class against predicted class. Classes are listed in ordinal order.</summary>
internal sealed class ConfusionMatrix
{
    private readonly Dictionary<(string Gold, string Predicted), int> _cells = [];
    private readonly Dictionary<string, int> _gold = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _classes = new(StringComparer.Ordinal);

    public int Total { get; private set; }

    public int Correct { get; private set; }

    /// <summary>Adds one item; a prediction of null stands for no answer, which is wrong and no class.</summary>
    public void Add(string gold, string? predicted)
    {
        Total++;
        _gold[gold] = _gold.GetValueOrDefault(gold) + 1;
        _classes.Add(gold);
        if (predicted is null) return;
        _cells[(gold, predicted)] = this[gold, predicted] + 1;
        _classes.Add(predicted);
        if (gold == predicted) Correct++;
    }

    public int this[string gold, string predicted] => _cells.GetValueOrDefault((gold, predicted));

    public MatchCounts Of(string name) =>
        new(this[name, name], _classes.Sum(gold => this[gold, name]), _gold.GetValueOrDefault(name));

    /// <summary>Mean F1 over the classes that occur in gold or predictions; null where there are none.</summary>
    public double? MacroF1 => _classes.Count == 0 ? null : _classes.Average(name => Of(name).F1 ?? 0);

    /// <summary>The classes that occur, in ordinal order.</summary>
    public IReadOnlyCollection<string> Classes => _classes;

    /// <summary>Rows are gold classes, columns predicted ones.</summary>
    public ScoreTable ToTable(string title) => new(
        title,
        ["gold \\ predicted", .. _classes],
        [.. _classes.Select(gold => (ImmutableArray<string>)[gold, .. _classes.Select(predicted => Number(this[gold, predicted]))])]);

    /// <summary>Precision, recall and F1 of each class.</summary>
    public ScoreTable ByClass(string title) => new(
        title,
        ["class", "precision", "recall", "F1", "correct", "predicted", "gold"],
        [.. _classes.Select(Row)]);

    private ImmutableArray<string> Row(string name)
    {
        MatchCounts counts = Of(name);
        return
        [
            name, ReportWriter.Figure(counts.Precision), ReportWriter.Figure(counts.Recall), ReportWriter.Figure(counts.F1),
            Number(counts.Correct), Number(counts.Predicted), Number(counts.Gold),
        ];
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
