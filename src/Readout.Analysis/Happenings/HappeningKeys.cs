using System.Collections.Immutable;
using Readout.Analysis.Copies;
using Readout.Analysis.Reports;
using Readout.Coding.Record;

namespace Readout.Analysis.Happenings;

/// <summary>Under what a report's happening is looked up: who, what kind, when.</summary>
public static class HappeningKeys
{
    /// <summary>A happening may stand this many days beside a report of it.</summary>
    public const int Tolerance = 3;

    /// <summary>Happenings that are entered under one key for one day: only the latest.</summary>
    public const int DayLimit = 96;

    /// <summary>No more happenings than this are compared with a report: those met under most keys; of those met equally often the latest.</summary>
    public const int CandidateLimit = 24;

    /// <summary>Whom to compare among those met, each as often as a key met it: in ascending order.</summary>
    public static IReadOnlyList<long> Choose(IEnumerable<long> met) =>
        [.. met.CountBy(happening => happening).OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key).Take(CandidateLimit).Select(pair => pair.Key).Order()];

    private const int PartyLimit = 8;
    private const int Step = 4;
    private const int LongestRange = 62;

    /// <summary>Keys of who and what kind: one for each state or body that takes part. Empty where none is known.</summary>
    public static ImmutableArray<long> Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        QuadClass quad = report.Type.Quad();
        return
        [
            .. report.Actors.Concat(report.Recipients).Select(PartyCodes.Of).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Take(PartyLimit).Select(code => unchecked((long)StableHash.Of($"{code}/{(int)quad}"))),
        ];
    }

    /// <summary>The days, as <see cref="DateOnly.DayNumber"/>, under which a happening with this report is entered.</summary>
    public static ImmutableArray<int> Entered(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (ReportDays.Of(report) is not { } days) return [];
        int first = days.From.DayNumber;
        int last = Math.Min(days.To.DayNumber, first + LongestRange);
        SortedSet<int> entered = [first, last];
        for (int day = first; day < last; day += Step) entered.Add(day);
        return [.. entered];
    }

    /// <summary>The range of days in which happenings that this report may be of are entered; null where it has none.</summary>
    public static (int First, int Last)? Sought(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return ReportDays.Of(report) is { } days ? (days.From.DayNumber - Tolerance, Math.Min(days.To.DayNumber, days.From.DayNumber + LongestRange) + Tolerance) : null;
    }
}
