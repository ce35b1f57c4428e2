namespace Readout.Evaluation.Scoring;

/// <summary>Agreement beyond chance.</summary>
internal static class Kappa
{
    /// <summary>
    /// Cohen's kappa (1960): observed agreement against that expected from how often each coder uses each class. Null
    /// where nothing was compared, and where both use one and the same class throughout.
    /// </summary>
    public static double? Of(ConfusionMatrix matrix)
    {
        if (matrix.Total == 0) return null;
        double total = matrix.Total;
        double expected = matrix.Classes.Sum(name => matrix.Of(name) is var counts ? counts.Predicted / total * (counts.Gold / total) : 0);
        return expected >= 1 ? null : ((matrix.Correct / total) - expected) / (1 - expected);
    }
}
