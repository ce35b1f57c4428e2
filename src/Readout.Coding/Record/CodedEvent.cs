using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Record;

/// <summary>PLOVER's sixteen event types.</summary>
public enum EventType
{
#pragma warning disable CS1591 // The names are the manual's own (PLOVER 2021, chapter 2).
    Agree, Consult, Support, Concede, Cooperate, Aid, Retreat, Request, Accuse, Reject, Threaten, Protest, Sanction,
    Mobilize, Coerce, Assault,
#pragma warning restore CS1591
}

/// <summary>PLOVER's four quad classes.</summary>
public enum QuadClass
{
    /// <summary>AGREE, CONSULT, SUPPORT, CONCEDE.</summary>
    VerbalCooperation,

    /// <summary>COOPERATE, AID, RETREAT.</summary>
    MaterialCooperation,

    /// <summary>REQUEST, ACCUSE, REJECT, THREATEN.</summary>
    VerbalConflict,

    /// <summary>PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT.</summary>
    MaterialConflict,
}

/// <summary>PLOVER's auxiliary modes.</summary>
public enum EventStatus
{
    /// <summary>It happened, or is happening, as news.</summary>
    Actual,

    /// <summary>Old background.</summary>
    Historical,

    /// <summary>It is to come.</summary>
    Future,

    /// <summary>Conditional or speculated about.</summary>
    Hypothetical,

    /// <summary>It did not happen, or is denied.</summary>
    Negated,
}

/// <summary>One coded happening in one article.</summary>
public sealed record CodedEvent
{
    /// <summary>Identifier within the record: <c>e1</c>, <c>e2</c> …</summary>
    public required string Id { get; init; }

    /// <summary>Identity across recodings: hash of article, trigger span and ordinal, never of the coding.</summary>
    public required string Key { get; init; }

    /// <summary>Index of the sentence it stands in.</summary>
    public required int Sentence { get; init; }

    /// <summary>Range of the clause that tells it.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>PLOVER type.</summary>
    public required EventType Type { get; init; }

    /// <summary>PLOVER mode in lower case, or null.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts, in the manual's order.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>Inside a verbal event, the type of the deed that it is about, or null.</summary>
    public EventType? Action { get; init; }

    /// <summary>CAMEO code, as text so that leading zeros survive.</summary>
    public string? Cameo { get; init; }

    /// <summary>Goldstein score of the CAMEO code, or null.</summary>
    public double? Goldstein { get; init; }

    /// <summary>PLOVER conflict-cooperation score of type and mode.</summary>
    public double PloverScore { get; init; }

    /// <summary>Indexes of the mentions that act.</summary>
    public ImmutableArray<int> Actors { get; init; } = [];

    /// <summary>Indexes of the mentions acted upon.</summary>
    public ImmutableArray<int> Recipients { get; init; } = [];

    /// <summary>Auxiliary mode.</summary>
    public EventStatus Status { get; init; }

    /// <summary>The words that decide the status.</summary>
    public ImmutableArray<TextSpan> StatusEvidence { get; init; } = [];

    /// <summary>When it happens.</summary>
    public EventDate? Date { get; init; }

    /// <summary>Where it happens, or null.</summary>
    public EventPlace? Place { get; init; }

    /// <summary>How many.</summary>
    public EventSize Size { get; init; } = EventSize.None;

    /// <summary>Whose account it is, innermost speaker first; empty for the author's own.</summary>
    public ImmutableArray<Attribution> Attribution { get; init; } = [];

    /// <summary>The word or words that name the deed.</summary>
    public required TextSpan Trigger { get; init; }

    /// <summary>Identifier of the codebook frame that fired, or <c>ranker</c>.</summary>
    public required string Frame { get; init; }

    /// <summary>Calibrated probability that the type is right, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Frame, tree path and alternatives beaten; null unless asked for.</summary>
    public string? Why { get; init; }
}

/// <summary>The days that an event falls on; inclusive, null where open.</summary>
/// <param name="From">First day, or null.</param>
/// <param name="To">Last day, or null.</param>
/// <param name="Granularity">day, week, month, quarter, season, year, decade, century; null where unresolved.</param>
/// <param name="Reference">Identifier of the date expression that gave it, or null.</param>
/// <param name="Unresolved">Why there is no date, or null.</param>
public sealed record EventDate(DateOnly? From, DateOnly? To, string? Granularity, string? Reference, string? Unresolved);

/// <summary>Where an event happened.</summary>
/// <param name="Name">The gazetteer's name, or the words of the text.</param>
/// <param name="Country">Alpha-3 code, or null.</param>
/// <param name="Latitude">Degrees north to a tenth, or null.</param>
/// <param name="Longitude">Degrees east to a tenth, or null.</param>
/// <param name="Span">The words that name it.</param>
/// <param name="Unresolved">Why it is not settled, or null.</param>
public sealed record EventPlace(string Name, string? Country, double? Latitude, double? Longitude, TextSpan Span, string? Unresolved);

/// <summary>A number of people as a range, with its words.</summary>
/// <param name="Min">At least, or null.</param>
/// <param name="Max">At most, or null.</param>
/// <param name="Span">The words.</param>
public sealed record PeopleCount(int? Min, int? Max, TextSpan Span);

/// <summary>The sizes of an event; each null where the text gives none.</summary>
public sealed record EventSize(PeopleCount? Dead, PeopleCount? Injured, PeopleCount? Detained, PeopleCount? Participants)
{
    /// <summary>No number is given.</summary>
    public static EventSize None { get; } = new(null, null, null, null);
}

/// <summary>Whose account an event is.</summary>
/// <param name="Speaker">Index of the speaker's mention, or null where the source is in no mention.</param>
/// <param name="For">Index of the mention of the body that a spokesperson speaks for, or null.</param>
/// <param name="Quote">Identifier of the quote, or null.</param>
/// <param name="Cue">The cue's range, or null.</param>
/// <param name="Stance">claimed, denied, admitted, warned, or null.</param>
public sealed record Attribution(int? Speaker, int? For, string? Quote, TextSpan? Cue, string? Stance);
