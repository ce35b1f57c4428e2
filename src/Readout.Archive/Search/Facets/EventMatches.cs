using Readout.Archive.Store;
using Readout.Archive.Store.Dialects;

namespace Readout.Archive.Search.Facets;

/// <summary>The current events that words and facets find, newest first. For one thread.</summary>
internal sealed class EventMatches(ArchiveConnection connection, WordSearch engine, string text, FacetFilter filter)
{
    private List<(long Event, long Sentence)> _newest = [];
    private bool _isAll;

    private string Days => filter is { From: null, To: null } ? "" : " AND event_facets.day BETWEEN @from AND @to";

    /// <summary>Counts facets over the newest ones.</summary>
    public void Count(FacetCounter counter)
    {
        List<(long Event, long Sentence)?> rows = connection.Query(
            $"""
            SELECT event_facets.facets, event_facets.day, event_facets.event, event_facets.sentence
            FROM (SELECT id FROM ({engine.Events}) AS found ORDER BY id DESC LIMIT @most) AS newest LEFT JOIN event_facets ON event_facets.event = newest.id{Days}
            """,
            row =>
            {
                if (row.IsDBNull(2)) return ((long, long)?)null;
                counter.Add(row.GetString(0), row.NumberOrNull(1));
                return (row.GetInt64(2), row.GetInt64(3));
            },
            [.. Parameters, ("@most", (long)Searcher.MostCounted)]);
        _newest = [.. rows.OfType<(long, long)>().OrderDescending()];
        _isAll = rows.Count < Searcher.MostCounted;
    }

    /// <summary>Counts facets over the events of some sentences.</summary>
    public static void Count(FacetCounter counter, ArchiveConnection connection, IReadOnlyCollection<long> sentences) => connection.Query(
        $"""
        SELECT event_facets.facets, event_facets.day FROM events JOIN event_facets ON event_facets.event = events.id
        WHERE {connection.Dialect.IsAmong("events.sentence", "@sentences")}
        """,
        row =>
        {
            counter.Add(row.GetString(0), row.NumberOrNull(1));
            return true;
        },
        ("@sentences", connection.Dialect.Numbers(sentences)));

    /// <summary>The events after a number, grouped by their sentence; whether there are more sentences than the limit.</summary>
    public (List<(long Sentence, List<long> Events)> Found, bool More) Page(long? after, int limit)
    {
        List<(long Sentence, List<long> Events)> found = [];
        foreach ((long number, long sentence) in From(after, 4 * limit + 16))
        {
            if (found.Count == 0 || found[^1].Sentence != sentence)
            {
                if (found.Count == limit) return (found, true);
                found.Add((sentence, []));
            }

            found[^1].Events.Add(number);
        }

        return (found, false);
    }

    // Those that were counted need not be looked for again.
    private IEnumerable<(long Event, long Sentence)> From(long? after, int atOnce)
    {
        long before = after ?? long.MaxValue;
        foreach ((long Event, long Sentence) known in _newest.Where(known => known.Event < before))
        {
            yield return known;
            before = known.Event;
        }

        while (!_isAll)
        {
            List<(long Event, long Sentence)> part = connection.Query(
                $"""
                SELECT event_facets.event, event_facets.sentence FROM ({engine.Events}) AS found JOIN event_facets ON event_facets.event = found.id
                WHERE found.id < @before{Days} ORDER BY found.id DESC LIMIT @limit
                """,
                row => (row.GetInt64(0), row.GetInt64(1)), [.. Parameters, ("@before", before), ("@limit", (long)atOnce)]);
            foreach ((long, long) one in part) yield return one;
            if (part.Count < atOnce) yield break;
            before = part[^1].Event;
        }
    }

    private (string Name, object? Value)[] Parameters => filter is { From: null, To: null }
        ? [("@words", text)]
        : [("@words", text), ("@from", (long)(filter.From ?? DateOnly.MinValue).DayNumber), ("@to", (long)(filter.To ?? DateOnly.MaxValue).DayNumber)];
}
