using System.Globalization;
using Readout.Coding.Dates;

namespace Readout.Evaluation.Dates.DatesSpec;

/// <summary>Spans of days as the specification writes them: the end is the day after the last.</summary>
internal static class SpecPeriods
{
    /// <summary>The value and both readings of an expression that names a span of days; null where it names none.</summary>
    public static (string Timex, string Future, string Past)? Of(TimeNode node, ResolutionContext context)
    {
        if (node.Op == TimeOp.Span) return SpecLengths.Of(node, context, false);
        if (node.Op == TimeOp.Mod) return Modified(node, context);
        if (node.Op == TimeOp.Rel && node[1].Op == TimeOp.Month && context.Published is DateOnly now)
            return Of(new TimeNode(TimeOp.Of, 0, [node[1], new TimeNode(TimeOp.Year, 0, [TimeNode.Leaf(now.Year + node.Number(0))])]), context);
        (TimeValue future, TimeValue past) = Readings(node, context);
        if (!future.IsSpan || !past.IsSpan || future.Grain <= Grain.Day) return null;
        return future.Grain switch
        {
            Grain.Season => (Season(node, future), "", ""),
            Grain.Quarter or Grain.Half => Bounded(node, future, past, future.Grain == Grain.Half ? "P6M" : "P3M"),
            Grain.Decade => Decade(node, future),
            Grain.Century => Century(future),
            _ => (Timex(node, future), Days(future), Days(past)),
        };
    }

    // A quarter without a year is read in the year before and after; the weekend is this week's.
    private static (TimeValue Future, TimeValue Past) Readings(TimeNode node, ResolutionContext context)
    {
        TimeValue future = Resolver.Resolve(node, context with { Lean = 2 });
        TimeValue past = Resolver.Resolve(node, context with { Lean = -2 });
        if (future.Grain == Grain.Weekend) return (future, future);
        if (node.Op != TimeOp.Quarter || future.From is not DateOnly from || from > context.Published) return (future, past);
        TimeNode next = new(TimeOp.Of, 0, [node, new TimeNode(TimeOp.Year, 0, [TimeNode.Leaf(from.Year + 1)])]);
        return (Resolver.Resolve(next, context), past);
    }

    /// <summary>The value and both readings of two expressions that bound a span; the specification ends where the second begins.</summary>
    public static (string Timex, string Future, string Past)? Of(FoundTime first, FoundTime second, ResolutionContext context)
    {
        (DateOnly From, DateOnly To)? future = Bounds(first, second, context with { Lean = 2 }, true);
        (DateOnly From, DateOnly To)? past = Bounds(first, second, context with { Lean = -2 }, false);
        if (IsNow(second.Node) || past?.From <= context.Published && context.Published <= past?.To && IsOpen(first.Node) && IsOpen(second.Node)) future = past;
        if (IsNow(first.Node)) past = future;
        if (future is not (DateOnly from, DateOnly to) || past is not (DateOnly start, DateOnly end)) return null;
        string length = Length(first.Value.Grain, second.Value.Grain, from, to);
        string timex = $"({Edge(first.Node, from, second.Node)},{Edge(second.Node, to, first.Node)},{length})";
        string other = Length(first.Value.Grain, second.Value.Grain, start, end);
        if (IsOpen(first.Node) && IsOpen(second.Node) && other != length) timex += "|" + timex.Replace(length, other, StringComparison.Ordinal);
        return (timex, Pair(from, to), Pair(start, end));
    }

    private static (DateOnly From, DateOnly To)? Bounds(FoundTime first, FoundTime second, ResolutionContext context, bool ahead)
    {
        if (context.Published is not DateOnly reference) return null;
        TimeValue start = Start(first, second, context);
        TimeNode last = second.Node.Op == TimeOp.WithWeekday && second.Node[1].Op == TimeOp.Md ? second.Node[1] : second.Node;
        TimeValue end = Resolver.Resolve(last, context with { Anchor = start });
        if (start.From is not DateOnly from || end.From is not DateOnly to) return null;
        if (to < from && IsOpen(second.Node) && CalendarArithmetic.AddMonths(to, 12) is DateOnly later) to = second.Node.Op == TimeOp.Weekday ? to.AddDays(7) : later;
        if (ahead && IsOpen(first.Node) && IsOpen(second.Node) && to > from.AddYears(1).AddDays(-1)) from = from.AddYears(1);
        return from > to && reference >= to ? null : (from, to);
    }

    private static bool IsNow(TimeNode node) => node.Op is TimeOp.Ref or TimeOp.Today;

    // A year in the second part holds for the first: from Feb 1 to March 2019.
    private static TimeValue Start(FoundTime first, FoundTime second, ResolutionContext context)
    {
        TimeNode node = first.Node.Op == TimeOp.WithWeekday && first.Node[1].Op == TimeOp.Md ? first.Node[1] : first.Node;
        TimeValue start = Resolver.Resolve(node, context);
        bool dated = second.Node.Op is TimeOp.Ym or TimeOp.Ymd;
        if (!dated || first.Node.Op is not TimeOp.Md || second.Value.From is not DateOnly end) return start;
        return CalendarArithmetic.IsDate(end.Year, first.Node.Number(0), first.Node.Number(1))
            ? TimeValue.Day(new DateOnly(end.Year, first.Node.Number(0), first.Node.Number(1))) : start;
    }

    private static bool IsOpen(TimeNode node) => node.Op is TimeOp.Md or TimeOp.Weekday or TimeOp.Day || node.Op == TimeOp.Numeric && node.Number(0) < 10000;

    private static string Edge(TimeNode node, DateOnly day, TimeNode? other)
    {
        if (node.Op == TimeOp.Day && other is not null) return Edge(other, day, null);
        if (other?.Op is TimeOp.Ym or TimeOp.Ymd) return SpecDates.Text(day);
        bool open = node.Op == TimeOp.Md || node.Op == TimeOp.WithWeekday && node[1].Op == TimeOp.Md || node.Op == TimeOp.Numeric && node.Number(0) < 10000 || node.Op == TimeOp.Of && node[1].Op == TimeOp.Md;
        return open ? "XXXX" + SpecDates.Text(day)[4..] : SpecDates.Text(day);
    }

    private static string Length(Grain first, Grain second, DateOnly from, DateOnly to)
    {
        int months = (to.Year - from.Year) * 12 + to.Month - from.Month;
        bool coarse = first is Grain.Month or Grain.Year && second is Grain.Month or Grain.Year;
        if (first == Grain.Year && second == Grain.Year) return Text($"P{to.Year - from.Year}Y");
        if (first == Grain.Week && second == Grain.Week) return Text($"P{(to.DayNumber - from.DayNumber) / 7}W");
        return coarse ? Text($"P{months}M") : Text($"P{to.DayNumber - from.DayNumber}D");
    }

    // The specification halves a span for early and late, and a week at Thursday.
    private static (string Timex, string Future, string Past)? Modified(TimeNode node, ResolutionContext context)
    {
        TimeValue future = Resolver.Resolve(node[1], context with { Lean = 2 });
        TimeValue past = Resolver.Resolve(node[1], context with { Lean = -2 });
        if (!future.IsSpan || !past.IsSpan || context.Published is not DateOnly reference) return null;
        if (future.Grain == Grain.Season) return (Season(node[1], future), "", "");
        string timex = node[1].Op == TimeOp.That ? future.Timex! : Timex(node[1], future);
        return (timex, Part(node.Number(0), future, reference), Part(node.Number(0), past, reference));
    }

    private static string Part(int which, TimeValue span, DateOnly reference)
    {
        DateOnly from = span.From!.Value;
        DateOnly end = span.To!.Value.AddDays(1);
        DateOnly middle = span.Grain switch
        {
            Grain.Week => from.AddDays(3),
            Grain.Month => from.AddDays(15),
            _ => from.AddMonths(6),
        };
        bool inside = reference >= from && reference < end;
        return which switch
        {
            1 => Pair(from, middle),
            2 => span.Grain == Grain.Week ? Pair(from.AddDays(1), from.AddDays(5)) : Pair(from.AddDays(10), from.AddDays(20)),
            3 => Pair(middle, end),
            4 => Pair(from, inside ? reference : end),
            _ => Pair(inside ? reference : from, end),
        };
    }

    private static (string Timex, string Future, string Past) Bounded(TimeNode node, TimeValue future, TimeValue past, string length)
    {
        DateOnly from = future.From!.Value;
        DateOnly to = future.To!.Value.AddDays(1);
        bool open = node.Op is TimeOp.Quarter or TimeOp.Half;
        string first = open ? "XXXX" + SpecDates.Text(from)[4..] : SpecDates.Text(from);
        string second = open ? "XXXX" + SpecDates.Text(to)[4..] : SpecDates.Text(to);
        return ($"({first},{second},{length})", Days(future), Days(past));
    }

    private static (string Timex, string Future, string Past) Decade(TimeNode node, TimeValue span)
    {
        int start = span.From!.Value.Year;
        int number = node.Op == TimeOp.Decade && node[1].IsNone ? node.Number(0) : start;
        DateOnly from = new(start, 1, 1);
        if (number is >= 100 or 0 || number < 30) return ($"({Text($"{start}-01-01,{start + 10}-01-01")},P10Y)", Pair(from, from.AddYears(10)), Pair(from, from.AddYears(10)));
        DateOnly ahead = new(2000 + number, 1, 1);
        return ($"(XX{number}-01-01,XX{number + 10}-01-01,P10Y)", Pair(ahead, ahead.AddYears(10)), Pair(ahead.AddYears(-100), ahead.AddYears(-90)));
    }

    private static (string Timex, string Future, string Past) Century(TimeValue span)
    {
        DateOnly from = new(span.From!.Value.Year - 1, 1, 1);
        DateOnly to = from.AddYears(100);
        return ($"({SpecDates.Text(from)},{SpecDates.Text(to)},P100Y)", Pair(from, to), Pair(from, to));
    }

    private static string Season(TimeNode node, TimeValue value) => node.Op == TimeOp.Season ? value.Timex![^2..] : value.Timex!;

    private static string Timex(TimeNode node, TimeValue value) => node.Op switch
    {
        TimeOp.Month => "XXXX" + value.Timex![4..],
        TimeOp.That when node[0].Op == TimeOp.Unit => (Span)node[0].Number(0) switch
        {
            Span.Week => "XXXX-WXX",
            Span.Month => "XXXX-XX",
            Span.Year => "XXXX",
            Span.Weekend => "XXXX-WXX-WE",
            _ => value.Timex!,
        },
        TimeOp.Holding when node[1].Op == TimeOp.Md => FormattableString.Invariant($"XXXX-{node[1].Number(0):00}-{node[1].Number(1):00}"),
        TimeOp.Holding when node[1].Op == TimeOp.Day => FormattableString.Invariant($"XXXX-XX-{node[1].Number(0):00}"),
        TimeOp.Nth when value.Grain == Grain.Week && node[2].Op is TimeOp.Month or TimeOp.Rel or TimeOp.Ym && Monthly(node[2]) => MonthWeek(node, value),
        _ => value.Timex!,
    };

    private static bool Monthly(TimeNode node) => node.Op is TimeOp.Month or TimeOp.Ym || node[1].Op == TimeOp.Unit && (Span)node[1].Number(0) == Span.Month;

    private static string MonthWeek(TimeNode node, TimeValue value)
    {
        DateOnly thursday = value.From!.Value.AddDays(3);
        string year = node[2].Op == TimeOp.Month ? "XXXX" : thursday.Year.ToString("0000", CultureInfo.InvariantCulture);
        int week = node.Number(0) > 0 ? node.Number(0) : 5;
        return FormattableString.Invariant($"{year}-{thursday.Month:00}-W{week:00}");
    }

    private static string Days(TimeValue span) => Pair(span.From!.Value, span.To!.Value.AddDays(1));

    /// <summary>Two days as the specification's readings have them.</summary>
    public static string Pair(DateOnly from, DateOnly to) => $"{SpecDates.Text(from)}~{SpecDates.Text(to)}";

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
