using Readout.Text;
using Readout.Text.Models;
using Readout.Training.Corpora;
using Readout.Training.Export;
using Readout.Training.Linear;
using Readout.Training.Network;

namespace Readout.Training;

/// <summary>
/// Trains all models of the language layer and writes them with their card:
/// <c>Readout.Training [CORPORA] [--out FOLDER] [--names FOLDER] [--sentences FOLDER] [--SETTING N …]</c>. With <c>names</c> in front the network of
/// names alone is trained, and the rest of the folder's model stays as it is.
/// </summary>
internal static class TrainCommand
{
    public static int Run(string[] args, TextWriter log)
    {
        Settings settings = new(args);
        string folder = settings.Text("out", "data/models"), output = Path.Combine(folder, TextAnalyzer.ModelFileName);
        Directory.CreateDirectory(folder);
        SentenceCommand.Train(settings.Corpora, Path.Combine(folder, "english-sentences.txt"), log);
        ModelWriter writer = new();
        TrainTrees(settings, writer, log);
        TrainNames(settings, writer, log);
        return Finish(settings, writer, output, log);
    }

    /// <summary>Trains the network of names and puts it into the folder's model.</summary>
    public static int RunNames(string[] args, TextWriter log)
    {
        Settings settings = new(args);
        string output = Path.Combine(settings.Text("out", "data/models"), TextAnalyzer.ModelFileName);
        ModelWriter writer = new();
        using (ModelFile model = ModelFile.Open(output))
        {
            foreach (string name in model.Names.Where(n => !n.StartsWith(NameNetwork.Part, StringComparison.Ordinal))) writer.Add(name, model);
        }

        TrainNames(settings, writer, log);
        return Finish(settings, writer, output, log);
    }

    /// <summary>Trains and scores the linear method instead, for comparison.</summary>
    public static int RunLinear(string[] args, TextWriter log)
    {
        Settings settings = new(args);
        new LinearCommand(new NameLists(NameListFiles.Read(settings.Names)), settings.Number("seed", 1))
            .Run([.. WebTreebank(settings), .. GumTreebank(settings)], DevelopmentSentences(settings), settings.Number("epochs", 8), log);
        return 0;
    }

    private static int Finish(Settings settings, ModelWriter writer, string output, TextWriter log)
    {
        writer.Write(output);
        log.WriteLine($"{output}: {new FileInfo(output).Length / 1048576.0:F1} MB");
        ModelCard.Write(Path.GetDirectoryName(output)!, settings, log);
        return 0;
    }

    private static void TrainTrees(Settings settings, ModelWriter writer, TextWriter log)
    {
        List<TreebankSentence> train = [.. WebTreebank(settings), .. GumTreebank(settings)];
        (ParserNetwork net, Vocabulary vocabulary) = Train(settings, train, [], settings.Shape, settings.Options, log);
        writer.Add("vocabulary", vocabulary.Words);
        writer.Add("lists", NameListFiles.Read(settings.Names));
        (List<string> words, List<string> rules) = LemmaTables.Learn(train);
        writer.Add("lemma.words", words);
        writer.Add("lemma.rules", rules);
        Quantizer.WriteTrees(net, writer);
    }

    private static void TrainNames(Settings settings, ModelWriter writer, TextWriter log)
    {
        List<TreebankSentence> others = [.. GumTreebank(settings), .. MarkedSentences.Read(settings.Sentences)];
        (ParserNetwork net, Vocabulary vocabulary) = Train(settings, WebTreebank(settings), others, settings.NameShape, settings.NameOptions, log);
        writer.Add(NameNetwork.Part + "vocabulary", vocabulary.Words);
        writer.Add(NameNetwork.Part + "lists", NameListFiles.Read(settings.Names));
        writer.Add(NameNetwork.Part + "phrases", NameListFiles.ReadPhrases(settings.Names));
        Quantizer.WriteNames(net, writer);
    }

    private static (ParserNetwork Network, Vocabulary Vocabulary) Train(
        Settings settings, List<TreebankSentence> core, List<TreebankSentence> others, NetworkShape shape, TrainingOptions options, TextWriter log)
    {
        NameLists lists = new(NameListFiles.Read(settings.Names));
        PhraseLists phrases = new(NameListFiles.ReadPhrases(settings.Names));
        List<TreebankSentence> train = [.. core, .. others], dev = DevelopmentSentences(settings);
        Vocabulary vocabulary = new(train, 2);
        ParserNetwork net = new(shape, vocabulary.Words.Count, options.Seed);
        log.WriteLine($"{train.Count} sentences, {train.Sum(s => s.Length)} tokens; {vocabulary.Words.Count} words; development {dev.Count} sentences");
        Example Make(TreebankSentence s) => new(s, vocabulary, lists, phrases, shape.AffixRows);
        TrainingSet set = new([.. core.Select(Make)], [.. others.Select(Make)], new NameSwap(settings.Names), Make, options);
        List<Example> devExamples = [.. dev.Select(Make)];
        new Trainer(net, options, log).Train(set.Draw, _ => log.WriteLine("  " + Trainer.Score(net, devExamples, options)));
        return (net, vocabulary);
    }

    private static List<TreebankSentence> WebTreebank(Settings settings) =>
        Treebank.Read(settings.Corpus("treebank/ewt-train.conllu"), Treebank.ReadNames(settings.Corpus("names/ewt-names-train.iob2")));

    private static IEnumerable<TreebankSentence> GumTreebank(Settings settings) =>
        Treebank.Read(settings.Corpus("treebank/gum-train.conllu")).Select(new EntityFile(settings.Corpus("names/gum-entities-train.jsonl"), settings.Names).Label);

    private static List<TreebankSentence> DevelopmentSentences(Settings settings) =>
        Treebank.Read(settings.Corpus("treebank/ewt-dev.conllu"), Treebank.ReadNames(settings.Corpus("names/ewt-names-dev.iob2")));
}
