using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Record;

/// <summary>How the words are given.</summary>
public enum QuoteKind
{
    /// <summary>Wholly in quotation marks.</summary>
    Direct,

    /// <summary>Without quotation marks.</summary>
    Indirect,

    /// <summary>Partly in quotation marks.</summary>
    Mixed,
}

/// <summary>Content attributed to a speaker by a cue. Spans may be discontinuous.</summary>
public sealed record Quote
{
    /// <summary>Identifier within the record: <c>q1</c>, <c>q2</c> …</summary>
    public required string Id { get; init; }

    /// <summary>Direct, indirect or mixed.</summary>
    public required QuoteKind Kind { get; init; }

    /// <summary>Index of the speaker's mention, or null.</summary>
    public int? Speaker { get; init; }

    /// <summary>Index of the mention of the body that the speaker speaks for, or null.</summary>
    public int? For { get; init; }

    /// <summary>Identifier of the quote that this one is nested in, or null.</summary>
    public string? Parent { get; init; }

    /// <summary>claimed, denied, admitted, warned, or null.</summary>
    public string? Stance { get; init; }

    /// <summary>The words that name the speaker.</summary>
    public ImmutableArray<TextSpan> Source { get; init; } = [];

    /// <summary>The words that attribute.</summary>
    public ImmutableArray<TextSpan> Cue { get; init; } = [];

    /// <summary>The words attributed, without <c>that</c>, the marks and the final comma.</summary>
    public ImmutableArray<TextSpan> Content { get; init; } = [];
}
