using System.Collections.Immutable;

namespace Readout.Analysis.Relations;

/// <summary>A pair's happenings over some days. Immutable.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Plover">How many happenings there are, with the sum of their PLOVER scores.</param>
/// <param name="Quads">How many of each quad class, in the order of <see cref="Readout.Coding.Record.QuadClass"/>.</param>
public sealed record MovePeriod(DateOnly From, DateOnly To, ScoreTotal Plover, ImmutableArray<int> Quads)
{
    /// <summary>Number of days.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;
}

/// <summary>
/// How a pair dealt with one another in the last days against the days before: a quick look over all pairs, where the thaw-freeze index
/// looks at one pair closely. Immutable.
/// </summary>
/// <param name="Pair">The pair.</param>
/// <param name="Recent">The last days.</param>
/// <param name="Before">The days before them.</param>
public sealed record RelationMove(RelationPair Pair, MovePeriod Recent, MovePeriod Before)
{
    /// <summary>
    /// By how many standard deviations the mean score rose (above 0: warmer), single scores spread as the index assumes; 0 where either
    /// period has no happening.
    /// </summary>
    public double Tone => Recent.Plover.Mean is { } now && Before.Plover.Mean is { } then
        ? (now - then) / (ThawFreeze.IndexSettings.Default.AssumedSpread * Math.Sqrt(1.0 / Recent.Plover.Count + 1.0 / Before.Plover.Count))
        : 0;

    /// <summary>
    /// By how many standard deviations the happenings grew more, after Anscombe's transform (1948) of the counts, whose spread is then 1 for the
    /// recent days and that of the days before in proportion to their number.
    /// </summary>
    public double Rate
    {
        get
        {
            double share = (double)Recent.Days / Before.Days;
            return 2 * (Math.Sqrt(Recent.Plover.Count + 0.375) - Math.Sqrt(Before.Plover.Count * share + 0.375)) / Math.Sqrt(1 + share);
        }
    }

    /// <summary>The larger of both, without its sign: by this the pairs are ordered.</summary>
    public double Strength => Math.Max(Math.Abs(Tone), Math.Abs(Rate));
}
