using System.Globalization;

namespace Readout.Coding.Actors;

/// <summary>Reads <c>2011-01-03..2025-01</c>: days, months or years, either end open.</summary>
internal static class DateRanges
{
    /// <summary>Whether <paramref name="text"/> is a range; both ends inclusive, minimum and maximum where open.</summary>
    public static bool TryParse(string text, out DateOnly from, out DateOnly to)
    {
        from = DateOnly.MinValue;
        to = DateOnly.MaxValue;
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0) return false;
        string first = text[..dots].Trim();
        string last = text[(dots + 2)..].Trim();
        bool good = (first.Length == 0 || TryDay(first, false, out from)) && (last.Length == 0 || TryDay(last, true, out to));
        return good && from <= to;
    }

    /// <summary>The first or the last day of a day, a month or a year.</summary>
    public static bool TryDay(string text, bool last, out DateOnly day)
    {
        day = default;
        string[] parts = text.Split('-');
        if (parts.Length is 0 or > 3 || !TryNumber(parts[0], 1, 9999, out int year)) return false;
        int month = last ? 12 : 1;
        if (parts.Length > 1 && !TryNumber(parts[1], 1, 12, out month)) return false;
        int number = last ? DateTime.DaysInMonth(year, month) : 1;
        if (parts.Length > 2 && !TryNumber(parts[2], 1, DateTime.DaysInMonth(year, month), out number)) return false;
        day = new DateOnly(year, month, number);
        return true;
    }

    private static bool TryNumber(string text, int low, int high, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= low && number <= high;
}
