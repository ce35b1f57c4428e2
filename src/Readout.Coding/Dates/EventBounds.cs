using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Dates;

/// <summary>
/// What the words before a date do to the days of an event: <c>by Friday</c> has no first day, <c>since 2016</c> no last one;
/// a past <c>this week</c> ends at publication.
/// </summary>
internal static class EventBounds
{
    public static (DateOnly? From, DateOnly? To) Narrow(DateLayer layer, int index, DateOnly? from, DateOnly? to, EventStatus status)
    {
        Document document = layer.Document;
        TextSpan span = layer.Expressions[index].Span;
        int before = document.TokenAtOrAfter(span.Start) - 1;
        bool inRange = layer.Ranges.Any(range => range.First == index || range.Second == index);
        if (before >= 0 && !inRange)
        {
            Token word = document.Token(before);
            if (word.Is("by") || word.Is("before") || word.Is("until") || word.Is("till"))
                return (null, word.Is("before") && from is DateOnly day ? CalendarArithmetic.AddDays(day, -1) : to);
            if (word.Is("since") || word.Is("from") || word.Is("after"))
                return (word.Is("after") && to is DateOnly day ? CalendarArithmetic.AddDays(day, 1) : from, null);
        }

        DateOnly? published = document.Article.Published;
        bool covers = from <= published && published <= to && layer.Expressions[index].Granularity is "week" or "month" or "quarter" or "season" or "year";
        bool past = status is EventStatus.Actual or EventStatus.Historical or EventStatus.Negated;
        if (!covers) return (from, to);
        bool whole = layer.Expressions[index].Granularity == "week" && status == EventStatus.Future;
        return past ? (from, published) : whole ? (from, to) : (from, to);
    }
}
