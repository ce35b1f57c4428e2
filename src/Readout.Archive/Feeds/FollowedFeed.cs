namespace Readout.Archive.Feeds;

/// <summary>Whether a feed is asked again.</summary>
public enum FeedState
{
    /// <summary>It is asked when its turn comes.</summary>
    Active,

    /// <summary>Its server said that it is gone for good.</summary>
    Gone,

    /// <summary>A person told the program to leave it alone.</summary>
    Paused,
}

/// <summary>A feed that the archive knows, with its health. Immutable.</summary>
/// <param name="Address">Its address, as it is asked for.</param>
public sealed record FollowedFeed(Uri Address)
{
    /// <summary>Its title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Whether it is asked again.</summary>
    public FeedState State { get; init; } = FeedState.Active;

    /// <summary>When it came to be known.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>When it is to be asked next.</summary>
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>When it was last asked, or null.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>When it last had something new, or null.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>ETag of the copy whose articles are kept, verbatim, or null.</summary>
    public string? ETag { get; init; }

    /// <summary>Last-Modified of the copy whose articles are kept, verbatim, or null.</summary>
    public string? LastModified { get; init; }

    /// <summary>How often in a row it failed.</summary>
    public int Failures { get; init; }

    /// <summary>What was wrong when it was last asked, or null.</summary>
    public string? Problem { get; init; }

    /// <summary>How many articles came from it.</summary>
    public long Articles { get; init; }
}

/// <summary>What became of an address that a list gave.</summary>
public enum LinkState
{
    /// <summary>Its article is kept.</summary>
    Kept,

    /// <summary>It gave no article, and asking again would not help.</summary>
    Refused,

    /// <summary>It failed, and may succeed later.</summary>
    Failed,
}

/// <summary>An address that a feed, a sitemap or a list gave, and what became of it. Immutable.</summary>
/// <param name="Address">The address in its canonical spelling.</param>
/// <param name="State">What became of it.</param>
/// <param name="TriedAt">When it was last asked for.</param>
public sealed record KnownLink(string Address, LinkState State, DateTimeOffset TriedAt)
{
    /// <summary>What the list said of its last change, verbatim, or null.</summary>
    public string? Changed { get; init; }

    /// <summary>What was wrong, or null.</summary>
    public string? Problem { get; init; }

    /// <summary>How often it was asked for in vain.</summary>
    public int Attempts { get; init; }
}
