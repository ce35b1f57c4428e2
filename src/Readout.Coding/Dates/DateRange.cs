using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Dates;

/// <summary>Two expressions that bound one span of days, which does not end before it begins: <c>from 3 to 5 May</c>, <c>between Monday and Wednesday</c>.</summary>
/// <param name="First">Index of the first expression.</param>
/// <param name="Second">Index of the second, which is the next one.</param>
/// <param name="Span">Range in the text, the preposition before the first included.</param>
/// <param name="From">First day, or null where the first expression has none.</param>
/// <param name="To">Last day, or null where the second expression has none.</param>
public sealed record DateRange(int First, int Second, TextSpan Span, DateOnly? From, DateOnly? To)
{
    internal static ImmutableArray<DateRange> Link(ImmutableArray<FoundTime> found, List<TimeUnit> units, Article article)
    {
        string text = article.Text;
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
            if (Bounds(first, second, article) is not var (firstDay, lastDay)) continue;
            ranges.Add(new DateRange(i, i + 1, new TextSpan(start, second.Span.End), firstDay, lastDay));
            i++;
        }

        return ranges.ToImmutable();
    }

    // Each end was resolved for itself: where they come to lie the wrong way round, the one that names no year is moved.
    private static (DateOnly? From, DateOnly? To)? Bounds(FoundTime first, FoundTime second, Article article)
    {
        (DateOnly? from, DateOnly? to) = (first.Value.From, second.Value.To);
        if (from is not DateOnly start || to is not DateOnly end || start <= end) return (from, to);
        if (start.DayNumber - end.DayNumber <= 7 && first.Value.Grain == Grain.Day && second.Value.Grain == Grain.Day) to = CalendarArithmetic.AddDays(end, 7);
        else if (!NamesYear(second, article.Text) && (NamesYear(first, article.Text) || start > article.Published)) to = YearOn(end);
        else if (!NamesYear(first, article.Text)) from = CalendarArithmetic.AddMonths(start, -12);
        return from > to ? null : (from, to);
    }

    // The end of a February stays one.
    private static DateOnly? YearOn(DateOnly last) =>
        CalendarArithmetic.AddDays(last, 1) is { } next && CalendarArithmetic.AddMonths(next, 12) is { } then ? CalendarArithmetic.AddDays(then, -1) : null;

    private static bool NamesYear(FoundTime found, string text)
    {
        if (found.Value.Grain >= Grain.Year) return true;
        int digits = 0;
        foreach (char c in found.Span.Of(text))
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits == 4) return true;
        }

        return false;
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
