using System.Collections.Immutable;
using Readout.Analysis.Reports;
using Readout.Coding.Record;

namespace Readout.Analysis.Relations;

/// <summary>A report of a happening between two sides, as <see cref="OpenMatters"/> weighs it. Immutable.</summary>
/// <param name="Id">The caller's number of it.</param>
/// <param name="Day">The day under which it is counted.</param>
/// <param name="Report">What is reported.</param>
public sealed record DatedReport(long Id, DateOnly Day, Report Report);

/// <summary>
/// What one side asked, promised or threatened and nothing since has settled: by rules over the deed that is named inside the verbal
/// event (its action), so that what names none is left out.
/// </summary>
public static class OpenMatters
{
    /// <summary>
    /// The numbers of the open ones, newest first, each matter (who, whom, what) once by its newest report.
    /// <list type="bullet">
    /// <item>A request is settled when the side that was asked agrees to, refuses or does the deed, or whoever asked takes it back.</item>
    /// <item>A promise is settled when it is kept, or broken off by whoever gave it.</item>
    /// <item>A threat is settled when it is carried out, or when whoever made it gives way.</item>
    /// </list>
    /// What settles comes later, or on the same day in another report. Only what has happened counts (status actual), but for promises, which may be
    /// coming deeds.
    /// </summary>
    /// <param name="reports">Reports between the two sides, in any order.</param>
    /// <param name="pair">The two sides.</param>
    public static ImmutableArray<long> Of(IEnumerable<DatedReport> reports, RelationPair pair)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(pair);
        DatedReport[] sorted = [.. reports.OrderByDescending(one => one.Day).ThenByDescending(one => one.Id)];
        HashSet<(EventType, EventType, bool, bool)> seen = [];
        ImmutableArray<long>.Builder open = ImmutableArray.CreateBuilder<long>();
        foreach (DatedReport one in sorted)
        {
            if (!IsMatter(one.Report)) continue;
            bool first = Acts(one.Report, pair.First);
            bool second = Acts(one.Report, pair.Second);
            if ((!first && !second) || !seen.Add((one.Report.Type, one.Report.Action!.Value, first, second))) continue;
            if (!sorted.Any(later => later.Day >= one.Day && later.Id != one.Id && Settles(later.Report, one.Report, pair))) open.Add(one.Id);
        }

        return open.ToImmutable();
    }

    private static bool IsMatter(Report report) => report.Action is not null && report.Type switch
    {
        EventType.Request or EventType.Threaten => report.Status == EventStatus.Actual,
        EventType.Agree or EventType.Concede => report.Status is EventStatus.Actual or EventStatus.Future,
        _ => false,
    };

    private static bool Settles(Report later, Report matter, RelationPair pair)
    {
        EventType deed = matter.Action!.Value;
        bool byActor = SharesSide(later, matter, pair);
        bool byOther = ActsOtherSide(later, matter, pair);
        return matter.Type switch
        {
            EventType.Request => byOther && (IsDone(later, deed) || (later.Action == deed && IsAnswer(later)) || (later.Action is null && later.Type == EventType.Reject && IsActual(later))),
            EventType.Threaten => byActor && (IsDone(later, deed) || (IsActual(later) && later.Type is EventType.Retreat or EventType.Concede)),
            _ => byActor && (IsDone(later, deed) || (IsActual(later) && later.Type == EventType.Reject && later.Action == deed)),
        };
    }

    private static bool IsAnswer(Report report) => report.Type is EventType.Agree or EventType.Concede or EventType.Reject && report.Status is EventStatus.Actual or EventStatus.Future;

    private static bool IsDone(Report report, EventType deed) => report.Type == deed && IsActual(report);

    private static bool IsActual(Report report) => report.Status == EventStatus.Actual;

    private static bool SharesSide(Report later, Report matter, RelationPair pair) =>
        (Acts(matter, pair.First) && Acts(later, pair.First)) || (Acts(matter, pair.Second) && Acts(later, pair.Second));

    // Where both ask one another, either may answer.
    private static bool ActsOtherSide(Report later, Report matter, RelationPair pair) =>
        (Acts(matter, pair.First) && Acts(later, pair.Second)) || (Acts(matter, pair.Second) && Acts(later, pair.First));

    private static bool Acts(Report report, string code)
    {
        foreach (Party party in report.Actors)
        {
            if (string.Equals(party.Code, code, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
