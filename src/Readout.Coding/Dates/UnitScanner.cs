namespace Readout.Coding.Dates;

/// <summary>Cuts text into <see cref="TimeUnit"/>s. O(length); keeps no state between texts.</summary>
internal static class UnitScanner
{
    /// <summary>Appends the units of <paramref name="text"/> to <paramref name="units"/>, which is cleared first.</summary>
    public static void Scan(string text, Vocabulary vocabulary, List<TimeUnit> units)
    {
        units.Clear();
        int position = 0;
        bool tight = false;
        while (position < text.Length)
        {
            char c = text[position];
            if (char.IsLetter(c)) position = Word(text, position, tight, vocabulary, units);
            else if (char.IsAsciiDigit(c)) position = NumberScanner.Scan(text, position, tight, units);
            else if (char.IsWhiteSpace(c))
            {
                position = Space(text, position, units);
                tight = false;
                continue;
            }
            else position = Mark(text, position, tight, vocabulary, units);
            tight = true;
        }
    }

    private static int Space(string text, int position, List<TimeUnit> units)
    {
        int lines = 0;
        int start = position;
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            if (text[position] == '\n') lines++;
            position++;
        }

        if (lines > 1) units.Add(new TimeUnit(start, position, UnitKind.Break, 0, 0, 0, false));
        return position;
    }

    private static int Word(string text, int start, bool tight, Vocabulary vocabulary, List<TimeUnit> units)
    {
        int end = start + 1;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        if (end < text.Length && char.IsAsciiDigit(text[end]) && WithDigits(text, start, end, vocabulary) is int known and > 0) end = known;
        if (end == start + 1 && IsHalfDay(text, start, out int stop))
        {
            ushort half = vocabulary.Find(text[start] is 'a' or 'A' ? "am" : "pm");
            units.Add(new TimeUnit(start, stop, UnitKind.Word, half, 0, 0, tight));
            return stop;
        }

        ushort lexeme = end - start > 20 ? (ushort)0 : vocabulary.Find(text.AsSpan(start, end - start));
        units.Add(new TimeUnit(start, end, UnitKind.Word, lexeme, 0, 0, tight));
        return lexeme != 0 && end < text.Length && text[end] == '.' && TakesDot(text, start, end, vocabulary, lexeme) ? end + 1 : end;
    }

    // G7 and G20 are words where the vocabulary has them.
    private static int WithDigits(string text, int start, int end, Vocabulary vocabulary)
    {
        int stop = end;
        while (stop < text.Length && char.IsAsciiDigit(text[stop])) stop++;
        return stop - start <= 4 && EndsWord(text, stop) && vocabulary.Find(text.AsSpan(start, stop - start)) != 0 ? stop : 0;
    }

    private static bool TakesDot(string text, int start, int end, Vocabulary vocabulary, int lexeme)
    {
        if (end - start > 5) return false;
        int abbreviations = vocabulary.ClassOf("abbreviation");
        return abbreviations >= 0 && vocabulary.Value(abbreviations, lexeme) != Vocabulary.Absent
            && (end + 1 >= text.Length || text[end + 1] != '.');
    }

    private static bool IsHalfDay(string text, int start, out int stop)
    {
        stop = start;
        if (text[start] is not ('a' or 'p' or 'A' or 'P') || start + 2 >= text.Length) return false;
        if (text[start + 1] != '.' || text[start + 2] is not ('m' or 'M')) return false;
        stop = start + 3;
        if (stop < text.Length && text[stop] == '.') stop++;
        return stop >= text.Length || !char.IsLetter(text[stop]);
    }

    private static int Mark(string text, int start, bool tight, Vocabulary vocabulary, List<TimeUnit> units)
    {
        char c = text[start];
        if (c is '\'' or '\u2019' or '\u2018')
        {
            if (NumberScanner.ShortYear(text, start, tight, units, out int after)) return after;
            if (tight && start + 1 < text.Length && text[start + 1] is 's' or 'S' && EndsWord(text, start + 2))
            {
                units.Add(new TimeUnit(start, start + 2, UnitKind.Mark, vocabulary.Find("'s"), 0, 0, tight));
                return start + 2;
            }
        }

        int end = start + 1;
        ReadOnlySpan<char> mark = c is '\u2013' or '\u2014' or '\u2212' or '\u2010' or '\u2011' ? "-" : text.AsSpan(start, 1);
        if (c == '-' && end < text.Length && text[end] == '-')
        {
            while (end < text.Length && text[end] == '-') end++;
            mark = "--";
        }

        units.Add(new TimeUnit(start, end, UnitKind.Mark, vocabulary.Find(mark), 0, 0, tight));
        return end;
    }

    internal static bool EndsWord(string text, int position) => position >= text.Length || !char.IsLetterOrDigit(text[position]);
}
