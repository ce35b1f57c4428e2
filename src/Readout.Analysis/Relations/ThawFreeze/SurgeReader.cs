using System.Collections.Immutable;
using Readout.Coding.Record;

namespace Readout.Analysis.Relations.ThawFreeze;

/// <summary>
/// Finds the periods with far more deeds of one kind than the pair is used to, which a mean does not show where they go with
/// much talk. Counts are compared after Anscombe's transform of 1948, which gives Poisson counts one spread; the usual
/// is the median and the spread the median absolute deviation, but no less than that of Poisson counts.
/// </summary>
internal static class SurgeReader
{
    // Scales a median absolute deviation to the standard deviation of a normal distribution.
    private const double NormalScale = 1.4826;

    private const int MostMovers = 5;

    /// <summary>The surges of material conflict and of material cooperation, in order.</summary>
    public static ImmutableArray<Surge> Read(RelationSeries series, IndexSettings settings) =>
    [
        .. Read(series, QuadClass.MaterialConflict, settings).Concat(Read(series, QuadClass.MaterialCooperation, settings)).OrderBy(one => one.From).ThenBy(one => one.Quad),
    ];

    private static IEnumerable<Surge> Read(RelationSeries series, QuadClass quad, IndexSettings settings)
    {
        SeriesPoint[] read = [.. series.Points.Where(point => point.State != PeriodState.Unread)];
        if (read.Length < settings.FewestPeriods) yield break;
        double usual = Median(read.Select(point => Transformed(point.CountOf(quad))));
        double spread = Math.Max(1, NormalScale * Median(read.Select(point => Math.Abs(Transformed(point.CountOf(quad)) - usual))));
        foreach (SeriesPoint point in read)
        {
            int count = point.CountOf(quad);
            if (count < settings.FewestOfSurge || Transformed(count) - usual < settings.SurgeBound * spread) continue;
            yield return new Surge(point.From, quad, count, (int)Median(read.Select(other => (double)other.CountOf(quad))), Movers(series, point, quad));
        }
    }

    private static ImmutableArray<long> Movers(RelationSeries series, SeriesPoint point, QuadClass quad) =>
    [
        .. series.Events.Where(one => one.Day >= point.From && one.Day <= point.To && one.Type.Quad() == quad)
            .OrderByDescending(one => Math.Abs(one.PloverTenths)).ThenBy(one => one.Day).ThenBy(one => one.Id).Take(MostMovers)
            .OrderBy(one => one.Day).ThenBy(one => one.Id).Select(one => one.Id),
    ];

    private static double Transformed(int count) => 2 * Math.Sqrt(count + 0.375);

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(sorted.Length - 1) / 2];
    }
}
