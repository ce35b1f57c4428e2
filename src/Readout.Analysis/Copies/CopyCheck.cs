namespace Readout.Analysis.Copies;

/// <summary>What two texts share of their wording.</summary>
/// <param name="Shared">Runs of words in both.</param>
/// <param name="Smaller">Runs of the shorter text.</param>
/// <param name="Larger">Runs of the longer text.</param>
public readonly record struct CopyMatch(int Shared, int Smaller, int Larger)
{
    /// <summary>Thousandths of the shorter text that stand in the longer one.</summary>
    public int Containment => Smaller == 0 ? 0 : (int)(1000L * Shared / Smaller);

    /// <summary>Thousandths of all their runs that both have (Jaccard).</summary>
    public int Resemblance => Smaller + Larger == Shared ? 0 : (int)(1000L * Shared / (Smaller + Larger - Shared));

    /// <summary>Whether one is a copy of the other: edited, cut or with additions.</summary>
    public bool IsCopy => Smaller >= CopyCheck.Smallest && Containment >= CopyCheck.LeastContainment && Resemblance >= CopyCheck.LeastResemblance;
}

/// <summary>The exact check behind the bands.</summary>
public static class CopyCheck
{
    /// <summary>Texts with fewer runs are compared with nothing: what two agencies put into one sentence is often much the same.</summary>
    public const int Smallest = 20;

    /// <summary>
    /// Thousandths of the shorter text that must stand in the longer one. An editor who changes one word in ten leaves
    /// about 730; two agencies that report one press conference with the same quotes share less than 250.
    /// </summary>
    public const int LeastContainment = 500;

    /// <summary>Thousandths of all runs that must be shared: a brief inside a survey of the day is no copy of the survey.</summary>
    public const int LeastResemblance = 150;

    /// <summary>Compares two texts.</summary>
    public static CopyMatch Compare(Shingles one, Shingles other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return new CopyMatch(Shingles.Shared(one, other), Math.Min(one.Count, other.Count), Math.Max(one.Count, other.Count));
    }
}
