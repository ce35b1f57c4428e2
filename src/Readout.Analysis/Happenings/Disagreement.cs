using System.Collections.Immutable;
using Readout.Analysis.Reports;
using Readout.Coding.Record;

namespace Readout.Analysis.Happenings;

/// <summary>
/// Says where two reports are of one happening although they contradict each other on who, where or when: the rest must agree so well that two
/// deeds would seldom have it in common. Never within one article or one paper, which tells of two deeds where it says two things. Pure.
/// </summary>
internal static class Disagreement
{
    // Papers of one day that put a deed this many days apart.
    private const int LongestGap = HappeningKeys.Tolerance;

    /// <summary>Whether the reports may contradict one another at all: different papers, as far as known.</summary>
    public static bool IsOfSources(Report one, Report other) => one.Source is null || !string.Equals(one.Source, other.Source, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether only the day is in dispute: two or three days apart in papers of the same day, the same deed by its word, and the same number or place.</summary>
    public static bool IsOnDay(Report one, Report other)
    {
        if (!IsOfSources(one, other) || !Exact(one, out ReportDays first) || !Exact(other, out ReportDays second)) return false;
        int gap = first.Gap(second);
        if (gap is < 2 or > LongestGap || !PrintedTogether(one, other) || !TriggerWord.Same(one.Trigger, other.Trigger)) return false;
        return SizeClaims.AreTelling(one.Size, other.Size) || !IsForce(one) && PlaceClaims.AreSame(one, other);
    }

    /// <summary>Whether only the town is in dispute: the same deed by its word, on one day, with the same number of people.</summary>
    public static bool IsOnPlace(Report one, Report other) =>
        IsOfSources(one, other) && AreOfOneDay(one, other) && TriggerWord.Same(one.Trigger, other.Trigger) && SizeClaims.AreTelling(one.Size, other.Size);

    /// <summary>Points of the parties where only who did it to whom is in dispute; null where the reports are of other parties.</summary>
    /// <param name="one">A report.</param>
    /// <param name="other">Another, whose day and type are compared.</param>
    /// <param name="agreeing">Points of place and numbers.</param>
    /// <param name="sameArticle">Whether one article gives both.</param>
    public static int? OnParties(Report one, Report other, int agreeing, bool sameArticle)
    {
        if (one.Type != other.Type || agreeing < 1 || HappeningMatcher.IsMutual(one) || HappeningMatcher.IsMutual(other) || !AreOfOneDay(one, other)) return null;
        if (one.Actors.IsEmpty || other.Actors.IsEmpty) return null;
        int word = TriggerWord.Same(one.Trigger, other.Trigger) ? 1 : 0;
        if (HappeningMatcher.Side(one.Recipients, other.Recipients) is 2) return word;
        if (sameArticle || !IsForce(one) || !IsOfSources(one, other) || word == 0) return null;
        return IsReversed(one, other) || IsOnTarget(one, other) ? word : null;
    }

    /// <summary>Whether one of two events of an article, told next to each other, gives the casualties of the other: <c>… bombed Sidon. The raid killed 25</c>.</summary>
    public static bool IsToll(Report one, Report other) => one.Type == EventType.Assault && other.Type == EventType.Assault && (Tolls(one, other) || Tolls(other, one));

    /// <summary>Points of the parties of a deed and its toll: the dead are people where the deed is against a state; null where they are of other states.</summary>
    public static int? OnToll(Report one, Report other) =>
        PartyCodes.Nested(PartyCodes.Of(one.Actors), PartyCodes.Of(other.Actors)) && PartyCodes.Nested(PartyCodes.Of(one.Recipients), PartyCodes.Of(other.Recipients)) ? 4 : null;

    private static bool Tolls(Report toll, Report deed) =>
        toll.Size.Dead is not null && deed.Size.Dead is null && toll.From is null && toll.To is null && toll.Place is null && !toll.Actors.IsEmpty && !toll.Recipients.IsEmpty;

    // Each says that the other's soldiers fired, at the same place.
    private static bool IsReversed(Report one, Report other)
    {
        ImmutableArray<string> actors = PartyCodes.Of(one.Actors);
        ImmutableArray<string> recipients = PartyCodes.Of(one.Recipients);
        bool known = SizeClaims.AreTelling(one.Size, other.Size) || PlaceClaims.AreSame(one, other) && !PlaceClaims.IsWhole(one) && !PlaceClaims.IsWhole(other);
        return known && !actors.IsEmpty && !recipients.IsEmpty && actors.SequenceEqual(PartyCodes.Of(other.Recipients)) && recipients.SequenceEqual(PartyCodes.Of(other.Actors));
    }

    private static bool IsOnTarget(Report one, Report other) =>
        HappeningMatcher.Side(one.Actors, other.Actors) is 2 && !one.Recipients.IsEmpty && !other.Recipients.IsEmpty
        && PlaceClaims.AreSame(one, other) && SizeClaims.AreTelling(one.Size, other.Size);

    private static bool AreOfOneDay(Report one, Report other) => Exact(one, out ReportDays first) && Exact(other, out ReportDays second) && first.From == second.From;

    private static bool Exact(Report report, out ReportDays days)
    {
        days = ReportDays.Of(report) ?? default;
        return days.IsExact;
    }

    /// <summary>Whether the reports were printed on one day or the next.</summary>
    public static bool PrintedTogether(Report one, Report other) =>
        one.Published is { } first && other.Published is { } second && Math.Abs(first.DayNumber - second.DayNumber) <= 1;

    private static bool IsForce(Report report) => report.Type.Quad() is QuadClass.MaterialConflict;
}
