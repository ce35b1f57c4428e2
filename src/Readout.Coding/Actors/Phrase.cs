using System.Collections.Immutable;

namespace Readout.Coding.Actors;

/// <summary>What heads a naming phrase.</summary>
internal enum PhraseKind : byte
{
    /// <summary>A state, body, group or organisation by name.</summary>
    Entity,

    /// <summary>A city or part of a state.</summary>
    Place,

    /// <summary>A capital: place or government by its context.</summary>
    Capital,

    /// <summary>A metonym of a government.</summary>
    Government,

    /// <summary>A state's or organisation's adjective on a noun that is no actor.</summary>
    Adjective,

    /// <summary>One or more of a people.</summary>
    People,

    /// <summary>A person of the directory by full name.</summary>
    Person,

    /// <summary>A person by surname.</summary>
    Surname,

    /// <summary>A person's name that is not in the directory as written.</summary>
    UnknownName,

    /// <summary>A title that stands for its holder.</summary>
    Title,

    /// <summary>A generic agent.</summary>
    Agent,

    /// <summary>The common name of a body.</summary>
    BodyName,
}

/// <summary>Whose: the state, body, group or person that a phrase belongs to.</summary>
/// <param name="Entry">Index of the entry; -1 where the owner is another phrase.</param>
/// <param name="Phrase">The owning phrase where it is one of its own; null otherwise.</param>
/// <param name="Words">The words of an owner that is no phrase of its own: <c>Congolese</c>.</param>
internal readonly record struct Owner(int Entry, Phrase? Phrase, string Words = "");

/// <summary>A naming phrase as found, before it is resolved. Belongs to one document's reading.</summary>
internal sealed class Phrase
{
    public required PhraseKind Kind { get; init; }

    /// <summary>First run of the phrase with its modifiers, articles apart.</summary>
    public required int First { get; init; }

    /// <summary>First run of the head.</summary>
    public required int HeadFirst { get; init; }

    /// <summary>Run after the last.</summary>
    public required int End { get; set; }

    /// <summary>Index of the entry, agent, title or kind of body that the head is.</summary>
    public int Target { get; init; } = -1;

    /// <summary>Readings of the head where it has several of one kind.</summary>
    public ImmutableArray<int> Targets { get; init; } = [];

    /// <summary>An entry that the head may also name: <c>Congress</c> as the American one; -1 where none.</summary>
    public int Namesake { get; init; } = -1;

    public bool Plural { get; init; }

    /// <summary>Whether the words are written otherwise than the directory has them.</summary>
    public bool IsMisspelt { get; init; }

    public bool Possessive { get; set; }

    /// <summary>Whether it only modifies a noun that is no actor: <c>army vehicles</c>.</summary>
    public bool IsModifier { get; set; }

    public List<Owner> Owners { get; } = [];

    /// <summary>Titles before a person's name, as indexes of readings.</summary>
    public List<ImmutableArray<int>> Titles { get; } = [];

    /// <summary>Index of an agent that describes the name: <c>rebel leader Juan Paz</c>; -1 where none.</summary>
    public int Descriptor { get; set; } = -1;

    /// <summary>Words of the titles before a name, for reasons.</summary>
    public List<TitleModifier> Modifiers { get; } = [];

    /// <summary>Article or possessive before it: <c>the</c>, <c>a</c>, <c>his</c>; empty where none.</summary>
    public string Determiner { get; set; } = "";

    /// <summary>A phrase in apposition that tells who a name is, or that a title stands for.</summary>
    public Phrase? Apposition { get; set; }

    /// <summary>The name before it that it says more of: <c>Jan Novak, a Czech diplomat,</c>; null where none.</summary>
    public Phrase? Describes { get; set; }

    /// <summary>The mention made of it; -1 before it is resolved.</summary>
    public int Mention { get; set; } = -1;

    public bool IsFormer => Modifiers.Exists(modifier => modifier.Sector == "ELI");

    public bool KeepsRole => Modifiers.TrueForAll(modifier => modifier.KeepsRole);
}
