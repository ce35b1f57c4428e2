using Readout.Evaluation.Gold;
using Readout.Evaluation.Records;
using Readout.Evaluation.Scoring;

namespace Readout.Evaluation.Speakers;

/// <summary>
/// Who speaks, and what meetings a text tells of: JSONL with <c>text</c>, <c>quotes[]</c> with their resolved speakers, and
/// <c>meetings[]</c>. The rules are in <c>docs/scoring.md</c>.
/// </summary>
public sealed class SpeakersTask : EvaluationTask<RecordInput, SpokenText, SpokenText>
{
    /// <inheritdoc/>
    public override string Name => "speakers";

    /// <inheritdoc/>
    public override IEnumerable<GoldItem<RecordInput, SpokenText>> ReadGold(string path)
    {
        foreach (GoldFields line in GoldFile.Lines(path))
        {
            string id = line.RequiredId();
            RecordInput input = new(id, line.Day("published"), Title: null, line.RequiredText("text"));
            bool coded = line.Has("quotes") || line.Has("meetings");
            yield return new GoldItem<RecordInput, SpokenText>(id, input, coded ? GoldSpeakers.Read(line) : null);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Predicted<SpokenText>> ReadPredictions(string path, IReadOnlyDictionary<string, GoldItem<RecordInput, SpokenText>> items)
    {
        foreach (GoldFields line in GoldFile.Lines(path))
        {
            SpokenText coding = Read(path, line);
            yield return new Predicted<SpokenText>(coding.Id, line.Line, coding);
        }
    }

    /// <inheritdoc/>
    public override void WritePrediction(TextWriter output, GoldItem<RecordInput, SpokenText> item, SpokenText prediction)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(prediction);
        CodingFile.Write(output, item.Id, prediction.Record);
    }

    private protected override ScoreReport ScoreGold(IReadOnlyList<Answered<RecordInput, SpokenText, SpokenText>> answers)
    {
        SpeakerCounts speakers = new();
        MeetingCounts meetings = new();
        foreach (Answered<RecordInput, SpokenText, SpokenText> answer in answers)
        {
            SpokenText gold = answer.Item.Gold!;
            SpokenText found = answer.Prediction ?? new SpokenText { Id = gold.Id };
            speakers.Add(found.Quotes, gold.Quotes);
            meetings.Add(found.Meetings, gold.Meetings);
        }

        ScoreList scores = new();
        speakers.AddTo(scores);
        meetings.AddTo(scores);
        return new ScoreReport { Task = Name, Scores = scores.ToImmutable(), Tables = meetings.Tables };
    }

    /// <summary>A line is a record, a refusal, or of the gold's own form.</summary>
    private static SpokenText Read(string path, GoldFields line)
    {
        CodedText? coding = line.Has("article") || line.Has("refused") ? CodingFile.Read(path, line) : null;
        if (coding is null) return GoldSpeakers.Read(line);
        return coding.Record is { } record ? SpokenText.Of(record) : new SpokenText { Id = coding.Id };
    }
}
