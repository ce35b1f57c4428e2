using System.Collections.Immutable;

namespace Readout.Archive.Ingests;

/// <summary>What was read at the desk, and what came of it. Immutable.</summary>
public sealed record PastIngest
{
    /// <summary>Its number; 0 before it is kept.</summary>
    public long Id { get; init; }

    /// <summary>What was read, for people.</summary>
    public required string What { get; init; }

    /// <summary>done, stopped or failed.</summary>
    public required string State { get; init; }

    /// <summary>What came of it, in a line.</summary>
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

    /// <summary>The last inputs that gave no article, with the reason.</summary>
    public ImmutableArray<string> Refusals { get; init; } = [];

    /// <summary>What else there is to know.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }
}
