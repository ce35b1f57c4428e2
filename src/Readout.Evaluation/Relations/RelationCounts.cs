using System.Collections.Immutable;
using System.Globalization;
using Readout.Evaluation.Scoring;

namespace Readout.Evaluation.Relations;

/// <summary>Sums answers for marked pairs: by root, by class, by conflict or cooperation, and their confidences.</summary>
internal sealed class RelationCounts
{
    private readonly ConfusionMatrix _roots = new();
    private readonly ConfusionMatrix _pentas = new();
    private readonly ConfusionMatrix _binary = new();
    private readonly List<Outcome> _outcomes = [];

    /// <summary>Adds one answer; null stands for none given.</summary>
    public void Add(RelationGold gold, RelationAnswer? answer)
    {
        if (gold.Root is not null) _roots.Add(gold.Root, answer?.Root);
        if (gold.Penta is int penta) _pentas.Add(Class(penta), answer is null ? null : Class(answer.Penta));
        if (gold.IsConflict is bool conflict) _binary.Add(Side(conflict), answer is null ? null : Side(answer.Penta >= 3));
        if (answer is null) return;
        bool right = gold.Root is not null ? gold.Root == answer.Root
            : gold.Penta is not null ? gold.Penta == answer.Penta
            : gold.IsConflict == (answer.Penta >= 3);
        _outcomes.Add(new Outcome(answer.Confidence, right));
    }

    public ScoreReport Report(string task)
    {
        ScoreList scores = new();
        ImmutableArray<ScoreTable>.Builder tables = ImmutableArray.CreateBuilder<ScoreTable>();
        AddLevel(scores, tables, "root", _roots);
        AddLevel(scores, tables, "penta", _pentas);
        AddLevel(scores, tables, "binary", _binary);
        Count right = new("right", _outcomes.Count(one => one.Right));
        Count wrong = new("wrong", _outcomes.Count(one => !one.Right));
        scores.Add("expected calibration error", Calibration.ExpectedError(_outcomes), new Count("answers", _outcomes.Count), new Count("bins", 10));
        scores.Add("AUROC right against wrong", Calibration.AreaUnderCurve(_outcomes), right, wrong);
        tables.Add(Calibration.Reliability(_outcomes));
        tables.Add(Calibration.RiskCoverage(_outcomes));
        return new ScoreReport { Task = task, Scores = scores.ToImmutable(), Tables = tables.ToImmutable() };
    }

    private static void AddLevel(ScoreList scores, ImmutableArray<ScoreTable>.Builder tables, string name, ConfusionMatrix matrix)
    {
        if (matrix.Total == 0) return;
        scores.AddAccuracy($"{name} accuracy", matrix.Correct, matrix.Total);
        scores.Add($"{name} macro-F1", matrix.MacroF1, new Count("classes", matrix.Classes.Count), new Count("items", matrix.Total));
        tables.Add(matrix.ByClass($"{name} by class"));
        tables.Add(matrix.ToTable($"{name} confusion"));
    }

    private static string Class(int penta) => penta.ToString(CultureInfo.InvariantCulture);

    private static string Side(bool conflict) => conflict ? "conflict" : "cooperation";
}
