using System.Data.Common;
using Readout.Archive.Store;
using Readout.Archive.Writing;

namespace Readout.Archive.Watches;

/// <summary>
/// Who gets briefs by mail, and how each mail stands. A mail is claimed before it is sent, by one process alone, so that it is never
/// sent twice. Safe to call from every thread and from several processes.
/// </summary>
/// <param name="archive">The archive; it stays open.</param>
public sealed class MailStore(RecordArchive archive)
{
    /// <summary>Longest mail address (RFC 5321, section 4.5.3.1.3, without the angle brackets).</summary>
    public const int LongestAddress = 254;

    private const string SelectMail = """
        SELECT watch_briefs.id, watch_briefs.watch, watch_briefs.period_from, watch_briefs.period_to, watch_briefs.made_at, watch_briefs.news,
               watch_subscribers.id, watch_subscribers.address, watch_subscribers.leave_key, watch_subscribers.since,
               watch_mails.state, watch_mails.attempts, watch_mails.next_at, watch_mails.tried_at, watch_mails.problem
        FROM watch_mails JOIN watch_briefs ON watch_briefs.id = watch_mails.brief JOIN watch_subscribers ON watch_subscribers.id = watch_mails.subscriber
        """;

    /// <summary>Has the briefs of a watch mailed to an address from the next one on; who gets them already goes on so.</summary>
    /// <param name="watch">Number of the watch.</param>
    /// <param name="address">The mail address, already checked as one.</param>
    /// <param name="now">The present time.</param>
    /// <exception cref="ArgumentException">There is no such watch, or the address cannot be one.</exception>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public WatchSubscriber Subscribe(long watch, string address, DateTimeOffset now)
    {
        CheckAddress(address);
        using ArchiveConnection connection = archive.Connect();
        connection.InTransaction(() =>
        {
            WatchTables.Hold(connection);
            if (connection.Number("SELECT COUNT(*) FROM watches WHERE id = @id", ("@id", watch)) == 0) throw new ArgumentException($"there is no watch {watch}");
            long id = connection.Number("SELECT COALESCE(MAX(id), 0) FROM watch_subscribers") + 1;
            connection.Execute(
                """
                INSERT INTO watch_subscribers (id, watch, address, state, leave_key, since) VALUES (@id, @watch, @address, 'active', @key, @since)
                ON CONFLICT (watch, address) DO UPDATE SET since = CASE WHEN watch_subscribers.state = 'active' THEN watch_subscribers.since ELSE excluded.since END, state = 'active'
                """,
                ("@id", id), ("@watch", watch), ("@address", StoredText.Of(address)), ("@key", WatchStore.NewKey()), ("@since", Times.ToText(now)));
        });
        return Subscribers(watch).First(subscriber => subscriber.Address == address);
    }

    /// <summary>Who gets the briefs of a watch, by address.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<WatchSubscriber> Subscribers(long watch) => Read(
        "SELECT id, watch, address, leave_key, since FROM watch_subscribers WHERE watch = @watch AND state = 'active' ORDER BY address", Subscriber, ("@watch", watch));

    /// <summary>The reader whose leave key it is, whether gone or not; null for none.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public WatchSubscriber? FindByKey(string leaveKey) =>
        Read("SELECT id, watch, address, leave_key, since FROM watch_subscribers WHERE leave_key = @key", Subscriber, ("@key", StoredText.Of(leaveKey))).FirstOrDefault();

    /// <summary>Sends a reader nothing more, what waits included; doing it again does nothing. False where the key is nobody's.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public bool Unsubscribe(string leaveKey)
    {
        if (FindByKey(leaveKey) is not { } subscriber) return false;
        using ArchiveConnection connection = archive.Connect();
        connection.InTransaction(() =>
        {
            connection.Execute("UPDATE watch_subscribers SET state = 'left' WHERE id = @id", ("@id", subscriber.Id));
            connection.Execute("UPDATE watch_mails SET state = 'withdrawn' WHERE subscriber = @id AND state = 'waiting'", ("@id", subscriber.Id));
        });
        return true;
    }

    /// <summary>The mails whose turn has come, the longest waiting first.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<WatchMail> Due(DateTimeOffset now, int limit) => Read(
        $"{SelectMail} WHERE watch_mails.state = 'waiting' AND watch_mails.next_at <= @now ORDER BY watch_mails.next_at, watch_mails.brief, watch_mails.subscriber LIMIT @limit",
        Mail, ("@now", Times.ToText(now)), ("@limit", (long)limit));

    /// <summary>How the mails of a watch stand, newest first.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<WatchMail> Of(long watch, int limit) => Read(
        $"{SelectMail} WHERE watch_briefs.watch = @watch ORDER BY watch_mails.brief DESC, watch_subscribers.address LIMIT @limit", Mail, ("@watch", watch), ("@limit", (long)limit));

    /// <summary>When the next mail is due, or null where none waits.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public DateTimeOffset? NextAt()
    {
        using ArchiveConnection connection = archive.Connect();
        return connection.Scalar("SELECT MIN(next_at) FROM watch_mails WHERE state = 'waiting'") is string at ? Times.Parse(at) : null;
    }

    /// <summary>Claims a mail for sending; false where it is no longer to be sent, or another process has it.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public bool Claim(WatchMail mail, DateTimeOffset now) => Set(mail, "waiting", "sending", mail.Attempts + 1, now, now, null);

    /// <summary>A claimed mail was taken by a server.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public void Sent(WatchMail mail, DateTimeOffset now) => Set(mail, "sending", "sent", mail.Attempts + 1, now, now, null);

    /// <summary>A claimed mail was not taken.</summary>
    /// <param name="mail">The mail as it was before it was claimed.</param>
    /// <param name="problem">What was wrong.</param>
    /// <param name="again">When to try again; null where it is given up.</param>
    /// <param name="now">The present time.</param>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public void Failed(WatchMail mail, string problem, DateTimeOffset? again, DateTimeOffset now) =>
        Set(mail, "sending", again is null ? "failed" : "waiting", mail.Attempts + 1, again ?? now, now, problem);

    /// <summary>Sets mails that were claimed before a moment, and never settled, to <see cref="MailState.Unsure"/>; gives them.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public IReadOnlyList<WatchMail> SettleAbandoned(DateTimeOffset claimedBefore)
    {
        IReadOnlyList<WatchMail> abandoned = Read(
            $"{SelectMail} WHERE watch_mails.state = 'sending' AND watch_mails.tried_at < @before ORDER BY watch_mails.brief, watch_mails.subscriber", Mail, ("@before", Times.ToText(claimedBefore)));
        return [.. abandoned.Where(mail => Set(mail, "sending", "unsure", mail.Attempts, mail.NextAt, mail.TriedAt, "the program ended while it was being sent; it may have arrived"))];
    }

    /// <exception cref="ArgumentException">It cannot be a mail address.</exception>
    internal static void CheckAddress(string address)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        if (address.Length > LongestAddress || address.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter)) || !address.Contains('@', StringComparison.Ordinal))
        {
            throw new ArgumentException("that is no mail address");
        }
    }

    private bool Set(WatchMail mail, string from, string to, int attempts, DateTimeOffset nextAt, DateTimeOffset? triedAt, string? problem)
    {
        int rows = 0;
        using ArchiveConnection connection = archive.Connect();
        connection.InTransaction(() => rows = connection.Execute(
            """
            UPDATE watch_mails SET state = @to, attempts = @attempts, next_at = @next, tried_at = @tried, problem = @problem
            WHERE brief = @brief AND subscriber = @subscriber AND state = @from
            """,
            ("@to", to), ("@attempts", (long)attempts), ("@next", Times.ToText(nextAt)), ("@tried", Times.ToText(triedAt)), ("@problem", StoredText.OrNull(problem)),
            ("@brief", mail.Brief.Id), ("@subscriber", mail.Subscriber.Id), ("@from", from)));
        return rows == 1;
    }

    private List<T> Read<T>(string sql, Func<DbDataReader, T> read, params (string, object?)[] parameters)
    {
        using ArchiveConnection connection = archive.Connect();
        return connection.Query(sql, read, parameters);
    }

    private static WatchSubscriber Subscriber(DbDataReader row) => new(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), Times.Parse(row.GetString(4)));

    private static WatchMail Mail(DbDataReader row) => new()
    {
        Brief = BriefStore.Read(row),
        Subscriber = new WatchSubscriber(row.GetInt64(6), row.GetInt64(1), row.GetString(7), row.GetString(8), Times.Parse(row.GetString(9))),
        State = Enum.Parse<MailState>(row.GetString(10), ignoreCase: true),
        Attempts = int.CreateChecked(row.GetInt64(11)),
        NextAt = Times.Parse(row.GetString(12)),
        TriedAt = row.TextOrNull(13) is { } tried ? Times.Parse(tried) : null,
        Problem = row.TextOrNull(14),
    };
}
