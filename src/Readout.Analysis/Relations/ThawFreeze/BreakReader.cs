using System.Collections.Immutable;

namespace Readout.Analysis.Relations.ThawFreeze;

/// <summary>Tells of each cut when it may have been, how strong it is and which happenings made it.</summary>
internal sealed class BreakReader(
    RelationSeries series, ImmutableArray<Observation> observations, BreakSearch search, double longRun, IndexSettings settings)
{
    private const int MostMovers = 5;
    private const int MoverPeriods = 3;

    /// <summary>The change points between stretches, in order.</summary>
    public ImmutableArray<ChangePoint> Read(ImmutableArray<BreakSearch.Stretch> stretches)
    {
        ImmutableArray<ChangePoint>.Builder breaks = ImmutableArray.CreateBuilder<ChangePoint>();
        for (int i = 1; i < stretches.Length; i++) breaks.Add(Read(stretches[i - 1], stretches[i]));
        return breaks.ToImmutable();
    }

    /// <summary>The periods whose distance from the level of their stretch is beyond the bound of the loss, in order.</summary>
    public ImmutableArray<Shock> Shocks(ImmutableArray<BreakSearch.Stretch> stretches)
    {
        ImmutableArray<Shock>.Builder shocks = ImmutableArray.CreateBuilder<Shock>();
        foreach (BreakSearch.Stretch stretch in stretches)
        {
            for (int t = stretch.First; t < stretch.End; t++)
            {
                if (!search.IsFar(t, stretch.Level)) continue;
                bool above = observations[t].Mean > stretch.Level;
                shocks.Add(new Shock(Day(t), Index(observations[t].Mean), Index(stretch.Level), Farthest(observations[t].Period, 1, (stretch.Level + observations[t].Mean) / 2, above)));
            }
        }

        return shocks.ToImmutable();
    }

    private ChangePoint Read(BreakSearch.Stretch before, BreakSearch.Stretch after)
    {
        (int earliest, int latest) = Range(before, after);
        long saved = search.LeastLoss(before.First, after.End) - search.Loss(before.First, before.End, before.Level) - search.Loss(after.First, after.End, after.Level);
        return new ChangePoint(
            Day(after.First), Day(earliest), Day(latest), Index(before.Level), Index(after.Level),
            Math.Round((double)saved / search.Penalty, 1, MidpointRounding.AwayFromZero),
            Farthest(observations[after.First].Period, MoverPeriods, (before.Level + after.Level) / 2, after.Level > before.Level));
    }

    /// <summary>
    /// The places of the cut between two stretches of given levels whose cost is near the least: a likelihood-ratio set
    /// (Siegmund 1988, "Confidence Sets in Change-Point Problems").
    /// </summary>
    private (int Earliest, int Latest) Range(BreakSearch.Stretch before, BreakSearch.Stretch after)
    {
        long limit = (long)(settings.RangeLoss * BreakSearch.Unit);
        int earliest = after.First;
        long worse = 0;
        for (int t = after.First - 1; t > before.First; t--)
        {
            worse += search.Loss(t, after.Level) - search.Loss(t, before.Level);
            if (worse <= limit) earliest = t;
        }

        int latest = after.First;
        worse = 0;
        for (int t = after.First; t < after.End - 1; t++)
        {
            worse += search.Loss(t, before.Level) - search.Loss(t, after.Level);
            if (worse <= limit) latest = t + 1;
        }

        return (earliest, latest);
    }

    /// <summary>The happenings of some periods that lie farthest on one side of a score halfway between old and new, by day.</summary>
    private ImmutableArray<long> Farthest(int period, int periods, int halfway, bool above)
    {
        int sign = above ? 1 : -1;
        DateOnly from = series.Points[period].From;
        DateOnly to = series.Points[Math.Min(period + periods, series.Points.Length) - 1].To;
        return [.. series.Events.Where(one => one.Day >= from && one.Day <= to && sign * (one.PloverTenths * 100 - halfway) > 0)
            .OrderByDescending(one => sign * one.PloverTenths).ThenBy(one => one.Day).ThenBy(one => one.Id).Take(MostMovers)
            .OrderBy(one => one.Day).ThenBy(one => one.Id).Select(one => one.Id)];
    }

    private DateOnly Day(int observation) => series.Points[observations[observation].Period].From;

    private double Index(int level) => ThawFreezeIndex.Rounded(level / 1000.0 - longRun);
}
