using System.Collections.Immutable;
using System.ComponentModel;
using Readout.Archive.Reading;
using Readout.Coding.Record;

namespace Readout.Desk.Mcp;

/// <summary>An event as a tool tells it. Immutable.</summary>
internal sealed record ToldEvent
{
    /// <summary>Longer sentences are cut.</summary>
    public const int MostOfSentence = 600;

    [Description("The day under which it is counted, or null.")]
    public required DateOnly? Day { get; init; }

    [Description("PLOVER type.")]
    public required string Type { get; init; }

    [Description("PLOVER mode, or null.")]
    public string? Mode { get; init; }

    [Description("Inside a verbal event, the type of the deed that it is about, or null.")]
    public string? About { get; init; }

    [Description("actual, historical, future, hypothetical or negated.")]
    public required string Status { get; init; }

    [Description("Who acts.")]
    public required ImmutableArray<string> Actors { get; init; }

    [Description("Who is acted upon.")]
    public required ImmutableArray<string> Recipients { get; init; }

    [Description("Who says so, innermost first; empty for the article itself.")]
    public required ImmutableArray<string> SaidBy { get; init; }

    [Description("The sentence that tells it.")]
    public required string Sentence { get; init; }

    [Description("The words of the sentence that name the deed.")]
    public required string Trigger { get; init; }

    [Description("How often codings like this one are right, 0 to 1.")]
    public required double Confidence { get; init; }

    [Description("The publisher, or null.")]
    public string? Source { get; init; }

    [Description("Day of publication, or null.")]
    public DateOnly? Published { get; init; }

    [Description("Number of the article: read_article takes it.")]
    public required long Article { get; init; }

    [Description("The sentence on the desk.")]
    public required string Link { get; init; }

    [Description("The article at its publisher, or null.")]
    public string? Url { get; init; }

    public static ToldEvent Of(KeptEvent kept, Sources sources) => new()
    {
        Day = kept.Day,
        Type = kept.Type.Spelt(),
        Mode = kept.Mode,
        About = kept.Action?.Spelt(),
        Status = kept.Status.Spelt(),
        Actors = Names(kept.Actors),
        Recipients = Names(kept.Recipients),
        SaidBy = Names(kept.Attribution.Where(entry => entry.Speaker is not null).Select(entry => entry.Speaker!)),
        Sentence = Sources.Cut(kept.Sentence, MostOfSentence),
        Trigger = kept.TriggerText,
        Confidence = Math.Round(kept.Confidence, 3),
        Source = kept.Article.Source,
        Published = kept.Article.Published,
        Article = kept.Article.Id,
        Link = sources.Link(kept.Article.Id, kept.Number),
        Url = kept.Article.Url,
    };

    private static ImmutableArray<string> Names(IEnumerable<KeptParty> parties) =>
        [.. parties.Select(party => Sources.Named(party.Name, party.Code)).Distinct()];
}
