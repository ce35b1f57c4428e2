using Readout.Coding.Record;

namespace Readout.Coding.Ranking;

/// <summary>One account of what stands between two marked phrases, with what speaks for and against it.</summary>
internal sealed record PairAccount
{
    /// <summary>The event's PLOVER type.</summary>
    public required EventType Type { get; init; }

    /// <summary>Whether a frame's conditions hold; else it comes nearest, or there is none.</summary>
    public bool Held { get; init; }

    /// <summary>The frame's name; <c>none</c> for a deed that the codebook has no frame for.</summary>
    public string Frame { get; init; } = "none";

    /// <summary>The mode, where one is set.</summary>
    public string? Mode { get; init; }

    /// <summary>Whether the deed happened, will, would or did not.</summary>
    public EventStatus Status { get; init; }

    /// <summary>Whether the deed stands under a condition.</summary>
    public bool IsConditional { get; init; }

    /// <summary>The CAMEO code; null where there is none.</summary>
    public string? Cameo { get; init; }

    /// <summary>Whether it is a verb of saying without a frame that links the two.</summary>
    public bool IsTold { get; init; }

    /// <summary>Lemma of the word on which the frame holds; null without a frame.</summary>
    public string? Trigger { get; init; }

    /// <summary>Token of the verb that carries it, or of the word itself; -1 without a frame.</summary>
    public int Predicate { get; init; } = -1;

    /// <summary>Lemma of its object; null where there is none.</summary>
    public string? Object { get; init; }

    /// <summary>Type of the deed in its infinitive; null where there is none.</summary>
    public EventType? Purpose { get; init; }

    /// <summary>Whether its frame is one of the executive's own affairs: offices given and taken.</summary>
    public bool IsExecutive { get; init; }

    /// <summary>Whether the target is said to be who it is against: <c>sanctions against X</c>.</summary>
    public bool IsAgainst { get; init; }

    /// <summary>Whether the source acts and the target suffers or acts with it.</summary>
    public bool Links { get; init; }

    /// <summary>Whether one of the two phrases is among the parties.</summary>
    public bool Reaches { get; init; }

    /// <summary>Names of the features by which the ranker decides.</summary>
    public required List<string> Features { get; init; }
}
