using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Archive.Reading;

/// <summary>A quote of the archive with the sentences that hold it. Immutable.</summary>
public sealed record KeptQuote
{
    /// <summary>Number of its row.</summary>
    public required long Id { get; init; }

    /// <summary>Which quote of its record it is, from 1: 3 is <c>q3</c>.</summary>
    public required int Number { get; init; }

    /// <summary>The article, as the quote's revision tells it.</summary>
    public required KeptArticle Article { get; init; }

    /// <summary>direct, indirect or mixed, as the record spells it.</summary>
    public required string Kind { get; init; }

    /// <summary>claimed, denied, admitted, warned, or null.</summary>
    public string? Stance { get; init; }

    /// <summary>Who says so, or null where the source is in no mention.</summary>
    public QuoteVoice? Speaker { get; init; }

    /// <summary>The body that a spokesperson speaks for, or null.</summary>
    public QuoteVoice? For { get; init; }

    /// <summary>Ranges of what is said, in the article's text.</summary>
    public ImmutableArray<TextSpan> Content { get; init; } = [];

    /// <summary>Range of <see cref="Text"/> in the article's text.</summary>
    public TextSpan Span { get; init; }

    /// <summary>The sentences that hold the content, with one space for each character between them; empty where there is none.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether it is said by or for somebody of that code of the closed table.</summary>
    public bool IsOf(string code) => string.Equals(Speaker?.Code, code, StringComparison.Ordinal) || string.Equals(For?.Code, code, StringComparison.Ordinal);
}

/// <summary>Whose quote it is. Immutable.</summary>
/// <param name="Reference">Directory identifier, or null for one in no directory.</param>
/// <param name="Name">The directory's name, or the words of the text.</param>
/// <param name="Code">Code of the closed table, or null.</param>
/// <param name="Office">Office held on the article's date, or null.</param>
public sealed record QuoteVoice(string? Reference, string Name, string? Code, string? Office);
