using System.Data.Common;
using Readout.Archive.Search.Facets;
using Readout.Archive.Store;

namespace Readout.Archive.Search.Indexing;

/// <summary>Reads events that are to be made findable out of their rows.</summary>
internal static class IndexedEvents
{
    /// <summary>Current events between two numbers, both exclusive, in order.</summary>
    public static List<IndexedEvent> Between(ArchiveConnection connection, long after, long before, int limit)
    {
        List<IndexedEvent> events = connection.Query(
            """
            SELECT events.id, events.sentence, events.day, events.type, events.mode, events.contexts, events.status, revisions.source
            FROM events JOIN revisions ON revisions.id = events.revision
            WHERE events.id > @after AND events.id < @before AND events.current = 1 ORDER BY events.id LIMIT @limit
            """,
            Read, ("@after", after), ("@before", before), ("@limit", (long)limit));
        if (events.Count == 0) return events;
        Dictionary<long, IndexedEvent> byNumber = events.ToDictionary(indexed => indexed.Event);
        connection.Query(
            """
            SELECT parties.event, parties.role, actors.reference, actors.name, actors.code, actors.country
            FROM parties JOIN actors ON actors.id = parties.actor WHERE parties.event > @after AND parties.event <= @last
            ORDER BY parties.event, parties.role, parties.place
            """,
            row =>
            {
                if (byNumber.TryGetValue(row.GetInt64(0), out IndexedEvent? indexed)) AddParty(indexed, row);
                return true;
            },
            ("@after", after), ("@last", events[^1].Event));
        return events;
    }

    private static IndexedEvent Read(DbDataReader row)
    {
        IndexedEvent indexed = new() { Event = row.GetInt64(0), Sentence = row.GetInt64(1), Day = row.NumberOrNull(2) };
        indexed.Add(FacetKind.Type, row.GetString(3));
        indexed.Add(FacetKind.Mode, row.TextOrNull(4));
        foreach (string context in row.GetString(5).Split(' ', StringSplitOptions.RemoveEmptyEntries)) indexed.Add(FacetKind.Context, context);
        indexed.Add(FacetKind.Status, row.GetString(6));
        indexed.Add(FacetKind.Source, row.TextOrNull(7));
        return indexed;
    }

    private static void AddParty(IndexedEvent indexed, DbDataReader row)
    {
        if (row.GetString(1) is "speaker" or "for") indexed.AddSpeaker(row.TextOrNull(2), row.GetString(3));
        else indexed.AddParty(row.TextOrNull(2), row.GetString(3), row.TextOrNull(4), row.TextOrNull(5));
    }
}
