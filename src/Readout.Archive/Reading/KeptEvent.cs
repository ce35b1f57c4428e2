using System.Collections.Immutable;
using Readout.Analysis.Reports;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Archive.Reading;

/// <summary>An event of the archive with all that it leads back to: article, revision, sentence, spans, pack. Immutable.</summary>
public sealed record KeptEvent
{
    /// <summary>Number of its row.</summary>
    public required long Id { get; init; }

    /// <summary>Identity across recodings (<see cref="CodedEvent.Key"/>).</summary>
    public required string Key { get; init; }

    /// <summary>Which event of its record it is, from 1: 3 is <c>e3</c>.</summary>
    public required int Number { get; init; }

    /// <summary>The article, as the event's revision tells it.</summary>
    public required KeptArticle Article { get; init; }

    /// <summary>The knowledge that coded it.</summary>
    public required PackIdentity Pack { get; init; }

    /// <summary>Index of its sentence in the record.</summary>
    public required int SentenceNumber { get; init; }

    /// <summary>Range of its sentence in the article's text.</summary>
    public required TextSpan SentenceSpan { get; init; }

    /// <summary>The words of its sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>Range of the clause that tells it.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Range of the words that name the deed.</summary>
    public required TextSpan Trigger { get; init; }

    /// <summary>The words that name the deed.</summary>
    public required string TriggerText { get; init; }

    /// <summary>PLOVER type.</summary>
    public required EventType Type { get; init; }

    /// <summary>PLOVER mode, or null.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>Inside a verbal event, the type of the deed that it is about, or null.</summary>
    public EventType? Action { get; init; }

    /// <summary>CAMEO code as text, or null.</summary>
    public string? Cameo { get; init; }

    /// <summary>Goldstein score, or null.</summary>
    public double? Goldstein { get; init; }

    /// <summary>PLOVER conflict-cooperation score.</summary>
    public double PloverScore { get; init; }

    /// <summary>Auxiliary mode.</summary>
    public EventStatus Status { get; init; }

    /// <summary>The words that decide the status.</summary>
    public ImmutableArray<TextSpan> StatusEvidence { get; init; } = [];

    /// <summary>The day under which it is found and counted: its first, else its last, else that of publication; null without any.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>When it happens, or null.</summary>
    public EventDate? Date { get; init; }

    /// <summary>Where it happens, or null.</summary>
    public EventPlace? Place { get; init; }

    /// <summary>How many.</summary>
    public EventSize Size { get; init; } = EventSize.None;

    /// <summary>Who acts.</summary>
    public ImmutableArray<KeptParty> Actors { get; init; } = [];

    /// <summary>Who is acted upon.</summary>
    public ImmutableArray<KeptParty> Recipients { get; init; } = [];

    /// <summary>Whose account it is, innermost first; empty for the author's own.</summary>
    public ImmutableArray<KeptAttribution> Attribution { get; init; } = [];

    /// <summary>Identifier of the codebook frame that fired, or <c>ranker</c>.</summary>
    public required string Frame { get; init; }

    /// <summary>Calibrated probability that the type is right, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Number of the happening that it reports, or null.</summary>
    public long? Happening { get; init; }

    /// <summary>How many articles are in its article's group of copies, itself included.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>The event as analysis takes it: one article's account, without spans.</summary>
    public Report ToReport() => new()
    {
        Key = Key,
        Article = Article.Identity,
        Source = Article.Source,
        Published = Article.Published,
        Type = Type,
        Mode = Mode,
        Action = Action,
        Contexts = Contexts,
        Status = Status,
        Goldstein = Goldstein,
        PloverScore = PloverScore,
        Actors = [.. Actors.Select(party => party.ToParty())],
        Recipients = [.. Recipients.Select(party => party.ToParty())],
        From = Date?.From,
        To = Date?.To,
        Place = Place?.Name,
        PlaceCountry = Place?.Country,
        Size = Size,
        Amounts = Report.AmountsOf(Type, Sentence, SentenceSpan.Start, Span, Size),
        Speakers = [.. Attribution.Where(entry => entry.Speaker is not null).Select(entry => entry.Speaker!.ToParty())],
        Confidence = Confidence,
        Trigger = TriggerText,
    };
}

/// <summary>Who takes part in a kept event, with the words that say so. Immutable.</summary>
/// <param name="Actor">Number of the actor's row.</param>
/// <param name="Reference">Directory identifier, or null for one in no directory.</param>
/// <param name="Name">The directory's name, or the words of the text.</param>
/// <param name="Kind">state, government, body, person, group, igo, ngo, company, agent or place.</param>
/// <param name="Code">Code of the closed table, or null.</param>
/// <param name="Country">PLOVER's country field, or null.</param>
/// <param name="Sector">PLOVER's sector, or null.</param>
/// <param name="Office">Office held on the article's date, or null.</param>
/// <param name="Mention">Index of the mention in the record.</param>
/// <param name="Span">Range of the mention in the article's text.</param>
/// <param name="Text">The words of the mention.</param>
public sealed record KeptParty(
    long Actor, string? Reference, string Name, string Kind, string? Code, string? Country, string? Sector, string? Office, int Mention, TextSpan Span, string Text)
{
    /// <summary>The party without its mention.</summary>
    public Party ToParty() => new(Reference, Name, Code, Country, Sector, Office);
}

/// <summary>Whose account a kept event is. Immutable.</summary>
/// <param name="Speaker">Who says so, or null where the source is in no mention.</param>
/// <param name="For">The body that a spokesperson speaks for, or null.</param>
/// <param name="Quote">Identifier of the quote in the record, or null.</param>
/// <param name="Cue">Range of the cue, or null.</param>
/// <param name="Stance">claimed, denied, admitted, warned, or null.</param>
public sealed record KeptAttribution(KeptParty? Speaker, KeptParty? For, string? Quote, TextSpan? Cue, string? Stance);
