using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Readout.Coding.Packs;
using Readout.Coding.Ranking;
using Readout.Evaluation.Scoring;
using Readout.Text;

namespace Readout.Training.Ranking;

/// <summary>
/// Trains the ranker: <c>ranker [CORPORA] [--data FOLDER] [--pairs FOLDER] [--out FILE]</c>. Worked examples, the pairs marked for it and the openly
/// licensed PLOVER records teach; the sentences of <c>tests/gold/status.jsonl</c> calibrate.
/// </summary>
internal static class RankerCommand
{
    private const int LeastWeight = 30, Folds = 5;
    private const double WordPenalty = 10, PlainPenalty = 4, TrustPenalty = 5, TrustWordPenalty = 20;

    public static int Run(string[] args, TextWriter log)
    {
        Settings settings = new(args);
        string data = settings.Text("data", "data"), output = settings.Text("out", Path.Combine(data, "ranker", "weights.txt"));
        List<DataProblem> problems = [];
        ImmutableArray<DataFile> files = DataFolder.Read(data, problems);
        PackCompilation compilation = PackCompiler.Compile([.. files.Where(f => !f.Path.StartsWith("ranker/", StringComparison.Ordinal))], "0");
        foreach (DataProblem problem in problems.Concat(compilation.Problems)) log.WriteLine(problem);
        if (compilation.Bytes is null) return 1;
        using TextAnalyzer analyzer = TextAnalyzer.Load(Path.Combine(data, "models"));
        FeatureNames names = new();
        PairReader reader = new(Knowledge.Load(compilation.Bytes), analyzer, names);
        List<RankedPair> marked = [.. MarkedPair.ReadFolder(settings.Text("pairs", "tools/Readout.Training/Pairs")).Select(reader.Marked).OfType<RankedPair>()];
        List<RankedPair> examples = [.. Knowledge.Load(compilation.Bytes).Codebook.Examples.SelectMany(reader.Example), .. marked];
        List<RankedPair> records = [.. Items(settings.Corpus("tasks/events-dev.jsonl")).Select(reader.Standard).OfType<RankedPair>()];
        List<RankedPair> apart = [.. Items(settings.Text("calibrate", "tests/gold/status.jsonl")).SelectMany(reader.Coded).Where(pair => pair.IsWhole)];
        RankerModels models = Train(examples, records, names);
        List<RankedAnswer> unseen = [.. apart.Select(pair => pair.Answer(models))];
        for (int fold = 0; fold < Folds; fold++)
        {
            RankerModels others = Train(examples, [.. records.Where((_, i) => i % Folds != fold)], names);
            unseen.AddRange(records.Where((_, i) => i % Folds == fold).Select(pair => pair.Answer(others)));
        }

        Platt platt = Platt.Fit(unseen);
        log.WriteLine(FormattableString.Invariant($"{examples.Count - marked.Count} pairs of examples, {marked.Count} marked, {records.Count} of records; {names.Count} features; slope {platt.Slope:F2}, offset {platt.Offset:F2}"));
        Score("examples", [.. examples.Select(pair => pair.Answer(models))], platt, log);
        Score("records", [.. records.Select(pair => pair.Answer(models))], platt, log);
        Score("records and sentences unseen", unseen, platt, log);
        Write(output, Enumerable.Range(0, names.Count).Select(i => (names[i], models.Ranking.Weights[i] + models.Side.Weights[i] + models.Trust.Weights[i])), platt);
        return 0;
    }

    private static RankerModels Train(List<RankedPair> examples, List<RankedPair> records, FeatureNames names)
    {
        LogLinear ranking = new(names.Count), side = new(names.Count), trust = new(names.Count);
        List<RankedPair> pairs = [.. examples, .. records];
        ranking.Train([.. pairs.Select(pair => pair.Ranking).OfType<Choice>()], number => Penalty(names[number]));
        side.Train([.. pairs.Select(pair => pair.Siding).OfType<Choice>()], number => Penalty(names[number]));
        trust.Train([.. examples.Select((pair, i) => pair.Trusting(silent: i % 2 == 1 && !pair.IsMarked)), .. records.Select(pair => pair.Trusting(silent: false))], number => PairFeatures.IsLexical(names[number]) ? TrustWordPenalty : TrustPenalty);
        return new RankerModels(ranking, side, trust);
    }

    /// <summary>Words are many and seen seldom: their weights stay small unless they earn more.</summary>
    private static double Penalty(string feature) => PairFeatures.IsLexical(feature) ? WordPenalty : PlainPenalty;

    private static IEnumerable<JsonElement> Items(string path) => File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement);

    private static void Score(string name, List<RankedAnswer> pairs, Platt platt, TextWriter log)
    {
        List<Outcome> answers = [.. pairs.Select(a => new Outcome(platt.Of(a.Share), a.Right))];
        double right = 100.0 * answers.Count(a => a.Right) / answers.Count, sides = 100.0 * pairs.Count(a => a.SideRight) / pairs.Count;
        log.WriteLine(FormattableString.Invariant(
            $"{name}: right {right:F1}% of {answers.Count}, side {sides:F1}%; calibration error {Calibration.ExpectedError(answers):F3}, AUROC of right against wrong {Calibration.AreaUnderCurve(answers):F3}"));
    }

    private static void Write(string path, IEnumerable<(string Name, double Weight)> features, Platt platt)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine("# Weights of the ranker in thousandths of a logit: feature, tab, weight. Written by `Readout.Training ranker` from the");
        text.WriteLine("# codebook's worked examples, pairs marked for it and the PLOVER gold standard records (CC BY-SA 4.0); licence CC BY-SA 4.0.");
        text.WriteLine($"{Ranker.SlopeName}\t{Thousandths(platt.Slope)}");
        text.WriteLine($"{Ranker.OffsetName}\t{Thousandths(platt.Offset)}");
        foreach ((string name, double weight) in features.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            if (Math.Abs(Thousandths(weight)) >= LeastWeight) text.WriteLine($"{name}\t{Thousandths(weight)}");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.ToString());
    }

    private static int Thousandths(double value) => (int)Math.Round(1000 * value);
}
