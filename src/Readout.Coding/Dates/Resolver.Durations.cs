namespace Readout.Coding.Dates;

/// <summary>Durations, sets, parts of a span and of a day, and references without a date.</summary>
internal static partial class Resolver
{
    private static readonly string[] DayParts = ["MO", "AF", "EV", "NI", "DT", "12:00", "24:00", "MI", "MO"];

    private static (long Amount, Span Unit, bool Vague) Amount(TimeNode duration)
    {
        List<(long Amount, Span Unit)> parts = [.. Parts(duration)];
        (long amount, Span unit) = parts.Count == 0 ? (0, Span.Day) : parts.MaxBy(part => Size(part.Unit) * -1);
        return (amount, unit, parts.Count == 0 || parts.Exists(part => part.Amount == 0) && duration.Op == TimeOp.DurX);
    }

    private static int Size(Span unit) => unit switch
    {
        Span.Second => 0,
        Span.Minute => 1,
        Span.Hour => 2,
        Span.Day or Span.BusinessDay => 3,
        Span.Weekend => 4,
        Span.Week or Span.Fortnight => 5,
        Span.Month => 6,
        Span.Quarter => 7,
        Span.Half => 8,
        Span.Year => 9,
        _ => 10,
    };

    /// <summary>The parts of a duration: thousandths of a unit, 0 where the number is not said.</summary>
    internal static IEnumerable<(long Amount, Span Unit)> Parts(TimeNode duration)
    {
        switch (duration.Op)
        {
            case TimeOp.Dur:
                yield return (duration[0].Value, (Span)duration.Number(1));
                break;
            case TimeOp.DurX:
                yield return (0, (Span)duration.Number(0));
                break;
            case TimeOp.DurSum:
                foreach (TimeNode part in duration.Parts.Where(part => !part.IsNone))
                {
                    foreach ((long amount, Span unit) in Parts(part)) yield return (amount, unit);
                }

                break;
        }
    }

    private static TimeValue Duration(TimeNode node)
    {
        if (node.Op == TimeOp.DurX) return new TimeValue(Grain.Duration, Spans.Vague((Span)node.Number(0)), null, null, null);
        List<(long Amount, Span Unit)> parts = [.. Parts(node)];
        if (parts.Count == 1) return new TimeValue(Grain.Duration, Spans.Duration(parts[0].Amount, parts[0].Unit), null, null, null);
        List<string> days = [];
        List<string> clock = [];
        foreach ((long amount, Span unit) in parts.OrderByDescending(part => Size(part.Unit)))
        {
            string text = Spans.Duration(amount, unit);
            if (Spans.IsClock(unit)) clock.Add(text[2..]);
            else days.Add(text[1..]);
        }

        string timex = "P" + string.Concat(days) + (clock.Count > 0 ? "T" + string.Concat(clock) : "");
        return new TimeValue(Grain.Duration, timex, null, null, null);
    }

    private static TimeValue AnchoredDuration(TimeNode node, ResolutionContext context)
    {
        TimeValue duration = Duration(node[0]);
        int sign = node.Number(1);
        if (context.Published is not DateOnly published) return duration;
        DateOnly? edge = published;
        foreach ((long amount, Span unit) in Parts(node[0]))
        {
            if (amount == 0 || edge is not DateOnly day) return duration with { From = sign > 0 ? published : null, To = sign < 0 ? published : null };
            edge = Spans.Add(day, sign * amount, unit);
        }

        return sign < 0 ? duration with { From = edge, To = published } : duration with { From = published, To = edge };
    }

    private static TimeValue Every(TimeNode node)
    {
        TimeValue duration = Duration(node[0]);
        return duration with { Grain = Grain.Set };
    }

    private static TimeValue EachOf(TimeNode node, ResolutionContext context)
    {
        TimeNode what = node[0];
        string? timex = what.Op switch
        {
            TimeOp.Weekday => $"XXXX-WXX-{what.Number(0)}",
            TimeOp.Month => FormattableString.Invariant($"XXXX-{what.Number(0):00}"),
            TimeOp.Md => FormattableString.Invariant($"XXXX-{what.Number(0):00}-{what.Number(1):00}"),
            TimeOp.Season => "XXXX-" + (string)(what.Number(0) switch { 1 => "SP", 2 => "SU", 3 => "FA", _ => "WI" }),
            TimeOp.Quarter => $"XXXX-Q{what.Number(0)}",
            TimeOp.Half => $"XXXX-H{what.Number(0)}",
            TimeOp.Value => $"XXXX-XX-XXT{DayParts[what.Value]}",
            TimeOp.PartOfDay => EachOf(node with { Parts = [what[0]] }, context).Timex + "T" + DayParts[what.Number(1)],
            TimeOp.Unit when (Span)what.Number(0) == Span.Weekend => "XXXX-WXX-WE",
            _ => null,
        };
        return timex is null
            ? new TimeValue(Grain.Set, null, null, null, TimeValue.Vague)
            : new TimeValue(Grain.Set, timex, null, null, null);
    }

    private static TimeValue Reference(int which, ResolutionContext context) => which switch
    {
        0 => new TimeValue(Grain.Reference, "PRESENT_REF", context.Published, context.Published, context.Published is null ? TimeValue.NoPublication : null),
        1 => new TimeValue(Grain.Reference, "PAST_REF", null, null, TimeValue.Vague),
        _ => new TimeValue(Grain.Reference, "FUTURE_REF", null, null, TimeValue.Vague),
    };

    private static TimeValue PartOfDay(TimeNode node, ResolutionContext context)
    {
        TimeValue date = node[0].IsNone ? AnchorDay(context) : Resolve(node[0], context);
        return date.From is DateOnly day && date.Grain is Grain.Day or Grain.Time ? PartOn(date.From, node.Number(1)) : date;
    }

    // Overnight (part 8) is the eve and the day.
    private static TimeValue PartOn(DateOnly? on, int part)
    {
        if (on is not DateOnly day) return TimeValue.Failed(TimeValue.OutsideCalendar);
        if (part != 7) return TimeValue.Time(day, DayParts[Math.Clamp(part, 0, DayParts.Length - 1)]);
        DateOnly eve = CalendarArithmetic.AddDays(day, -1) ?? day;
        return TimeValue.Time(eve, "NI") with { To = day };
    }

    private static TimeValue AnchorDay(ResolutionContext context)
    {
        if (context.Anchor is { IsSpan: true, Grain: Grain.Day or Grain.Time } anchor) return TimeValue.Day(anchor.From);
        return FromPublication(context, TimeValue.Day(context.Published));
    }

    private static TimeValue ClockTime(TimeNode node, ResolutionContext context)
    {
        int minutes = node.Op == TimeOp.Clock ? node.Number(0) : node.Number(0) * 60;
        if (!node[1].IsNone && minutes / 60 <= 12) minutes = minutes % 720 + 720 * node.Number(1);
        TimeNode date = node[2];
        TimeValue on = date.IsNone ? AnchorDay(context) : Resolve(date, context);
        if (on.From is not DateOnly day) return on;
        return TimeValue.Time(day, FormattableString.Invariant($"{minutes / 60:00}:{minutes % 60:00}"));
    }

    private static TimeValue Modified(TimeNode node, ResolutionContext context)
    {
        TimeValue span = Resolve(node[1], context);
        if (span.From is not DateOnly from || span.To is not DateOnly to || span.Grain is Grain.Duration) return span;
        DateOnly? published = context.Published;
        bool within = published >= from && published <= to;
        return node.Number(0) switch
        {
            1 when to > from => span with { To = Thirds(span.Grain, from, to).First },
            2 when to > from => span with { From = Thirds(span.Grain, from, to).First.AddDays(span.Grain == Grain.Week ? -1 : 1), To = Thirds(span.Grain, from, to).Last.AddDays(span.Grain == Grain.Week ? 1 : -1) },
            3 when to > from => span with { From = Thirds(span.Grain, from, to).Last },
            4 when within => span with { To = published },
            5 when within => span with { From = published },
            _ => span,
        };
    }

    // The last day of the first third and the first of the last one: by months in a year, by days otherwise; a week has
    // Monday to Wednesday, Tuesday to Friday, Thursday to Sunday.
    private static (DateOnly First, DateOnly Last) Thirds(Grain grain, DateOnly from, DateOnly to)
    {
        if (grain == Grain.Week) return (from.AddDays(2), from.AddDays(3));
        if (grain is Grain.Year or Grain.Half or Grain.Quarter or Grain.Season)
        {
            int months = ((to.Year - from.Year) * 12 + to.Month - from.Month + 1) / 3;
            return (from.AddMonths(months).AddDays(-1), CalendarArithmetic.MonthStart(to).AddMonths(1 - months));
        }

        int days = (to.DayNumber - from.DayNumber + 1) / 3;
        return (from.AddDays(Math.Max(days, 1) - 1), to.AddDays(1 - Math.Max(days, 1)));
    }
}
