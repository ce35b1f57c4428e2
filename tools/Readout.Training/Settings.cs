using System.Globalization;
using Readout.Training.Network;

namespace Readout.Training;

/// <summary>
/// The command line: a folder of corpora, then <c>--name value</c>. Shares are given in per cent. What a setting says of the
/// network of tags and trees, the same with <c>names-</c> before it says of the network of names.
/// </summary>
internal sealed class Settings(string[] args)
{
    private const string OfNames = "names-";

    /// <summary>The folder of corpora.</summary>
    public string Corpora { get; } = args.Length > 0 && !args[0].StartsWith('-') ? args[0] : "../shared/corpora";

    /// <summary>The folder of name lists.</summary>
    public string Names => Text("names", "data/words/names");

    /// <summary>The folder of sentences with marked names.</summary>
    public string Sentences => Text("sentences", "tools/Readout.Training/Sentences");

    /// <summary>Sizes of the network of tags and trees.</summary>
    public NetworkShape Shape => ShapeOf("", NetworkShape.OfTrees);

    /// <summary>Sizes of the network of names.</summary>
    public NetworkShape NameShape => ShapeOf(OfNames, NetworkShape.OfNames);

    /// <summary>How the network of tags and trees is trained.</summary>
    public TrainingOptions Options => OptionsOf("", TrainingOptions.OfTrees);

    /// <summary>How the network of names is trained.</summary>
    public TrainingOptions NameOptions => OptionsOf(OfNames, TrainingOptions.OfNames);

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

    private NetworkShape ShapeOf(string part, NetworkShape d) =>
        new(Number(part + "width", d.Width), Number(part + "layers", d.Layers), Number(part + "arc", d.Arc), Number(part + "label", d.Label), d.AffixRows);

    private TrainingOptions OptionsOf(string part, TrainingOptions d) => d with
    {
        Epochs = Number(part + "epochs", d.Epochs),
        Threads = Number("threads", Environment.ProcessorCount),
        Seed = Number(part + "seed", d.Seed),
        BatchTokens = Number(part + "batch", d.BatchTokens),
        LearningRate = Number(part + "rate", (int)MathF.Round(d.LearningRate * 10000)) / 10000f,
        LayerDropout = Share(part + "layerdrop", d.LayerDropout),
        OutputDropout = Share(part + "outdrop", d.OutputDropout),
        HeadDropout = Share(part + "headdrop", d.HeadDropout),
        AffixDropout = Share(part + "affixdrop", d.AffixDropout),
        TreeWeight = Share(part + "treeweight", d.TreeWeight),
        TagWeight = Share(part + "tagweight", d.TagWeight),
        NameWeight = Share(part + "nameweight", d.NameWeight),
        NameDropout = Share(part + "namedrop", d.NameDropout),
        PhraseDropout = Share(part + "phrasedrop", d.PhraseDropout),
        ListDropout = Share(part + "listdrop", d.ListDropout),
        BlurRate = Share(part + "blur", d.BlurRate),
        LastShare = Share(part + "lastshare", d.LastShare),
        SwapRate = Share(part + "swap", d.SwapRate),
        MeanDecay = Number(part + "mean", (int)MathF.Round(d.MeanDecay * 1000)) / 1000f,
    };

    private float Share(string name, float fallback) => Number(name, (int)MathF.Round(fallback * 100)) / 100f;
}
