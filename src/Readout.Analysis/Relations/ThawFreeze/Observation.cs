using System.Collections.Immutable;

namespace Readout.Analysis.Relations.ThawFreeze;

/// <summary>The mean score of a period that has happenings.</summary>
/// <param name="Period">Index of the period in its series.</param>
/// <param name="Count">Happenings.</param>
/// <param name="Mean">Mean PLOVER score in thousandths of a point, rounded.</param>
internal readonly record struct Observation(int Period, int Count, int Mean)
{
    /// <summary>The observations of a series, in order.</summary>
    public static ImmutableArray<Observation> Of(ImmutableArray<SeriesPoint> points)
    {
        ImmutableArray<Observation>.Builder observations = ImmutableArray.CreateBuilder<Observation>();
        for (int i = 0; i < points.Length; i++)
        {
            ScoreTotal total = points[i].Plover;
            if (total.Count > 0) observations.Add(new Observation(i, total.Count, Rounded(total.Tenths * 100, total.Count)));
        }

        return observations.ToImmutable();
    }

    // Half away from zero, in whole numbers.
    private static int Rounded(long sum, int count) => (int)((sum >= 0 ? sum + count / 2 : sum - count / 2) / count);
}
