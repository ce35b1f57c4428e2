using System.Globalization;

namespace Readout.Sources.Metadata;

/// <summary>Reads the day out of a date as publishers print it. Never fills in a year, a month or a day. Stateless.</summary>
internal static class PrintedDate
{
    private static readonly string[] s_months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] s_monthNames =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    /// <summary>
    /// The day in the publisher's own time: ISO 8601 (<c>2019-11-20T23:10:00-05:00</c>, <c>20191120</c>), RFC 5322
    /// (<c>Wed, 20 Nov 2019 …</c>), <c>November 20, 2019</c>, <c>20 November 2019</c>, <c>2019/11/20</c>,
    /// <c>11/20/2019</c>. Null where the text holds no whole date; <c>11/12/2019</c> is none, for it may be two days.
    /// </summary>
    public static DateOnly? Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 400) return null;
        List<string> parts = Split(text);
        for (int i = 0; i < parts.Count; i++)
        {
            if (Numeric(parts, i) is { } numeric) return numeric;
            if (Named(parts, i) is { } named) return named;
        }

        return null;
    }

    private static DateOnly? Numeric(List<string> parts, int i)
    {
        string part = parts[i];
        if (part.Length >= 8 && part.Length <= 14 && part.All(char.IsAsciiDigit)) return Day(part[..4], part[4..6], part[6..8]);
        if (i + 2 >= parts.Count) return null;
        return part.Length == 4 ? Day(part, parts[i + 1], parts[i + 2]) : Turned(part, parts[i + 1], parts[i + 2]);
    }

    /// <summary>Day and month before the year, in the one order that is possible; null where both are.</summary>
    private static DateOnly? Turned(string first, string second, string year)
    {
        DateOnly? monthFirst = Day(year, first, second);
        DateOnly? dayFirst = Day(year, second, first);
        return monthFirst is not null && dayFirst is not null && monthFirst != dayFirst ? null : monthFirst ?? dayFirst;
    }

    private static DateOnly? Named(List<string> parts, int i)
    {
        int month = Month(parts[i]);
        if (month == 0) return null;
        string number = month.ToString(CultureInfo.InvariantCulture);
        if (i + 2 < parts.Count && Day(parts[i + 2], number, Ordinal(parts[i + 1])) is { } american) return american;
        return i > 0 && i + 1 < parts.Count ? Day(parts[i + 1], number, Ordinal(parts[i - 1])) : null;
    }

    /// <summary>The month that a word names in English, in full or cut to three or four letters; 0 for none.</summary>
    public static int Month(string word)
    {
        string lower = word.ToLowerInvariant();
        int full = Array.IndexOf(s_monthNames, lower);
        if (full >= 0) return full + 1;
        return lower.Length is 3 || lower is "sept" or "june" or "july" ? Array.IndexOf(s_months, lower[..3]) + 1 : 0;
    }

    private static DateOnly? Day(string year, string month, string day)
    {
        if (year.Length != 4 || month.Length > 2 || day.Length > 2) return null;
        if (!Number(year, out int y) || !Number(month, out int m) || !Number(day, out int d)) return null;
        return y >= 1600 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }

    private static bool Number(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static string Ordinal(string part) =>
        part.Length > 2 && char.IsAsciiDigit(part[0]) && part[^2..] is "st" or "nd" or "rd" or "th" ? part[..^2] : part;

    /// <summary>Runs of letters and digits; a T between digits parts, as in ISO 8601.</summary>
    private static List<string> Split(string text)
    {
        List<string> parts = [];
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool inside = i < text.Length && char.IsLetterOrDigit(text[i]) && !IsTimeMark(text, i);
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            parts.Add(text[start..i]);
            start = -1;
        }

        return parts;
    }

    private static bool IsTimeMark(string text, int i) =>
        text[i] == 'T' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
}
