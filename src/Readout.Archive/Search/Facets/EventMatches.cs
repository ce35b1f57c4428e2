using Readout.Archive.Store;
using Readout.Archive.Store.Dialects;

namespace Readout.Archive.Search.Facets;

/// <summary>The current events that words and facets find, newest first. For one thread.</summary>
internal sealed class EventMatches(ArchiveConnection connection, WordSearch engine, string text, FacetFilter filter)
{
    private string Days => filter is { From: null, To: null } ? "" : " AND event_facets.day BETWEEN @from AND @to";

    /// <summary>Counts facets over the newest ones.</summary>
    public void Count(FacetCounter counter) => connection.Query(
        $"""
        SELECT event_facets.facets, event_facets.day FROM (SELECT id FROM ({engine.Events}) AS found ORDER BY id DESC LIMIT @most) AS newest
        JOIN event_facets ON event_facets.event = newest.id{Days}
        """,
        row =>
        {
            counter.Add(row.GetString(0), row.NumberOrNull(1));
            return true;
        },
        [.. Parameters, ("@most", (long)Searcher.MostCounted)]);

    /// <summary>The events after a number, grouped by their sentence; whether there are more sentences than the limit.</summary>
    public (List<(long Sentence, List<long> Events)> Found, bool More) Page(long? after, int limit)
    {
        List<(long Sentence, List<long> Events)> found = [];
        long before = after ?? long.MaxValue;
        while (true)
        {
            int atOnce = 4 * limit + 16;
            List<(long Event, long Sentence)> part = connection.Query(
                $"""
                SELECT event_facets.event, event_facets.sentence FROM ({engine.Events}) AS found JOIN event_facets ON event_facets.event = found.id
                WHERE found.id < @before{Days} ORDER BY found.id DESC LIMIT @limit
                """,
                row => (row.GetInt64(0), row.GetInt64(1)), [.. Parameters, ("@before", before), ("@limit", (long)atOnce)]);
            foreach ((long number, long sentence) in part)
            {
                if (found.Count == 0 || found[^1].Sentence != sentence)
                {
                    if (found.Count == limit) return (found, true);
                    found.Add((sentence, []));
                }

                found[^1].Events.Add(number);
            }

            if (part.Count < atOnce) return (found, false);
            before = part[^1].Event;
        }
    }

    private (string Name, object? Value)[] Parameters => filter is { From: null, To: null }
        ? [("@words", text)]
        : [("@words", text), ("@from", (long)(filter.From ?? DateOnly.MinValue).DayNumber), ("@to", (long)(filter.To ?? DateOnly.MaxValue).DayNumber)];
}
