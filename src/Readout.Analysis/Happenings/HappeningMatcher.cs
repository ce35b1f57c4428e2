using System.Collections.Immutable;
using Readout.Analysis.Reports;
using Readout.Coding.Record;

namespace Readout.Analysis.Happenings;

/// <summary>
/// Says how well two reports fit as accounts of one happening: points for type, parties, days, place, numbers and wording; none where
/// something rules it out. Pure.
/// </summary>
public static class HappeningMatcher
{
    /// <summary>Points that make two reports one happening: the same type, both parties and a day that agrees.</summary>
    public const int Enough = 7;

    private static readonly ImmutableArray<(EventType, EventType)> Compatible =
    [
        (EventType.Sanction, EventType.Coerce), (EventType.Assault, EventType.Coerce), (EventType.Concede, EventType.Retreat),
        (EventType.Accuse, EventType.Reject), (EventType.Accuse, EventType.Protest), (EventType.Agree, EventType.Cooperate), (EventType.Support, EventType.Aid),
        (EventType.Cooperate, EventType.Aid), (EventType.Concede, EventType.Agree), (EventType.Accuse, EventType.Threaten),
    ];

    /// <summary>Points of fit, 0 where the reports are of different happenings.</summary>
    /// <param name="one">A report.</param>
    /// <param name="other">Another.</param>
    /// <param name="sameArticle">Whether one article gives both.</param>
    /// <param name="adjacent">Whether it gives them one right after the other.</param>
    public static int Fit(Report one, Report other, bool sameArticle, bool adjacent = false)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        int? type = Type(one, other);
        int? days = Days(one, other, sameArticle);
        if (type is null || days is null) return 0;
        int place = Place(one, other, sameArticle);
        int size = Size(one, other);
        bool toll = adjacent && Disagreement.IsToll(one, other);
        if (days == 1 && place < 1 && size < 1 && IsForce(one) && !SameWord(one.Trigger, other.Trigger) && !toll) return 0;
        int? parties = Parties(one, other) ?? (toll ? Disagreement.OnToll(one, other) : null) ?? Disagreement.OnParties(one, other, place + size, sameArticle);
        if (parties is null) return 0;
        int points = type.Value + days.Value + parties.Value + place + size;
        if (SameWord(one.Trigger, other.Trigger)) points++;
        return points >= Enough ? points : 0;
    }

    /// <summary>
    /// Whether two reports of force cannot be of one happening whatever third report fits both: other days or other places. In a war blow follows
    /// blow between the same parties.
    /// </summary>
    internal static bool AreAtOdds(Report one, Report other)
    {
        if (!IsForce(one) || !IsForce(other)) return false;
        if (Place(one, other, sameArticle: false) < 0) return true;
        return ReportDays.Of(one) is { IsTold: true } first && ReportDays.Of(other) is { IsTold: true } second && first.Gap(second) > 1 && !Disagreement.IsOnDay(one, other);
    }

    private static bool IsForce(Report report) => report.Type.Quad() is QuadClass.MaterialConflict;

    /// <summary>Whether all who take part do the same.</summary>
    internal static bool IsMutual(Report report) => report.Type is EventType.Consult or EventType.Agree or EventType.Cooperate || report.Recipients.IsEmpty && report.Actors.Length > 1;

    private static int? Type(Report one, Report other)
    {
        if ((one.Status == EventStatus.Hypothetical) != (other.Status == EventStatus.Hypothetical)) return null;
        if (one.Action is { } action && other.Action is { } otherAction && action != otherAction) return null;
        if (one.Type == EventType.Consult && other.Type == EventType.Consult && IsRemote(one.Mode) != IsRemote(other.Mode) && one.Mode is not null && other.Mode is not null) return null;
        if (one.Type == other.Type) return one.Type == EventType.Agree && (one.Action == EventType.Consult) != (other.Action == EventType.Consult) ? 1 : 3;
        return Compatible.Any(pair => pair == (one.Type, other.Type) || pair == (other.Type, one.Type)) && SameWord(one.Trigger, other.Trigger) ? 1 : null;
    }

    private static bool IsRemote(string? mode) => mode is "phone" or "video" or "virtual";

    private static int? Days(Report one, Report other, bool sameArticle)
    {
        ReportDays? first = ReportDays.Of(one);
        ReportDays? second = ReportDays.Of(other);
        if (first is not { } left || second is not { } right) return null;
        int gap = left.Gap(right);
        if (left.IsTold && right.IsTold)
        {
            if (gap == 0) return left.IsExact && right.IsExact ? 3 : 2;
            if (sameArticle) return null;
            return gap == 1 && Disagreement.PrintedTogether(one, other) && SameWord(one.Trigger, other.Trigger) || Disagreement.IsOnDay(one, other) ? 1 : null;
        }

        return gap <= 1 ? 1 : null;
    }

    private static int? Parties(Report one, Report other)
    {
        if (IsMutual(one) && IsMutual(other)) return Mutual([.. one.Actors, .. one.Recipients], [.. other.Actors, .. other.Recipients]);
        int? actors = Side(one.Actors, other.Actors);
        int? recipients = Side(one.Recipients, other.Recipients);
        if (actors is null || recipients is null || actors + recipients == 0) return null;
        bool verbal = one.Type.Quad() is QuadClass.VerbalConflict or QuadClass.VerbalCooperation;
        return actors + recipients - (verbal && one.Recipients.IsEmpty != other.Recipients.IsEmpty ? 1 : 0);
    }

    private static int? Mutual(ImmutableArray<Party> one, ImmutableArray<Party> other)
    {
        ImmutableArray<string> first = PartyCodes.Of(one);
        ImmutableArray<string> second = PartyCodes.Of(other);
        int common = first.Intersect(second, StringComparer.Ordinal).Count();
        if (common == 0 || !PartyCodes.Nested(first, second) || PartyCodes.OtherPersons(one, other)) return null;
        return common == 1 ? first.Length == second.Length ? 2 : 1 : first.Length == second.Length ? 4 : 3;
    }

    /// <summary>Two points for the same parties, one for some of them, none where a report names nobody; null where they are others.</summary>
    internal static int? Side(ImmutableArray<Party> one, ImmutableArray<Party> other)
    {
        ImmutableArray<string> first = PartyCodes.Of(one);
        ImmutableArray<string> second = PartyCodes.Of(other);
        if (first.IsEmpty || second.IsEmpty) return one.IsEmpty || other.IsEmpty || SameNames(one, other) ? 0 : null;
        if (!PartyCodes.Nested(first, second) || PartyCodes.OtherPersons(one, other) || PartyCodes.OtherSectors(one, other)) return null;
        return first.Length == second.Length ? 2 : 1;
    }

    private static bool SameNames(ImmutableArray<Party> one, ImmutableArray<Party> other) =>
        one.Any(party => other.Any(match => string.Equals(party.Name, match.Name, StringComparison.OrdinalIgnoreCase)));

    private static int Place(Report one, Report other, bool sameArticle)
    {
        if (one.Place is not { } first || other.Place is not { } second) return 0;
        if (string.Equals(first, second, StringComparison.OrdinalIgnoreCase)) return 1;
        bool narrow = one.Type.Quad() is QuadClass.MaterialConflict && one.PlaceCountry is not null && one.PlaceCountry == other.PlaceCountry;
        return narrow && !PlaceClaims.IsWhole(one) && !PlaceClaims.IsWhole(other) && (sameArticle || !Disagreement.IsOnPlace(one, other)) ? -3 : 0;
    }

    private static int Size(Report one, Report other)
    {
        int points = 0;
        foreach ((_, PeopleCount first, PeopleCount second) in SizeClaims.Both(one.Size, other.Size))
        {
            if (SizeClaims.Agree(first, second)) points = Math.Max(points, 1);
            else if (SizeClaims.FarApart(first, second)) points--;
        }

        return points;
    }

    private static bool SameWord(string one, string other) => TriggerWord.Same(one, other);
}
