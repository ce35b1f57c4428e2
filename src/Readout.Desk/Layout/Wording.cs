using System.Globalization;

namespace Readout.Desk.Layout;

/// <summary>Values in words for people.</summary>
internal static class Wording
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

    /// <summary><c>1 article</c>, <c>12,345 articles</c>.</summary>
    public static string Count(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary><c>87 %</c> of 0.87.</summary>
    public static string Percent(double share) => Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture) + " %";

    /// <summary>A number with its sign, one decimal: <c>+1.5</c>, <c>−0.3</c>, <c>0.0</c>.</summary>
    public static string Signed(double value)
    {
        string digits = Math.Abs(value).ToString("0.0", CultureInfo.InvariantCulture);
        return digits == "0.0" ? digits : (value > 0 ? "+" : "−") + digits;
    }

    /// <summary>The colour that a quad class has on pages: cooperation or conflict.</summary>
    public static string Colour(string quad) => quad.EndsWith("cooperation", StringComparison.Ordinal) ? "cooperation" : "conflict";
}
