using Readout.Analysis.Reports;
using Readout.Coding.Record;

namespace Readout.Analysis.Happenings;

/// <summary>Numbers that reports give, compared.</summary>
internal static class SizeClaims
{
    private const int FarFactor = 4;

    // Whole hundreds may be rounded: 3,000 and 2,950 are one number, 12 and 13 are two.
    private const int Round = 100;
    private const int RoundShare = 20;

    // Two papers give the same small number by chance.
    private const int Telling = 3;

    /// <summary>The numbers of people that are given, with what they count.</summary>
    public static IEnumerable<(string Kind, PeopleCount Count)> Of(EventSize size)
    {
        if (size.Dead is { } dead) yield return ("dead", dead);
        if (size.Injured is { } injured) yield return ("injured", injured);
        if (size.Detained is { } detained) yield return ("detained", detained);
        if (size.Participants is { } participants) yield return ("participants", participants);
    }

    /// <summary>All numbers of a report: of people, and of what else its clause counts.</summary>
    public static IEnumerable<(string Kind, NumberClaim Claim)> Of(Report report)
    {
        foreach ((string kind, PeopleCount count) in Of(report.Size)) yield return (kind, new NumberClaim(count.Min, count.Max));
        if (report.Amounts.IsDefaultOrEmpty) yield break;
        foreach (Amount amount in report.Amounts) yield return (amount.Of, new NumberClaim(amount.Min, amount.Max));
    }

    /// <summary>The numbers of people that both give.</summary>
    public static IEnumerable<(string Kind, PeopleCount One, PeopleCount Other)> Both(EventSize one, EventSize other) =>
        from first in Of(one) join second in Of(other) on first.Kind equals second.Kind select (first.Kind, first.Count, second.Count);

    /// <summary>Whether one number may be both: <c>at least 20</c> and <c>26</c>, <c>3,000</c> and <c>2,950</c>.</summary>
    public static bool Agree(NumberClaim one, NumberClaim other)
    {
        (long low, long high) = Range(one);
        (long otherLow, long otherHigh) = Range(other);
        return low <= otherHigh && otherLow <= high;
    }

    /// <summary>Whether one number of people may be both.</summary>
    public static bool Agree(PeopleCount one, PeopleCount other) => Agree(new NumberClaim(one.Min, one.Max), new NumberClaim(other.Min, other.Max));

    /// <summary>Whether one is several times the other.</summary>
    public static bool FarApart(PeopleCount one, PeopleCount other)
    {
        long low = Math.Min(one.Max ?? one.Min ?? 0, other.Max ?? other.Min ?? 0);
        long high = Math.Max(one.Min ?? one.Max ?? 0, other.Min ?? other.Max ?? 0);
        return high > FarFactor * Math.Max(1, low);
    }

    /// <summary>Whether both give the same exact number of people, and more than a few: what two deeds seldom have in common.</summary>
    public static bool AreTelling(EventSize one, EventSize other) =>
        Both(one, other).Any(pair => pair.One.Min >= Telling && pair.One.Min == pair.One.Max && pair.One.Min == pair.Other.Min && pair.One.Max == pair.Other.Max);

    private static (long Low, long High) Range(NumberClaim claim)
    {
        long low = claim.Min ?? 0;
        long high = claim.Max ?? long.MaxValue;
        return low == high && low >= Round && low % Round == 0 ? (low - low / RoundShare, high + high / RoundShare) : (low, high);
    }
}

/// <summary>A number as a range.</summary>
/// <param name="Min">At least, or null.</param>
/// <param name="Max">At most, or null.</param>
internal readonly record struct NumberClaim(long? Min, long? Max);
