using Readout.Archive.Store;
using Readout.Archive.Writing;

namespace Readout.Archive.Reading;

/// <summary>
/// Keeps the table of who has part in which event (migration 0090), in the transaction that keeps the events: nothing is held in memory but
/// the range of their numbers. For one thread.
/// </summary>
internal sealed class EventPartyLayer : IKeepLayer
{
    // A sum of roles, as the migration made it for the events of before.
    private const string Named = """
        SELECT CASE names.name WHEN 1 THEN actors.code WHEN 2 THEN actors.country ELSE actors.reference END AS who, events.day AS day, events.id AS event,
            CASE parties.role WHEN 'actor' THEN 1 ELSE 0 END AS acts, CASE parties.role WHEN 'recipient' THEN 2 ELSE 0 END AS is_acted_upon,
            CASE parties.role WHEN 'speaker' THEN 4 ELSE 0 END AS speaks, CASE parties.role WHEN 'for' THEN 8 ELSE 0 END AS is_spoken_for
        FROM events JOIN parties ON parties.event = events.id JOIN actors ON actors.id = parties.actor
        CROSS JOIN (SELECT 1 AS name UNION ALL SELECT 2 UNION ALL SELECT 3) AS names
        """;

    /// <summary>The rows that the table has for the current events between two numbers, <c>@first</c> and <c>@last</c>.</summary>
    public const string Expected = $"""
        SELECT who, day, event, MAX(acts) + MAX(is_acted_upon) + MAX(speaks) + MAX(is_spoken_for) AS roles
        FROM ({Named} WHERE events.id BETWEEN @first AND @last AND events.current = 1 AND events.day IS NOT NULL) AS named
        WHERE who IS NOT NULL GROUP BY who, day, event
        """;

    private const string Forgotten = $"""
        DELETE FROM event_parties WHERE (who, day, event) IN (
            SELECT who, day, event FROM ({Named} WHERE events.revision IN (SELECT id FROM revisions WHERE article = @article)
                AND events.current = 0 AND events.day IS NOT NULL) AS named WHERE who IS NOT NULL)
        """;

    private long _first = long.MaxValue;
    private long _last;

    public void Keep(ArchiveConnection connection, WrittenCoding kept)
    {
        if (!kept.IsCurrent) return;
        if (kept.Result.Outcome is KeepOutcome.Revision or KeepOutcome.Recoded) connection.Execute(Forgotten, ("@article", kept.Result.Article));
        if (kept.Events.IsEmpty) return;
        _first = Math.Min(_first, kept.Events.Min());
        _last = Math.Max(_last, kept.Events.Max());
    }

    public void Flush(ArchiveConnection connection)
    {
        if (_last == 0) return;
        connection.Execute($"INSERT INTO event_parties (who, day, event, roles) {Expected}", ("@first", _first), ("@last", _last));
        (_first, _last) = (long.MaxValue, 0);
    }
}
