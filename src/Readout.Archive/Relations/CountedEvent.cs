using Readout.Analysis.Relations;
using Readout.Analysis.Reports;
using Readout.Coding.Record;

namespace Readout.Archive.Relations;

/// <summary>What a relation counts of an event, as the column <c>dyads.counted</c> packs it (migration 0040).</summary>
internal static class CountedEvent
{
    private const int Middle = 128;
    private const int DayShift = 25;

    /// <summary>The number of a report between the two sides of a pair; null where a relation does not count it.</summary>
    public static long? Pack(Report report, RelationPair pair)
    {
        if (report.Status != EventStatus.Actual || RelationReports.DirectionOf(report, pair) is not { } direction || RelationReports.DayOf(report) is not { } day) return null;
        long goldstein = report.Goldstein is { } score ? RelationEvent.Tenths(score) + Middle : 0;
        return FirstOf(day) | ((long)direction << 23) | ((long)report.Type << 19) | ((long)ContactLevels.Of(report) << 16)
            | ((long)(RelationEvent.Tenths(report.PloverScore) + Middle) << 8) | goldstein;
    }

    /// <summary>The least number of a day.</summary>
    public static long FirstOf(DateOnly day) => (long)day.DayNumber << DayShift;

    /// <summary>The event that a number packs.</summary>
    /// <param name="id">Number of the happening.</param>
    /// <param name="packed">What <see cref="Pack"/> gave.</param>
    public static RelationEvent Unpack(long id, long packed)
    {
        int goldstein = (int)(packed & 0xFF);
        return new RelationEvent(
            id, DateOnly.FromDayNumber((int)(packed >> DayShift)), (EventType)((packed >> 19) & 0xF), (Direction)((packed >> 23) & 3),
            (int)((packed >> 8) & 0xFF) - Middle, goldstein == 0 ? null : goldstein - Middle, (ContactLevel)((packed >> 16) & 7));
    }
}
