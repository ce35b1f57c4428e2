using System.Collections.Immutable;

namespace Readout.Archive.Ingests;

/// <summary>An ingest of a desk, as far as it has come or as it ended. Immutable.</summary>
public sealed record IngestItem
{
    /// <summary>Its number; while it is under way the one that it will be kept under.</summary>
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

    /// <summary>How much of its files is read, 0 to 100; null where nothing is known of their size. It is not kept.</summary>
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
}
