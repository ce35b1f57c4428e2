using Readout.Archive.Search.Words;
using Readout.Archive.Store;
using Readout.Archive.Store.Dialects;

namespace Readout.Archive.Search.Facets;

/// <summary>
/// The current events that words and facets find, by day, newest first; those without a day are left out. The full text gives them in the order
/// of keeping, so that few are taken together and many by stretches of days, by the tokens of these. For one thread.
/// </summary>
internal sealed class MatchesByDay(ArchiveConnection connection, WordSearch engine, WordQuery words, FacetFilter filter, long stretch = MatchesByDay.FirstStretch)
{
    /// <summary>So many events of the archive are in the first stretch of days.</summary>
    public const long FirstStretch = 8_000;

    private const int Growth = 4;

    /// <summary>The events after one of them, grouped by their sentence; the event after which the next page begins, or null.</summary>
    public (List<(long Sentence, List<long> Events)> Found, long? Next) Page(long? after, int limit, bool areFew)
    {
        (long Day, long Event)? before = after is long number ? (connection.Number("SELECT day FROM event_facets WHERE event = @event", ("@event", number)), number) : null;
        List<(long Sentence, List<long> Events)> found = [];
        long last = 0;
        foreach ((long day, long matched, long sentence) in areFew ? Taken(filter.Tokens, filter.From, filter.To) : ByStretch(before?.Day))
        {
            if (before is { } end && (day, matched).CompareTo(end) >= 0) continue;
            int known = found.FindIndex(hit => hit.Sentence == sentence);
            if (known < 0 && found.Count == limit) return (found, last);
            if (known < 0) found.Add((sentence, [matched]));
            else found[known].Events.Add(matched);
            last = matched;
        }

        return (found, null);
    }

    // The days that hold the newest events of the archive, then those that hold four times as many, and so on: few questions wherever the days lie, and no more rows
    // than a page needs where the words are frequent.
    private IEnumerable<(long Day, long Event, long Sentence)> ByStretch(long? from)
    {
        object? newest = connection.Scalar("SELECT MAX(day) FROM events WHERE current = 1 AND day IS NOT NULL");
        object? oldest = connection.Scalar("SELECT MIN(day) FROM events WHERE current = 1 AND day IS NOT NULL");
        if (newest is not long most || oldest is not long least) yield break;
        DateOnly first = DateOnly.FromDayNumber((int)Math.Max(least, (filter.From ?? DateOnly.MinValue).DayNumber));
        DateOnly last = DateOnly.FromDayNumber((int)Math.Min(Math.Min(from ?? most, most), (filter.To ?? DateOnly.MaxValue).DayNumber));
        if (first > last) yield break;
        for (long events = stretch; ; events *= Growth)
        {
            DateOnly begin = Begin(last, events) is { } known && known > first ? known : first;
            foreach ((long, long, long) match in Taken([.. filter.Tokens, DayTokens.Between(begin, last)], begin, last)) yield return match;
            if (begin == first) yield break;
            last = begin.AddDays(-1);
        }
    }

    // The day since which so many events happened up to another; null where there are fewer.
    private DateOnly? Begin(DateOnly last, long events) => connection.Scalar(
        "SELECT day FROM events WHERE current = 1 AND day IS NOT NULL AND day <= @last ORDER BY day DESC LIMIT 1 OFFSET @events", ("@last", (long)last.DayNumber), ("@events", events))
        is long day ? DateOnly.FromDayNumber((int)day) : null;

    private IEnumerable<(long Day, long Event, long Sentence)> Taken(IReadOnlyList<IReadOnlyList<string>> tokens, DateOnly? from, DateOnly? to) => connection.Query(
        $"""
        SELECT event_facets.day, event_facets.event, event_facets.sentence FROM ({engine.Events}) AS found JOIN event_facets ON event_facets.event = found.id
        WHERE event_facets.day IS NOT NULL AND event_facets.day BETWEEN @from AND @to
        """,
        row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)),
        ("@words", engine.Text(words, tokens)), ("@from", (long)(from ?? DateOnly.MinValue).DayNumber), ("@to", (long)(to ?? DateOnly.MaxValue).DayNumber)).OrderDescending();
}
