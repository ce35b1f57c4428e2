using System.Globalization;
using Readout.Text.Models;
using Readout.Training.Corpora;
using Readout.Training.Export;
using Readout.Training.Linear;
using Readout.Training.Network;

namespace Readout.Training;

/// <summary>Trains the language model of <c>data/models</c> from the treebanks and writes it.</summary>
internal static class TrainCommand
{
    public static int Run(string[] args, TextWriter log)
    {
        string corpora = args.Length > 0 && !args[0].StartsWith('-') ? args[0] : "../shared/corpora";
        string output = Text(args, "out", "data/models/english.model");
        NameLists lists = new(NameListFiles.Read(Text(args, "names", "data/words/names")));
        List<TreebankSentence> train = TrainingSentences(corpora, Text(args, "names", "data/words/names")), dev = DevelopmentSentences(corpora);
        NetworkShape shape = new(Number(args, "width", 192), Number(args, "layers", 3), Number(args, "arc", 96), Number(args, "label", 96), 1 << Number(args, "affix", 15));
        TrainingOptions options = new()
        {
            Epochs = Number(args, "epochs", 20),
            Threads = Number(args, "threads", Environment.ProcessorCount),
            Seed = Number(args, "seed", 1),
            BatchTokens = Number(args, "batch", 1000),
            LearningRate = Number(args, "rate", 30) / 10000f,
            LayerDropout = Number(args, "layerdrop", 20) / 100f,
            OutputDropout = Number(args, "outdrop", 33) / 100f,
            HeadDropout = Number(args, "headdrop", 25) / 100f,
            AffixDropout = Number(args, "affixdrop", 5) / 100f,
            NameWeight = Number(args, "nameweight", 100) / 100f,
            BlurRate = Number(args, "blur", 40) / 100f,
            SwapRate = Number(args, "swap", 40) / 100f,
            MeanDecay = Number(args, "mean", 990) / 1000f,
        };
        Vocabulary vocabulary = new(train, 2);
        ParserNetwork net = new(shape, vocabulary.Words.Count, options.Seed);
        log.WriteLine($"{train.Count} sentences, {train.Sum(s => s.Length)} tokens; {vocabulary.Words.Count} words; development {dev.Count} sentences");
        Example Make(TreebankSentence s) => new(s, vocabulary, lists, shape.AffixRows);
        List<Example> examples = [.. train.Select(Make)];
        NameSwap swap = new(Text(args, "names", "data/words/names"));
        List<Example> Draw(Random random) =>
            [.. examples.Select(e => random.NextDouble() < options.SwapRate && swap.Vary(e.Gold, random) is { } varied ? Make(varied) : e)];
        List<Example> devExamples = [.. dev.Select(Make)];
        new Trainer(net, options, log).Train(Draw, _ => log.WriteLine("  " + Trainer.Score(net, devExamples, options)));
        Write(net, vocabulary, NameListFiles.Read(Text(args, "names", "data/words/names")), train, output);
        log.WriteLine($"{output}: {new FileInfo(output).Length / 1048576.0:F1} MB");
        return 0;
    }

    /// <summary>Trains and scores the linear method instead, for comparison.</summary>
    public static int RunLinear(string[] args, TextWriter log)
    {
        string corpora = args.Length > 0 && !args[0].StartsWith('-') ? args[0] : "../shared/corpora";
        string names = Text(args, "names", "data/words/names");
        new LinearCommand(new NameLists(NameListFiles.Read(names)), Number(args, "seed", 1))
            .Run(TrainingSentences(corpora, names), DevelopmentSentences(corpora), Number(args, "epochs", 8), log);
        return 0;
    }

    private static List<TreebankSentence> TrainingSentences(string corpora, string namesFolder) =>
    [
        .. Treebank.Read(Path.Combine(corpora, "treebank/ewt-train.conllu"), Treebank.ReadNames(Path.Combine(corpora, "names/ewt-names-train.iob2"))),
        .. Treebank.Read(Path.Combine(corpora, "treebank/gum-train.conllu"))
            .Select(new EntityFile(Path.Combine(corpora, "names/gum-entities-train.jsonl"), namesFolder).Label),
    ];

    private static List<TreebankSentence> DevelopmentSentences(string corpora) =>
        Treebank.Read(Path.Combine(corpora, "treebank/ewt-dev.conllu"), Treebank.ReadNames(Path.Combine(corpora, "names/ewt-names-dev.iob2")));

    private static void Write(ParserNetwork net, Vocabulary vocabulary, List<string> lists, List<TreebankSentence> train, string output)
    {
        ModelWriter writer = new();
        writer.Add("vocabulary", vocabulary.Words);
        writer.Add("lists", lists);
        (List<string> words, List<string> rules) = LemmaTables.Learn(train);
        writer.Add("lemma.words", words);
        writer.Add("lemma.rules", rules);
        Quantizer.Write(net, writer);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
        writer.Write(output);
    }

    private static string Text(string[] args, string name, string fallback)
    {
        int at = Array.IndexOf(args, "--" + name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : fallback;
    }

    private static int Number(string[] args, string name, int fallback) =>
        int.Parse(Text(args, name, fallback.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
}
