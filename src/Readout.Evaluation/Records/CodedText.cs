using System.Collections.Immutable;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Evaluation.Records;

/// <summary>A coding of one text, by a person or by the program, in the form in which two are compared.</summary>
public sealed record CodedText
{
    /// <summary>Identifier of the text.</summary>
    public required string Id { get; init; }

    /// <summary>The text: title, empty line, body.</summary>
    public required string Text { get; init; }

    /// <summary>Sentences; empty where the coding gives none.</summary>
    public ImmutableArray<TextSpan> Sentences { get; init; } = [];

    /// <summary>The events in the order of the coding.</summary>
    public ImmutableArray<ComparedEvent> Events { get; init; } = [];

    /// <summary>The quotes in the order of the coding.</summary>
    public ImmutableArray<ComparedQuote> Quotes { get; init; } = [];

    /// <summary>The record that it was made from, or null.</summary>
    public ArticleRecord? Record { get; init; }

    /// <summary>The comparable form of a record.</summary>
    public static CodedText Of(ArticleRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return RecordView.Of(record);
    }
}

/// <summary>An event as two codings are compared by it.</summary>
public sealed record ComparedEvent
{
    /// <summary>Words of the trigger.</summary>
    public required string Trigger { get; init; }

    /// <summary>Ranges of the text that the trigger may stand at; several where the words occur more than once.</summary>
    public ImmutableArray<TextSpan> Places { get; init; } = [];

    /// <summary>PLOVER type.</summary>
    public required EventType Type { get; init; }

    /// <summary>Mode, or null.</summary>
    public string? Mode { get; init; }

    /// <summary>Type of the deed inside, or null.</summary>
    public EventType? Action { get; init; }

    /// <summary>Codes of those who act: distinct, in ordinal order.</summary>
    public ImmutableArray<string> Actors { get; init; } = [];

    /// <summary>Codes of those acted upon: distinct, in ordinal order.</summary>
    public ImmutableArray<string> Recipients { get; init; } = [];

    /// <summary>Status.</summary>
    public EventStatus Status { get; init; }

    /// <summary>First day, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Country of the place, or null.</summary>
    public string? PlaceCountry { get; init; }

    /// <summary>Whose account it is.</summary>
    public SpeakerNames AttributedTo { get; init; } = SpeakerNames.None;
}

/// <summary>A quote as two codings are compared by it.</summary>
/// <param name="Speaker">Who speaks.</param>
/// <param name="Content">The words spoken; the parts of a discontinuous one parted by a space.</param>
public sealed record ComparedQuote(SpeakerNames Speaker, string Content);
