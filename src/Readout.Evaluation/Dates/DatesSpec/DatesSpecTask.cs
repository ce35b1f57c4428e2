using System.Collections.Immutable;
using System.Text.Json;
using Readout.Evaluation.Gold;
using Readout.Evaluation.Scoring;
using Readout.Text;

namespace Readout.Evaluation.Dates.DatesSpec;

/// <summary>
/// The Date, DatePeriod and Duration cases of Recognizers-Text, by each case's reference day. A case passes where extents
/// and, in the Parser files, value and both readings are the gold's. <see cref="SpecExclusions"/> lists what is left out.
/// </summary>
public sealed class DatesSpecTask : EvaluationTask<SpecInput, SpecResults, SpecResults>
{
    /// <inheritdoc/>
    public override string Name => "dates-spec";

    /// <inheritdoc/>
    public override IEnumerable<GoldItem<SpecInput, SpecResults>> ReadGold(string path) => SpecFile.Read(path);

    /// <inheritdoc/>
    public override IEnumerable<Predicted<SpecResults>> ReadPredictions(string path, IReadOnlyDictionary<string, GoldItem<SpecInput, SpecResults>> items)
    {
        foreach (GoldFields line in GoldFile.Lines(path))
        {
            ImmutableArray<SpecResult>.Builder results = ImmutableArray.CreateBuilder<SpecResult>();
            foreach (GoldFields one in line.Objects("results"))
            {
                TextSpan span = new(one.RequiredInteger("start"), one.RequiredInteger("end"));
                results.Add(new SpecResult(span, one.Text("timex"), one.Text("future"), one.Text("past")));
            }

            yield return new Predicted<SpecResults>(line.RequiredId(), line.Line, new SpecResults(results.ToImmutable()));
        }
    }

    /// <inheritdoc/>
    public override void WritePrediction(TextWriter output, GoldItem<SpecInput, SpecResults> item, SpecResults prediction)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(prediction);
        PredictionLine.Write(output, item.Id, json => WriteFields(json, prediction));
    }

    private protected override ScoreReport ScoreGold(IReadOnlyList<Answered<SpecInput, SpecResults, SpecResults>> answers)
    {
        ScoreList scores = new();
        foreach (SpecModel model in Enum.GetValues<SpecModel>()) Add(scores, model.ToString(), [.. answers.Where(answer => answer.Item.Input.Model == model)]);
        Add(scores, "all", answers);
        long excluded = answers.Count(answer => SpecExclusions.Reason(answer.Item.Id) is not null);
        scores.AddAccuracy("excluded", excluded, answers.Count);
        return new ScoreReport { Task = Name, Scores = scores.ToImmutable() };
    }

    private static void Add(ScoreList scores, string name, IReadOnlyList<Answered<SpecInput, SpecResults, SpecResults>> answers)
    {
        List<Answered<SpecInput, SpecResults, SpecResults>> kept = [.. answers.Where(answer => SpecExclusions.Reason(answer.Item.Id) is null)];
        scores.AddAccuracy(name, kept.Count(Passes), kept.Count);
        scores.AddAccuracy(name + ", exclusions counted", answers.Count(Passes), answers.Count);
    }

    private static bool Passes(Answered<SpecInput, SpecResults, SpecResults> answer) =>
        answer.Prediction is not null && answer.Prediction.Items.SequenceEqual(answer.Item.Gold!.Items);

    private static void WriteFields(Utf8JsonWriter json, SpecResults prediction)
    {
        json.WriteStartArray("results");
        foreach (SpecResult one in prediction.Items)
        {
            json.WriteStartObject();
            json.WriteNumber("start", one.Span.Start);
            json.WriteNumber("end", one.Span.End);
            json.WriteString("timex", one.Timex);
            json.WriteString("future", one.Future);
            json.WriteString("past", one.Past);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
