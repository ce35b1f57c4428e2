using Readout.Text;

namespace Readout.Evaluation.Parsing;

/// <summary>How many spans a gold standard has, how many were predicted, and how many of those agree.</summary>
/// <param name="Gold">Spans of the gold standard.</param>
/// <param name="Predicted">Spans predicted.</param>
/// <param name="Correct">Spans that are in both, start and end alike.</param>
public readonly record struct SpanCounts(int Gold, int Predicted, int Correct)
{
    /// <summary>Share of the predicted spans that are right, 0 to 1; 1 where none was predicted.</summary>
    public double Precision => Predicted == 0 ? 1 : (double)Correct / Predicted;

    /// <summary>Share of the gold spans that were found, 0 to 1; 1 where there are none.</summary>
    public double Recall => Gold == 0 ? 1 : (double)Correct / Gold;

    /// <summary>Harmonic mean of precision and recall, 0 to 1.</summary>
    public double F1 => Gold + Predicted == 0 ? 1 : 2.0 * Correct / (Gold + Predicted);

    /// <summary>The counts of two sets of documents together.</summary>
    public static SpanCounts operator +(SpanCounts left, SpanCounts right) =>
        new(left.Gold + right.Gold, left.Predicted + right.Predicted, left.Correct + right.Correct);

    /// <summary>The counts of two sets of documents together.</summary>
    public static SpanCounts Add(SpanCounts left, SpanCounts right) => left + right;
}

/// <summary>
/// Scores tokens and sentences cut from raw text against gold ones, by exact spans, as the CoNLL 2018 shared task does
/// (https://universaldependencies.org/conll18/evaluation.html). Tokens here are syntactic words (<c>do|n't</c> counts
/// two), which is the stricter of its two counts for English. Immutable.
/// </summary>
/// <param name="Tokens">Words.</param>
/// <param name="Sentences">Sentences, from the first word's start to the last word's end.</param>
public sealed record RawTextScore(SpanCounts Tokens, SpanCounts Sentences)
{
    /// <summary>No document yet.</summary>
    public static RawTextScore Empty { get; } = new(default, default);

    /// <summary>Scores one document.</summary>
    /// <param name="gold">The gold tokens and sentences.</param>
    /// <param name="predicted">The predicted ones.</param>
    /// <exception cref="ArgumentException">The two documents differ in their text.</exception>
    public static RawTextScore Of(Document gold, Document predicted)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(predicted);
        if (!string.Equals(gold.Text, predicted.Text, StringComparison.Ordinal))
        {
            throw new ArgumentException("The predicted document is over another text than the gold one.", nameof(predicted));
        }

        return new RawTextScore(
            Count([.. gold.Tokens.Select(token => token.Span)], [.. predicted.Tokens.Select(token => token.Span)]),
            Count([.. gold.Sentences.Select(sentence => sentence.Span)], [.. predicted.Sentences.Select(sentence => sentence.Span)]));
    }

    /// <summary>This score and another together.</summary>
    public RawTextScore Plus(RawTextScore other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new RawTextScore(Tokens + other.Tokens, Sentences + other.Sentences);
    }

    /// <summary>Counts agreement of two lists of spans, each in order and disjoint. O(n + m).</summary>
    public static SpanCounts Count(IReadOnlyList<TextSpan> gold, IReadOnlyList<TextSpan> predicted)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(predicted);
        int correct = 0;
        int i = 0;
        int j = 0;
        while (i < gold.Count && j < predicted.Count)
        {
            if (gold[i] == predicted[j]) correct++;
            if (gold[i] < predicted[j]) i++;
            else j++;
        }

        return new SpanCounts(gold.Count, predicted.Count, correct);
    }
}
