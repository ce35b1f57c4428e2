using System.Collections.Immutable;
using Readout.Archive.Reading;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Desk.Layout;

/// <summary>An event in a line, with the sentence that tells it. Immutable.</summary>
public sealed record EventLineModel
{
    /// <summary>Identity of the event across recodings.</summary>
    public required string Key { get; init; }

    /// <summary>Number of its article.</summary>
    public required long Article { get; init; }

    /// <summary>Which event of its article it is, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>PLOVER type: <c>CONSULT</c>.</summary>
    public required string Type { get; init; }

    /// <summary>PLOVER mode, or null.</summary>
    public string? Mode { get; init; }

    /// <summary>Inside a verbal event, the type of the deed that it is about, or null.</summary>
    public string? Action { get; init; }

    /// <summary>verbal-cooperation, material-cooperation, verbal-conflict or material-conflict.</summary>
    public required string Quad { get; init; }

    /// <summary>actual, historical, future, hypothetical or negated.</summary>
    public required string Status { get; init; }

    /// <summary>The day under which it is counted, or null.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Who acts.</summary>
    public ImmutableArray<ActorName> Actors { get; init; } = [];

    /// <summary>Who is acted upon.</summary>
    public ImmutableArray<ActorName> Recipients { get; init; } = [];

    /// <summary>Who says so, innermost first; empty for the article itself.</summary>
    public ImmutableArray<ActorName> Speakers { get; init; } = [];

    /// <summary>The sentence that tells it.</summary>
    public required string Sentence { get; init; }

    /// <summary>Where the words that name the deed stand in <see cref="Sentence"/>.</summary>
    public required TextSpan Trigger { get; init; }

    /// <summary>Calibrated probability that the type is right, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>The publisher, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Headline of the article, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Day of publication, or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>How many articles say the same words, this one included.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>Address of the event in its article.</summary>
    public string Address => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/article/{Article}#e{Number}");

    /// <summary>The line of a kept event.</summary>
    public static EventLineModel Of(KeptEvent kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return new EventLineModel
        {
            Key = kept.Key,
            Article = kept.Article.Id,
            Number = kept.Number,
            Type = kept.Type.Spelt(),
            Mode = kept.Mode,
            Action = kept.Action?.Spelt(),
            Quad = kept.Type.Quad().Spelt(),
            Status = kept.Status.Spelt(),
            Day = kept.Day,
            Actors = ActorName.Of(kept.Actors),
            Recipients = ActorName.Of(kept.Recipients),
            Speakers = ActorName.Of(kept.Attribution.Where(entry => entry.Speaker is not null).Select(entry => entry.Speaker!)),
            Sentence = kept.Sentence,
            Trigger = Within(kept.Trigger, kept.SentenceSpan, kept.Sentence.Length),
            Confidence = kept.Confidence,
            Source = kept.Article.Source,
            Title = kept.Article.Title,
            Published = kept.Article.Published,
            Copies = kept.Copies,
        };
    }

    private static TextSpan Within(TextSpan trigger, TextSpan sentence, int length)
    {
        int start = Math.Clamp(trigger.Start - sentence.Start, 0, length);
        return new TextSpan(start, Math.Clamp(trigger.End - sentence.Start, start, length));
    }
}
