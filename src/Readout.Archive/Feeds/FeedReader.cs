using System.Data.Common;
using Readout.Archive.Store;

namespace Readout.Archive.Feeds;

/// <summary>Reads the feeds that the archive knows and what became of their links. Safe to call from every thread.</summary>
public sealed class FeedReader
{
    private const string Select = """
        SELECT address, title, state, added_at, next_at, checked_at, changed_at, etag, last_modified, failures, problem, articles FROM feeds
        """;

    private readonly RecordArchive _archive;

    internal FeedReader(RecordArchive archive) => _archive = archive;

    /// <summary>All feeds, in the order of their addresses.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<FollowedFeed> All()
    {
        using ArchiveConnection connection = _archive.Connect();
        return connection.Query($"{Select} ORDER BY address", Read);
    }

    /// <summary>The active feeds whose turn has come, the longest waiting first.</summary>
    /// <param name="now">The present time.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<FollowedFeed> Due(DateTimeOffset now)
    {
        using ArchiveConnection connection = _archive.Connect();
        return connection.Query($"{Select} WHERE state = 'active' AND next_at <= @now ORDER BY next_at, address", Read, ("@now", Times.ToText(now)));
    }

    /// <summary>The feed of that address; null where the archive does not know it.</summary>
    /// <param name="address">The address as it was added.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public FollowedFeed? Find(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        using ArchiveConnection connection = _archive.Connect();
        return connection.Query($"{Select} WHERE address = @address", Read, ("@address", address.AbsoluteUri)).FirstOrDefault();
    }

    /// <summary>What became of a link; null where it was never tried.</summary>
    /// <param name="address">The address in its canonical spelling.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public KnownLink? Link(string address)
    {
        using ArchiveConnection connection = _archive.Connect();
        return connection.Query("SELECT address, state, tried_at, changed, problem, attempts FROM links WHERE address = @address", ReadLink, ("@address", address)).FirstOrDefault();
    }

    private static FollowedFeed Read(DbDataReader row) => new(new Uri(row.GetString(0)))
    {
        Title = row.TextOrNull(1),
        State = Enum.Parse<FeedState>(row.GetString(2), ignoreCase: true),
        AddedAt = Times.Parse(row.GetString(3)),
        NextAt = Times.Parse(row.GetString(4)),
        CheckedAt = row.TextOrNull(5) is { } asked ? Times.Parse(asked) : null,
        ChangedAt = row.TextOrNull(6) is { } changed ? Times.Parse(changed) : null,
        ETag = row.TextOrNull(7),
        LastModified = row.TextOrNull(8),
        Failures = (int)row.GetInt64(9),
        Problem = row.TextOrNull(10),
        Articles = row.GetInt64(11),
    };

    private static KnownLink ReadLink(DbDataReader row) => new(row.GetString(0), Enum.Parse<LinkState>(row.GetString(1), ignoreCase: true), Times.Parse(row.GetString(2)))
    {
        Changed = row.TextOrNull(3),
        Problem = row.TextOrNull(4),
        Attempts = (int)row.GetInt64(5),
    };
}
