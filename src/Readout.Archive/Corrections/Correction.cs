using System.Collections.Immutable;

namespace Readout.Archive.Corrections;

/// <summary>What a person does with an event.</summary>
public enum CorrectionKind
{
    /// <summary>It is right.</summary>
    Accept,

    /// <summary>It is no event.</summary>
    Reject,

    /// <summary>Some of its fields are wrong.</summary>
    Change,

    /// <summary>The program did not find it.</summary>
    Add,
}

/// <summary>An entry of the log: who said what of which event, when and why. Immutable.</summary>
public sealed record Correction
{
    /// <summary>Number in the log.</summary>
    public required long Id { get; init; }

    /// <summary>Number of the article.</summary>
    public required long Article { get; init; }

    /// <summary>Number of the revision's row that the person had before him.</summary>
    public required long Revision { get; init; }

    /// <summary>Key of the event in that revision.</summary>
    public required string Key { get; init; }

    /// <summary>What was done.</summary>
    public required CorrectionKind Kind { get; init; }

    /// <summary>The fields that were given, by the names of <see cref="CorrectionFields"/>; an empty text takes a value away.</summary>
    public ImmutableSortedDictionary<string, string> Fields { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Where the words that name the deed begin in that revision's text.</summary>
    public required int TriggerStart { get; init; }

    /// <summary>The words that name the deed.</summary>
    public required string Trigger { get; init; }

    /// <summary>The words before them.</summary>
    public required string Before { get; init; }

    /// <summary>The words after them.</summary>
    public required string After { get; init; }

    /// <summary>Who.</summary>
    public required string By { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why.</summary>
    public required string Why { get; init; }
}

/// <summary>How a correction stands in the newest coding of its article.</summary>
public enum CorrectionOutcome
{
    /// <summary>It holds for the event of <see cref="CorrectionResult.Key"/>.</summary>
    Applied,

    /// <summary>It rejects an event that is not there any more.</summary>
    Void,

    /// <summary>A person must look: the event that it is about was not found.</summary>
    Review,
}

/// <summary>How a correction stands. Immutable.</summary>
/// <param name="Correction">Number of the correction.</param>
/// <param name="Outcome">How it stands.</param>
/// <param name="Key">Key of the event, or null.</param>
/// <param name="Reason">Why, where it is not applied by its key.</param>
public sealed record CorrectionResult(long Correction, CorrectionOutcome Outcome, string? Key, string Reason);
