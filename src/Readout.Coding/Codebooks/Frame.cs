using Readout.Coding.Record;

namespace Readout.Coding.Codebooks;

/// <summary>The part of speech of a predicate.</summary>
public enum PredicateKind : byte
{
    /// <summary>A verb.</summary>
    Verb,

    /// <summary>A noun.</summary>
    Noun,

    /// <summary>An adjective.</summary>
    Adjective,
}

/// <summary>A word by which a frame is found.</summary>
/// <param name="Kind">Part of speech.</param>
/// <param name="Word">Number of the lemma or phrase in the codebook's table.</param>
/// <param name="Particle">Number of the particle that a verb must have; -1 for none.</param>
internal readonly record struct FramePredicate(PredicateKind Kind, int Word, int Particle);

/// <summary>A value that a frame gives where a condition holds; without one it always holds.</summary>
internal sealed record Choice(string Value, Condition? When);

/// <summary>One construction by which an event of a type is told. Immutable.</summary>
public sealed class Frame
{
    /// <summary>Its name: the type in lower case, a dot, and a name.</summary>
    public required string Name { get; init; }

    /// <summary>The type of event that it tells of.</summary>
    public required EventType Type { get; init; }

    /// <summary>File that it stands in, relative to the data folder.</summary>
    public required string Path { get; init; }

    /// <summary>Line of its header, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Position among the codebook's frames: file order, then line order. Decides ties.</summary>
    public int Index { get; internal set; }

    /// <summary>Free words for readers, or null.</summary>
    public string? Note { get; init; }

    internal FramePredicate[] Predicates { get; init; } = [];

    internal Slot[] Actors { get; init; } = [];

    internal Slot[] Recipients { get; init; } = [];

    internal Slot[] Actions { get; init; } = [];

    internal Condition[] Needs { get; init; } = [];

    internal Condition[] Unless { get; init; } = [];

    internal Choice[] Modes { get; init; } = [];

    internal Choice[] Cameo { get; init; } = [];

    internal Choice[] Types { get; init; } = [];

    internal string[] Contexts { get; init; } = [];

    internal int[] LightVerbs { get; init; } = [];

    internal bool TakesLightVerbs { get; init; } = true;

    internal EventStatus? Status { get; init; }

    internal bool Collapses { get; init; }

    internal int Weight { get; init; }

    /// <summary>Whether any part of the frame asks for the object; else the <c>of</c> of a noun is its subject.</summary>
    internal bool UsesObject { get; private set; }

    /// <summary>Settles what follows from the frame's parts; called once, when the codebook is put together.</summary>
    internal void Settle() => UsesObject = Array.Exists(Actors, IsObject) || Array.Exists(Recipients, IsObject)
        || Array.Exists(Actions, IsObject) || Array.Exists(Needs, AsksForObject);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static bool IsObject(Slot slot) => slot.Kind == SlotKind.Object;

    private static bool AsksForObject(Condition condition) =>
        Array.Exists(condition.Alternatives, terms => Array.Exists(terms, term => IsObject(term.Slot)));
}
