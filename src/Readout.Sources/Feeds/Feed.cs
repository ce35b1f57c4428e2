namespace Readout.Sources.Feeds;

/// <summary>A feed as published. Immutable.</summary>
internal sealed record Feed
{
    /// <summary>Its title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Its language as declared, or null.</summary>
    public string? Language { get; init; }

    /// <summary>Its entries, in its own order.</summary>
    public IReadOnlyList<FeedEntry> Entries { get; init; } = [];

    /// <summary>What is wrong with the feed as a whole; the entries before it are given. Or null.</summary>
    public string? Fault { get; init; }
}

/// <summary>An entry of a feed. Immutable.</summary>
internal sealed record FeedEntry
{
    /// <summary>Its identifier, or null.</summary>
    public string? Id { get; init; }

    /// <summary>Its title as plain text, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Where the article is; http or https; or null.</summary>
    public Uri? Address { get; init; }

    /// <summary>The article itself, or null.</summary>
    public FeedText? Content { get; init; }

    /// <summary>A description of it, or null.</summary>
    public FeedText? Summary { get; init; }

    /// <summary>The date of publication as printed, or null.</summary>
    public string? Published { get; init; }

    /// <summary>The date of its last change as printed, or null.</summary>
    public string? Changed { get; init; }

    /// <summary>Who wrote it, or null.</summary>
    public string? Author { get; init; }

    /// <summary>Its first category, or null.</summary>
    public string? Section { get; init; }

    /// <summary>The entry as it stands in the feed, of which its hash is taken.</summary>
    public required string Raw { get; init; }

    /// <summary>Why it cannot be read, or null.</summary>
    public string? Fault { get; init; }
}

/// <summary>Words of an entry.</summary>
/// <param name="Value">The words or their mark-up.</param>
/// <param name="IsMarkup">Whether they are HTML.</param>
internal readonly record struct FeedText(string Value, bool IsMarkup);
