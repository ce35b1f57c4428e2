using Readout.Archive.Store;
using Readout.Archive.Writing;

namespace Readout.Archive.Feeds;

/// <summary>
/// Notes the health of feeds and what became of links, in the transaction of the articles that came from them: a copy's
/// validators are never kept before its articles. For the thread of its <see cref="ArchiveWriter"/>.
/// </summary>
public sealed class FeedWriter
{
    private readonly ArchiveConnection _connection;
    private readonly Action<Action> _work;

    internal FeedWriter(ArchiveConnection connection, Action<Action> work)
    {
        _connection = connection;
        _work = work;
    }

    /// <summary>Notes a feed as it is now.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public void Note(FollowedFeed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        _work(() => _connection.Execute(
            """
            INSERT INTO feeds (address, title, state, added_at, next_at, checked_at, changed_at, etag, last_modified, failures, problem, articles)
            VALUES (@address, @title, @state, @added, @next, @checked, @changed, @etag, @modified, @failures, @problem, @articles)
            ON CONFLICT (address) DO UPDATE SET title = excluded.title, state = excluded.state, next_at = excluded.next_at, checked_at = excluded.checked_at,
                changed_at = excluded.changed_at, etag = excluded.etag, last_modified = excluded.last_modified, failures = excluded.failures,
                problem = excluded.problem, articles = excluded.articles
            """,
            ("@address", feed.Address.AbsoluteUri), ("@title", StoredText.OrNull(feed.Title)), ("@state", feed.State.ToString().ToLowerInvariant()),
            ("@added", Times.ToText(feed.AddedAt)), ("@next", Times.ToText(feed.NextAt)), ("@checked", Times.ToText(feed.CheckedAt)), ("@changed", Times.ToText(feed.ChangedAt)),
            ("@etag", StoredText.OrNull(feed.ETag)), ("@modified", StoredText.OrNull(feed.LastModified)), ("@failures", (long)feed.Failures),
            ("@problem", StoredText.OrNull(feed.Problem)), ("@articles", feed.Articles)));
    }

    /// <summary>Forgets a feed; the articles that came from it stay.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public void Forget(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        _work(() => _connection.Execute("DELETE FROM feeds WHERE address = @address", ("@address", address.AbsoluteUri)));
    }

    /// <summary>Notes what became of a link.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public void Note(KnownLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        _work(() => _connection.Execute(
            """
            INSERT INTO links (address, changed, state, problem, attempts, tried_at) VALUES (@address, @changed, @state, @problem, @attempts, @tried)
            ON CONFLICT (address) DO UPDATE SET changed = excluded.changed, state = excluded.state, problem = excluded.problem,
                attempts = excluded.attempts, tried_at = excluded.tried_at
            """,
            ("@address", StoredText.Of(link.Address)), ("@changed", StoredText.OrNull(link.Changed)), ("@state", link.State.ToString().ToLowerInvariant()),
            ("@problem", StoredText.OrNull(link.Problem)), ("@attempts", (long)link.Attempts), ("@tried", Times.ToText(link.TriedAt))));
    }
}
