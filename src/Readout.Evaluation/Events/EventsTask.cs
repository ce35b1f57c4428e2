using System.Collections.Immutable;
using System.Text.Json;
using Readout.Coding.Record;
using Readout.Evaluation.Gold;
using Readout.Evaluation.Relations;
using Readout.Evaluation.Scoring;

namespace Readout.Evaluation.Events;

/// <summary>A sentence whose events are asked for.</summary>
/// <param name="Id">Identifier of the sentence.</param>
/// <param name="Text">The sentence alone.</param>
public sealed record EventSentence(string Id, string Text);

/// <summary>A party of an event.</summary>
/// <param name="Text">The words that name it.</param>
/// <param name="Country">PLOVER's country field, or null.</param>
/// <param name="Sector">PLOVER's sector, or null.</param>
public sealed record EventParty(string Text, string? Country, string? Sector);

/// <summary>An event of a sentence.</summary>
/// <param name="Type">PLOVER type in capitals; CONCEDE, RETREAT and YIELD count as one.</param>
/// <param name="Actors">Who acts; all parties of a reciprocal event.</param>
/// <param name="Recipients">Who is acted upon.</param>
public sealed record SentenceEvent(string Type, ImmutableArray<EventParty> Actors, ImmutableArray<EventParty> Recipients);

/// <summary>The events of one sentence.</summary>
/// <param name="Items">The events.</param>
public sealed record SentenceEvents(ImmutableArray<SentenceEvent> Items)
{
    /// <summary>The events that a record has.</summary>
    public static SentenceEvents Of(ArticleRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new SentenceEvents([.. record.Events.Select(coded =>
            new SentenceEvent(coded.Type.Spelt(), Parties(record, coded.Actors), Parties(record, coded.Recipients)))]);
    }

    private static ImmutableArray<EventParty> Parties(ArticleRecord record, ImmutableArray<int> mentions) =>
        [.. mentions.Select(index => record.Mentions[index]).Select(mention =>
            new EventParty(mention.Span.In(record.Article.Text), mention.Actor.Country, mention.Actor.Sector))];
}

/// <summary>
/// Events of single sentences: JSONL with <c>text</c>, <c>source[]</c>, <c>target[]</c>, <c>eventPlv</c>. Scored are the
/// distinct types of a sentence, and its distinct triples of type, actor's and recipient's country.
/// </summary>
public sealed class EventsTask : EvaluationTask<EventSentence, SentenceEvents, SentenceEvents>
{
    /// <inheritdoc/>
    public override string Name => "events";

    /// <inheritdoc/>
    public override IEnumerable<GoldItem<EventSentence, SentenceEvents>> ReadGold(string path)
    {
        foreach (GoldFields line in GoldFile.Lines(path))
        {
            string id = line.RequiredId();
            yield return new GoldItem<EventSentence, SentenceEvents>(id, new EventSentence(id, line.RequiredText("text")), Gold(line));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Predicted<SentenceEvents>> ReadPredictions(string path, IReadOnlyDictionary<string, GoldItem<EventSentence, SentenceEvents>> items)
    {
        foreach (GoldFields line in GoldFile.Lines(path))
        {
            ImmutableArray<SentenceEvent> events = [.. line.Objects("events").Select(one => new SentenceEvent(
                Type(one, "type"), Parties(one, "actors", "text", "country"), Parties(one, "recipients", "text", "country")))];
            yield return new Predicted<SentenceEvents>(line.RequiredId(), line.Line, new SentenceEvents(events));
        }
    }

    /// <inheritdoc/>
    public override void WritePrediction(TextWriter output, GoldItem<EventSentence, SentenceEvents> item, SentenceEvents prediction)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(prediction);
        PredictionLine.Write(output, item.Id, json => WriteFields(json, prediction));
    }

    private protected override ScoreReport ScoreGold(IReadOnlyList<Answered<EventSentence, SentenceEvents, SentenceEvents>> answers)
    {
        MatchCounts types = default;
        MatchCounts triples = default;
        foreach (Answered<EventSentence, SentenceEvents, SentenceEvents> answer in answers)
        {
            ImmutableArray<SentenceEvent> found = answer.Prediction?.Items ?? [];
            types += MatchCounts.OfBags(Types(found), Types(answer.Item.Gold!.Items));
            triples += CountryTriple.Match(found.SelectMany(CountryTriple.Of), answer.Item.Gold.Items.SelectMany(CountryTriple.Of));
        }

        ScoreList scores = new();
        scores.AddF1("type", types);
        scores.AddF1("type, actor, recipient", triples);
        return new ScoreReport { Task = Name, Scores = scores.ToImmutable() };
    }

    private static SortedSet<string> Types(IEnumerable<SentenceEvent> events) =>
        new(events.Select(one => PloverRoot.Normalise(one.Type)), StringComparer.Ordinal);

    private static SentenceEvents? Gold(GoldFields line)
    {
        if (!line.Holds("eventPlv")) return null;
        return new SentenceEvents([new SentenceEvent(
            Type(line, "eventPlv"), Parties(line, "source", "actorText", "code"), Parties(line, "target", "actorText", "code"))]);
    }

    private static string Type(GoldFields fields, string name)
    {
        string type = PloverRoot.Normalise(fields.RequiredText(name));
        return PloverRoot.IsKnown(type) ? type : throw fields.Wrong($"'{type}' is no PLOVER type");
    }

    private static ImmutableArray<EventParty> Parties(GoldFields fields, string name, string text, string country) =>
        [.. fields.Objects(name).Select(one => new EventParty(one.Text(text) ?? "", Filled(one.Text(country)), Filled(one.Text("sector"))))];

    private static string? Filled(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static void WriteFields(Utf8JsonWriter json, SentenceEvents prediction)
    {
        json.WriteStartArray("events");
        foreach (SentenceEvent one in prediction.Items)
        {
            json.WriteStartObject();
            json.WriteString("type", one.Type);
            WriteParties(json, "actors", one.Actors);
            WriteParties(json, "recipients", one.Recipients);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteParties(Utf8JsonWriter json, string name, ImmutableArray<EventParty> parties)
    {
        json.WriteStartArray(name);
        foreach (EventParty party in parties)
        {
            json.WriteStartObject();
            json.WriteString("text", party.Text);
            json.WriteString("country", party.Country);
            json.WriteString("sector", party.Sector);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
