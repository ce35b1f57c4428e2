using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Quotes;

/// <summary>
/// Words attributed to a source, spans as PolNeAR draws them: the source with its modifiers, the cue with its auxiliaries, the
/// content with <c>that</c> and quotation marks.
/// </summary>
internal sealed record FoundQuote
{
    /// <summary>Token of the cue's main word.</summary>
    public required int CueHead { get; init; }

    /// <summary>How strongly it attributes.</summary>
    public required CueLevel Level { get; init; }

    /// <summary>claimed, denied, admitted, warned, or null.</summary>
    public string? Stance { get; init; }

    /// <summary>The complement that is its content.</summary>
    public required Complements Complement { get; init; }

    /// <summary>Token that heads the source; -1 where there is none.</summary>
    public int SourceHead { get; init; } = -1;

    /// <summary>First and last token of the source.</summary>
    public (int First, int Last) SourceTokens { get; init; } = (-1, -1);

    /// <summary>Words of the source.</summary>
    public ImmutableArray<TextSpan> Source { get; init; } = [];

    /// <summary>Words of the cue.</summary>
    public ImmutableArray<TextSpan> Cue { get; init; } = [];

    /// <summary>Words of the content.</summary>
    public required ImmutableArray<TextSpan> Content { get; init; }
}
