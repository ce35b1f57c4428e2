using System.Collections.Immutable;
using Readout.Archive.Store;
using Readout.Coding.Record;

namespace Readout.Archive.Status;

/// <summary>What an archive holds. Immutable.</summary>
public sealed record ArchiveStatus
{
    /// <summary>Where it is, without a password.</summary>
    public required string Location { get; init; }

    /// <summary>The step that its tables have come to: <c>0001-record</c>.</summary>
    public required string Schema { get; init; }

    /// <summary>Bytes on the disk: the file with its log, or the database.</summary>
    public required long Size { get; init; }

    /// <summary>What is counted, in this order: articles, revisions, codings, sentences, events, quotes, meetings, actors, sources.</summary>
    public required ImmutableArray<(string What, long Count)> Counts { get; init; }

    /// <summary>Days of publication, first and last; null where no article has one.</summary>
    public required (DateOnly First, DateOnly Last)? Published { get; init; }

    /// <summary>Days of events, first and last; null where no event has one.</summary>
    public required (DateOnly First, DateOnly Last)? Events { get; init; }

    /// <summary>The packs behind the newest codings, with how many revisions each coded.</summary>
    public required ImmutableArray<(PackIdentity Pack, long Revisions)> Packs { get; init; }

    /// <summary>The status of an archive. Only rows that count in queries are counted, except revisions and codings.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public static ArchiveStatus Of(RecordArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        using ArchiveConnection connection = archive.Connect();
        return new ArchiveStatus
        {
            Location = archive.Location.Display,
            Schema = (string)connection.Scalar("SELECT name FROM schema ORDER BY number DESC LIMIT 1")!,
            Size = connection.Dialect.Size(connection),
            Counts = [.. Counted.Select(pair => (pair.What, connection.Number(pair.Sql)))],
            Published = Period(connection, "SELECT MIN(published), MAX(published) FROM revisions", row => Days.Parse(row as string)),
            Events = Period(connection, "SELECT (SELECT MIN(day) FROM events WHERE current = 1), (SELECT MAX(day) FROM events WHERE current = 1)",
                day => day is long number ? DateOnly.FromDayNumber((int)number) : null),
            Packs =
            [
                .. connection.Query(
                    """
                    SELECT packs.version, packs.hash, COUNT(*) FROM revisions JOIN codings ON codings.id = revisions.coding
                    JOIN packs ON packs.id = codings.pack GROUP BY packs.id, packs.version, packs.hash ORDER BY packs.id
                    """,
                    row => (new PackIdentity(row.GetString(0), row.GetString(1)), row.GetInt64(2))),
            ],
        };
    }

    private static readonly ImmutableArray<(string What, string Sql)> Counted =
    [
        ("articles", "SELECT COUNT(*) FROM articles"),
        ("revisions", "SELECT COUNT(*) FROM revisions"),
        ("codings", "SELECT COUNT(*) FROM codings"),
        ("sentences", "SELECT COUNT(*) FROM current_sentences"),
        ("events", "SELECT COUNT(*) FROM events WHERE current = 1"),
        ("quotes", "SELECT COUNT(*) FROM quotes WHERE current = 1"),
        ("meetings", "SELECT COUNT(*) FROM meetings WHERE current = 1"),
        ("actors", "SELECT COUNT(*) FROM actors"),
        ("sources", "SELECT COUNT(DISTINCT source) FROM revisions"),
    ];

    private static (DateOnly, DateOnly)? Period(ArchiveConnection connection, string sql, Func<object, DateOnly?> day) =>
        connection.Query(sql, row => (First: day(row.GetValue(0)), Last: day(row.GetValue(1))))
            .Select(pair => pair.First is { } first && pair.Last is { } last ? ((DateOnly, DateOnly)?)(first, last) : null).Single();
}
