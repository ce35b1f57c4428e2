using System.Collections.Immutable;
using Readout.Analysis.Relations;
using Readout.Archive.Reading;
using Readout.Archive.Relations;
using Readout.Archive.Search.Indexing;

namespace Readout.Archive.Store;

/// <summary>
/// What migrations cannot say in SQL: values of new columns and tables for rows that an archive has already. Runs when all tables
/// are as this program has them.
/// </summary>
internal static class Backfill
{
    private const int AtOnce = 1000;

    /// <summary>Fills in what the migrations of those names brought; inside their transaction.</summary>
    public static void Run(ArchiveConnection connection, ImmutableArray<string> taken)
    {
        if (taken.Contains("0020-search")) SearchLayer.CatchUp(connection);
        if (taken.Contains("0040-relations")) CountDyads(connection);
    }

    private static void CountDyads(ArchiveConnection connection)
    {
        for (long after = 0; ;)
        {
            List<long> numbers = connection.Query(
                "SELECT DISTINCT event FROM dyads WHERE event > @after ORDER BY event LIMIT @limit", row => row.GetInt64(0), ("@after", after), ("@limit", (long)AtOnce));
            if (numbers.Count == 0) return;
            Dictionary<long, KeptEvent> events = new EventRows(connection, numbers).Events().ToDictionary(kept => kept.Id);
            foreach ((long number, string low, string high) in connection.Query(
                $"SELECT event, low, high FROM dyads WHERE {connection.Dialect.IsAmong("event", "@numbers")}",
                row => (row.GetInt64(0), row.GetString(1), row.GetString(2)), ("@numbers", connection.Dialect.Numbers(numbers))))
            {
                connection.Execute(
                    "UPDATE dyads SET counted = @counted WHERE event = @event AND low = @low AND high = @high",
                    ("@counted", CountedEvent.Pack(events[number].ToReport(), RelationPair.Of(low, high))), ("@event", number), ("@low", low), ("@high", high));
            }

            after = numbers[^1];
        }
    }
}
