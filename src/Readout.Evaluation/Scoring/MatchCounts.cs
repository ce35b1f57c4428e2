namespace Readout.Evaluation.Scoring;

/// <summary>The counts behind precision, recall and F1.</summary>
/// <param name="Correct">Predicted and right.</param>
/// <param name="Predicted">Predicted at all.</param>
/// <param name="Gold">In the gold standard.</param>
public readonly record struct MatchCounts(long Correct, long Predicted, long Gold)
{
    /// <summary>Correct over predicted; null where nothing was predicted.</summary>
    public double? Precision => Ratio(Correct, Predicted);

    /// <summary>Correct over gold; null where the gold is empty.</summary>
    public double? Recall => Ratio(Correct, Gold);

    /// <summary>Harmonic mean of the two, <c>2 correct / (predicted + gold)</c>; null where both are empty.</summary>
    public double? F1 => Ratio(2 * Correct, Predicted + Gold);

    /// <summary>Sums the counts.</summary>
    public static MatchCounts operator +(MatchCounts left, MatchCounts right) => Add(left, right);

    /// <summary>Sums the counts.</summary>
    public static MatchCounts Add(MatchCounts left, MatchCounts right) =>
        new(left.Correct + right.Correct, left.Predicted + right.Predicted, left.Gold + right.Gold);

    /// <summary>The quotient; null where the divisor is 0.</summary>
    public static double? Ratio(long part, long whole) => whole == 0 ? null : (double)part / whole;

    /// <summary>Counts of two bags: a prediction is correct as often as the gold has it.</summary>
    public static MatchCounts OfBags<T>(IReadOnlyCollection<T> predicted, IReadOnlyCollection<T> gold)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(gold);
        Dictionary<T, int> left = [];
        foreach (T item in gold) left[item] = left.GetValueOrDefault(item) + 1;
        int correct = 0;
        foreach (T item in predicted)
        {
            if (left.GetValueOrDefault(item) == 0) continue;
            left[item]--;
            correct++;
        }

        return new MatchCounts(correct, predicted.Count, gold.Count);
    }
}
