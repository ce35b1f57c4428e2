using Readout.Archive.Store;

namespace Readout.Archive.Reading;

/// <summary>Reads events. Safe to call from every thread.</summary>
public sealed class EventReader
{
    private const int NumbersAtOnce = 100_000;
    private const int EventsAtOnce = 500;
    private readonly RecordArchive _archive;

    internal EventReader(RecordArchive archive) => _archive = archive;

    /// <summary>The events that fit, read in parts as they are taken, so that memory stays bounded.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IEnumerable<KeptEvent> Read(EventQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        int left = query.Limit ?? int.MaxValue;
        long? after = query.After;
        while (left > 0)
        {
            IReadOnlyList<long> numbers = Numbers(query with { After = after, Limit = Math.Min(left, NumbersAtOnce) });
            foreach (long[] part in numbers.Chunk(EventsAtOnce))
            {
                foreach (KeptEvent kept in Load(part)) yield return kept;
            }

            if (numbers.Count < NumbersAtOnce) yield break;
            left -= numbers.Count;
            after = numbers[^1];
        }
    }

    /// <summary>How many events fit, without regard to order, beginning and limit.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public long Count(EventQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        EventFilter filter = new(query with { After = null, Order = EventOrder.Kept });
        using ArchiveConnection connection = _archive.Connect();
        return connection.Number($"SELECT COUNT(*) FROM events WHERE {filter.Condition}", filter.Parameters);
    }

    /// <summary>The numbers of the events that fit, in order, at most the limit.</summary>
    internal IReadOnlyList<long> Numbers(EventQuery query)
    {
        using ArchiveConnection connection = _archive.Connect();
        if (query.Order != EventOrder.Kept) return new OrderedEvents(connection, query).Numbers();
        EventFilter filter = new(query);
        List<(string, object?)> parameters = [.. filter.Parameters];
        string sql = $"SELECT events.id FROM events WHERE {filter.Condition}";
        if (query.After is long after)
        {
            sql += " AND events.id > @after";
            parameters.Add(("@after", after));
        }

        sql += " ORDER BY events.id";
        if (query.Limit is int limit)
        {
            sql += " LIMIT @limit";
            parameters.Add(("@limit", (long)limit));
        }

        return connection.Query(sql, row => row.GetInt64(0), [.. parameters]);
    }

    /// <summary>The events of those numbers, in the order of the numbers; a number of no event is passed over.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<KeptEvent> Load(IReadOnlyList<long> numbers)
    {
        using ArchiveConnection connection = _archive.Connect();
        return new EventRows(connection, numbers).Events();
    }
}
