using System.Collections.Immutable;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Dates;

/// <summary>Picks the words of time that date an event.</summary>
internal static class EventDating
{
    /// <summary>Days before publication from which a deed is background (coding conventions: two weeks).</summary>
    private const int BackgroundDays = 14;

    private const string NoWords = "no words of time";

    /// <summary>The date of an event by its trigger.</summary>
    /// <param name="layer">The words of time.</param>
    /// <param name="trigger">The event's trigger.</param>
    /// <param name="status">Its status.</param>
    /// <param name="deeds">Tokens of nouns that name other deeds: words of time below them are theirs.</param>
    /// <param name="within">Whether the words of time must stand in the trigger's own phrase.</param>
    /// <param name="reach">The distance in clauses from which on words of time do not count.</param>
    public static EventDate DateOf(DateLayer layer, Token trigger, EventStatus status, ImmutableArray<int> deeds, bool within = false, int reach = DateClause.Another)
    {
        int best = -1;
        int bestCost = int.MaxValue;
        Sentence sentence = trigger.Sentence;
        for (int i = 0; i < layer.Expressions.Length; i++)
        {
            TextSpan span = layer.Expressions[i].Span;
            if (span.End <= sentence.Span.Start || span.Start >= sentence.Span.End || !Dates(layer.Found[i]) || IsAhead(layer, i, status)) continue;
            if (within && !HeadOf(layer.Document, span).IsWithin(trigger)) continue;
            int cost = Cost(layer, i, trigger, deeds);
            if (cost < bestCost && cost < reach * 100 && (cost < 100 || !IsBack(layer, i, status))) (best, bestCost) = (i, cost);
        }

        return best < 0 ? new EventDate(null, null, null, null, NoWords) : Dated(layer, best, status);
    }

    /// <summary>What has happened is not dated by a day after the day of publication.</summary>
    private static bool IsAhead(DateLayer layer, int index, EventStatus status) =>
        status is EventStatus.Actual or EventStatus.Historical
        && layer.Document.Article.Published is { } published && layer.Expressions[index].From is { } from && from > published;

    /// <summary>Nor do days that ended two weeks before publication, and stand elsewhere in the sentence, date what is told as news.</summary>
    private static bool IsBack(DateLayer layer, int index, EventStatus status) =>
        status == EventStatus.Actual && IsBackground(Dated(layer, index, status), layer.Document.Article.Published);

    /// <summary>Whether the days of a deed ended two weeks before publication or more.</summary>
    public static bool IsBackground(EventDate date, DateOnly? published) =>
        published is { } day && date.To is { } to && to.DayNumber + BackgroundDays <= day.DayNumber;

    private static bool Dates(FoundTime found) => found.Value.Grain is not (Grain.Set or Grain.None)
        && (found.Value.Grain != Grain.Duration || found.Value.From is not null || found.Value.To is not null)
        || found.Value.Unresolved is TimeValue.NoPublication;

    // 0 to 99: governed by the trigger or its clause; from 100: by another clause that the trigger's clause contains or stands in.
    private static int Cost(DateLayer layer, int index, Token trigger, ImmutableArray<int> deeds)
    {
        Document document = layer.Document;
        Token head = HeadOf(document, layer.Expressions[index].Span);
        int distance = Math.Abs(head.Index - trigger.Index);
        if (!document.IsParsed) return Math.Min(distance, 90) + (Barrier(document, head.Index, trigger.Index) ? 100 : 0);
        return DateClause.Distance(head, trigger, deeds) * 100 + Math.Min(distance, 90);
    }

    private static Token HeadOf(Document document, TextSpan span)
    {
        int first = document.TokenAtOrAfter(span.Start);
        Token head = document.Token(Math.Min(first, document.TokenCount - 1));
        for (int i = first; i < document.TokenCount && document.Token(i).Start < span.End; i++)
        {
            Token token = document.Token(i);
            if (token.IsRoot || token.Head.Start < span.Start || token.Head.Start >= span.End) return token;
        }

        return head;
    }

    private static bool Barrier(Document document, int a, int b)
    {
        for (int i = Math.Min(a, b); i < Math.Max(a, b); i++)
        {
            Token token = document.Token(i);
            if (token.Is("after") || token.Is("before") || token.Is("since") || token.Is("who") || token.Is("which") || token.Is("said")) return true;
        }

        return false;
    }

    private static EventDate Dated(DateLayer layer, int index, EventStatus status)
    {
        DateExpression expression = layer.Expressions[index];
        DateOnly? from = expression.From;
        DateOnly? to = expression.To;
        string? granularity = expression.Granularity;
        foreach (DateRange range in layer.Ranges)
        {
            if (range.First == index || range.Second == index) (from, to) = (range.From, range.To);
        }

        (from, to) = EventBounds.Narrow(layer, index, from, to, status);
        string? reason = from is null && to is null ? expression.Unresolved ?? TimeValue.Vague : null;
        return new EventDate(from, to, reason is null ? granularity ?? "day" : null, expression.Id, reason);
    }
}
