using Readout.Text;

namespace Readout.Coding.Dates;

/// <summary>
/// Finds expressions of time in a document and resolves them against its day of publication and the dates that its text
/// mentions. Reading needs only the text; tags and trees, where they are there, decide tense. Immutable; safe to use from
/// every thread.
/// </summary>
/// <param name="calendar">What is known of the words of time.</param>
public sealed class DateReader(Calendar calendar)
{
    private const int Reach = 6;

    private readonly Calendar _calendar = calendar;

    /// <summary>The document's expressions of time in text order, with the ranges they form. O(length of the text).</summary>
    /// <param name="document">A document with sentences and tokens at least.</param>
    public DateLayer Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        List<TimeUnit> units = [];
        UnitScanner.Scan(document.Text, _calendar.Vocabulary, units);
        List<FoundTime> found = Find(document, units);
        return DateLayer.Build(document, found, units, _calendar);
    }

    private List<FoundTime> Find(Document document, List<TimeUnit> units)
    {
        List<FoundTime> found = [];
        Grammar grammar = _calendar.Grammar;
        Matcher matcher = new(grammar, _calendar.Vocabulary, _calendar.NumberWords, units);
        Plausibility plausibility = new(document, units, _calendar.Vocabulary);
        TenseFinder tense = new(document, units, _calendar.Vocabulary);
        TimeValue? anchor = null;
        int strong = -1;
        int position = 0;
        int tail = -1;
        while (position < units.Count)
        {
            Match? match = tail >= 0 ? Tail(matcher, tail, position) : null;
            if (match is null && grammar.MayBegin(grammar.Top, grammar.Column(units[position])))
            {
                if (strong < position) strong = NextStrong(units, position);
                if (strong - position <= Reach) match = Longest(matcher, position);
            }

            tail = -1;
            if (match is not Match read || read.To <= position)
            {
                position++;
                continue;
            }

            position = read.To;
            if (read.Node.Op == TimeOp.Skip || !plausibility.Holds(read)) continue;
            TimeSpanInText place = new(read.From, read.To, Cover(units, read));
            int lean = tense.Lean(place.Text, read.From, read.To);
            TimeValue value = Resolver.Resolve(read.Node, new ResolutionContext(document.Article.Published, anchor, lean, _calendar.Festivals));
            if (value.Unresolved == TimeValue.OutsideCalendar && IsFestival(read.Node)) continue;
            found.Add(new FoundTime(place.From, place.To, place.Text, read.Node, value, lean));
            if (Anchors(read.Node, value)) anchor = value;
            if (read.Node.Op is TimeOp.Md or TimeOp.Ymd or TimeOp.Day or TimeOp.Of or TimeOp.WithWeekday or TimeOp.Numeric) tail = _calendar.Tail;
            if (read.Node.Op == TimeOp.Year) tail = _calendar.TailOfYear;
        }

        return found;
    }

    // The second part of a range or a list, unless a whole expression begins there.
    private Match? Tail(Matcher matcher, int rule, int position)
    {
        if (matcher.Longest(rule, position) is not Match tail) return null;
        return matcher.Longest(_calendar.Grammar.Top, tail.From) is Match whole && whole.To > tail.To ? null : tail;
    }

    // Where words of context come first, what begins after them may reach further.
    private Match? Longest(Matcher matcher, int position)
    {
        Match? match = matcher.Longest(_calendar.Grammar.Top, position);
        if (match is not Match read || read.From == position) return match;
        return matcher.Longest(_calendar.Grammar.Top, read.From) is Match inner && inner.To > read.To ? inner : match;
    }

    private bool IsFestival(TimeNode node) => node.Op == TimeOp.Festival ? _calendar.Festivals[node.Number(0)].OnlyKnown
        : node.Parts.Any(IsFestival);

    // What lies a year back for comparison does not become the text's own date.
    private static bool Anchors(TimeNode node, TimeValue value) =>
        value.IsSpan && node.Op is not TimeOp.YearAgo && !(node.Op == TimeOp.Shift && value.Grain is Grain.Year or Grain.Quarter);

    private static TextSpan Cover(List<TimeUnit> units, Match match) => new(units[match.From].Start, units[match.To - 1].End);

    private int NextStrong(List<TimeUnit> units, int from)
    {
        for (int i = from; i < units.Count; i++)
        {
            TimeUnit unit = units[i];
            switch (unit.Kind)
            {
                case UnitKind.Word when unit.Lexeme != 0 && _calendar.Vocabulary.IsStrong(unit.Lexeme):
                case UnitKind.Decade or UnitKind.Clock or UnitKind.NumericDate or UnitKind.BadDate or UnitKind.Ordinal:
                case UnitKind.Number when unit.Digits is 4 or 5 || IsArticled(units, i):
                case UnitKind.Word when unit.Lexeme != 0 && _calendar.NumberWords.IsOrdinal(unit.Lexeme, _calendar.Vocabulary):
                case UnitKind.Decimal when unit.Digits <= 2:
                    return i;
            }
        }

        return int.MaxValue;
    }

    private bool IsArticled(List<TimeUnit> units, int at) => at > 0 && units[at].Digits <= 2 && units[at - 1].Lexeme == _calendar.NumberWords.The;

    private readonly record struct TimeSpanInText(int From, int To, TextSpan Text);
}

/// <summary>An expression as found, with what it says and what it comes to.</summary>
/// <param name="From">Its first unit.</param>
/// <param name="To">The unit after its last.</param>
/// <param name="Span">Its range in the text.</param>
/// <param name="Node">What it says.</param>
/// <param name="Value">What it comes to.</param>
/// <param name="Lean">The tense that it was read with: -1 past, 1 future, 0 unknown.</param>
internal sealed record FoundTime(int From, int To, TextSpan Span, TimeNode Node, TimeValue Value, int Lean);
