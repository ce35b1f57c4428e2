using System.Globalization;

namespace Readout.Archive.Search.Facets;

/// <summary>Days as tokens: of a month and of a year, so that a range is a few dozen of them and its edges are checked by day.</summary>
internal static class DayTokens
{
    /// <summary>The tokens of a day.</summary>
    public static string Of(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Month(12 * day.Year + day.Month - 1)} {Year(day.Year)}");

    /// <summary>Tokens of which each day of the range has one: months at the edges, years between.</summary>
    /// <param name="from">First day, or null.</param>
    /// <param name="to">Last day, or null.</param>
    public static IReadOnlyList<string> Between(DateOnly? from, DateOnly? to)
    {
        int first = from is { } low ? 12 * low.Year + low.Month - 1 : 12 * 1000;
        int last = to is { } high ? 12 * high.Year + high.Month - 1 : 12 * 3000 - 1;
        List<string> tokens = [];
        for (int month = first; month <= last;)
        {
            if (month % 12 == 0 && month + 11 <= last)
            {
                tokens.Add(Year(month / 12));
                month += 12;
            }
            else
            {
                tokens.Add(Month(month++));
            }
        }

        return tokens;
    }

    private static string Month(int month) => string.Create(CultureInfo.InvariantCulture, $"{FacetKind.Token}m{month}");

    private static string Year(int year) => string.Create(CultureInfo.InvariantCulture, $"{FacetKind.Token}y{year}");
}
