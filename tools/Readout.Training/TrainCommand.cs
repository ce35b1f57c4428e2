using Readout.Text;
using Readout.Text.Models;
using Readout.Training.Corpora;
using Readout.Training.Export;
using Readout.Training.Linear;
using Readout.Training.Network;

namespace Readout.Training;

/// <summary>
/// Trains all models of the language layer and writes them with their card:
/// <c>Readout.Training [CORPORA] [--out FOLDER] [--names FOLDER] [--SETTING N …]</c>. The defaults are those of the last run in <c>docs/decisions/0001-language-model.md</c>.
/// </summary>
internal static class TrainCommand
{
    public static int Run(string[] args, TextWriter log)
    {
        Settings settings = new(args);
        string folder = settings.Text("out", "data/models");
        Directory.CreateDirectory(folder);
        SentenceCommand.Train(settings.Corpora, Path.Combine(folder, "english-sentences.txt"), log);
        TrainNetwork(settings, Path.Combine(folder, TextAnalyzer.ModelFileName), log);
        ModelCard.Write(folder, settings, log);
        return 0;
    }

    /// <summary>Trains and scores the linear method instead, for comparison.</summary>
    public static int RunLinear(string[] args, TextWriter log)
    {
        Settings settings = new(args);
        new LinearCommand(new NameLists(NameListFiles.Read(settings.Names)), settings.Number("seed", 1))
            .Run(TrainingSentences(settings), DevelopmentSentences(settings), settings.Number("epochs", 8), log);
        return 0;
    }

    private static void TrainNetwork(Settings settings, string output, TextWriter log)
    {
        List<string> listed = NameListFiles.Read(settings.Names);
        NameLists lists = new(listed);
        PhraseLists phrases = new(NameListFiles.ReadPhrases(settings.Names));
        List<TreebankSentence> train = TrainingSentences(settings), dev = DevelopmentSentences(settings);
        NetworkShape shape = settings.Shape;
        TrainingOptions options = settings.Options;
        Vocabulary vocabulary = new(train, 2);
        ParserNetwork net = new(shape, vocabulary.Words.Count, options.Seed);
        log.WriteLine($"{train.Count} sentences, {train.Sum(s => s.Length)} tokens; {vocabulary.Words.Count} words; development {dev.Count} sentences");
        Example Make(TreebankSentence s) => new(s, vocabulary, lists, phrases, shape.AffixRows);
        List<Example> examples = [.. train.Select(Make)], devExamples = [.. dev.Select(Make)];
        NameSwap swap = new(settings.Names);
        List<Example> Draw(Random random) =>
            [.. examples.Select(e => random.NextDouble() < options.SwapRate && swap.Vary(e.Gold, random) is { } varied ? Make(varied) : e)];
        new Trainer(net, options, log).Train(Draw, _ => log.WriteLine("  " + Trainer.Score(net, devExamples, options)));
        Write(net, vocabulary, settings.Names, train, output);
        log.WriteLine($"{output}: {new FileInfo(output).Length / 1048576.0:F1} MB");
    }

    private static List<TreebankSentence> TrainingSentences(Settings settings) =>
    [
        .. Treebank.Read(settings.Corpus("treebank/ewt-train.conllu"), Treebank.ReadNames(settings.Corpus("names/ewt-names-train.iob2"))),
        .. Treebank.Read(settings.Corpus("treebank/gum-train.conllu"))
            .Select(new EntityFile(settings.Corpus("names/gum-entities-train.jsonl"), settings.Names).Label),
    ];

    private static List<TreebankSentence> DevelopmentSentences(Settings settings) =>
        Treebank.Read(settings.Corpus("treebank/ewt-dev.conllu"), Treebank.ReadNames(settings.Corpus("names/ewt-names-dev.iob2")));

    private static void Write(ParserNetwork net, Vocabulary vocabulary, string names, List<TreebankSentence> train, string output)
    {
        ModelWriter writer = new();
        writer.Add("vocabulary", vocabulary.Words);
        writer.Add("lists", NameListFiles.Read(names));
        writer.Add("phrases", NameListFiles.ReadPhrases(names));
        (List<string> words, List<string> rules) = LemmaTables.Learn(train);
        writer.Add("lemma.words", words);
        writer.Add("lemma.rules", rules);
        Quantizer.Write(net, writer);
        writer.Write(output);
    }
}
