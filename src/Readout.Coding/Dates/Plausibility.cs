using Readout.Text;

namespace Readout.Coding.Dates;

/// <summary>Tells an expression of time from words that only look like one: a counted number, the verb <c>May</c>, a name.</summary>
internal sealed class Plausibility(Document document, List<TimeUnit> units, Vocabulary vocabulary)
{
    private readonly int _counted = vocabulary.ClassOf("counted");
    private readonly int _beforeYear = vocabulary.ClassOf("before-year");
    private readonly int _beforeDuration = vocabulary.ClassOf("before-duration");
    private readonly int _function = vocabulary.ClassOf("function");

    public bool Holds(Match match) => match.Node.Op switch
    {
        TimeOp.Year when match.To - match.From == 1 && units[match.From].Kind == UnitKind.Number => IsYear(match),
        TimeOp.Year when match.Node.Number(0) < 100 => false,
        TimeOp.Numeric when match.Node.Number(0) < 10000 && match.To - match.From == 1 => IsMonthDay(match),
        TimeOp.Dur when match.To - match.From == 2 && IsArticle(match.From) => Precedes(match.From, _beforeDuration) || BeginsSentence(match.From),
        TimeOp.Month when match.To - match.From == 1 => IsMonth(match),
        TimeOp.Weekday or TimeOp.Season when match.To - match.From == 1 => !InName(match),
        TimeOp.Festival => true,
        TimeOp.Year or TimeOp.Ymd or TimeOp.Md => !units[match.From].Tight || IsOpened(match.From),
        _ => true,
    };

    private bool IsYear(Match match)
    {
        TimeUnit unit = units[match.From];
        if (unit.Tight && !IsOpened(match.From)) return false;
        int next = match.To;
        if (next < units.Count && units[next].Tight && units[next].Kind is UnitKind.Word or UnitKind.Number) return false;
        bool announced = Precedes(match.From, _beforeYear);
        if (unit.Value is < 1500 or > 2060 && !announced) return false;
        if (next >= units.Count || units[next].Kind != UnitKind.Word) return true;
        if (units[next].Lexeme != 0 && vocabulary.Value(_counted, units[next].Lexeme) != Vocabulary.Absent) return false;
        if (units[next].Lexeme != 0 && vocabulary.Value(_function, units[next].Lexeme) != Vocabulary.Absent) return true;
        return announced || !IsPlural(units[next]);
    }

    // 4/22 anywhere, 4/5 only where a rule saw a preposition; never after a number, as in 6 7/16.
    private bool IsMonthDay(Match match)
    {
        bool after = match.From > 0 && units[match.From - 1].Kind is UnitKind.Number or UnitKind.Decimal;
        return !after && (match.Node.Number(0) % 100 > 12 || Precedes(match.From, _beforeYear) || IsOn(match.From));
    }

    private bool IsOn(int at) => at > 0 && document.Text.AsSpan(units[at - 1].Start, units[at - 1].End - units[at - 1].Start).Equals("on", StringComparison.OrdinalIgnoreCase);

    private bool IsOpened(int at)
    {
        int before = units[at].Start - 1;
        if (before < 0) return true;
        char c = document.Text[before];
        if (c is '-' or '\u2013' or '/') return at >= 2 && units[at - 2].Kind is not UnitKind.Word || at >= 2 && units[at - 2].Lexeme != 0;
        return c is '(' or '[' or '"' or '\u201c' or '\'' or '\u2018' or '|' or '\u2014' or '`' or ',' or '_' or ':';
    }

    private bool IsPlural(in TimeUnit unit)
    {
        int length = unit.End - unit.Start;
        return length > 3 && char.IsLower(document.Text[unit.Start]) && document.Text[unit.End - 1] == 's' && document.Text[unit.End - 2] is not ('s' or 'i' or 'u');
    }

    private bool IsMonth(Match match)
    {
        TimeUnit unit = units[match.From];
        if (InName(match)) return false;
        ReadOnlySpan<char> form = document.Text.AsSpan(unit.Start, unit.End - unit.Start);
        if (NamesSomeone(match)) return false;
        if (form is not ("May" or "March" or "Mar" or "MAY" or "MARCH")) return true;
        if (form is "MAY" or "MARCH") return false;
        return !BeginsSentence(match.From);
    }

    // Jan Novak, April Jones: a capitalised word after a month that no preposition announces.
    private bool NamesSomeone(Match match)
    {
        int next = match.To;
        if (next >= units.Count || units[next].Kind != UnitKind.Word || units[next].Lexeme != 0 || !char.IsUpper(document.Text[units[next].Start])) return false;
        return !Precedes(match.From, _beforeYear);
    }

    private bool BeginsSentence(int at)
    {
        if (at == 0 || units[at - 1].Kind == UnitKind.Break) return true;
        TimeUnit before = units[at - 1];
        return before.Kind == UnitKind.Mark && document.Text[before.Start] is '.' or '?' or '!' or '"' or '\u201c' or ':' or '`' or '\u2018';
    }

    private bool IsArticle(int at) => document.Text[units[at].Start] is 'a' or 'A' or 'o' or 'O';

    private bool Precedes(int at, int wordClass) =>
        at > 0 && units[at - 1].Lexeme != 0 && vocabulary.Value(wordClass, units[at - 1].Lexeme) != Vocabulary.Absent;

    private bool InName(Match match)
    {
        if (document.NameCount == 0) return false;
        TextSpan span = new(units[match.From].Start, units[match.To - 1].End);
        int token = document.TokenAtOrAfter(span.Start);
        for (int i = 0; i < document.NameCount; i++)
        {
            Name name = document.Name(i);
            if (name.First > token) return false;
            if (name.End > token) return name.Span.Length > span.Length;
        }

        return false;
    }
}
