using Readout.Coding.Dates;
using Readout.Text;

namespace Readout.Evaluation.Dates.DatesSpec;

/// <summary>A week and weekdays in it, which the specification reads as one: <c>next week between Wednesday and Friday</c>.</summary>
internal static class SpecWeeks
{
    /// <summary>The range of weekdays right after the week at an index; null where there is none.</summary>
    public static DateRange? RangeAfter(DateLayer layer, int index)
    {
        FoundTime week = layer.Found[index];
        if (week.Node.Op != TimeOp.Rel || week.Value.Grain != Grain.Week) return null;
        DateRange? range = layer.Ranges.FirstOrDefault(one => one.First == index + 1);
        return range is not null && range.Span.Start == week.Span.End + 1 && IsWeekday(layer, range.First) && IsWeekday(layer, range.Second) ? range : null;
    }

    /// <summary>Both as one span.</summary>
    public static SpecResult? Of(DateLayer layer, int index, DateRange range, ResolutionContext context)
    {
        TimeNode week = layer.Found[index].Node;
        DateOnly? from = Resolver.Resolve(In(layer.Found[range.First].Node, week), context).From;
        DateOnly? to = Resolver.Resolve(In(layer.Found[range.Second].Node, week), context).From;
        if (from is not DateOnly start || to is not DateOnly end) return null;
        string pair = SpecPeriods.Pair(start, end);
        string timex = FormattableString.Invariant($"({pair.Replace('~', ',')},P{end.DayNumber - start.DayNumber}D)");
        return new SpecResult(TextSpan.Cover(layer.Found[index].Span, range.Span), timex, pair, pair);
    }

    private static TimeNode In(TimeNode weekday, TimeNode week) => new(TimeOp.Of, 0, [weekday, week]);

    private static bool IsWeekday(DateLayer layer, int index) => layer.Found[index].Node.Op == TimeOp.Weekday;
}
