using System.Data.Common;
using Readout.Archive.Store;
using Readout.Archive.Writing;

namespace Readout.Archive.Watches;

/// <summary>
/// Who asked to get the briefs of a watch by mail. Nobody gets a brief before the request is confirmed from the address itself, and nobody can
/// have an address flooded: an address gets few such mails a day, and a reader asks for few an hour. A mail is claimed before it is sent, by one
/// process alone. Safe to call from every thread and from several processes.
/// </summary>
/// <param name="archive">The archive; it stays open.</param>
public sealed class RequestStore(RecordArchive archive)
{
    /// <summary>Most mails of this kind that an address gets in a day.</summary>
    public const int MostOfAddress = 3;

    /// <summary>Most requests of a reader in an hour.</summary>
    public const int MostOfReader = 5;

    private const string Select = "SELECT id, watch, address, confirm_key, asked_by, asked_at, state, attempts, next_at FROM watch_requests";

    /// <summary>How long a request can be confirmed.</summary>
    public static TimeSpan Lasts { get; } = TimeSpan.FromDays(3);

    /// <summary>Asks; the mail goes out with the next run of the watches.</summary>
    /// <param name="watch">Number of the watch.</param>
    /// <param name="address">The mail address, already checked as one.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="now">The present time.</param>
    /// <returns>False where there were too many requests lately. Where the address gets the briefs already, nothing is sent, and nobody is told.</returns>
    /// <exception cref="ArgumentException">There is no such watch, or the address cannot be one.</exception>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public bool TryAsk(long watch, string address, string by, DateTimeOffset now)
    {
        MailStore.CheckAddress(address);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        bool taken = false;
        using ArchiveConnection connection = archive.Connect();
        connection.InTransaction(() =>
        {
            WatchTables.Hold(connection);
            if (connection.Number("SELECT COUNT(*) FROM watches WHERE id = @id", ("@id", watch)) == 0) throw new ArgumentException($"there is no watch {watch}");
            connection.Execute("DELETE FROM watch_requests WHERE asked_at < @before", ("@before", Times.ToText(now - Lasts)));
            taken = MayAsk(connection, address, by, now);
            if (taken && !IsReader(connection, watch, address)) Insert(connection, watch, address, by, now);
        });
        return taken;
    }

    /// <summary>The request of a key; null where there is none, or no longer.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public WatchRequest? Find(string key, DateTimeOffset now)
    {
        using ArchiveConnection connection = archive.Connect();
        WatchRequest? found = connection.Query($"{Select} WHERE confirm_key = @key", Read, ("@key", StoredText.Of(key))).FirstOrDefault();
        return found is not null && found.AskedAt + Lasts > now ? found : null;
    }

    /// <summary>Confirms a request: its address gets the briefs from the next one on. Doing it again does nothing. Null where there is no such request.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public WatchRequest? Confirm(string key, DateTimeOffset now)
    {
        if (Find(key, now) is not { } request) return null;
        if (request.IsConfirmed) return request;
        new MailStore(archive).Subscribe(request.Watch, request.Address, now);
        using ArchiveConnection connection = archive.Connect();
        connection.InTransaction(() => connection.Execute("UPDATE watch_requests SET state = 'confirmed' WHERE id = @id", ("@id", request.Id)));
        return request with { IsConfirmed = true };
    }

    /// <summary>The requests whose mail is to go out, the longest waiting first.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<WatchRequest> Due(DateTimeOffset now, int limit)
    {
        using ArchiveConnection connection = archive.Connect();
        return connection.Query(
            $"{Select} WHERE state = 'waiting' AND next_at <= @now AND asked_at >= @first ORDER BY next_at, id LIMIT @limit", Read,
            ("@now", Times.ToText(now)), ("@first", Times.ToText(now - Lasts)), ("@limit", (long)limit));
    }

    /// <summary>Claims a mail for sending; false where another process has it.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public bool Claim(WatchRequest request) => Set(request, "waiting", "sending", request.NextAt, null);

    /// <summary>A claimed mail was taken by a server.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public void Sent(WatchRequest request) => Set(request, "sending", "sent", request.NextAt, null);

    /// <summary>A claimed mail was not taken.</summary>
    /// <param name="request">The request.</param>
    /// <param name="problem">What was wrong.</param>
    /// <param name="again">When to try again; null where it is given up.</param>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public void Failed(WatchRequest request, string problem, DateTimeOffset? again) => Set(request, "sending", again is null ? "failed" : "waiting", again ?? request.NextAt, problem);

    private static bool MayAsk(ArchiveConnection connection, string address, string by, DateTimeOffset now) =>
        connection.Number("SELECT COUNT(*) FROM watch_requests WHERE asked_at > @since AND address = @address", ("@since", Times.ToText(now.AddDays(-1))), ("@address", StoredText.Of(address))) < MostOfAddress
        && connection.Number("SELECT COUNT(*) FROM watch_requests WHERE asked_at > @since AND asked_by = @by", ("@since", Times.ToText(now.AddHours(-1))), ("@by", StoredText.Of(by))) < MostOfReader;

    private static bool IsReader(ArchiveConnection connection, long watch, string address) => connection.Number(
        "SELECT COUNT(*) FROM watch_subscribers WHERE watch = @watch AND address = @address AND state = 'active'", ("@watch", watch), ("@address", StoredText.Of(address))) > 0;

    private static void Insert(ArchiveConnection connection, long watch, string address, string by, DateTimeOffset now) => connection.Execute(
        """
        INSERT INTO watch_requests (id, watch, address, confirm_key, asked_by, asked_at, state, attempts, next_at)
        VALUES (@id, @watch, @address, @key, @by, @now, 'waiting', 0, @now)
        """,
        ("@id", connection.Number("SELECT COALESCE(MAX(id), 0) FROM watch_requests") + 1), ("@watch", watch), ("@address", StoredText.Of(address)), ("@key", WatchStore.NewKey()),
        ("@by", StoredText.Of(by)), ("@now", Times.ToText(now)));

    private bool Set(WatchRequest request, string from, string to, DateTimeOffset nextAt, string? problem)
    {
        int rows = 0;
        using ArchiveConnection connection = archive.Connect();
        connection.InTransaction(() => rows = connection.Execute(
            "UPDATE watch_requests SET state = @to, attempts = attempts + @tried, next_at = @next, problem = @problem WHERE id = @id AND state = @from",
            ("@to", to), ("@tried", to == "sending" ? 1L : 0L), ("@next", Times.ToText(nextAt)), ("@problem", StoredText.OrNull(problem)), ("@id", request.Id), ("@from", from)));
        return rows == 1;
    }

    private static WatchRequest Read(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Watch = row.GetInt64(1),
        Address = row.GetString(2),
        Key = row.GetString(3),
        AskedBy = row.GetString(4),
        AskedAt = Times.Parse(row.GetString(5)),
        IsConfirmed = row.GetString(6) == "confirmed",
        Attempts = int.CreateChecked(row.GetInt64(7)),
        NextAt = Times.Parse(row.GetString(8)),
    };
}
