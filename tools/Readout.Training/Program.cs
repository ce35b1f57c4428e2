using Readout.Training.Corpora;
using Readout.Training.Network;

string corpora = args.Length > 0 ? args[0] : "../shared/corpora";
int Option(string name, int fallback)
{
    int at = Array.IndexOf(args, "--" + name);
    return at >= 0 ? int.Parse(args[at + 1], System.Globalization.CultureInfo.InvariantCulture) : fallback;
}

Dictionary<string, sbyte[]> trainNames = Treebank.ReadNames(Path.Combine(corpora, "names/ewt-names-train.iob2"));
Dictionary<string, sbyte[]> devNames = Treebank.ReadNames(Path.Combine(corpora, "names/ewt-names-dev.iob2"));
List<TreebankSentence> train =
[
    .. Treebank.Read(Path.Combine(corpora, "treebank/ewt-train.conllu"), trainNames),
    .. Treebank.Read(Path.Combine(corpora, "treebank/gum-train.conllu")),
];
List<TreebankSentence> dev = Treebank.Read(Path.Combine(corpora, "treebank/ewt-dev.conllu"), devNames);
Console.WriteLine($"{train.Count} sentences, {train.Sum(s => s.Length)} tokens; dev {dev.Count}");
NetworkShape shape = new(Option("width", 192), Option("layers", 3), Option("arc", 96), Option("label", 96), 1 << Option("affix", 15));
TrainingOptions options = new() { Epochs = Option("epochs", 15), Threads = Option("threads", 2), Seed = Option("seed", 1), BatchTokens = Option("batch", 1000), LearningRate = Option("rate", 30) / 10000f, LayerDropout = Option("layerdrop", 20) / 100f, OutputDropout = Option("outdrop", 33) / 100f, HeadDropout = Option("headdrop", 25) / 100f, AffixDropout = Option("affixdrop", 5) / 100f };
Vocabulary vocabulary = new(train, 2);
ParserNetwork net = new(shape, vocabulary.Words.Count, options.Seed);
Console.WriteLine($"{vocabulary.Words.Count} words, {net.All.Where(p => !p.IsSparse).Sum(p => p.Value.Length)} dense parameters");
List<Example> examples = [.. train.Select(s => new Example(s, vocabulary, shape.AffixRows))];
List<Example> devExamples = [.. dev.Select(s => new Example(s, vocabulary, shape.AffixRows))];
new Trainer(net, options, Console.Out).Train(examples, _ => Console.WriteLine("  " + Trainer.Score(net, devExamples, options)));
