using System.Collections.Immutable;
using System.Text.Json;
using Readout.Coding.Record;
using Readout.Evaluation.Gold;
using Readout.Evaluation.Scoring;
using Readout.Text;

namespace Readout.Evaluation.Dates;

/// <summary>A text whose expressions of time are asked for.</summary>
/// <param name="Id">Identifier of the text.</param>
/// <param name="Created">The day it was written, or null where unknown.</param>
/// <param name="Text">The text.</param>
public sealed record DatedText(string Id, DateOnly? Created, string Text);

/// <summary>An expression of time: where it stands and its TIMEX3 value.</summary>
/// <param name="Span">Its range in UTF-16 code units.</param>
/// <param name="Value">Its value; null where it is not settled.</param>
public readonly record struct TimeExpression(TextSpan Span, string? Value);

/// <summary>The expressions of time of one text.</summary>
/// <param name="Items">The expressions.</param>
public sealed record TimeExpressions(ImmutableArray<TimeExpression> Items)
{
    /// <summary>No expression.</summary>
    public static TimeExpressions None { get; } = new([]);

    /// <summary>The expressions that a record has.</summary>
    public static TimeExpressions Of(ArticleRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new TimeExpressions([.. record.Dates.Select(date => new TimeExpression(date.Span, date.Timex))]);
    }
}

/// <summary>
/// Expressions of time: JSONL with <c>text</c>, <c>dct</c>, <c>timex[]</c>. Extents strict and relaxed; values by the
/// rule of TempEval-3 (UzZaman et al. 2013): an expression counts where its extent overlaps a gold one and its value
/// is the gold one's.
/// </summary>
public sealed class DatesTask : EvaluationTask<DatedText, TimeExpressions, TimeExpressions>
{
    /// <inheritdoc/>
    public override string Name => "dates";

    /// <inheritdoc/>
    public override IEnumerable<GoldItem<DatedText, TimeExpressions>> ReadGold(string path)
    {
        foreach (GoldFields line in GoldFile.Lines(path))
        {
            string id = line.RequiredId();
            string text = line.RequiredText("text");
            DatedText input = new(id, line.Day("dct"), text);
            yield return new GoldItem<DatedText, TimeExpressions>(id, input, line.Has("timex") ? Read(line, text) : null);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Predicted<TimeExpressions>> ReadPredictions(string path, IReadOnlyDictionary<string, GoldItem<DatedText, TimeExpressions>> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        foreach (GoldFields line in GoldFile.Lines(path))
        {
            string id = line.RequiredId();
            bool known = items.TryGetValue(id, out GoldItem<DatedText, TimeExpressions>? item);
            yield return new Predicted<TimeExpressions>(id, line.Line, known ? Read(line, item!.Input.Text) : TimeExpressions.None);
        }
    }

    /// <inheritdoc/>
    public override void WritePrediction(TextWriter output, GoldItem<DatedText, TimeExpressions> item, TimeExpressions prediction)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(prediction);
        CodePoints offsets = new(item.Input.Text);
        PredictionLine.Write(output, item.Id, json => WriteFields(json, offsets, prediction));
    }

    private protected override ScoreReport ScoreGold(IReadOnlyList<Answered<DatedText, TimeExpressions, TimeExpressions>> answers)
    {
        MatchCounts strict = default;
        MatchCounts relaxed = default;
        long values = 0;
        long strictValues = 0;
        foreach (Answered<DatedText, TimeExpressions, TimeExpressions> answer in answers)
        {
            ImmutableArray<TimeExpression> gold = answer.Item.Gold!.Items;
            ImmutableArray<TimeExpression> found = answer.Prediction?.Items ?? [];
            IReadOnlyList<(int Found, int Gold)> pairs = SpanPairs.Match([.. found.Select(one => one.Span)], [.. gold.Select(one => one.Span)]);
            List<(int Found, int Gold)> exact = [.. pairs.Where(pair => found[pair.Found].Span == gold[pair.Gold].Span)];
            strict += new MatchCounts(exact.Count, found.Length, gold.Length);
            relaxed += new MatchCounts(pairs.Count, found.Length, gold.Length);
            values += pairs.Count(pair => SameValue(found[pair.Found], gold[pair.Gold]));
            strictValues += exact.Count(pair => SameValue(found[pair.Found], gold[pair.Gold]));
        }

        ScoreList scores = new();
        scores.AddF1("strict extent", strict);
        scores.AddF1("relaxed extent", relaxed);
        scores.AddF1("value", relaxed with { Correct = values });
        scores.AddF1("strict extent and value", strict with { Correct = strictValues });
        scores.AddAccuracy("value of matched", values, relaxed.Correct);
        return new ScoreReport { Task = Name, Scores = scores.ToImmutable() };
    }

    private static bool SameValue(TimeExpression found, TimeExpression gold) =>
        found.Value is not null && string.Equals(found.Value, gold.Value, StringComparison.Ordinal);

    private static TimeExpressions Read(GoldFields line, string text)
    {
        CodePoints offsets = new(text);
        ImmutableArray<TimeExpression>.Builder items = ImmutableArray.CreateBuilder<TimeExpression>();
        foreach (GoldFields timex in line.Objects("timex"))
        {
            TextSpan span = offsets.ToUtf16(timex, timex.RequiredInteger("start"), timex.RequiredInteger("end"));
            items.Add(new TimeExpression(span, timex.Text("value")));
        }

        return new TimeExpressions(items.ToImmutable());
    }

    private static void WriteFields(Utf8JsonWriter json, CodePoints offsets, TimeExpressions prediction)
    {
        json.WriteStartArray("timex");
        foreach (TimeExpression one in prediction.Items)
        {
            json.WriteStartObject();
            json.WriteNumber("start", offsets.FromUtf16(one.Span.Start));
            json.WriteNumber("end", offsets.FromUtf16(one.Span.End));
            json.WriteString("value", one.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
