using System.Data.Common;
using Readout.Archive.Store;
using Readout.Archive.Writing;

namespace Readout.Archive.Replies;

/// <summary>The replies of readers. Safe to call from every thread; each change is a short transaction of its own.</summary>
/// <param name="archive">The archive that keeps them; it stays open.</param>
public sealed class ReplyBook(RecordArchive archive)
{
    private const string Select = "SELECT id, article, name, email, body, sent_by, sent_at, state, decided_by FROM replies";

    /// <summary>The approved replies to an article, oldest first.</summary>
    /// <param name="article">Number of the article.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="after">Number of the reply after which to begin; 0 from the first.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<Reply> Approved(long article, int limit, long after = 0)
    {
        using ArchiveConnection connection = archive.Connect();
        return connection.Query(
            $"{Select} WHERE article = @article AND state = 'approved' AND id > @after ORDER BY id LIMIT @limit", Read, ("@article", article), ("@after", after), ("@limit", (long)limit));
    }

    /// <summary>The replies that wait for an editor, oldest first.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="after">Number of the reply after which to begin; 0 from the first.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<Reply> Waiting(int limit, long after = 0)
    {
        using ArchiveConnection connection = archive.Connect();
        return connection.Query($"{Select} WHERE state = 'waiting' AND id > @after ORDER BY id LIMIT @limit", Read, ("@after", after), ("@limit", (long)limit));
    }

    /// <summary>How many replies wait, counted up to a hundred.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public int CountWaiting()
    {
        using ArchiveConnection connection = archive.Connect();
        return (int)connection.Number("SELECT COUNT(*) FROM (SELECT 1 FROM replies WHERE state = 'waiting' LIMIT 100) AS counted");
    }

    /// <summary>Keeps a reply.</summary>
    /// <param name="reply">The reply, which has no <see cref="Reply.Problem"/>; its number is given here.</param>
    /// <returns>The reply with its number.</returns>
    /// <exception cref="ArgumentException">There is no such article.</exception>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public Reply Add(Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        using ArchiveConnection connection = archive.Connect();
        long id = 0;
        connection.InTransaction(() =>
        {
            if (connection.Number("SELECT COUNT(*) FROM articles WHERE id = @article", ("@article", reply.Article)) == 0) throw new ArgumentException("the archive has no such article");
            if (connection.Location.IsPostgres) connection.ExecuteScript("LOCK TABLE replies IN SHARE ROW EXCLUSIVE MODE");
            id = connection.Number("SELECT COALESCE(MAX(id), 0) FROM replies") + 1;
            connection.Execute(
                """
                INSERT INTO replies (id, article, name, email, body, sent_by, sent_at, state, decided_by, decided_at)
                VALUES (@id, @article, @name, @email, @body, @by, @at, @state, @decidedBy, @decidedAt)
                """,
                ("@id", id), ("@article", reply.Article), ("@name", StoredText.Of(reply.Name)), ("@email", StoredText.Of(reply.Email)), ("@body", StoredText.Of(reply.Body)),
                ("@by", StoredText.Of(reply.SentBy)), ("@at", Times.ToText(reply.SentAt)), ("@state", Spelt(reply.State)), ("@decidedBy", StoredText.OrNull(reply.DecidedBy)),
                ("@decidedAt", reply.DecidedBy is null ? null : Times.ToText(reply.SentAt)));
        });
        return reply with { Id = id };
    }

    /// <summary>Decides on a reply that waits.</summary>
    /// <param name="id">Number of the reply.</param>
    /// <param name="state">Approved or refused.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="at">When.</param>
    /// <returns>The reply, or null where it waits no more.</returns>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public Reply? Decide(long id, ReplyState state, string by, DateTimeOffset at)
    {
        using ArchiveConnection connection = archive.Connect();
        int changed = connection.Execute(
            "UPDATE replies SET state = @state, decided_by = @by, decided_at = @at WHERE id = @id AND state = 'waiting'",
            ("@state", Spelt(state)), ("@by", StoredText.Of(by)), ("@at", Times.ToText(at)), ("@id", id));
        return changed == 0 ? null : connection.Query($"{Select} WHERE id = @id", Read, ("@id", id)).FirstOrDefault();
    }

    private static string Spelt(ReplyState state) => state switch
    {
        ReplyState.Waiting => "waiting",
        ReplyState.Approved => "approved",
        _ => "refused",
    };

    private static Reply Read(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Article = row.GetInt64(1),
        Name = row.GetString(2),
        Email = row.GetString(3),
        Body = row.GetString(4),
        SentBy = row.GetString(5),
        SentAt = Times.Parse(row.GetString(6)),
        State = Enum.Parse<ReplyState>(row.GetString(7), ignoreCase: true),
        DecidedBy = row.TextOrNull(8),
    };
}
