using System.Globalization;
using Readout.Training.Network;

namespace Readout.Training;

/// <summary>The command line: a folder of corpora, then <c>--name value</c>. Shares are given in per cent.</summary>
internal sealed class Settings(string[] args)
{
    /// <summary>The folder of corpora.</summary>
    public string Corpora { get; } = args.Length > 0 && !args[0].StartsWith('-') ? args[0] : "../shared/corpora";

    /// <summary>The folder of name lists.</summary>
    public string Names => Text("names", "data/words/names");

    /// <summary>Sizes of the network.</summary>
    public NetworkShape Shape => new(Number("width", 256), Number("layers", 3), Number("arc", 128), Number("label", 128), 1 << Number("affix", 15));

    /// <summary>How it is trained.</summary>
    public TrainingOptions Options => new()
    {
        Epochs = Number("epochs", 32),
        Threads = Number("threads", Environment.ProcessorCount),
        Seed = Number("seed", 1),
        BatchTokens = Number("batch", 1000),
        LearningRate = Number("rate", 30) / 10000f,
        LayerDropout = Number("layerdrop", 15) / 100f,
        OutputDropout = Number("outdrop", 30) / 100f,
        HeadDropout = Number("headdrop", 25) / 100f,
        AffixDropout = Number("affixdrop", 10) / 100f,
        NameWeight = Number("nameweight", 250) / 100f,
        NameDropout = Number("namedrop", 40) / 100f,
        PhraseDropout = Number("phrasedrop", 40) / 100f,
        ListDropout = Number("listdrop", 30) / 100f,
        BlurRate = Number("blur", 50) / 100f,
        SwapRate = Number("swap", 50) / 100f,
        MeanDecay = Number("mean", 990) / 1000f,
    };

    /// <summary>A file of the corpora.</summary>
    public string Corpus(string path) => Path.Combine(Corpora, path);

    /// <summary>A setting, or its default.</summary>
    public string Text(string name, string fallback)
    {
        int at = Array.IndexOf(args, "--" + name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : fallback;
    }

    /// <summary>A whole number, or its default.</summary>
    public int Number(string name, int fallback) => int.Parse(Text(name, fallback.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
}
