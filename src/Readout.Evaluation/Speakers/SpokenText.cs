using System.Collections.Immutable;
using Readout.Coding.Record;
using Readout.Evaluation.Records;
using Readout.Text;

namespace Readout.Evaluation.Speakers;

/// <summary>What one text says of who speaks and of meetings, by a person or by the program.</summary>
public sealed record SpokenText
{
    /// <summary>Identifier of the text.</summary>
    public required string Id { get; init; }

    /// <summary>The quotes in the order of the coding.</summary>
    public ImmutableArray<SpokenQuote> Quotes { get; init; } = [];

    /// <summary>The meetings in the order of the coding.</summary>
    public ImmutableArray<ToldMeeting> Meetings { get; init; } = [];

    /// <summary>The record that it was made from, or null.</summary>
    public ArticleRecord? Record { get; init; }

    /// <summary>The comparable form of a record.</summary>
    public static SpokenText Of(ArticleRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return SpokenView.Of(record);
    }
}

/// <summary>A quote as two codings are compared by it.</summary>
/// <param name="Content">The words spoken; the parts of a discontinuous one parted by a space.</param>
/// <param name="Speaker">Who speaks; in a gold coding the name, or the role where there is no name, or the body that speaks itself.</param>
/// <param name="For">The body that speaks or is spoken for.</param>
public sealed record SpokenQuote(string Content, SpeakerNames Speaker, SpeakerNames For);

/// <summary>A meeting as two codings are compared by it.</summary>
public sealed record ToldMeeting
{
    /// <summary>How far it has come.</summary>
    public required MeetingState State { get; init; }

    /// <summary>Ranges of the text that tell of it.</summary>
    public ImmutableArray<TextSpan> Triggers { get; init; } = [];

    /// <summary>Codes of those who take part: distinct, in ordinal order.</summary>
    public ImmutableArray<string> Parties { get; init; } = [];

    /// <summary>Codes of those who stay away: distinct, in ordinal order.</summary>
    public ImmutableArray<string> Absent { get; init; } = [];

    /// <summary>First day, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Country of the place, or null.</summary>
    public string? PlaceCountry { get; init; }

    /// <summary>leader, minister, official, expert, or null.</summary>
    public string? Level { get; init; }
}
