using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Dates;

/// <summary>Two expressions that bound one span of days: <c>from 3 to 5 May</c>, <c>between Monday and Wednesday</c>.</summary>
/// <param name="First">Index of the first expression.</param>
/// <param name="Second">Index of the second, which is the next one.</param>
/// <param name="Span">Range in the text, the preposition before the first included.</param>
/// <param name="From">First day, or null where the first expression has none.</param>
/// <param name="To">Last day, or null where the second expression has none.</param>
public sealed record DateRange(int First, int Second, TextSpan Span, DateOnly? From, DateOnly? To)
{
    internal static ImmutableArray<DateRange> Link(ImmutableArray<FoundTime> found, List<TimeUnit> units, Calendar calendar, string text)
    {
        ImmutableArray<DateRange>.Builder ranges = ImmutableArray.CreateBuilder<DateRange>();
        for (int i = 0; i + 1 < found.Length; i++)
        {
            FoundTime first = found[i];
            FoundTime second = found[i + 1];
            if (second.From - first.To is < 1 or > 2 || !IsPoint(first) || !IsPoint(second)) continue;
            string link = text[units[first.To].Start..units[second.From - 1].End];
            string? before = first.From > 0 ? text[units[first.From - 1].Start..units[first.From - 1].End] : null;
            bool between = before is not null && before.Equals("between", StringComparison.OrdinalIgnoreCase);
            bool from = before is not null && before.Equals("from", StringComparison.OrdinalIgnoreCase);
            if (!Links(link, between)) continue;
            int start = between || from ? units[first.From - 1].Start : first.Span.Start;
            ranges.Add(Bound(i, new TextSpan(start, second.Span.End), first.Value, second.Value));
            i++;
        }

        return ranges.ToImmutable();
    }

    private static DateRange Bound(int index, TextSpan span, TimeValue first, TimeValue second)
    {
        DateOnly? from = first.From;
        DateOnly? to = second.To;
        if (from is DateOnly start && to is DateOnly end && end < start && first.Grain == Grain.Day && second.Grain == Grain.Day)
        {
            int gap = start.DayNumber - end.DayNumber;
            if (gap <= 7) to = CalendarArithmetic.AddDays(end, 7);
            else if (gap <= 366) from = CalendarArithmetic.AddMonths(start, -12);
        }

        return new DateRange(index, index + 1, span, from, to);
    }

    private static bool Links(string link, bool between) => link.ToLowerInvariant() switch
    {
        "to" or "-" or "\u2013" or "\u2014" or "until" or "till" or "through" or "thru" or "up to" or "through to" => true,
        "to the" or "until the" or "through the" => true,
        "and" or "and the" => between,
        _ => false,
    };

    private static bool IsPoint(FoundTime found) => found.Value.IsSpan || found.Value.Grain == Grain.Reference && found.Value.From is not null;
}
