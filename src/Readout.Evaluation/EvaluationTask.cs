using System.Collections.Immutable;
using Readout.Evaluation.Gold;
using Readout.Evaluation.Scoring;

namespace Readout.Evaluation;

/// <summary>
/// One task of <c>readout evaluate</c>: reads its gold, writes and reads its predictions, scores. Knows no stage of the
/// program: who predicts is an argument. Stateless; safe for several threads on different outputs.
/// </summary>
public abstract class EvaluationTask<TInput, TGold, TPrediction>
    where TGold : class
    where TPrediction : class
{
    /// <summary>The task as the command line names it.</summary>
    public abstract string Name { get; }

    /// <summary>The items of a gold file or folder in order, read as they are asked for.</summary>
    /// <exception cref="GoldFormatException">It cannot be read; the message names file and line.</exception>
    public abstract IEnumerable<GoldItem<TInput, TGold>> ReadGold(string path);

    /// <summary>The items of a predictions file in order, read as they are asked for.</summary>
    /// <param name="path">The predictions file.</param>
    /// <param name="items">The gold items by identifier: offsets are counted in their texts.</param>
    /// <exception cref="GoldFormatException">It cannot be read; the message names file and line.</exception>
    public abstract IEnumerable<Predicted<TPrediction>> ReadPredictions(string path, IReadOnlyDictionary<string, GoldItem<TInput, TGold>> items);

    /// <summary>Writes one item of a predictions file.</summary>
    public abstract void WritePrediction(TextWriter output, GoldItem<TInput, TGold> item, TPrediction prediction);

    /// <summary>Scores answers to items that all have gold fields. Pure.</summary>
    public ScoreReport Score(IReadOnlyList<Answered<TInput, TGold, TPrediction>> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        List<Answered<TInput, TGold, TPrediction>> scored = [.. answers.Where(answer => answer.Item.Gold is not null)];
        ScoreReport report = scored.Count == 0
            ? new ScoreReport { Task = Name, Notes = [answers.Count == 0 ? "the gold is empty" : "the input has no gold fields: predicted only"] }
            : ScoreGold(scored);
        int missing = answers.Count(answer => answer.Prediction is null);
        ImmutableArray<string> notes = report.Notes;
        if (missing > 0) notes = notes.Add($"{missing} items have no prediction: they score as empty answers");
        if (scored.Count > 0 && scored.Count < answers.Count) notes = notes.Add($"{answers.Count - scored.Count} items have no gold fields: not scored");
        return report with { Items = answers.Count, Scored = scored.Count, Notes = notes };
    }

    /// <summary>Predicts every item and scores what was predicted.</summary>
    /// <param name="path">The gold file or folder.</param>
    /// <param name="predictor">Who predicts.</param>
    /// <param name="predictions">Where each prediction is written as it is made, or null.</param>
    /// <param name="limit">How many items are read at most, or null.</param>
    /// <exception cref="GoldFormatException">The gold cannot be read; the message names file and line.</exception>
    public ScoreReport Run(string path, Predictor<TInput, TPrediction> predictor, TextWriter? predictions = null, int? limit = null)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        List<Answered<TInput, TGold, TPrediction>> answers = [];
        Queue<GoldItem<TInput, TGold>> waiting = new();
        foreach (TPrediction prediction in predictor(Inputs(Items(path, limit), waiting)))
        {
            GoldItem<TInput, TGold> item = waiting.Dequeue();
            if (predictions is not null) WritePrediction(predictions, item, prediction);
            answers.Add(new Answered<TInput, TGold, TPrediction>(item, prediction));
        }

        return Score(answers);
    }

    /// <summary>Scores a predictions file that was written before.</summary>
    /// <param name="path">The gold file or folder.</param>
    /// <param name="predictionsPath">The predictions file.</param>
    /// <param name="limit">How many items of the gold are read at most, or null.</param>
    /// <exception cref="GoldFormatException">One of the two cannot be read; the message names file and line.</exception>
    public ScoreReport Rescore(string path, string predictionsPath, int? limit = null)
    {
        List<GoldItem<TInput, TGold>> items = [.. Items(path, limit)];
        Dictionary<string, GoldItem<TInput, TGold>> byId = items.ToDictionary(item => item.Id, StringComparer.Ordinal);
        Dictionary<string, TPrediction> found = new(StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal);
        int others = 0;
        foreach (Predicted<TPrediction> prediction in ReadPredictions(predictionsPath, byId))
        {
            if (!seen.Add(prediction.Id)) throw new GoldFormatException(predictionsPath, prediction.Line, $"a second prediction for '{prediction.Id}'");
            if (byId.ContainsKey(prediction.Id)) found.Add(prediction.Id, prediction.Value);
            else others++;
        }

        ScoreReport report = Score([.. items.Select(item => new Answered<TInput, TGold, TPrediction>(item, found.GetValueOrDefault(item.Id)))]);
        return others == 0 || limit is not null
            ? report
            : report with { Notes = report.Notes.Add($"{others} predictions are for no item of the gold: left out") };
    }

    /// <summary>Scores answers, at least one, that all have gold fields.</summary>
    private protected abstract ScoreReport ScoreGold(IReadOnlyList<Answered<TInput, TGold, TPrediction>> answers);

    private IEnumerable<GoldItem<TInput, TGold>> Items(string path, int? limit)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (GoldItem<TInput, TGold> item in ReadGold(path).Take(limit ?? int.MaxValue))
        {
            if (!seen.Add(item.Id)) throw new GoldFormatException(path, 0, $"two items have the id '{item.Id}'");
            yield return item;
        }
    }

    private static IEnumerable<TInput> Inputs(IEnumerable<GoldItem<TInput, TGold>> items, Queue<GoldItem<TInput, TGold>> waiting)
    {
        foreach (GoldItem<TInput, TGold> item in items)
        {
            waiting.Enqueue(item);
            yield return item.Input;
        }
    }
}
