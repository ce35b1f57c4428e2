using System.Collections.Immutable;
using Readout.Coding.Record;

namespace Readout.Analysis.Relations.ThawFreeze;

/// <summary>
/// Finds the periods with far more deeds of one kind than the pair is used to, which a mean does not show where they go with
/// much talk. Counts are compared after Anscombe's transform of 1948, which gives Poisson counts one spread; the usual
/// is the median and the spread the median absolute deviation, but no less than that of Poisson counts. Conflict in words and deeds
/// together must also be more of the period's happenings than it usually is, so that a month with more news is no crisis.
/// </summary>
internal static class SurgeReader
{
    // Scales a median absolute deviation to the standard deviation of a normal distribution.
    private const double NormalScale = 1.4826;

    private const int MostMovers = 5;

    /// <summary>The surges of material conflict, of material cooperation and of conflict of both kinds, in order.</summary>
    public static ImmutableArray<Surge> Read(RelationSeries series, IndexSettings settings)
    {
        SeriesPoint[] read = [.. series.Points.Where(point => point.State != PeriodState.Unread)];
        if (read.Length < settings.FewestPeriods) return [];
        Surge[] blows = [.. Read(series, read, QuadClass.MaterialConflict, settings)];
        IEnumerable<Surge> crises = Read(series, read, null, settings).Where(one => !blows.Any(other => other.From == one.From));
        return [.. blows.Concat(Read(series, read, QuadClass.MaterialCooperation, settings)).Concat(crises).OrderBy(one => one.From).ThenBy(one => one.Kind, StringComparer.Ordinal)];
    }

    private static IEnumerable<Surge> Read(RelationSeries series, SeriesPoint[] read, QuadClass? quad, IndexSettings settings)
    {
        double usual = Median(read.Select(point => Transformed(CountOf(point, quad))));
        double spread = Math.Max(1, NormalScale * Median(read.Select(point => Math.Abs(Transformed(CountOf(point, quad)) - usual))));
        double share = (double)read.Sum(point => CountOf(point, quad)) / Math.Max(1, read.Sum(point => point.Count));
        foreach (SeriesPoint point in read)
        {
            int count = CountOf(point, quad);
            if (count < settings.FewestOfSurge || Transformed(count) - usual < settings.SurgeBound * spread) continue;
            if (quad is null && count < point.Count * share + settings.ShareBound * Math.Sqrt(point.Count * share * (1 - share))) continue;
            yield return new Surge(point.From, quad, count, (int)Median(read.Select(other => (double)CountOf(other, quad))), Movers(series, point, quad));
        }
    }

    private static int CountOf(SeriesPoint point, QuadClass? quad) =>
        quad is { } one ? point.CountOf(one) : point.CountOf(QuadClass.VerbalConflict) + point.CountOf(QuadClass.MaterialConflict);

    private static bool IsOf(QuadClass quad, QuadClass? asked) => asked is null ? quad is QuadClass.VerbalConflict or QuadClass.MaterialConflict : quad == asked;

    private static ImmutableArray<long> Movers(RelationSeries series, SeriesPoint point, QuadClass? quad) =>
    [
        .. series.Events.Where(one => one.Day >= point.From && one.Day <= point.To && IsOf(one.Type.Quad(), quad))
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
