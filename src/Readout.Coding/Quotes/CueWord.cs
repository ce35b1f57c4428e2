using System.Collections.Immutable;

namespace Readout.Coding.Quotes;

/// <summary>How strongly a word attributes.</summary>
internal enum CueLevel : byte
{
    /// <summary>Somebody says it.</summary>
    Speech,

    /// <summary>A document, a poll, a court says it.</summary>
    Report,

    /// <summary>Somebody thinks or feels it.</summary>
    Thought,

    /// <summary>Somebody wants, promises or judges it.</summary>
    Attitude,

    /// <summary>It is said by nobody who is named.</summary>
    Hedge,
}

/// <summary>What a word takes as its content; the names are those of <c>words/quotes.txt</c>.</summary>
[Flags]
internal enum Complements : ushort
{
    None = 0,
    Clause = 1,
    Quote = 2,
    Infinitive = 4,
    Gerund = 8,
    Object = 16,
    Addressee = 32,
    ObjectInfinitive = 64,
    ObjectAs = 128,
    ObjectComplement = 256,
    ObjectOf = 512,
    ObjectSpeech = 1024,
    Passive = 2048,
}

/// <summary>The part of speech that a rule is for.</summary>
internal enum CueClass : byte
{
    Verb,
    Noun,
    Adjective,
}

/// <summary>One rule of the word list: with these complements a word attributes at this level.</summary>
/// <param name="Particle">The word that must follow as a particle, or null.</param>
/// <param name="Level">How strongly it attributes.</param>
/// <param name="Stance">claimed, denied, admitted, warned, or null.</param>
/// <param name="Takes">Its complements.</param>
/// <param name="Prepositions">Prepositions whose object is content.</param>
internal sealed record CueWord(string? Particle, CueLevel Level, string? Stance, Complements Takes, ImmutableArray<string> Prepositions);
