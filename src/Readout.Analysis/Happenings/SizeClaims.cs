using Readout.Coding.Record;

namespace Readout.Analysis.Happenings;

/// <summary>Numbers of people, compared.</summary>
internal static class SizeClaims
{
    private const int FarFactor = 4;

    /// <summary>The numbers that are given, with what they count.</summary>
    public static IEnumerable<(string Kind, PeopleCount Count)> Of(EventSize size)
    {
        if (size.Dead is { } dead) yield return ("dead", dead);
        if (size.Injured is { } injured) yield return ("injured", injured);
        if (size.Detained is { } detained) yield return ("detained", detained);
        if (size.Participants is { } participants) yield return ("participants", participants);
    }

    /// <summary>The numbers that both give.</summary>
    public static IEnumerable<(string Kind, PeopleCount One, PeopleCount Other)> Both(EventSize one, EventSize other) =>
        from first in Of(one) join second in Of(other) on first.Kind equals second.Kind select (first.Kind, first.Count, second.Count);

    /// <summary>Whether one number may be both: <c>at least 20</c> and <c>26</c>.</summary>
    public static bool Agree(PeopleCount one, PeopleCount other) =>
        (one.Min ?? 0) <= (other.Max ?? int.MaxValue) && (other.Min ?? 0) <= (one.Max ?? int.MaxValue);

    /// <summary>Whether one is several times the other.</summary>
    public static bool FarApart(PeopleCount one, PeopleCount other)
    {
        long low = Math.Min(one.Max ?? one.Min ?? 0, other.Max ?? other.Min ?? 0);
        long high = Math.Max(one.Min ?? one.Max ?? 0, other.Min ?? other.Max ?? 0);
        return high > FarFactor * Math.Max(1, low);
    }
}
