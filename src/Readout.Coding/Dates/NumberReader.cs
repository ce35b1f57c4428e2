namespace Readout.Coding.Dates;

/// <summary>Reads numbers in digits and words from units; gives every reading, shortest first.</summary>
internal readonly struct NumberReader(List<TimeUnit> units, Vocabulary vocabulary, NumberWords words)
{
    /// <summary>How many columns the kinds of unit need.</summary>
    public const int KindCount = (int)UnitKind.Break + 1;

    /// <summary>Whether a number of the form may begin with a unit of that column.</summary>
    public static bool MayBegin(NumberForm form, int column, Vocabulary vocabulary)
    {
        if (column < vocabulary.Words.Length)
        {
            bool ordinal = form is NumberForm.Ord or NumberForm.Dom;
            bool words = ordinal || form is NumberForm.Num or NumberForm.Int or NumberForm.Year or NumberForm.Hour;
            return words && (Has(vocabulary, "cardinal", column) || ordinal && Has(vocabulary, "ordinal", column));
        }

        UnitKind kind = (UnitKind)(column - vocabulary.Words.Length);
        return kind switch
        {
            UnitKind.Number => form is NumberForm.Num or NumberForm.Int or NumberForm.Dom or NumberForm.Digit or NumberForm.Year
                or NumberForm.Yy or NumberForm.Hour or NumberForm.LongYear,
            UnitKind.Decimal => form is NumberForm.Num or NumberForm.DottedDay,
            UnitKind.Ordinal => form is NumberForm.Ord or NumberForm.Dom,
            UnitKind.Decade => form == NumberForm.Decade,
            UnitKind.Clock => form == NumberForm.Clock,
            UnitKind.NumericDate => form is NumberForm.FullDate or NumberForm.MonthDay or NumberForm.YearMonth,
            UnitKind.BadDate => form == NumberForm.BadDate,
            UnitKind.ShortYear => form == NumberForm.Yy,
            _ => false,
        };
    }

    private static bool Has(Vocabulary vocabulary, string name, int lexeme)
    {
        int wordClass = vocabulary.ClassOf(name);
        return wordClass >= 0 && vocabulary.Value(wordClass, lexeme) != Vocabulary.Absent;
    }

    /// <summary>Adds the readings at <paramref name="at"/> as (unit after, value).</summary>
    public void Read(NumberForm form, int at, List<(int End, long Value)> readings)
    {
        if (form == NumberForm.Stop)
        {
            if (IsStop(at)) readings.Add((at, 0));
            return;
        }

        if (at >= units.Count) return;
        TimeUnit unit = units[at];
        if (unit.Kind == UnitKind.Word)
        {
            ReadWords(form, at, readings);
            return;
        }

        if (form is NumberForm.Num) ReadQuantity(unit, at, readings);
        else if (Accepts(form, unit, out long value)) readings.Add((at + 1, value));
    }

    private static bool Accepts(NumberForm form, in TimeUnit unit, out long value)
    {
        value = unit.Value;
        bool number = unit.Kind == UnitKind.Number;
        return form switch
        {
            NumberForm.Int => number && unit.Digits <= 3,
            NumberForm.Ord => unit.Kind == UnitKind.Ordinal,
            NumberForm.Dom => (number && unit.Digits <= 2 || unit.Kind == UnitKind.Ordinal) && value is >= 1 and <= 31,
            NumberForm.Digit => number && unit.Digits <= 2 && value is >= 1 and <= 31,
            NumberForm.Year => number && unit.Digits == 4 && value is >= 1000 and <= 2199,
            NumberForm.Yy => unit.Kind == UnitKind.ShortYear || number && unit.Digits == 2,
            NumberForm.Decade => unit.Kind == UnitKind.Decade,
            NumberForm.Clock => unit.Kind == UnitKind.Clock,
            NumberForm.Hour => number && unit.Digits <= 2 && value <= 24,
            NumberForm.FullDate => unit.Kind == UnitKind.NumericDate && unit.Digits == 3,
            NumberForm.MonthDay => unit.Kind == UnitKind.NumericDate && unit.Digits == 2 && value < 10000,
            NumberForm.YearMonth => unit.Kind == UnitKind.NumericDate && unit.Digits == 2 && value >= 10000,
            NumberForm.BadDate => unit.Kind == UnitKind.BadDate,
            NumberForm.LongYear => number && unit.Digits == 5 && value is >= 10000 and <= 99999,
            NumberForm.DottedDay => IsDottedDay(unit, out value),
            _ => false,
        };
    }

    private static bool IsDottedDay(in TimeUnit unit, out long value)
    {
        int day = unit.Digits switch { 1 => unit.Value % 1000 / 100, 2 => unit.Value % 1000 / 10, _ => 0 };
        value = unit.Value / 1000 * 100 + day;
        return unit.Kind == UnitKind.Decimal && value / 100 is >= 1 and <= 12 && day is >= 1 and <= 31;
    }

    private void ReadQuantity(in TimeUnit unit, int at, List<(int End, long Value)> readings)
    {
        if (unit.Kind == UnitKind.Decimal) readings.Add((at + 1, unit.Value));
        if (unit.Kind != UnitKind.Number) return;
        readings.Add((at + 1, unit.Value * 1000L));
        AddHalf(at + 1, unit.Value * 1000L, readings);
        if (at + 3 >= units.Count || units[at + 1].Kind != UnitKind.Number || !IsWord(at + 2, words.Slash)) return;
        if (units[at + 3].Kind != UnitKind.Number || units[at + 3].Value is 0 or > 16 || units[at + 1].Value >= units[at + 3].Value) return;
        readings.Add((at + 4, unit.Value * 1000L + units[at + 1].Value * 1000L / units[at + 3].Value));
    }

    private void AddHalf(int at, long thousandths, List<(int End, long Value)> readings)
    {
        if (!IsWord(at, words.And)) return;
        int half = IsWord(at + 1, words.A) ? at + 2 : at + 1;
        if (IsWord(half, words.Half)) readings.Add((half + 1, thousandths + 500));
    }

    private void ReadWords(NumberForm form, int at, List<(int End, long Value)> readings)
    {
        switch (form)
        {
            case NumberForm.Num:
                int first = readings.Count;
                Cardinals(at, 1000, long.MaxValue, readings);
                int count = readings.Count;
                for (int i = first; i < count; i++) AddHalf(readings[i].End, readings[i].Value, readings);
                break;
            case NumberForm.Int:
                Cardinals(at, 1, long.MaxValue, readings);
                break;
            case NumberForm.Hour:
                Cardinals(at, 1, 12, readings);
                break;
            case NumberForm.Ord:
                Ordinals(at, readings);
                break;
            case NumberForm.Dom:
                int from = readings.Count;
                Cardinals(at, 1, 31, readings);
                Ordinals(at, readings);
                for (int i = readings.Count - 1; i >= from; i--)
                {
                    if (readings[i].Value is < 1 or > 31) readings.RemoveAt(i);
                }

                break;
            case NumberForm.Year:
                Years(at, readings);
                break;
        }
    }

    private bool IsStop(int at)
    {
        if (at >= units.Count || units[at].Kind is UnitKind.Break) return true;
        TimeUnit unit = units[at];
        if (unit.Kind == UnitKind.Mark) return !unit.Tight || unit.Lexeme != words.Hyphen;
        return unit.Kind == UnitKind.Word && InClass(at, words.FunctionClass) is not null;
    }

    private void Ordinals(int at, List<(int End, long Value)> readings)
    {
        if (Ordinal(at) is int simple) readings.Add((at + 1, simple));
        if (Cardinal(at) is not (int tens and >= 20 and < 100) || tens % 10 != 0) return;
        int next = IsWord(at + 1, words.Hyphen) ? at + 2 : at + 1;
        if (Ordinal(next) is int ones and < 10) readings.Add((next + 1, tens + ones));
    }

    private void Cardinals(int at, long scale, long largest, List<(int End, long Value)> readings)
    {
        long total = 0;
        long part = 0;
        int position = at;
        int last = 0;
        while (Cardinal(position) is int value && Grows(value, part, last))
        {
            if (value >= 1000)
            {
                total += Math.Max(1, part) * value;
                part = 0;
            }
            else part = value == 100 ? Math.Max(1, part) * 100 : part + value;
            last = value;
            position++;
            long sum = total + part;
            if (sum is > 0 or 0 && sum <= largest) readings.Add((position, sum * scale));
            position = Linked(position, last);
        }
    }

    // After tens and hundreds a hyphen or `and` may lead on: twenty-one, two thousand and eighteen, twenty and four.
    private int Linked(int position, int last)
    {
        bool linked = last >= 20 && IsWord(position, words.Hyphen) || last >= 20 && IsWord(position, words.And);
        return linked && Cardinal(position + 1) is int next && next < last ? position + 1 : position;
    }

    private static bool Grows(int value, long part, int last)
    {
        if (last == 0) return true;
        if (value is 100) return part is > 0 and < 100;
        if (value >= 1000) return part > 0;
        if (last >= 100) return value > 0;
        return last >= 20 && value is > 0 and < 10;
    }

    private void Years(int at, List<(int End, long Value)> readings)
    {
        List<(int End, long Value)> parts = [];
        if (Cardinal(at) is null or > 99) return;
        Cardinals(at, 1, 2199, parts);
        foreach ((int end, long value) in parts)
        {
            if (value >= 1000) readings.Add((end, value));
            if (value is < 10 or > 21) continue;
            AddCentury(end, value * 100, readings);
        }
    }

    private void AddCentury(int at, long century, List<(int End, long Value)> readings)
    {
        int position = IsWord(at, words.Hyphen) ? at + 1 : at;
        if (Cardinal(position) == 0 && Cardinal(position + 1) is int ones and > 0 and < 10) readings.Add((position + 2, century + ones));
        List<(int End, long Value)> rest = [];
        Cardinals(position, 1, 99, rest);
        foreach ((int end, long value) in rest)
        {
            if (value >= 10) readings.Add((end, century + value));
        }
    }

    private int? Cardinal(int at) => InClass(at, words.CardinalClass);

    private int? Ordinal(int at) => at < units.Count && units[at].Kind == UnitKind.Ordinal ? units[at].Value : InClass(at, words.OrdinalClass);

    private int? InClass(int at, int wordClass)
    {
        if (at >= units.Count || units[at].Lexeme == 0 || wordClass < 0) return null;
        int value = vocabulary.Value(wordClass, units[at].Lexeme);
        return value == Vocabulary.Absent ? null : value;
    }

    private bool IsWord(int at, int lexeme) => at < units.Count && units[at].Lexeme == lexeme && lexeme != 0;
}
