using System.Text.Json;
using Readout.Evaluation.Actors;
using Readout.Evaluation.Agreement;
using Readout.Evaluation.Dates;
using Readout.Evaluation.Events;
using Readout.Evaluation.Extraction;
using Readout.Evaluation.Names;
using Readout.Evaluation.Parsing;
using Readout.Evaluation.Quotes;
using Readout.Evaluation.Records;
using Readout.Evaluation.Relations;
using Readout.Evaluation.Scoring;
using Readout.Evaluation.Speakers;
using Readout.Evaluation.Stories;

namespace Readout.Evaluation.Tests.Tasks;

/// <summary>Runs a task over files that live for one test.</summary>
internal sealed class TaskRunner : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readout-evaluation-").FullName;

    public string Write(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public string Folder => _folder;

    public static ScoreReport Rescore(string task, string gold, string predictions) => task switch
    {
        "extraction" => new ExtractionTask().Rescore(gold, predictions),
        "parse" => new ParseTask().Rescore(gold, predictions),
        "names" => new NamesTask().Rescore(gold, predictions),
        "actors" => new ActorsTask().Rescore(gold, predictions),
        "dates" => new DatesTask().Rescore(gold, predictions),
        "quotes" => new QuotesTask().Rescore(gold, predictions),
        "relation" => new RelationTask().Rescore(gold, predictions),
        "events" => new EventsTask().Rescore(gold, predictions),
        "stories" => new StoriesTask().Rescore(gold, predictions),
        "record" => new RecordTask().Rescore(gold, predictions),
        "speakers" => new SpeakersTask().Rescore(gold, predictions),
        "agree" => CodingAgreement.Compare(predictions, gold),
        _ => throw new ArgumentException($"no task '{task}'"),
    };

    /// <summary>Answers every item with its own gold, writes the predictions file, and scores that file again.</summary>
    public (ScoreReport Direct, ScoreReport Again) GoldAgainstItself<TInput, TGold>(EvaluationTask<TInput, TGold, TGold> task, string gold)
        where TGold : class
    {
        using StringWriter output = new() { NewLine = "\n" };
        Queue<TGold> answers = new(task.ReadGold(gold).Select(item => item.Gold!));
        ScoreReport direct = task.Run(gold, inputs => inputs.Select(_ => answers.Dequeue()), output);
        return (direct, task.Rescore(gold, Write("predictions", output.ToString())));
    }

    /// <summary>The text of a file of a case: a list of objects, one a line, or a list of lines.</summary>
    public static string Lines(JsonElement list) =>
        string.Concat(list.EnumerateArray().Select(line => (line.ValueKind == JsonValueKind.String ? line.GetString() : line.GetRawText().ReplaceLineEndings(" ")) + "\n"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
