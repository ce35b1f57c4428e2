using System.Collections.Immutable;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Analysis.Reports;

/// <summary>
/// One article's account of a happening: a coded event without its spans, with what is needed to compare it with the
/// events of other articles. Immutable.
/// </summary>
public sealed record Report
{
    /// <summary>Identity of the event across recodings (<see cref="CodedEvent.Key"/>).</summary>
    public required string Key { get; init; }

    /// <summary>Identifier of the article.</summary>
    public required string Article { get; init; }

    /// <summary>The publisher's name or host, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Day of publication, or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>PLOVER type.</summary>
    public required EventType Type { get; init; }

    /// <summary>PLOVER mode, or null.</summary>
    public string? Mode { get; init; }

    /// <summary>The deed that a verbal event is about, or null.</summary>
    public EventType? Action { get; init; }

    /// <summary>PLOVER contexts.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>Auxiliary mode.</summary>
    public EventStatus Status { get; init; }

    /// <summary>Goldstein score, or null.</summary>
    public double? Goldstein { get; init; }

    /// <summary>PLOVER conflict-cooperation score.</summary>
    public double PloverScore { get; init; }

    /// <summary>Who acts; for a reciprocal event all parties.</summary>
    public ImmutableArray<Party> Actors { get; init; } = [];

    /// <summary>Who is acted upon.</summary>
    public ImmutableArray<Party> Recipients { get; init; } = [];

    /// <summary>First day, or null where open or unresolved.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day (inclusive), or null where open or unresolved.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Name of the place, or null.</summary>
    public string? Place { get; init; }

    /// <summary>Alpha-3 code of the place's country, or null.</summary>
    public string? PlaceCountry { get; init; }

    /// <summary>How many.</summary>
    public EventSize Size { get; init; } = EventSize.None;

    /// <summary>What else its clause counts, each thing once, by name.</summary>
    public ImmutableArray<Amount> Amounts { get; init; } = [];

    /// <summary>Whose account it is, innermost first; empty for the author's own.</summary>
    public ImmutableArray<Party> Speakers { get; init; } = [];

    /// <summary>Calibrated probability that the type is right.</summary>
    public double Confidence { get; init; }

    /// <summary>Level of the meeting that the event is part of (leader, minister, official, expert), or null.</summary>
    public string? Level { get; init; }

    /// <summary>The words that name the deed.</summary>
    public required string Trigger { get; init; }

    /// <summary>The reports of a record's events, in their order.</summary>
    public static ImmutableArray<Report> Of(ArticleRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return [.. record.Events.Select(coded => Of(record, coded))];
    }

    /// <summary>The report of one of a record's events.</summary>
    public static Report Of(ArticleRecord record, CodedEvent coded)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(coded);
        return Told(record, coded);
    }

    /// <summary>What a clause counts beside the people of <see cref="Size"/>, for reports that are made of something else than a record.</summary>
    /// <param name="type">Type of the event.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="start">Where the sentence begins in the article.</param>
    /// <param name="clause">Range of the clause in the article.</param>
    /// <param name="size">The people that the record has.</param>
    public static ImmutableArray<Amount> AmountsOf(EventType type, string sentence, int start, TextSpan clause, EventSize size)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(size);
        return AmountReader.Read(type, sentence, new TextSpan(Math.Max(0, clause.Start - start), Math.Min(sentence.Length, clause.End - start)), size, start);
    }

    private static Report Told(ArticleRecord record, CodedEvent coded) => new()
    {
        Key = coded.Key,
        Article = record.Article.Id,
        Source = record.Article.Source,
        Published = record.Article.Published,
        Type = coded.Type,
        Mode = coded.Mode,
        Action = coded.Action,
        Contexts = coded.Contexts,
        Status = coded.Status,
        Goldstein = coded.Goldstein,
        PloverScore = coded.PloverScore,
        Actors = Parties(record, coded.Actors),
        Recipients = Parties(record, coded.Recipients),
        From = coded.Date?.From,
        To = coded.Date?.To,
        Place = coded.Place?.Name,
        PlaceCountry = coded.Place?.Country,
        Size = coded.Size,
        Amounts = AmountReader.Read(coded.Type, record.Article.Text, coded.Span, coded.Size, 0),
        Speakers = Parties(record, [.. coded.Attribution.Where(a => a.Speaker is not null).Select(a => a.Speaker!.Value)]),
        Confidence = coded.Confidence,
        Level = record.Meetings.FirstOrDefault(meeting => meeting.Events.Contains(coded.Id))?.Level,
        Trigger = record.Article.Text[coded.Trigger.Start..coded.Trigger.End],
    };

    private static ImmutableArray<Party> Parties(ArticleRecord record, ImmutableArray<int> mentions) =>
        [.. mentions.Select(index => Party.Of(record.Mentions[index].Actor))];
}
