using System.CommandLine;
using System.Text;
using Readout.Evaluation;
using Readout.Evaluation.Actors;
using Readout.Evaluation.Dates;
using Readout.Evaluation.Dates.DatesSpec;
using Readout.Evaluation.Events;
using Readout.Evaluation.Extraction;
using Readout.Evaluation.Gold;
using Readout.Evaluation.Names;
using Readout.Evaluation.Parsing;
using Readout.Evaluation.Quotes;
using Readout.Evaluation.Records;
using Readout.Evaluation.Relations;
using Readout.Evaluation.Scoring;
using Readout.Evaluation.Speakers;
using Readout.Evaluation.Stories;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate TASK GOLD</c>: scores a stage, or a predictions file, against a gold standard.</summary>
internal sealed class EvaluateCommand
{
    private static readonly string[] Tasks =
        ["extraction", "parse", "names", "actors", "dates", "dates-spec", "quotes", "relation", "events", "stories", "record", "speakers"];

    private readonly Argument<string> TaskName = new("TASK") { Description = $"One of {string.Join(", ", Tasks)}." };
    private readonly Argument<string> GoldPath = new("GOLD") { Description = "The gold file, or for extraction the folder." };
    private readonly Option<bool> Json = new("--json") { Description = "Print one JSON object." };
    private readonly Option<string?> Predictions = new("--predictions") { Description = "Write what was predicted to FILE, one item a line.", HelpName = "FILE" };
    private readonly Option<string?> From = new("--from") { Description = "Predict nothing; score the predictions in FILE.", HelpName = "FILE" };
    private readonly Option<int?> Limit = new("--limit") { Description = "Read the first N items of the gold only.", HelpName = "N" };

    private readonly Option<bool> Raw = new("--raw") { Description = "With parse: cut the running text into tokens and sentences, and score these." };

    /// <summary>The command, ready to be added to the root.</summary>
    public static Command Create() => new EvaluateCommand().Build();

    private Command Build()
    {
        TaskName.AcceptOnlyFromAmong(Tasks);
        Command command = new("evaluate", "Score against a gold standard.") { TaskName, GoldPath, Json, Predictions, From, Limit, Raw };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        if (parsed.GetValue(Predictions) is not null && parsed.GetValue(From) is not null)
        {
            parsed.InvocationConfiguration.Error.WriteLine("readout evaluate: --predictions and --from exclude each other");
            return 2;
        }

        if (parsed.GetValue(Limit) is int limit && limit < 1)
        {
            parsed.InvocationConfiguration.Error.WriteLine("readout evaluate: --limit must be at least 1");
            return 2;
        }

        if (parsed.GetValue(Raw) && (parsed.GetRequiredValue(TaskName) != "parse" || parsed.GetValue(Predictions) is not null || parsed.GetValue(From) is not null))
        {
            parsed.InvocationConfiguration.Error.WriteLine("readout evaluate: --raw goes with parse, without --predictions and --from");
            return 2;
        }

        try
        {
            if (parsed.GetValue(Raw)) return Print(parsed, RawTextEvaluation.Score(parsed.GetRequiredValue(GoldPath), EvaluationStages.Cut, parsed.GetValue(Limit)));
            return Evaluate(parsed);
        }
        catch (Exception error) when (error is GoldFormatException or IOException or UnauthorizedAccessException)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"readout evaluate: {error.Message}");
            return 1;
        }
    }

    private int Evaluate(ParseResult parsed) => parsed.GetRequiredValue(TaskName) switch
    {
        "extraction" => Evaluate(parsed, new ExtractionTask(), EvaluationStages.Extraction),
        "parse" => Evaluate(parsed, new ParseTask(), EvaluationStages.Parse),
        "names" => Evaluate(parsed, new NamesTask(), EvaluationStages.Names),
        "actors" => Evaluate(parsed, new ActorsTask(), EvaluationStages.Actors),
        "dates" => Evaluate(parsed, new DatesTask(), EvaluationStages.Dates),
        "dates-spec" => Evaluate(parsed, new DatesSpecTask(), EvaluationStages.DatesSpec),
        "quotes" => Evaluate(parsed, new QuotesTask(), EvaluationStages.Quotes),
        "relation" => Evaluate(parsed, new RelationTask(), EvaluationStages.Relation),
        "events" => Evaluate(parsed, new EventsTask(), EvaluationStages.Events),
        "stories" => Evaluate(parsed, new StoriesTask(), EvaluationStages.Stories),
        "speakers" => Evaluate(parsed, new SpeakersTask(), EvaluationStages.Speakers),
        _ => Evaluate(parsed, new RecordTask(), EvaluationStages.Record),
    };

    private int Evaluate<TInput, TGold, TPrediction>(
        ParseResult parsed, EvaluationTask<TInput, TGold, TPrediction> task, Predictor<TInput, TPrediction>? stage)
        where TGold : class
        where TPrediction : class
    {
        string gold = parsed.GetRequiredValue(GoldPath);
        int? limit = parsed.GetValue(Limit);
        if (parsed.GetValue(From) is string from) return Print(parsed, task.Rescore(gold, from, limit));
        if (stage is null)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"readout evaluate: this build has no stage that predicts '{task.Name}'; --from FILE scores predictions made elsewhere");
            return 1;
        }

        if (parsed.GetValue(Predictions) is not string path) return Print(parsed, task.Run(gold, stage, null, limit));
        using StreamWriter output = new(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        return Print(parsed, task.Run(gold, stage, output, limit));
    }

    private int Print(ParseResult parsed, ScoreReport report)
    {
        parsed.InvocationConfiguration.Output.Write(parsed.GetValue(Json) ? ReportWriter.ToJson(report) : ReportWriter.ToText(report));
        return 0;
    }
}
