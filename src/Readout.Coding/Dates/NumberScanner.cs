namespace Readout.Coding.Dates;

/// <summary>Reads what begins with a digit: numbers, ordinals, decades, clock times and numeric dates.</summary>
internal static class NumberScanner
{
    private const string MoneySigns = "$£€¥#";

    /// <summary>Adds the unit that begins at <paramref name="start"/>; answers the offset after it.</summary>
    public static int Scan(string text, int start, bool tight, List<TimeUnit> units)
    {
        int end = Run(text, start);
        int digits = end - start;
        if (digits > 8) return Add(units, start, end, UnitKind.Mark, 0, 0, tight);
        if (start > 0 && MoneySigns.Contains(text[start - 1], StringComparison.Ordinal)) return Amount(text, start, end, tight, units);
        int value = Value(text, start, end);
        char next = end < text.Length ? text[end] : '\0';
        char after = end + 1 < text.Length ? text[end + 1] : '\0';
        if (next is '/' or '-' or '.' && char.IsAsciiDigit(after) && NumericDate(text, start, tight, units, out int stop)) return stop;
        if (next is ',' or '.' && char.IsAsciiDigit(after)) return Grouped(text, start, end, tight, units);
        if (next == ':' && char.IsAsciiDigit(after) && digits <= 2) return Clock(text, start, end, tight, units);
        return Suffixed(text, start, end, value, tight, units);
    }

    /// <summary>Reads <c>'90s</c> or <c>'89</c> at an apostrophe.</summary>
    public static bool ShortYear(string text, int start, bool tight, List<TimeUnit> units, out int after)
    {
        after = start;
        int end = Run(text, start + 1);
        if (end - start != 3 || tight && !IsOpening(text[start - 1])) return false;
        int value = Value(text, start + 1, end);
        if (value % 10 == 0 && end < text.Length && text[end] == 's' && UnitScanner.EndsWord(text, end + 1))
        {
            after = Add(units, start, end + 1, UnitKind.Decade, value, 2, tight);
            return true;
        }

        if (!UnitScanner.EndsWord(text, end)) return false;
        after = Add(units, start, end, UnitKind.ShortYear, value, 2, tight);
        return true;
    }

    private static bool IsOpening(char c) => c is '(' or '-' or '\u2013' or '\u2014' or '"' or '\u201c';

    private static int Suffixed(string text, int start, int end, int value, bool tight, List<TimeUnit> units)
    {
        int digits = end - start;
        if (end + 1 < text.Length && digits <= 4 && IsOrdinalEnding(text.AsSpan(end, 2)) && UnitScanner.EndsWord(text, end + 2))
            return Add(units, start, end + 2, UnitKind.Ordinal, value, digits, tight);
        int suffix = end < text.Length && text[end] is '\'' or '\u2019' ? end + 1 : end;
        bool decade = digits is 2 or 4 && value % 10 == 0 && suffix < text.Length && text[suffix] == 's' && (suffix == end || FollowsThe(text, start) || digits == 2);
        if (decade && UnitScanner.EndsWord(text, suffix + 1)) return Add(units, start, suffix + 1, UnitKind.Decade, value, digits, tight);
        if (end < text.Length && text[end] == '%') return Add(units, start, end, UnitKind.Mark, 0, 0, tight);
        return Add(units, start, end, UnitKind.Number, value, digits, tight);
    }

    // The 1970's is a decade, 1970's harvest belongs to a year.
    private static bool FollowsThe(string text, int start)
    {
        int end = start;
        while (end > 0 && text[end - 1] is ' ' or '-') end--;
        ReadOnlySpan<char> before = text.AsSpan(0, end);
        return before.EndsWith("the", StringComparison.OrdinalIgnoreCase) || before.EndsWith("early", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("mid", StringComparison.OrdinalIgnoreCase) || before.EndsWith("late", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsOrdinalEnding(ReadOnlySpan<char> letters) =>
        letters.Equals("th", StringComparison.OrdinalIgnoreCase) || letters.Equals("st", StringComparison.OrdinalIgnoreCase)
        || letters.Equals("nd", StringComparison.OrdinalIgnoreCase) || letters.Equals("rd", StringComparison.OrdinalIgnoreCase);

    private static int Amount(string text, int start, int end, bool tight, List<TimeUnit> units)
    {
        while (end + 1 < text.Length && text[end] is ',' or '.' && char.IsAsciiDigit(text[end + 1])) end = Run(text, end + 1);
        return Add(units, start, end, UnitKind.Mark, 0, 0, tight);
    }

    private static int Grouped(string text, int start, int end, bool tight, List<TimeUnit> units)
    {
        int value = Value(text, start, end);
        int first = end;
        while (end - start <= 9 && end < text.Length && text[end] == ',' && Run(text, end + 1) == end + 4)
        {
            if (value > 100_000) return Amount(text, start, end, tight, units);
            value = value * 1000 + Value(text, end + 1, end + 4);
            end += 4;
        }

        bool point = end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]);
        if (!point) return end == first ? Suffixed(text, start, end, value, tight, units) : Add(units, start, end, UnitKind.Number, value, 9, tight);
        int stop = Run(text, end + 1);
        if (value > 2000 || stop < text.Length && text[stop] == '%') return Add(units, start, stop, UnitKind.Mark, 0, 0, tight);
        int fraction = Value(text, end + 1, Math.Min(stop, end + 4));
        for (int i = stop - end - 1; i < 3; i++) fraction *= 10;
        return Add(units, start, stop, UnitKind.Decimal, value * 1000 + fraction, end == first ? stop - end - 1 : 9, tight);
    }

    private static int Clock(string text, int start, int end, bool tight, List<TimeUnit> units)
    {
        int stop = Run(text, end + 1);
        int hours = Value(text, start, end);
        int minutes = stop - end == 3 ? Value(text, end + 1, stop) : 60;
        bool good = hours <= 24 && minutes < 60;
        if (stop + 2 < text.Length && text[stop] == ':' && Run(text, stop + 1) == stop + 3) stop += 3;
        return Add(units, start, stop, good ? UnitKind.Clock : UnitKind.Mark, hours * 60 + minutes, 0, tight);
    }

    private static bool NumericDate(string text, int start, bool tight, List<TimeUnit> units, out int stop)
    {
        int first = Run(text, start);
        char separator = text[first];
        int second = Run(text, first + 1);
        int third = second + 1 < text.Length && text[second] == separator && char.IsAsciiDigit(text[second + 1]) ? Run(text, second + 1) : second;
        stop = third;
        if (third - start > 10 || second - first > 5 || third < text.Length && char.IsLetter(text[third]) && text[third] != 'T') return false;
        int a = Value(text, start, first);
        int b = Value(text, first + 1, second);
        if (third == second) return Pair(text, start, tight, units, separator, (a, first - start), (b, second - first - 1), stop);
        int c = Value(text, second + 1, third);
        int date = NumericDates.Of((a, first - start), (b, second - first - 1), (c, third - second - 1));
        if (date == 0) return false;
        if (date > 0 && third < text.Length && text[third] == 'T') stop = Instant(text, third);
        Add(units, start, stop, date < 0 ? UnitKind.BadDate : UnitKind.NumericDate, Math.Abs(date), 3, tight);
        return true;
    }

    private static int Instant(string text, int position)
    {
        int end = position + 1;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ':' or '+' or 'Z')) end++;
        while (end > position && text[end - 1] == ':') end--;
        return end - position > 2 ? end : position;
    }

    private static bool Pair(string text, int start, bool tight, List<TimeUnit> units, char separator, (int V, int N) a, (int V, int N) b, int stop)
    {
        if (stop < text.Length && (text[stop] == '%' || text[stop] == separator)) return false;
        int date = NumericDates.Of(a, b, separator);
        if (date == 0) return false;
        Add(units, start, stop, UnitKind.NumericDate, date, 2, tight);
        return true;
    }

    private static int Run(string text, int position)
    {
        while (position < text.Length && char.IsAsciiDigit(text[position])) position++;
        return position;
    }

    private static int Value(string text, int start, int end)
    {
        int value = 0;
        for (int i = start; i < end && i < start + 9; i++) value = value * 10 + (text[i] - '0');
        return value;
    }

    private static int Add(List<TimeUnit> units, int start, int end, UnitKind kind, int value, int digits, bool tight)
    {
        units.Add(new TimeUnit(start, end, kind, 0, value, (byte)digits, tight));
        return end;
    }
}
