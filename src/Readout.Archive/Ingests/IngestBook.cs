using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using Readout.Archive.Store;
using Readout.Archive.Writing;

namespace Readout.Archive.Ingests;

/// <summary>The last ingests of a desk. Safe to call from every thread and from several processes.</summary>
/// <param name="archive">The archive; it stays open.</param>
public sealed class IngestBook(RecordArchive archive)
{
    /// <summary>How many are kept.</summary>
    public const int Most = 20;

    /// <summary>Keeps one, and forgets those that are too old.</summary>
    /// <param name="past">An ingest that is over; its number is given here.</param>
    /// <exception cref="ArgumentException">It is under way.</exception>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public IngestItem Keep(IngestItem past)
    {
        ArgumentNullException.ThrowIfNull(past);
        if (past.EndedAt is not { } ended) throw new ArgumentException("An ingest is kept when it is over.", nameof(past));
        long id = 0;
        using ArchiveConnection connection = archive.Connect();
        connection.InTransaction(() =>
        {
            if (connection.Location.IsPostgres) connection.ExecuteScript("LOCK TABLE ingests IN SHARE ROW EXCLUSIVE MODE");
            id = connection.Number("SELECT COALESCE(MAX(id), 0) FROM ingests") + 1;
            connection.Execute(
                """
                INSERT INTO ingests (id, what, state, line, articles, added, revised, known, refused, refusals, notes, started_at, ended_at)
                VALUES (@id, @what, @state, @line, @articles, @added, @revised, @known, @refused, @refusals, @notes, @started, @ended)
                """,
                ("@id", id), ("@what", StoredText.Of(past.What)), ("@state", past.State), ("@line", StoredText.Of(past.Line)), ("@articles", past.Articles), ("@added", past.New),
                ("@revised", past.Revised), ("@known", past.Known), ("@refused", past.Refused), ("@refusals", Json(past.Refusals)), ("@notes", Json(past.Notes)),
                ("@started", Times.ToText(past.StartedAt)), ("@ended", Times.ToText(ended)));
            connection.Execute("DELETE FROM ingests WHERE id <= @last", ("@last", id - Most));
        });
        return past with { Id = id };
    }

    /// <summary>The last ones, newest first.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public ImmutableArray<IngestItem> Newest()
    {
        using ArchiveConnection connection = archive.Connect();
        return
        [
            .. connection.Query(
                "SELECT id, what, state, line, articles, added, revised, known, refused, refusals, notes, started_at, ended_at FROM ingests ORDER BY id DESC LIMIT @most",
                Read, ("@most", (long)Most)),
        ];
    }

    private static string Json(ImmutableArray<string> lines) => JsonSerializer.Serialize(lines.Select(StoredText.Of));

    private static IngestItem Read(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        What = row.GetString(1),
        State = row.GetString(2),
        Line = row.GetString(3),
        Articles = row.GetInt64(4),
        New = row.GetInt64(5),
        Revised = row.GetInt64(6),
        Known = row.GetInt64(7),
        Refused = row.GetInt64(8),
        Refusals = [.. JsonSerializer.Deserialize<string[]>(row.GetString(9)) ?? []],
        Notes = [.. JsonSerializer.Deserialize<string[]>(row.GetString(10)) ?? []],
        StartedAt = Times.Parse(row.GetString(11)),
        EndedAt = Times.Parse(row.GetString(12)),
    };
}
