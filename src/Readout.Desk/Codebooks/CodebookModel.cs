using System.Collections.Immutable;
using Readout.Desk.Articles;

namespace Readout.Desk.Codebooks;

/// <summary>All types, and perhaps a sentence that was tried. Immutable.</summary>
/// <param name="Types">The types in PLOVER's order.</param>
/// <param name="Contexts">The contexts in the manual's order.</param>
/// <param name="Frames">How many frames there are.</param>
/// <param name="Examples">How many worked examples there are.</param>
public sealed record CodebookModel(ImmutableArray<TypeLine> Types, ImmutableArray<ContextLine> Contexts, int Frames, int Examples)
{
    /// <summary>The sentence that was tried, or null.</summary>
    public TriedSentence? Tried { get; init; }
}

/// <summary>A type in a list. Immutable.</summary>
/// <param name="Type">Its name.</param>
/// <param name="Quad">Its quad class.</param>
/// <param name="Score">PLOVER score without a mode.</param>
/// <param name="Cameo">CAMEO code where nothing more is known.</param>
/// <param name="Definition">What it means.</param>
/// <param name="Frames">How many frames tell of it.</param>
public sealed record TypeLine(string Type, string Quad, double Score, string Cameo, string Definition, int Frames);

/// <summary>A context. Immutable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Definition">What it means.</param>
public sealed record ContextLine(string Name, string Definition);

/// <summary>A mode of a type. Immutable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Score">PLOVER score.</param>
/// <param name="Cameo">CAMEO code, or null.</param>
/// <param name="Definition">What it means.</param>
public sealed record ModeLine(string Name, double Score, string? Cameo, string Definition);

/// <summary>A type with its frames. Immutable.</summary>
/// <param name="Type">The type.</param>
/// <param name="Modes">Its modes.</param>
/// <param name="Frames">A page of its frames, in the codebook's order.</param>
/// <param name="Examples">A page of its worked examples that stand under no frame.</param>
/// <param name="Words">Words that frames and examples were searched for, or null.</param>
/// <param name="From">Which frame, and which example, is the first of the page, from 0.</param>
/// <param name="Found">How many frames fit.</param>
/// <param name="ExamplesFound">How many examples fit.</param>
public sealed record TypeModel(
    TypeLine Type, ImmutableArray<ModeLine> Modes, ImmutableArray<FrameLine> Frames, ImmutableArray<ExampleLine> Examples, string? Words, int From, int Found, int ExamplesFound);

/// <summary>A frame as its author wrote it. Immutable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">File.</param>
/// <param name="Line">Line of its header.</param>
/// <param name="Note">Words for readers, or null.</param>
/// <param name="Text">Its conditions, a line each.</param>
/// <param name="Examples">Its worked examples.</param>
public sealed record FrameLine(string Name, string Path, int Line, string? Note, string Text, ImmutableArray<ExampleLine> Examples);

/// <summary>A worked example. Immutable.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Published">Day of publication, or null.</param>
/// <param name="Codings">What it must be coded as, in words; empty where nothing must be found.</param>
/// <param name="Fails">Why it is known not to hold, or null.</param>
public sealed record ExampleLine(string Text, DateOnly? Published, ImmutableArray<string> Codings, string? Fails);

/// <summary>A sentence of somebody's own, coded. Immutable.</summary>
/// <param name="Sentence">The sentence as it was given.</param>
/// <param name="Published">Day of publication, or null.</param>
/// <param name="Reader">What was found; null where it was not read.</param>
/// <param name="Problem">Why it was not read, or null.</param>
public sealed record TriedSentence(string Sentence, DateOnly? Published, ReaderModel? Reader, string? Problem);
