using Readout.Archive.Search.Words;
using Readout.Archive.Store;
using Readout.Archive.Store.Dialects;

namespace Readout.Archive.Search.Facets;

/// <summary>
/// The current events that words and facets find, by day, newest first; those without a day are left out. The full text gives them in the order
/// of keeping, so that few are taken together and many month by month, by the tokens of their days. For one thread.
/// </summary>
internal sealed class MatchesByDay(ArchiveConnection connection, WordSearch engine, WordQuery words, FacetFilter filter)
{
    /// <summary>The events after one of them, grouped by their sentence; the event after which the next page begins, or null.</summary>
    public (List<(long Sentence, List<long> Events)> Found, long? Next) Page(long? after, int limit, bool areFew)
    {
        (long Day, long Event)? before = after is long number ? (connection.Number("SELECT day FROM event_facets WHERE event = @event", ("@event", number)), number) : null;
        List<(long Sentence, List<long> Events)> found = [];
        long last = 0;
        foreach ((long day, long matched, long sentence) in areFew ? Taken(filter.Tokens) : ByMonth(before?.Day))
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

    private IEnumerable<(long Day, long Event, long Sentence)> ByMonth(long? from)
    {
        object? newest = connection.Scalar("SELECT MAX(day) FROM events WHERE current = 1 AND day IS NOT NULL");
        object? oldest = connection.Scalar("SELECT MIN(day) FROM events WHERE current = 1 AND day IS NOT NULL");
        if (newest is not long last || oldest is not long first) yield break;
        DateOnly begin = filter.From is { } low && low.DayNumber > first ? low : DateOnly.FromDayNumber((int)first);
        long end = Math.Min(Math.Min(from ?? last, last), (filter.To ?? DateOnly.MaxValue).DayNumber);
        for (DateOnly day = DateOnly.FromDayNumber((int)Math.Max(end, 0)); ; day = Earlier(day))
        {
            bool isWholeYear = day.Month == 12 || from is null && day.DayNumber == end;
            if (isWholeYear && !IsAny(DayTokens.Between(new DateOnly(day.Year, 1, 1), new DateOnly(day.Year, 12, 31)))) day = new DateOnly(day.Year, 1, 1);
            else foreach ((long, long, long) match in Taken([.. filter.Tokens, DayTokens.Between(new DateOnly(day.Year, day.Month, 1), day)])) yield return match;
            if (day.Year * 12 + day.Month <= begin.Year * 12 + begin.Month) yield break;
        }
    }

    // The last day of the month before.
    private static DateOnly Earlier(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddDays(-1);

    private bool IsAny(IReadOnlyList<string> days) =>
        connection.Scalar($"SELECT id FROM ({engine.Events}) AS found LIMIT 1", ("@words", engine.Text(words, [.. filter.Tokens, days]))) is not null;

    private IEnumerable<(long Day, long Event, long Sentence)> Taken(IReadOnlyList<IReadOnlyList<string>> tokens) => connection.Query(
        $"""
        SELECT event_facets.day, event_facets.event, event_facets.sentence FROM ({engine.Events}) AS found JOIN event_facets ON event_facets.event = found.id
        WHERE event_facets.day IS NOT NULL AND event_facets.day BETWEEN @from AND @to
        """,
        row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)),
        ("@words", engine.Text(words, tokens)), ("@from", (long)(filter.From ?? DateOnly.MinValue).DayNumber), ("@to", (long)(filter.To ?? DateOnly.MaxValue).DayNumber)).OrderDescending();
}
