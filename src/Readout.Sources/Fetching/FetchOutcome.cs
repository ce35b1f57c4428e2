namespace Readout.Sources.Fetching;

/// <summary>What came of asking a server.</summary>
public enum FetchKind
{
    /// <summary>There is a page.</summary>
    Fetched,

    /// <summary>The copy at hand is still the present one.</summary>
    NotModified,

    /// <summary>The server's robots.txt does not permit it.</summary>
    Forbidden,

    /// <summary>It failed, and may succeed later.</summary>
    Failed,

    /// <summary>It failed, and asking again would not help.</summary>
    Refused,
}

/// <summary>An address to fetch, with what is known of the copy at hand. Immutable.</summary>
/// <param name="Address">http or https.</param>
public sealed record FetchRequest(Uri Address)
{
    /// <summary>The ETag of the copy at hand, verbatim, or null.</summary>
    public string? ETag { get; init; }

    /// <summary>The Last-Modified of the copy at hand, verbatim, or null.</summary>
    public string? LastModified { get; init; }

    /// <summary>Whether it is a sitemap, which may be larger than a page.</summary>
    public bool IsSitemap { get; init; }
}

/// <summary>What came of a request. Immutable.</summary>
public sealed record FetchOutcome
{
    /// <summary>In a word.</summary>
    public required FetchKind Kind { get; init; }

    /// <summary>The page of <see cref="FetchKind.Fetched"/>; else null.</summary>
    public FetchedPage? Page { get; init; }

    /// <summary>Status code of the last answer; 0 where there was none.</summary>
    public int Status { get; init; }

    /// <summary>ETag to give at the next request, verbatim, or null.</summary>
    public string? ETag { get; init; }

    /// <summary>Last-Modified to give at the next request, verbatim, or null.</summary>
    public string? LastModified { get; init; }

    /// <summary>The address that all redirects lead to, where each is for good; else null.</summary>
    public Uri? MovedTo { get; init; }

    /// <summary>When the host may be asked again, where it asks for a wait; else null.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>What is wrong, or null.</summary>
    public string? What { get; init; }

    /// <summary>What to do about it, or null.</summary>
    public string? Advice { get; init; }
}
