using System.Collections.Immutable;
using Readout.Analysis.Happenings;
using Readout.Coding.Record;

namespace Readout.Analysis.Meetings;

/// <summary>Says how well a telling fits a meeting that is followed. Pure.</summary>
public static class MeetingMatcher
{
    /// <summary>Points that make a telling one of a meeting.</summary>
    internal const int Enough = 3;

    /// <summary>Points of a telling that names one of the parties and calls off what is due soon: enough where no other meeting fits as well.</summary>
    internal const int Weak = 2;

    private const int Soon = 14;
    private const int Moved = 30;
    private const int PutOff = 120;
    private const int Slip = 3;
    private const int Recent = 60;

    /// <summary>Points of fit by parties, days, level and place; 0 where the telling is of another meeting.</summary>
    public static int Fit(FollowedMeeting meeting, Telling telling)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(telling);
        if (meeting.Tellings.Any(known => known.Article == telling.Article && AreTwo(known, telling))) return 0;
        int? parties = Parties(meeting, telling);
        int? days = Days(meeting, telling);
        if (parties is null || days is null) return 0;
        int level = Level(meeting.View.Level, telling.Level, days.Value);
        int points = parties.Value + days.Value + level + Place(meeting.View, telling);
        return points >= Enough || (points == Weak && CallsOff(meeting.View, telling)) ? points : 0;
    }

    /// <summary>Whether one article tells of two meetings: on other days, or on other levels.</summary>
    private static bool AreTwo(Telling one, Telling other) =>
        (one.IsDated && other.IsDated && Gap(one, other) > 0) || (one.Level is not null && other.Level is not null && one.Level != other.Level);

    private static bool CallsOff(MeetingView view, Telling telling) =>
        IsOff(telling.State) && !telling.IsDated && view.State is MeetingState.Planned or MeetingState.Confirmed or MeetingState.Proposed
        && telling.Published is { } printed && view.To >= printed && view.From <= printed.AddDays(Soon);

    private static int? Parties(FollowedMeeting meeting, Telling telling)
    {
        ImmutableArray<string> known = meeting.View.Codes;
        ImmutableArray<string> told = PartyCodes.Of(telling.Parties);
        int common = known.Intersect(told, StringComparer.Ordinal).Count();
        if (common == 0) return null;
        if (common == known.Length && common == told.Length) return common == 1 ? 1 : 3;
        return PartyCodes.Nested(known, told) ? common > 1 ? 2 : 1 : null;
    }

    private static int? Days(FollowedMeeting meeting, Telling telling)
    {
        bool held = meeting.View.State == MeetingState.Held;
        ImmutableArray<Telling> dated = [.. meeting.Tellings.Where(known => known.IsDated)];
        if (telling.IsDated && dated.Length > 0)
        {
            int gap = dated.Min(known => Gap(known, telling));
            if (gap == 0) return dated.Any(known => known.From == telling.From && known.To == telling.To) ? 4 : 3;
            return MayMove(meeting, telling, held, gap) ? 1 : null;
        }

        if (telling.IsDated || dated.Length > 0) return OneDated(meeting, telling, dated);
        return Near(meeting, telling, Recent) ? 1 : null;
    }

    /// <summary>Whether the meeting can have gone from its days to the telling's, or the other way round where the telling is of an earlier print.</summary>
    private static bool MayMove(FollowedMeeting meeting, Telling telling, bool held, int gap)
    {
        bool off = IsOff(telling.State) || meeting.Tellings.Any(known => IsOff(known.State));
        if (held && telling.State == MeetingState.Held) return false;
        if (held || telling.State == MeetingState.Held)
        {
            DateOnly? deed = held ? meeting.View.From : telling.From;
            bool later = held ? deed > telling.To : meeting.Tellings.Where(known => known.IsDated).All(known => deed > known.To);
            return later && (off ? gap <= PutOff : gap <= Slip);
        }

        return off ? gap <= PutOff : gap <= Moved;
    }

    private static bool IsOff(MeetingState state) => state is MeetingState.Postponed or MeetingState.Cancelled or MeetingState.Refused;

    /// <summary>Only one of the two has days: the other must have been printed about then, or before it with the day to come.</summary>
    private static int? OneDated(FollowedMeeting meeting, Telling telling, ImmutableArray<Telling> dated)
    {
        if (dated.Length == 0)
        {
            Telling known = meeting.Tellings[^1];
            return IsAbout(telling.From!.Value, telling.To!.Value, telling.Published, known) ? 1 : null;
        }

        return dated.Any(known => IsAbout(known.From!.Value, known.To!.Value, known.Published, telling)) ? 1 : null;
    }

    private static bool IsAbout(DateOnly from, DateOnly to, DateOnly? toldOn, Telling undated)
    {
        if (undated.Published is not { } printed) return true;
        if (undated.State == MeetingState.Held) return printed >= from && printed.DayNumber <= to.DayNumber + 7;
        DateOnly first = toldOn is { } told && told < from ? told : from;
        return printed.DayNumber >= first.DayNumber - Recent && printed.DayNumber <= to.DayNumber + Moved;
    }

    private static bool Near(FollowedMeeting meeting, Telling telling, int days)
    {
        if (telling.Published is not { } printed) return true;
        if (meeting.View.State == MeetingState.Held && telling.State == MeetingState.Held) days = Slip;
        return meeting.Tellings.Any(known => known.Published is not { } day || Math.Abs(day.DayNumber - printed.DayNumber) <= days);
    }

    private static int Level(string? known, string? told, int days) => known is null || told is null ? 0 : known == told ? 1 : days >= 4 ? -1 : -3;

    private static int Place(MeetingView view, Telling telling) =>
        view.Place is null || telling.Place is null ? 0 : string.Equals(view.Place, telling.Place, StringComparison.OrdinalIgnoreCase) ? 1
        : view.PlaceCountry is not null && view.PlaceCountry == telling.PlaceCountry ? 0 : -1;

    private static int Gap(Telling one, Telling other) =>
        Math.Max(0, Math.Max(one.From!.Value.DayNumber - other.To!.Value.DayNumber, other.From!.Value.DayNumber - one.To!.Value.DayNumber));
}
