using System.Collections.Immutable;
using Readout.Coding.Record;

namespace Readout.Coding.Codebooks;

/// <summary>One event that a worked example must get. What is null is not checked.</summary>
public sealed record ExpectedEvent
{
    /// <summary>PLOVER type.</summary>
    public required EventType Type { get; init; }

    /// <summary>Mode, <c>-</c> for none, or null.</summary>
    public string? Mode { get; init; }

    /// <summary>Codes of the actors in ordinal order, or null.</summary>
    public ImmutableArray<string>? Actors { get; init; }

    /// <summary>Codes of the recipients in ordinal order, or null.</summary>
    public ImmutableArray<string>? Recipients { get; init; }

    /// <summary>The action's type in capitals, <c>-</c> for none, or null.</summary>
    public string? Action { get; init; }

    /// <summary>Status, or null.</summary>
    public EventStatus? Status { get; init; }

    /// <summary>Words that the trigger covers, or null.</summary>
    public string? Trigger { get; init; }

    /// <summary>Contexts that must be among the event's.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>CAMEO code, or null.</summary>
    public string? Cameo { get; init; }

    /// <summary>Name of the frame, or null.</summary>
    public string? Frame { get; init; }
}

/// <summary>A sentence of the codebook with the coding that it must get.</summary>
public sealed record WorkedExample
{
    /// <summary>File that it stands in, relative to the data folder.</summary>
    public required string Path { get; init; }

    /// <summary>Line of its text, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Name of the frame that it stands under, or null.</summary>
    public string? Frame { get; init; }

    /// <summary>One or more sentences.</summary>
    public required string Text { get; init; }

    /// <summary>Day of publication, or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The events it holds; empty where it must get none.</summary>
    public ImmutableArray<ExpectedEvent> Expected { get; init; } = [];

    /// <summary>Why it is known not to hold, or null.</summary>
    public string? Fails { get; init; }
}
