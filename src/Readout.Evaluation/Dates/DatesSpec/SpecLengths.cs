using Readout.Coding.Dates;

namespace Readout.Evaluation.Dates.DatesSpec;

/// <summary>Lengths of time that the specification reads as spans of days.</summary>
internal static class SpecLengths
{
    /// <summary>A length that begins or ends on the reference day: the next 3 days, the past two decades.</summary>
    public static (string Timex, string Future, string Past)? Of(TimeNode node, ResolutionContext context, bool within)
    {
        if (context.Published is not DateOnly reference) return null;
        bool ahead = node.Number(1) > 0;
        DateOnly edge = ahead && !within ? reference.AddDays(1) : reference;
        DateOnly? other = edge;
        foreach ((long amount, Span unit) in Resolver.Parts(node[0]))
        {
            if (unit == Span.Decade) return Decades(ahead, (int)(amount / 1000), reference);
            if (other is DateOnly day) other = Spans.Add(day, (ahead ? 1 : -1) * (amount == 0 ? 3000 : amount), unit);
        }

        if (other is not DateOnly far) return null;
        string length = Resolver.Resolve(node[0], context).Timex!.Replace("X", "3", StringComparison.Ordinal);
        (DateOnly from, DateOnly to) = ahead ? (edge, far) : (far, edge);
        return ($"({SpecDates.Text(from)},{SpecDates.Text(to)},{length})", SpecPeriods.Pair(from, to), SpecPeriods.Pair(from, to));
    }

    private static (string Timex, string Future, string Past) Decades(bool ahead, int count, DateOnly reference)
    {
        int start = reference.Year / 10 * 10;
        (DateOnly from, DateOnly to) = ahead
            ? (new DateOnly(start + 10, 1, 1), new DateOnly(start + 10 + 10 * count, 1, 1))
            : (new DateOnly(start - 10 * count, 1, 1), new DateOnly(start, 1, 1));
        return ($"({SpecDates.Text(from)},{SpecDates.Text(to)},P{count * 10}Y)", SpecPeriods.Pair(from, to), SpecPeriods.Pair(from, to));
    }

    /// <summary>The days within a length from the reference day on.</summary>
    public static (string Timex, string Future, string Past)? Within(TimeNode length, ResolutionContext context) =>
        Of(new TimeNode(TimeOp.Span, 0, [length, TimeNode.Leaf(1)]), context, true);

    /// <summary>What `less than` or `more than` makes of a day so far from another: all days up to it, or that day as a bound.</summary>
    public static (string Timex, string Future, string Past)? Bound(TimeNode shift, ResolutionContext context, bool less)
    {
        if (SpecDates.Day(shift, context) is not DateOnly day || Resolver.Resolve(shift[2], context).From is not DateOnly anchor) return null;
        if (!less) return (SpecDates.Text(day), SpecDates.Text(day), SpecDates.Text(day));
        string pair = SpecPeriods.Pair(anchor < day ? anchor : day, anchor < day ? day : anchor);
        return ($"({pair.Replace('~', ',')},{Resolver.Resolve(shift[0], context).Timex})", pair, pair);
    }

    /// <summary>The days from the reference day to the end of the span that holds it, the last one included.</summary>
    public static (string Timex, string Future, string Past)? Rest(TimeNode node, ResolutionContext context)
    {
        TimeValue span = Resolver.Resolve(node[1], context);
        if (context.Published is not DateOnly from || span.To is not DateOnly to) return null;
        int days = to.DayNumber - from.DayNumber + (span.Grain == Grain.Week ? 0 : 1);
        string pair = SpecPeriods.Pair(from, to);
        return (FormattableString.Invariant($"({SpecDates.Text(from)},{SpecDates.Text(to)},P{days}D)"), pair, pair);
    }
}
