namespace Readout.Coding.Dates;

/// <summary>
/// Works out what an expression comes to. Pure: the same expression and context give the same value. Dates that the
/// calendar does not know, and relative ones with nothing to stand on, come back unresolved with a reason.
/// </summary>
internal static partial class Resolver
{
    /// <summary>The value of an expression in its context.</summary>
    public static TimeValue Resolve(TimeNode node, ResolutionContext context) => node.Op switch
    {
        TimeOp.Ymd => Date(node.Number(0), node.Number(1), node.Number(2)),
        TimeOp.Yymd => Date(NumericDates.FullYear(node.Number(0)), node.Number(1), node.Number(2)),
        TimeOp.Md => MonthDay(node.Number(0), node.Number(1), context),
        TimeOp.Ym => TimeValue.Month(FullYear(node.Number(0)), node.Number(1)),
        TimeOp.Year => TimeValue.Year(node.Number(0)),
        TimeOp.ShortYear => TimeValue.Year(NumericDates.FullYear(node.Number(0))),
        TimeOp.Numeric => Numeric(node.Number(0) + 10000 * FullYear(node.Number(1)), context),
        TimeOp.Impossible => TimeValue.Failed(TimeValue.NoSuchDate),
        TimeOp.Decade => Decade(node.Number(0) + node.Number(1)),
        TimeOp.Century => TimeValue.Century(node.Number(0)),
        TimeOp.Month or TimeOp.Season or TimeOp.Quarter or TimeOp.Half or TimeOp.Festival => Recurring(node, context),
        TimeOp.Day => DayOfMonth(node.Number(0), context),
        TimeOp.Weekday => Weekday(node.Number(0), context),
        TimeOp.Weekdays => RelativeWeekdays(node.Number(0), node.Number(1), context),
        TimeOp.WithWeekday => WithWeekday(node, context),
        TimeOp.WeekNumber => WeekNumber(node, context),
        TimeOp.Fiscal => Resolve(node[0], context),
        TimeOp.Of => Of(node, context),
        TimeOp.Rel => Relative(node, context),
        TimeOp.That or TimeOp.Unit => That(node.Op == TimeOp.Unit ? node : node[0], context),
        TimeOp.Adjacent => Adjacent(node, context),
        TimeOp.Nth => Nth(node, context),
        TimeOp.Holding => Holding(node, context),
        TimeOp.YearAgo => YearAgo(node, context),
        TimeOp.Now => FromPublication(context, TimeValue.Day(context.Published)),
        TimeOp.Anchor => context.Anchor ?? FromPublication(context, TimeValue.Day(context.Published)),
        TimeOp.Today => FromPublication(context, TimeValue.Day(Offset(context.Published, node.Number(0)))),
        TimeOp.Shift => Shift(node, context),
        TimeOp.PartOfDay => PartOfDay(node, context),
        TimeOp.Clock or TimeOp.Hour => ClockTime(node, context),
        TimeOp.Mod => Modified(node, context),
        TimeOp.Ref => Reference(node.Number(0), context),
        TimeOp.Dur or TimeOp.DurX or TimeOp.DurSum => Duration(node),
        TimeOp.Span => AnchoredDuration(node, context),
        TimeOp.Every => Every(node),
        TimeOp.EachOf => EachOf(node, context),
        _ => TimeValue.Failed(TimeValue.Vague),
    };

    private static TimeValue FromPublication(ResolutionContext context, TimeValue value) =>
        context.Published is null ? TimeValue.Failed(TimeValue.NoPublication) : value;

    private static DateOnly? Offset(DateOnly? day, long days) => day is DateOnly d ? CalendarArithmetic.AddDays(d, days) : null;

    private static TimeValue Date(int year, int month, int day) =>
        CalendarArithmetic.IsDate(year, month, day) ? TimeValue.Day(new DateOnly(year, month, day)) : TimeValue.Failed(TimeValue.NoSuchDate);

    private static int FullYear(int year) => year is > 0 and < 100 ? NumericDates.FullYear(year) : year;

    private static TimeValue Numeric(int packed, ResolutionContext context)
    {
        int year = packed / 10000;
        int month = packed / 100 % 100;
        int day = packed % 100;
        if (year == 0) return MonthDay(month, day, context);
        return day == 0 ? TimeValue.Month(year, month) : Date(year, month, day);
    }

    private static TimeValue Decade(int number)
    {
        if (number >= 100) return TimeValue.Decade(number);
        return TimeValue.Decade(number < 30 ? 2000 + number : 1900 + number);
    }

    private static TimeValue MonthDay(int month, int day, ResolutionContext context)
    {
        if (!CalendarArithmetic.IsDate(2000, month, day)) return TimeValue.Failed(TimeValue.NoSuchDate);
        if (context.Published is not DateOnly published) return TimeValue.Failed(TimeValue.NoPublication);
        TimeValue? before = null;
        TimeValue? after = null;
        for (int year = Math.Max(1, published.Year - 8); year <= Math.Min(9999, published.Year + 8); year++)
        {
            if (!CalendarArithmetic.IsDate(year, month, day)) continue;
            TimeValue candidate = TimeValue.Day(new DateOnly(year, month, day));
            if (candidate.From <= published) before = candidate;
            else after ??= candidate;
        }

        return Choose(before, after, published, context.Lean);
    }

    // By tense; where the clause does not say, or only from afar and against a far nearer one, the nearer one.
    private static TimeValue Choose(TimeValue? before, TimeValue? after, DateOnly published, int lean)
    {
        if (before is null) return after ?? TimeValue.Failed(TimeValue.OutsideCalendar);
        if (after is null) return before;
        if (before.To >= published) return before;
        int back = published.DayNumber - before.To!.Value.DayNumber;
        int ahead = after.From!.Value.DayNumber - published.DayNumber;
        if (lean == -2 || lean < 0 && back < 6 * ahead) return before;
        if (lean == 2 || lean > 0 && ahead < 6 * back) return after;
        return ahead < back ? after : before;
    }

    private static TimeValue Recurring(TimeNode node, ResolutionContext context)
    {
        if (context.Published is not DateOnly published) return TimeValue.Failed(TimeValue.NoPublication);
        TimeValue? before = null;
        TimeValue? after = null;
        for (int year = Math.Max(1, published.Year - 2); year <= Math.Min(9998, published.Year + 2); year++)
        {
            TimeValue candidate = InYear(node, year, context);
            if (!candidate.IsSpan) continue;
            if (candidate.From <= published) before = candidate;
            else after ??= candidate;
        }

        if (before is null && after is null) return TimeValue.Failed(TimeValue.OutsideCalendar);
        if (node.Op == TimeOp.Quarter && before is not null && after?.From > published.AddDays(100)) return before;
        return Choose(before, after, published, context.Lean);
    }

    /// <summary>What a recurring span comes to in a year.</summary>
    private static TimeValue InYear(TimeNode node, int year, ResolutionContext context)
    {
        switch (node.Op)
        {
            case TimeOp.Month: return TimeValue.Month(year, node.Number(0));
            case TimeOp.Season: return TimeValue.Season(year, node.Number(0));
            case TimeOp.Quarter: return TimeValue.Quarter(year, node.Number(0));
            case TimeOp.Half: return TimeValue.Half(year, node.Number(0));
            case TimeOp.Md: return Date(year, node.Number(0), node.Number(1));
            case TimeOp.Festival:
                int index = node.Number(0);
                if (index >= context.Festivals.Length || context.Festivals[index].In(year) is not (DateOnly from, DateOnly to))
                    return TimeValue.Failed(TimeValue.OutsideCalendar);
                TimeValue day = TimeValue.Day(from);
                return from == to ? day : day with { To = to, Timex = $"{day.Timex}/{TimeValue.Format(to)}" };
            default: return TimeValue.Failed(TimeValue.Vague);
        }
    }

    private static TimeValue DayOfMonth(int day, ResolutionContext context)
    {
        DateOnly? month = context.Anchor?.Grain is Grain.Day or Grain.Month or Grain.Time ? context.Anchor.From : null;
        if (month is DateOnly anchor) return Date(anchor.Year, anchor.Month, day);
        if (context.Published is not DateOnly published) return TimeValue.Failed(TimeValue.NoPublication);
        for (int i = 0; i < 4; i++)
        {
            int step = context.Lean > 0 ? i : -i;
            if (CalendarArithmetic.AddMonths(CalendarArithmetic.MonthStart(published), step) is not DateOnly start) break;
            if (!CalendarArithmetic.IsDate(start.Year, start.Month, day)) continue;
            DateOnly found = new(start.Year, start.Month, day);
            if (context.Lean > 0 ? found >= published : found <= published) return TimeValue.Day(found);
        }

        return TimeValue.Failed(TimeValue.NoSuchDate);
    }

    private static TimeValue WithWeekday(TimeNode node, ResolutionContext context)
    {
        TimeValue date = Resolve(node[1], context);
        if (date.From is not DateOnly day || CalendarArithmetic.IsoDay(day) == node.Number(0) || node[1].Op is not (TimeOp.Day or TimeOp.Md)) return date;
        return context.Published is DateOnly published ? Fitting(node, published) ?? date : date;
    }

    // The nearest month or year in which the day falls on the weekday: `Friday the 13th`, `Friday, Oct. 13`.
    private static TimeValue? Fitting(TimeNode node, DateOnly published)
    {
        bool monthly = node[1].Op == TimeOp.Day;
        int day = monthly ? node[1].Number(0) : node[1].Number(1);
        DateOnly start = monthly ? CalendarArithmetic.MonthStart(published) : new DateOnly(published.Year, Math.Clamp(node[1].Number(0), 1, 12), 1);
        for (int i = 0; i <= 12; i++)
        {
            foreach (int sign in (int[])[-1, 1])
            {
                if (CalendarArithmetic.AddMonths(start, sign * i * (monthly ? 1 : 12)) is not DateOnly month) continue;
                if (!CalendarArithmetic.IsDate(month.Year, month.Month, day)) continue;
                DateOnly found = new(month.Year, month.Month, day);
                if (CalendarArithmetic.IsoDay(found) == node.Number(0)) return TimeValue.Day(found);
            }
        }

        return null;
    }

    private static TimeValue WeekNumber(TimeNode node, ResolutionContext context)
    {
        int? year = node[1].IsNone ? context.Published?.Year : Resolve(node[1], context).From?.Year;
        if (year is null) return TimeValue.Failed(TimeValue.NoPublication);
        return CalendarArithmetic.WeekStart(year.Value, node.Number(0)) is DateOnly monday ? TimeValue.Week(monday) : TimeValue.Failed(TimeValue.NoSuchDate);
    }
}
