using System.Collections.Immutable;
using Readout.Archive.Ingests;

namespace Readout.Desk.Sources;

/// <summary>A feed with its health. Immutable.</summary>
public sealed record FeedItem
{
    /// <summary>Its address.</summary>
    public required string Address { get; init; }

    /// <summary>Its title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>new (not asked yet), well, failing, dead, gone or paused.</summary>
    public required string Health { get; init; }

    /// <summary>When it was last asked, or null.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>When it last had something new, or null.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>When it is asked next, or null where it is not.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>How often in a row it failed.</summary>
    public int Failures { get; init; }

    /// <summary>What was wrong when it was last asked, or null.</summary>
    public string? Problem { get; init; }

    /// <summary>How many articles came from it.</summary>
    public long Articles { get; init; }
}

/// <summary>Whether feeds are polled. Immutable.</summary>
/// <param name="IsOn">Whether they are.</param>
/// <param name="Line">How the last poll went, in a line; null before the first.</param>
/// <param name="At">When that was, or null.</param>
public sealed record FollowItem(bool IsOn, string? Line, DateTimeOffset? At);

/// <summary>Where articles come from: <c>/sources</c>. Immutable.</summary>
public sealed record SourcesModel
{
    /// <summary>The feeds, those that need a person first.</summary>
    public ImmutableArray<FeedItem> Feeds { get; init; } = [];

    /// <summary>Whether they are polled.</summary>
    public required FollowItem Follow { get; init; }

    /// <summary>The ingest that is under way, or null.</summary>
    public IngestItem? UnderWay { get; init; }

    /// <summary>Those before it, newest first.</summary>
    public ImmutableArray<IngestItem> Past { get; init; } = [];

    /// <summary>Whether the desk has samples to try it on.</summary>
    public bool HasSamples { get; init; }

    /// <summary>Whether whoever asks may add and remove.</summary>
    public bool MayChange { get; init; }

    /// <summary>Most bytes of files that are taken at once.</summary>
    public long MostBytes { get; init; }
}
