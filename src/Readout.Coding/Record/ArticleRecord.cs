using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Record;

/// <summary>What was read out of one article: the unit that is printed, kept and compared. Immutable.</summary>
public sealed record ArticleRecord
{
    /// <summary>Version and hash of the pack that coded it.</summary>
    public required PackIdentity Pack { get; init; }

    /// <summary>The article; every offset below is into its text.</summary>
    public required Article Article { get; init; }

    /// <summary>Sentences in order.</summary>
    public ImmutableArray<TextSpan> Sentences { get; init; } = [];

    /// <summary>Mentions in text order; other parts refer to them by index.</summary>
    public ImmutableArray<Mention> Mentions { get; init; } = [];

    /// <summary>Coded events in text order of their triggers.</summary>
    public ImmutableArray<CodedEvent> Events { get; init; } = [];

    /// <summary>Quotes in text order of their content.</summary>
    public ImmutableArray<Quote> Quotes { get; init; } = [];

    /// <summary>Date expressions in text order.</summary>
    public ImmutableArray<DateExpression> Dates { get; init; } = [];

    /// <summary>Consultations that are planned, proposed, refused, postponed, cancelled or held.</summary>
    public ImmutableArray<Meeting> Meetings { get; init; } = [];

    /// <summary>What the reader should know: no publication date, a noted cut, an impossible date.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}

/// <summary>Which knowledge coded a record.</summary>
/// <param name="Version">Version of the program's pack.</param>
/// <param name="Hash">SHA-256 over the pack and the models, lower-case hexadecimal.</param>
public sealed record PackIdentity(string Version, string Hash);
