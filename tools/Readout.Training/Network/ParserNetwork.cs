using Readout.Training.Numerics;

namespace Readout.Training.Network;

/// <summary>Sizes of the network.</summary>
/// <param name="Width">Width of the token vectors; twice the width of one direction.</param>
/// <param name="Layers">Bidirectional recurrent layers.</param>
/// <param name="Arc">Width of the arc scorer.</param>
/// <param name="Label">Width of the relation scorer's hidden layer.</param>
/// <param name="AffixRows">Rows of the hashed table; a power of two.</param>
internal sealed record NetworkShape(int Width, int Layers, int Arc, int Label, int AffixRows)
{
    /// <summary>Sizes of the network of tags and trees.</summary>
    public static NetworkShape OfTrees { get; } = new(256, 3, 128, 128, 1 << 15);

    /// <summary>Sizes of the network of names.</summary>
    public static NetworkShape OfNames { get; } = new(128, 2, 64, 64, 1 << 15);

    public int Half => Width / 2;
}

/// <summary>
/// The parameters of the joint tagger, parser and name finder: summed word embeddings, bidirectional simple recurrent
/// units (Lei et al. 2018) with residual connections, a biaffine arc scorer (Dozat and Manning 2017), a feed-forward
/// relation scorer and linear tag scorers.
/// </summary>
internal sealed class ParserNetwork
{
    public const int UposWidth = 32, TagWidth = 64, NameWidth = 32, NameHiddenWidth = 64, RelationWidth = 64, DistanceBuckets = 64;

    private readonly List<Parameter> _all = [];

    public ParserNetwork(NetworkShape shape, int vocabulary, int seed)
    {
        Shape = shape;
        Random random = new(seed);
        int d = shape.Width, h = shape.Half;
        Words = Add(new Parameter("words", vocabulary, d, sparse: true).Uniform(random, 0.25));
        Affixes = Add(new Parameter("affixes", shape.AffixRows, d, sparse: true).Uniform(random, 0.25));
        Layers = new RecurrentParameters[shape.Layers * 2];
        for (int i = 0; i < Layers.Length; i++)
        {
            string name = $"layer{i / 2}.{(i % 2 == 0 ? "forward" : "backward")}";
            Layers[i] = new RecurrentParameters(
                Add(new Parameter(name + ".weight", d, 3 * h).Glorot(random)),
                Add(new Parameter(name + ".bias", 1, 3 * h)),
                Add(new Parameter(name + ".forget", 1, h).Uniform(random, 0.5)),
                Add(new Parameter(name + ".reset", 1, h).Uniform(random, 0.5)));
        }

        ArcDependent = Affine("arc.dependent", d, shape.Arc, random);
        ArcHead = Affine("arc.head", d, shape.Arc, random);
        ArcBilinear = Add(new Parameter("arc.bilinear", shape.Arc, shape.Arc).Uniform(random, 0.05));
        ArcPrior = Add(new Parameter("arc.prior", 1, shape.Arc));
        ArcRoot = Add(new Parameter("arc.root", 1, shape.Arc).Uniform(random, 0.2));
        ArcDistance = Add(new Parameter("arc.distance", 1, DistanceBuckets));
        LabelDependent = Affine("label.dependent", d, shape.Label, random);
        LabelHead = Affine("label.head", d, shape.Label, random);
        LabelRoot = Add(new Parameter("label.root", 1, shape.Label).Uniform(random, 0.2));
        LabelDistance = Add(new Parameter("label.distance", DistanceBuckets, shape.Label));
        LabelOut = Affine("label.out", shape.Label, RelationWidth, random);
        Upos = Affine("upos", d, UposWidth, random);
        Tag = Affine("tag", d, TagWidth, random);
        NameHidden = Affine("name.hidden", d, NameHiddenWidth, random);
        Name = Affine("name", NameHiddenWidth, NameWidth, random);
        NamePhrases = Add(new Parameter("name.phrases", 16, NameHiddenWidth));
        NamePairs = Add(new Parameter("name.pairs", 1, 64));
        for (int i = 0; i < _all.Count; i++) _index[_all[i]] = i;
    }

    private readonly Dictionary<Parameter, int> _index = [];

    public NetworkShape Shape { get; }

    public IReadOnlyList<Parameter> All => _all;

    public Parameter Words { get; }

    public Parameter Affixes { get; }

    public RecurrentParameters[] Layers { get; }

    public AffineParameters ArcDependent { get; }

    public AffineParameters ArcHead { get; }

    public Parameter ArcBilinear { get; }

    public Parameter ArcPrior { get; }

    public Parameter ArcRoot { get; }

    public Parameter ArcDistance { get; }

    public AffineParameters LabelDependent { get; }

    public AffineParameters LabelHead { get; }

    public Parameter LabelRoot { get; }

    public Parameter LabelDistance { get; }

    public AffineParameters LabelOut { get; }

    public AffineParameters Upos { get; }

    public AffineParameters Tag { get; }

    public AffineParameters NameHidden { get; }

    public AffineParameters Name { get; }

    /// <summary>A row for each mark of <see cref="Text.Models.PhraseLists"/>.</summary>
    public Parameter NamePhrases { get; }

    /// <summary>Scores of label pairs, the former by rows of seven; the rest is unused.</summary>
    public Parameter NamePairs { get; }

    public int IndexOf(Parameter parameter) => _index[parameter];

    private AffineParameters Affine(string name, int from, int to, Random random) => new(
        Add(new Parameter(name + ".weight", from, to).Glorot(random)), Add(new Parameter(name + ".bias", 1, to)));

    private Parameter Add(Parameter parameter)
    {
        _all.Add(parameter);
        return parameter;
    }
}

/// <summary>A matrix and a bias.</summary>
internal sealed record AffineParameters(Parameter Weight, Parameter Bias);

/// <summary>One direction of a recurrent layer: candidate, forget and reset columns, and the two gates' peepholes.</summary>
internal sealed record RecurrentParameters(Parameter Weight, Parameter Bias, Parameter Forget, Parameter Reset);
