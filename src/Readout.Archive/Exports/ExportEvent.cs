using System.Collections.Immutable;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Archive.Exports;

/// <summary>An event as layouts see it: one report of an article, or a happening with all its reports. Immutable.</summary>
internal sealed record ExportEvent
{
    /// <summary>Identity of the event across recodings; of a happening, the happening's own.</summary>
    public required string Key { get; init; }

    /// <summary>The account whose words, spans and parties stand here: the event's article, or the happening's first.</summary>
    public required ExportReport Report { get; init; }

    /// <summary>All accounts; the one above alone where the unit is the report.</summary>
    public ImmutableArray<ExportReport> Reports { get; init; } = [];

    public required EventType Type { get; init; }

    public string? Mode { get; init; }

    public EventType? Action { get; init; }

    public ImmutableArray<string> Contexts { get; init; } = [];

    public string? Cameo { get; init; }

    public double? Goldstein { get; init; }

    public double PloverScore { get; init; }

    public EventStatus Status { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public string? Granularity { get; init; }

    public string? DateUnresolved { get; init; }

    public ImmutableArray<ExportParty> Actors { get; init; } = [];

    public ImmutableArray<ExportParty> Recipients { get; init; } = [];

    /// <summary>Whose account it is, innermost first.</summary>
    public ImmutableArray<ExportParty> Speakers { get; init; } = [];

    public string? Stance { get; init; }

    public ExportPlace? Place { get; init; }

    public ExportCount Dead { get; init; }

    public ExportCount Injured { get; init; }

    public ExportCount Detained { get; init; }

    public ExportCount Participants { get; init; }

    public string? Frame { get; init; }

    public double Confidence { get; init; }

    public string? Story { get; init; }

    public string? Happening { get; init; }

    /// <summary>What people said of it: <c>accepted</c>, <c>changed</c>, <c>added</c>, or null where nobody looked.</summary>
    public string? Correction { get; init; }

    public string PackVersion { get; init; } = "";

    public string PackHash { get; init; } = "";

    /// <summary>Who and what the article names; empty where the layout does not ask for it.</summary>
    public StoryNames Names { get; init; } = StoryNames.None;

    /// <summary>The day that layouts with one date take: the first day, else the last, else the day of publication.</summary>
    public DateOnly? Day => From ?? To ?? Report.Published;
}

/// <summary>One article's account.</summary>
internal sealed record ExportReport
{
    /// <summary>Identifier that the input gave it.</summary>
    public required string Article { get; init; }

    /// <summary>What it is known by over its revisions.</summary>
    public string Identity { get; init; } = "";

    public int Revision { get; init; } = 1;

    public string? Url { get; init; }

    public string? Source { get; init; }

    public string? Title { get; init; }

    public DateOnly? Published { get; init; }

    public string Language { get; init; } = "en";

    /// <summary>Length of the article's text in UTF-16 code units.</summary>
    public int TextLength { get; init; }

    /// <summary>Articles with one number are copies of one another; 0 where nobody compared.</summary>
    public long CopyGroup { get; init; }

    /// <summary>Index of the sentence, from 0; the title counts.</summary>
    public int Sentence { get; init; }

    public string SentenceText { get; init; } = "";

    /// <summary>Whether it stands in the title or the first paragraph of the body.</summary>
    public bool InLead { get; init; }

    public TextSpan Span { get; init; }

    public TextSpan Trigger { get; init; }

    public string TriggerText { get; init; } = "";
}

/// <summary>Who acts, is acted upon or speaks.</summary>
/// <param name="Id">Directory identifier, or null.</param>
/// <param name="Name">The directory's name, or the words of the text.</param>
/// <param name="Kind">state, government, body, person, group, igo, ngo, company, agent or place.</param>
/// <param name="Code">Code of the closed table, or null.</param>
/// <param name="Country">PLOVER's country field, or null.</param>
/// <param name="Sector">PLOVER's sector, or null.</param>
/// <param name="Office">Office held on the article's date, or null.</param>
/// <param name="Text">The words of the mention.</param>
/// <param name="Span">Their range in the article's text.</param>
/// <param name="IsPointer">Whether the mention is a pronoun or a phrase that stands for a name elsewhere.</param>
internal sealed record ExportParty(
    string? Id, string Name, string Kind, string? Code, string? Country, string? Sector, string? Office, string Text, TextSpan Span, bool IsPointer = false)
{
    /// <summary>What tells two parties apart.</summary>
    public string Identity => Id ?? $"{Code}|{Name}";
}

/// <summary>Where it happened.</summary>
internal sealed record ExportPlace(string Name, string? Country, double? Latitude, double? Longitude, string? Text);

/// <summary>A number of people as a range; null where open.</summary>
internal readonly record struct ExportCount(int? Min, int? Max);

/// <summary>The people, organisations and places that an article names, each once, in text order.</summary>
internal sealed record StoryNames(ImmutableArray<string> People, ImmutableArray<string> Organizations, ImmutableArray<string> Places)
{
    public static StoryNames None { get; } = new([], [], []);
}
