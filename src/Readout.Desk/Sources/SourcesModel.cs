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

/// <summary>An ingest as far as it has come. Immutable.</summary>
public sealed record IngestItem
{
    /// <summary>Its number; the one that it will be kept under while it is under way.</summary>
    public required long Id { get; init; }

    /// <summary>What is read.</summary>
    public required string What { get; init; }

    /// <summary>starting, running, stopping, done, stopped or failed.</summary>
    public required string State { get; init; }

    /// <summary>How it stands, in a line.</summary>
    public required string Line { get; init; }

    /// <summary>Articles seen.</summary>
    public long Articles { get; init; }

    /// <summary>Articles that the archive did not have.</summary>
    public long New { get; init; }

    /// <summary>Articles that had changed.</summary>
    public long Revised { get; init; }

    /// <summary>Articles that the archive had already.</summary>
    public long Known { get; init; }

    /// <summary>Inputs that gave no article.</summary>
    public long Refused { get; init; }

    /// <summary>How much of its files is read, 0 to 100; null where nothing is known of their size.</summary>
    public int? Percent { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended, or null.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The last inputs that gave no article, with the reason.</summary>
    public ImmutableArray<string> Refusals { get; init; } = [];

    /// <summary>What else there is to know.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Whether it is under way.</summary>
    public bool IsUnderWay => State is "starting" or "running" or "stopping";

    /// <summary>One that is over, as the archive keeps it.</summary>
    internal static IngestItem Of(PastIngest past) => new()
    {
        Id = past.Id,
        What = past.What,
        State = past.State,
        Line = past.Line,
        Articles = past.Articles,
        New = past.New,
        Revised = past.Revised,
        Known = past.Known,
        Refused = past.Refused,
        StartedAt = past.StartedAt,
        EndedAt = past.EndedAt,
        Refusals = past.Refusals,
        Notes = past.Notes,
    };

    /// <summary>As the archive keeps it.</summary>
    internal PastIngest ToPast() => new()
    {
        What = What,
        State = State,
        Line = Line,
        Articles = Articles,
        New = New,
        Revised = Revised,
        Known = Known,
        Refused = Refused,
        StartedAt = StartedAt,
        EndedAt = EndedAt ?? StartedAt,
        Refusals = Refusals,
        Notes = Notes,
    };
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
