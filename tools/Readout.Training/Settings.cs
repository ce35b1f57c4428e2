using System.Globalization;
using Readout.Training.Network;

namespace Readout.Training;

/// <summary>The command line: a folder of corpora, then <c>--name value</c>. Shares are given in per cent.</summary>
internal sealed class Settings(string[] args)
{
    private static readonly TrainingOptions Defaults = new();

    /// <summary>The folder of corpora.</summary>
    public string Corpora { get; } = args.Length > 0 && !args[0].StartsWith('-') ? args[0] : "../shared/corpora";

    /// <summary>The folder of name lists.</summary>
    public string Names => Text("names", "data/words/names");

    /// <summary>Sizes of the network.</summary>
    public NetworkShape Shape => new(Number("width", 256), Number("layers", 3), Number("arc", 128), Number("label", 128), 1 << Number("affix", 15));

    /// <summary>How it is trained.</summary>
    public TrainingOptions Options => new()
    {
        Epochs = Number("epochs", Defaults.Epochs),
        Threads = Number("threads", Environment.ProcessorCount),
        Seed = Number("seed", Defaults.Seed),
        BatchTokens = Number("batch", Defaults.BatchTokens),
        LearningRate = Number("rate", (int)MathF.Round(Defaults.LearningRate * 10000)) / 10000f,
        LayerDropout = Share("layerdrop", Defaults.LayerDropout),
        OutputDropout = Share("outdrop", Defaults.OutputDropout),
        HeadDropout = Share("headdrop", Defaults.HeadDropout),
        AffixDropout = Share("affixdrop", Defaults.AffixDropout),
        NameWeight = Share("nameweight", Defaults.NameWeight),
        NameDropout = Share("namedrop", Defaults.NameDropout),
        PhraseDropout = Share("phrasedrop", Defaults.PhraseDropout),
        ListDropout = Share("listdrop", Defaults.ListDropout),
        BlurRate = Share("blur", Defaults.BlurRate),
        SwapRate = Share("swap", Defaults.SwapRate),
        MeanDecay = Number("mean", (int)MathF.Round(Defaults.MeanDecay * 1000)) / 1000f,
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

    private float Share(string name, float fallback) => Number(name, (int)MathF.Round(fallback * 100)) / 100f;
}
