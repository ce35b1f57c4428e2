using System.Collections.Immutable;
using System.Text.Json;
using Readout.Evaluation.Gold;
using Readout.Evaluation.Scoring;
using Readout.Text;

namespace Readout.Evaluation.Quotes;

/// <summary>A text whose attributions are asked for.</summary>
/// <param name="Id">Identifier of the text.</param>
/// <param name="Title">Its headline, or null. The headline may or may not stand in the text as well.</param>
/// <param name="Published">Day of publication, or null.</param>
/// <param name="Text">The text.</param>
public sealed record QuotedText(string Id, string? Title, DateOnly? Published, string Text);

/// <summary>Words attributed to a source by a cue; each part may be discontinuous, and source and cue may be lacking.</summary>
/// <param name="Source">The words that name the speaker.</param>
/// <param name="Cue">The words that attribute.</param>
/// <param name="Content">The words attributed.</param>
public sealed record QuoteSpans(ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Content);

/// <summary>The attributions of one text.</summary>
/// <param name="Items">The attributions.</param>
public sealed record QuoteList(ImmutableArray<QuoteSpans> Items)
{
    /// <summary>No attribution.</summary>
    public static QuoteList None { get; } = new([]);
}

/// <summary>
/// Attributions by the convention of PolNeAR (Newell, Margolin, Ruths 2018): JSONL with <c>text</c> and
/// <c>attributions[]</c>.
/// </summary>
public sealed class QuotesTask : EvaluationTask<QuotedText, QuoteList, QuoteList>
{
    /// <inheritdoc/>
    public override string Name => "quotes";

    /// <inheritdoc/>
    public override IEnumerable<GoldItem<QuotedText, QuoteList>> ReadGold(string path)
    {
        foreach (GoldFields line in GoldFile.Lines(path))
        {
            string id = line.RequiredId();
            string text = line.RequiredText("text");
            QuotedText input = new(id, line.Text("title"), line.Day("date"), text);
            yield return new GoldItem<QuotedText, QuoteList>(id, input, line.Has("attributions") ? Read(line, text) : null);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Predicted<QuoteList>> ReadPredictions(string path, IReadOnlyDictionary<string, GoldItem<QuotedText, QuoteList>> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        foreach (GoldFields line in GoldFile.Lines(path))
        {
            string id = line.RequiredId();
            bool known = items.TryGetValue(id, out GoldItem<QuotedText, QuoteList>? item);
            yield return new Predicted<QuoteList>(id, line.Line, known ? Read(line, item!.Input.Text) : QuoteList.None);
        }
    }

    /// <inheritdoc/>
    public override void WritePrediction(TextWriter output, GoldItem<QuotedText, QuoteList> item, QuoteList prediction)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(prediction);
        CodePoints offsets = new(item.Input.Text);
        PredictionLine.Write(output, item.Id, json => WriteFields(json, offsets, prediction));
    }

    private protected override ScoreReport ScoreGold(IReadOnlyList<Answered<QuotedText, QuoteList, QuoteList>> answers)
    {
        QuoteCounts counts = new();
        foreach (Answered<QuotedText, QuoteList, QuoteList> answer in answers)
        {
            counts.Add(answer.Item.Input.Text, answer.Prediction ?? QuoteList.None, answer.Item.Gold!);
        }

        return new ScoreReport { Task = Name, Scores = counts.Scores() };
    }

    private static QuoteList Read(GoldFields line, string text)
    {
        CodePoints offsets = new(text);
        return new QuoteList([.. line.Objects("attributions").Select(one =>
            new QuoteSpans(Spans(one, "source", offsets), Spans(one, "cue", offsets), Spans(one, "content", offsets)))]);
    }

    private static ImmutableArray<TextSpan> Spans(GoldFields attribution, string name, CodePoints offsets) =>
        [.. attribution.Elements(name).Select(pair => offsets.ToUtf16(attribution, pair))];

    private static void WriteFields(Utf8JsonWriter json, CodePoints offsets, QuoteList prediction)
    {
        json.WriteStartArray("attributions");
        foreach (QuoteSpans one in prediction.Items)
        {
            json.WriteStartObject();
            WriteSpans(json, offsets, "source", one.Source);
            WriteSpans(json, offsets, "cue", one.Cue);
            WriteSpans(json, offsets, "content", one.Content);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSpans(Utf8JsonWriter json, CodePoints offsets, string name, ImmutableArray<TextSpan> spans)
    {
        json.WriteStartArray(name);
        foreach (TextSpan span in spans)
        {
            json.WriteStartArray();
            json.WriteNumberValue(offsets.FromUtf16(span.Start));
            json.WriteNumberValue(offsets.FromUtf16(span.End));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
