namespace Readout.Coding.Dates;

/// <summary>Expressions that stand on the day of publication or on a date mentioned before.</summary>
internal static partial class Resolver
{
    private static TimeValue Weekday(int weekday, ResolutionContext context)
    {
        if (context.Published is not DateOnly published) return TimeValue.Failed(TimeValue.NoPublication);
        int distance = (weekday - CalendarArithmetic.IsoDay(published) + 7) % 7;
        return TimeValue.Day(CalendarArithmetic.AddDays(published, context.Lean > 0 || distance == 0 ? distance : distance - 7));
    }

    private static TimeValue Relative(TimeNode node, ResolutionContext context)
    {
        if (context.Published is not DateOnly published) return TimeValue.Failed(TimeValue.NoPublication);
        int step = node.Number(0);
        TimeNode what = node[1];
        return what.Op switch
        {
            TimeOp.Unit => RelativeUnit(step, (Span)what.Number(0), published),
            TimeOp.Weekday => RelativeWeekday(step, what.Number(0), published, context.Lean),
            TimeOp.Month or TimeOp.Season or TimeOp.Quarter or TimeOp.Half or TimeOp.Festival or TimeOp.Md =>
                RelativeRecurring(step, what, published, context),
            _ => Resolve(what, context),
        };
    }

    private static TimeValue RelativeUnit(int step, Span unit, DateOnly published)
    {
        DateOnly start = unit is Span.Day or Span.BusinessDay ? published : Spans.Holding(unit, published).From ?? published;
        DateOnly? day = Spans.Add(start, step * 1000L, unit);
        return day is DateOnly d ? Spans.Holding(unit, d) : TimeValue.Failed(TimeValue.OutsideCalendar);
    }

    private static TimeValue RelativeWeekday(int step, int weekday, DateOnly published, int lean)
    {
        int today = CalendarArithmetic.IsoDay(published);
        int days = step switch
        {
            0 => lean < 0 && weekday > today ? weekday - today - 7 : weekday - today,
            1 => weekday - today + 7,
            > 1 => weekday - today + 7 * step,
            -1 => weekday < today ? weekday - today : weekday - today - 7,
            _ => weekday - today + 7 * step,
        };
        return TimeValue.Day(CalendarArithmetic.AddDays(published, days));
    }

    private static TimeValue RelativeWeekdays(int count, int weekday, ResolutionContext context)
    {
        if (context.Published is not DateOnly published) return TimeValue.Failed(TimeValue.NoPublication);
        int first = (weekday - CalendarArithmetic.IsoDay(published) + 6) % 7 + 1;
        return TimeValue.Day(CalendarArithmetic.AddDays(published, first + 7L * (count - 1)));
    }

    private static TimeValue RelativeRecurring(int step, TimeNode what, DateOnly published, ResolutionContext context)
    {
        if (step == 0) return This(what, published, context);
        for (int i = 0; i <= 3; i++)
        {
            TimeValue candidate = InYear(what, published.Year + Math.Sign(step) * i, context);
            if (candidate.From is not DateOnly from || candidate.To is not DateOnly to) continue;
            if (step < 0 ? to < published : from > published) return candidate;
        }

        return TimeValue.Failed(TimeValue.OutsideCalendar);
    }

    private static TimeValue This(TimeNode what, DateOnly published, ResolutionContext context)
    {
        TimeValue before = InYear(what, published.Year - 1, context);
        return before.From <= published && before.To >= published ? before : InYear(what, published.Year, context);
    }

    private static TimeValue That(TimeNode what, ResolutionContext context)
    {
        if (context.Anchor?.From is DateOnly anchor && what.Op == TimeOp.Unit && (Span)what.Number(0) != Span.Weekend)
        {
            Span unit = (Span)what.Number(0);
            return unit == Span.Quarter && context.Anchor.Grain == Grain.Year && context.Published is DateOnly day
                ? LastQuarter(day) : Spans.Holding(unit, anchor);
        }

        if (what.Op != TimeOp.Unit) return Resolve(what, context);
        if (context.Published is not DateOnly published) return TimeValue.Failed(TimeValue.NoAnchor);
        return (Span)what.Number(0) switch
        {
            Span.Weekend => TheWeekend(published, context.Lean),
            Span.Quarter when context.Lean <= 0 => LastQuarter(published),
            Span unit => Spans.Holding(unit, published),
        };
    }

    private static TimeValue LastQuarter(DateOnly published) =>
        CalendarArithmetic.AddMonths(published, -3) is DateOnly day ? Spans.Holding(Span.Quarter, day) : TimeValue.Failed(TimeValue.OutsideCalendar);

    private static TimeValue TheWeekend(DateOnly published, int lean)
    {
        bool begun = CalendarArithmetic.IsoDay(published) >= 6;
        return TimeValue.Weekend(lean < 0 && !begun ? CalendarArithmetic.AddDays(published, -7) : published);
    }

    private static TimeValue Adjacent(TimeNode node, ResolutionContext context)
    {
        int step = node.Number(0);
        DateOnly? start = (step < 0 ? context.Anchor?.From : context.Anchor?.To) ?? context.Published;
        if (start is not DateOnly day) return TimeValue.Failed(TimeValue.NoAnchor);
        switch (node[1].Op)
        {
            case TimeOp.Unit:
                return RelativeUnit(step, (Span)node[1].Number(0), day);
            case TimeOp.Weekday:
                int distance = (node[1].Number(0) - CalendarArithmetic.IsoDay(day) + 7) % 7;
                if (step > 0 && distance == 0) distance = 7;
                return TimeValue.Day(CalendarArithmetic.AddDays(day, step > 0 ? distance : distance - 7));
            case TimeOp.PartOfDay or TimeOp.Value:
                return PartOn(CalendarArithmetic.AddDays(day, step), node[1].Op == TimeOp.Value ? (int)node[1].Value : node[1].Number(1));
            default:
                return RelativeRecurring(step, node[1], day, context);
        }
    }

    private static TimeValue Of(TimeNode node, ResolutionContext context)
    {
        TimeValue holder = Resolve(node[1], context);
        if (holder.From is not DateOnly from) return holder;
        if (node[0].Op == TimeOp.Day) return Date(from.Year, from.Month, node[0].Number(0));
        if (node[0].Op == TimeOp.Weekday) return WeekdayIn(node[0].Number(0), holder);
        return InYear(node[0], from.Year, context);
    }

    private static TimeValue WeekdayIn(int weekday, TimeValue holder)
    {
        DateOnly from = holder.From!.Value;
        return TimeValue.Day(CalendarArithmetic.AddDays(from, (weekday - CalendarArithmetic.IsoDay(from) + 7) % 7));
    }

    private static TimeValue Nth(TimeNode node, ResolutionContext context)
    {
        TimeValue holder = Resolve(node[2], context);
        if (holder.From is not DateOnly from || holder.To is not DateOnly to) return holder;
        int n = node.Number(0);
        if (node[1].Op == TimeOp.Weekday) return NthWeekday(n, node[1].Number(0), from, to);
        Span unit = (Span)node[1].Number(0);
        if (unit is Span.Week or Span.Weekend) return NthWeek(n, unit, from, to);
        DateOnly? start = n > 0
            ? Spans.Add(from, (n - 1) * 1000L, unit)
            : Spans.Add(Spans.Holding(unit, to).From ?? to, (n + 1) * 1000L, unit);
        if (start is not DateOnly day || day > to || day < from) return TimeValue.Failed(TimeValue.NoSuchDate);
        return unit == Span.Decade && n > 0 ? TimeValue.Decade((from.Year / 100 * 100) + 10 * (n - 1)) : Spans.Holding(unit, day);
    }

    private static TimeValue NthWeekday(int n, int weekday, DateOnly from, DateOnly to)
    {
        int offset = n > 0
            ? (weekday - CalendarArithmetic.IsoDay(from) + 7) % 7 + 7 * (n - 1)
            : to.DayNumber - from.DayNumber - (CalendarArithmetic.IsoDay(to) - weekday + 7) % 7 + 7 * (n + 1);
        DateOnly? day = CalendarArithmetic.AddDays(from, offset);
        return day < from || day > to ? TimeValue.Failed(TimeValue.NoSuchDate) : TimeValue.Day(day);
    }

    // A week belongs to the month or year that holds its Thursday (ISO 8601).
    private static TimeValue NthWeek(int n, Span unit, DateOnly from, DateOnly to)
    {
        DateOnly edge = n > 0 ? from : to;
        DateOnly thursday = CalendarArithmetic.AddDays(CalendarArithmetic.Monday(edge), 3) ?? edge;
        if (n > 0 && thursday < from) thursday = thursday.AddDays(7);
        if (n < 0 && thursday > to) thursday = thursday.AddDays(-7);
        DateOnly? day = CalendarArithmetic.AddDays(thursday, 7L * (n > 0 ? n - 1 : n + 1));
        if (day is null || day < from || day > to) return TimeValue.Failed(TimeValue.NoSuchDate);
        return unit == Span.Week ? TimeValue.Week(day) : TimeValue.Weekend(day);
    }

    private static TimeValue Holding(TimeNode node, ResolutionContext context)
    {
        TimeValue date = Resolve(node[1], context);
        return date.From is DateOnly day ? Spans.Holding((Span)node.Number(0), day) : date;
    }

    private static TimeValue YearAgo(TimeNode node, ResolutionContext context)
    {
        TimeNode what = node[0];
        if (what.Op is TimeOp.Quarter or TimeOp.Half or TimeOp.Month && context.Published is DateOnly published)
            return RelativeRecurring(-1, what, published.AddYears(published.Year > 1 ? -1 : 0), context);
        TimeValue? anchor = context.Anchor is { IsSpan: true, Grain: Grain.Quarter or Grain.Month or Grain.Half or Grain.Year } held ? held : null;
        if (anchor is null && what.Op == TimeOp.Unit && context.Published is not null) anchor = That(what, context);
        return anchor is null ? RelativeTo(context, Span.Year) : Back(anchor, 12);
    }

    private static TimeValue RelativeTo(ResolutionContext context, Span unit) =>
        context.Published is DateOnly published ? RelativeUnit(-1, unit, published) : TimeValue.Failed(TimeValue.NoPublication);

    private static TimeValue Back(TimeValue span, int months)
    {
        if (span.From is not DateOnly from || CalendarArithmetic.AddMonths(from, -months) is not DateOnly day) return TimeValue.Failed(TimeValue.OutsideCalendar);
        return span.Grain switch
        {
            Grain.Quarter => Spans.Holding(Span.Quarter, day),
            Grain.Month => Spans.Holding(Span.Month, day),
            Grain.Half => Spans.Holding(Span.Half, day),
            Grain.Season => TimeValue.Season(day.Year, from.Month == 12 ? 4 : from.Month / 3),
            _ => TimeValue.Year(day.Year),
        };
    }

    private static TimeValue Shift(TimeNode node, ResolutionContext context)
    {
        (long amount, Span unit, bool vague) = Amount(node[0]);
        int sign = node.Number(1);
        bool years = unit == Span.Year && amount == 1000 && sign < 0;
        if (years && node[2].Op is TimeOp.Now or TimeOp.Anchor && context.Anchor is { IsSpan: true, Grain: Grain.Quarter or Grain.Half } quarter) return Back(quarter, 12);
        if (years && node[2].Op == TimeOp.Anchor && context.Anchor is { IsSpan: true, Grain: Grain.Month or Grain.Season } month) return Back(month, 12);
        if (vague) return new TimeValue(Grain.Reference, sign < 0 ? "PAST_REF" : "FUTURE_REF", null, null, TimeValue.Vague);
        TimeValue anchor = Resolve(node[2], context);
        DateOnly? start = sign < 0 ? anchor.From : anchor.To;
        if (start is not DateOnly day) return anchor;
        foreach ((long part, Span of) in Parts(node[0]))
        {
            if (Spans.Add(day, part * sign, of) is not DateOnly next) return TimeValue.Failed(TimeValue.OutsideCalendar);
            day = next;
        }

        return unit is Span.Decade or Span.Century or Span.Millennium ? TimeValue.Year(day.Year) : Spans.Holding(unit, day);
    }

    /// <summary>The day that an expression of the form `two weeks ago` reaches, whatever its unit; null where there is none.</summary>
    internal static DateOnly? ShiftedDay(TimeNode node, ResolutionContext context, int vague)
    {
        TimeValue anchor = Resolve(node[2], context);
        DateOnly? day = node.Number(1) < 0 ? anchor.From : anchor.To;
        foreach ((long part, Span of) in Parts(node[0]))
        {
            if (day is DateOnly from) day = Spans.Add(from, (part == 0 ? vague * 1000L : part) * node.Number(1), of);
        }

        return day;
    }
}
