using System.Globalization;
using Readout.Coding.Record;

namespace Readout.Analysis.Phrasing;

/// <summary>Values in words for people, the same on pages, in briefs and in the terminal. Pure; thread-safe.</summary>
public static class Wording
{
    /// <summary><c>5 May 2010</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>5 May 2010</c>, <c>5–9 May 2010</c>, <c>28 Apr – 2 May 2010</c>, <c>from …</c>, <c>until …</c>, <c>no day set</c>.</summary>
    public static string Days(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => "no day set",
        ({ } first, null) => "from " + Day(first),
        (null, { } last) => "until " + Day(last),
        ({ } first, { } last) when first == last => Day(first),
        ({ } first, { } last) when first.Year == last.Year && first.Month == last.Month => $"{first.Day.ToString(CultureInfo.InvariantCulture)}–{Day(last)}",
        ({ } first, { } last) when first.Year == last.Year => $"{first.ToString("d MMM", CultureInfo.InvariantCulture)} – {Day(last)}",
        ({ } first, { } last) => $"{Day(first)} – {Day(last)}",
    };

    /// <summary>A moment in UTC: <c>2 May 2031, 06:00</c>.</summary>
    public static string Minute(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>1 article</c>, <c>12,345 articles</c>.</summary>
    public static string Count(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary><c>87 %</c> of 0.87.</summary>
    public static string Percent(double share) => Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture) + " %";

    /// <summary>A number with its sign, one decimal: <c>+1.5</c>, <c>−0.3</c>, <c>0.0</c>.</summary>
    /// <param name="value">The number.</param>
    /// <param name="minus">The sign of those below zero; a hyphen where text is to stay plain.</param>
    public static string Signed(double value, char minus = '−') => value.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture).Replace('-', minus);

    /// <summary>The numbers of people that are known: <c>12 dead</c>, <c>at least 30 injured</c>, <c>some detained</c>.</summary>
    public static IEnumerable<string> People(EventSize size)
    {
        ArgumentNullException.ThrowIfNull(size);
        return new[]
        {
            People(size.Dead, "dead"), People(size.Injured, "injured"), People(size.Detained, "detained"), People(size.Participants, "taking part"),
        }.OfType<string>();
    }

    private static string? People(PeopleCount? count, string what) => count switch
    {
        null => null,
        { Min: { } min, Max: { } max } when min == max => FormattableString.Invariant($"{min:N0} {what}"),
        { Min: { } min, Max: { } max } => FormattableString.Invariant($"{min:N0} to {max:N0} {what}"),
        { Min: { } min } => FormattableString.Invariant($"at least {min:N0} {what}"),
        { Max: { } max } => FormattableString.Invariant($"at most {max:N0} {what}"),
        _ => $"some {what}",
    };
}
