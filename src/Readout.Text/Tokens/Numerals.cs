namespace Readout.Text.Tokens;

/// <summary>Numbers whose signs belong to them: thousands, dates, telephone numbers, decades.</summary>
internal readonly ref struct Numerals(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Whether the comma at <paramref name="at"/> parts thousands: a digit before, three digits after.</summary>
    public bool IsThousands(int at, int end) =>
        Digit(at - 1, end) && Digits(at + 1, end) == 3;

    /// <summary>Whether <c>'s</c> after these digits names a decade: 80's, 1960's.</summary>
    public bool IsDecade(int start, int end) => end - start is 2 or 4 && Digits(start, end) == end - start && _text[end - 1] == '0';

    /// <summary>Where the letters after the leading number start; <paramref name="start"/> where there is no number.</summary>
    public int UnitStart(int start, int end)
    {
        int position = start;
        while (position < end && (char.IsAsciiDigit(_text[position]) || (_text[position] is '.' or ',' or ':' && Digit(position + 1, end)))) position++;
        return position;
    }

    /// <summary>
    /// End of a telephone number, a postal code or a date with hyphens that starts at <paramref name="start"/>: groups of
    /// 1-4, 3-4, 3-3-4, 1-3-3-4, 5-4 digits, 2001-11-09, 11-20-2000. <paramref name="start"/> where the groups are others.
    /// </summary>
    public int HyphenatedEnd(int start, int end)
    {
        int shape = Groups('-', start, end, out int after);
        return shape is 14 or 34 or 334 or 1334 or 54 or 422 or 224 or 114 or 124 or 214 or 222 ? after : start;
    }

    /// <summary>
    /// End of a date or fraction with slashes: 11/9/2001, 9/11, 1/2. <paramref name="start"/> where the numbers cannot be one.
    /// </summary>
    public int SlashedEnd(int start, int end)
    {
        int shape = Groups('/', start, end, out int after);
        if (shape is 112 or 114 or 122 or 124 or 212 or 214 or 222 or 224 or 422 or 411) return after;
        if (shape is not (11 or 12 or 21 or 22)) return start;
        int slash = start + _text[start..after].IndexOf('/');
        int first = Value(start, slash);
        return first is > 0 and <= 12 && Value(slash + 1, after) <= 31 ? after : start;
    }

    /// <summary>Lengths of up to four groups of digits, as the digits of a number; 0 where a group is longer than 9.</summary>
    private int Groups(char sign, int start, int end, out int after)
    {
        int shape = 0;
        int position = start;
        for (int group = 0; ; group++)
        {
            int length = Digits(position, end);
            after = position + length;
            if (length is 0 or > 9 || group == 4) return 0;
            shape = shape * 10 + length;
            if (after + 1 >= end || _text[after] != sign || !Digit(after + 1, end)) break;
            position = after + 1;
        }

        return after < end && CharClasses.Of(_text[after]) <= CharClass.Upper ? 0 : shape;
    }

    private bool Digit(int position, int end) => position >= 0 && position < end && char.IsAsciiDigit(_text[position]);

    private int Digits(int position, int end)
    {
        int start = position;
        while (position < end && position - start < 10 && char.IsAsciiDigit(_text[position])) position++;
        return position - start;
    }

    private int Value(int start, int end)
    {
        int value = 0;
        for (int i = start; i < end; i++) value = value * 10 + (_text[i] - '0');
        return value;
    }
}
