using System.Collections.Immutable;
using Readout.Archive.Corrections;
using Readout.Desk.Layout;
using Readout.Text;

namespace Readout.Desk.Articles;

/// <summary>A text with its marks and what lies behind each. Immutable.</summary>
public sealed record ReaderModel
{
    /// <summary>The blocks of the text.</summary>
    public required ImmutableArray<MarkedBlock> Blocks { get; init; }

    /// <summary>Kinds of mark that are shown.</summary>
    public required ImmutableHashSet<string> Shown { get; init; }

    /// <summary>How many marks there are of each kind that occurs.</summary>
    public required ImmutableArray<(string Kind, int Count)> Kinds { get; init; }

    /// <summary>The events, in the order of the text.</summary>
    public ImmutableArray<EventCard> Events { get; init; } = [];

    /// <summary>The quotes.</summary>
    public ImmutableArray<QuoteCard> Quotes { get; init; } = [];

    /// <summary>The actors, each once, in the order in which they are first named.</summary>
    public ImmutableArray<ActorCard> Actors { get; init; } = [];

    /// <summary>The expressions of time.</summary>
    public ImmutableArray<DateCard> Dates { get; init; } = [];

    /// <summary>The places, each once.</summary>
    public ImmutableArray<PlaceCard> Places { get; init; } = [];

    /// <summary>What the reader of the text should know: no date, a noted cut.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Version of the knowledge that coded it.</summary>
    public required string Pack { get; init; }

    /// <summary>Hash of that knowledge.</summary>
    public required string PackHash { get; init; }
}

/// <summary>Who takes part, with the words that say so. Immutable.</summary>
/// <param name="Actor">Name and page.</param>
/// <param name="Card">Their card on the page.</param>
/// <param name="Words">The words of the text.</param>
/// <param name="Unresolved">Why it is not settled who it is, or null.</param>
public sealed record PartyView(ActorName Actor, string Card, string Words, string? Unresolved);

/// <summary>The evidence of an event. Immutable.</summary>
public sealed record EventCard
{
    /// <summary>Identifier within the record, and anchor: <c>e3</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Identity across recodings.</summary>
    public required string Key { get; init; }

    /// <summary>PLOVER type.</summary>
    public required string Type { get; init; }

    /// <summary>PLOVER mode, or null.</summary>
    public string? Mode { get; init; }

    /// <summary>Type of the deed inside a verbal event, or null.</summary>
    public string? Action { get; init; }

    /// <summary>Quad class.</summary>
    public required string Quad { get; init; }

    /// <summary>Auxiliary mode.</summary>
    public required string Status { get; init; }

    /// <summary>The words that name the deed.</summary>
    public required string Trigger { get; init; }

    /// <summary>Where they stand.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Who acts.</summary>
    public ImmutableArray<PartyView> Actors { get; init; } = [];

    /// <summary>Who is acted upon.</summary>
    public ImmutableArray<PartyView> Recipients { get; init; } = [];

    /// <summary>First day, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>How the date was found, in words.</summary>
    public required string DateHow { get; init; }

    /// <summary>Card of the words of time, or null.</summary>
    public string? DateCard { get; init; }

    /// <summary>Where, in words, or null.</summary>
    public string? Place { get; init; }

    /// <summary>Country of the place, or null.</summary>
    public string? PlaceCountry { get; init; }

    /// <summary>How many people, in words.</summary>
    public ImmutableArray<string> Sizes { get; init; } = [];

    /// <summary>Whose account it is, in words, innermost first.</summary>
    public ImmutableArray<string> Accounts { get; init; } = [];

    /// <summary>PLOVER contexts.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>CAMEO code, or null.</summary>
    public string? Cameo { get; init; }

    /// <summary>Goldstein score, or null.</summary>
    public double? Goldstein { get; init; }

    /// <summary>PLOVER score.</summary>
    public double PloverScore { get; init; }

    /// <summary>Name of the frame that fired, <c>ranker</c>, or <c>person</c>.</summary>
    public required string Frame { get; init; }

    /// <summary>Calibrated probability that the type is right.</summary>
    public double Confidence { get; init; }

    /// <summary>Why it was coded so, a sentence each.</summary>
    public ImmutableArray<string> Why { get; init; } = [];

    /// <summary>What people said of it, oldest first.</summary>
    public ImmutableArray<Verdict> Verdicts { get; init; } = [];
}

/// <summary>What somebody said of an event. Immutable.</summary>
/// <param name="Kind">accept, reject, change or add.</param>
/// <param name="Trigger">The words that name the deed.</param>
/// <param name="Fields">What was changed, as <c>type REJECT</c>.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Why">Why, or an empty text.</param>
/// <param name="Outcome">How it stands now.</param>
/// <param name="Reason">Why it stands so, or an empty text.</param>
public sealed record Verdict(string Kind, string Trigger, ImmutableArray<string> Fields, string By, DateTimeOffset At, string Why, CorrectionOutcome Outcome, string Reason);

/// <summary>The evidence of a quote. Immutable.</summary>
/// <param name="Id">Identifier within the record, and anchor.</param>
/// <param name="Kind">direct, indirect or mixed.</param>
/// <param name="Speaker">Who speaks, or null.</param>
/// <param name="For">The body that they speak for, or null.</param>
/// <param name="Source">The words that name the speaker.</param>
/// <param name="Cue">The words that attribute.</param>
/// <param name="Content">The words attributed.</param>
/// <param name="Stance">claimed, denied, admitted, warned, or null.</param>
/// <param name="Span">Where what opens it stands.</param>
public sealed record QuoteCard(string Id, string Kind, PartyView? Speaker, PartyView? For, string Source, string Cue, string Content, string? Stance, TextSpan Span);

/// <summary>The evidence of an actor. Immutable.</summary>
/// <param name="Id">Anchor: <c>a0</c>.</param>
/// <param name="Actor">Name and page.</param>
/// <param name="Kind">state, body, person and so on.</param>
/// <param name="Country">PLOVER's country field, or null.</param>
/// <param name="Sector">PLOVER's sector, or null.</param>
/// <param name="Words">The words by which they are referred to, each once, with how they refer.</param>
/// <param name="Mentions">How often they are mentioned.</param>
/// <param name="Unresolved">Why it is not settled who it is, or null.</param>
/// <param name="Candidates">Who it may be.</param>
/// <param name="Span">Where they are first mentioned.</param>
public sealed record ActorCard(
    string Id, ActorName Actor, string Kind, string? Country, string? Sector, ImmutableArray<string> Words, int Mentions, string? Unresolved, ImmutableArray<string> Candidates, TextSpan Span);

/// <summary>The evidence of words of time. Immutable.</summary>
/// <param name="Id">Identifier within the record, and anchor.</param>
/// <param name="Words">The words.</param>
/// <param name="From">First day, or null.</param>
/// <param name="To">Last day, or null.</param>
/// <param name="How">How it was resolved, in words.</param>
/// <param name="Timex">TIMEX3 value, or null.</param>
/// <param name="Span">Where they stand.</param>
public sealed record DateCard(string Id, string Words, DateOnly? From, DateOnly? To, string How, string? Timex, TextSpan Span);

/// <summary>The evidence of a place. Immutable.</summary>
/// <param name="Id">Anchor: <c>p0</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Country">Its state's code, or null.</param>
/// <param name="Latitude">Degrees north, or null.</param>
/// <param name="Longitude">Degrees east, or null.</param>
/// <param name="Words">The words of the text.</param>
/// <param name="Unresolved">Why it is not settled, or null.</param>
/// <param name="Span">Where it first stands.</param>
public sealed record PlaceCard(string Id, string Name, string? Country, double? Latitude, double? Longitude, string Words, string? Unresolved, TextSpan Span);
