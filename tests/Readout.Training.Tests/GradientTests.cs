using Readout.Text;
using Readout.Text.Models;
using Readout.Training.Corpora;
using Readout.Training.Network;
using Readout.Training.Numerics;

namespace Readout.Training.Tests;

/// <summary>The gradients of every dense matrix against finite differences of the loss.</summary>
public unsafe class GradientTests
{
    private const float Step = 2e-3f;

    private static readonly TrainingOptions Plain = new() { LayerDropout = 0, OutputDropout = 0, HeadDropout = 0, AffixDropout = 0, NameDropout = 0, ListDropout = 0, PhraseDropout = 0, TagWeight = 1, NameWeight = 1, Threads = 1 };

    private static readonly TreebankSentence[] Sentences =
    [
        Sentence(["Norway", "met", "Peru", "."], [2, 0, 2, 2], [5, 0, 5, 0]),
        Sentence(["Ana", "Ruiz", "of", "Acme", "spoke", "in", "Lima", "."], [5, 1, 4, 1, 0, 7, 5, 5], [1, 2, 0, 3, 0, 0, 5, 0]),
    ];

    private static readonly PhraseLists Phrases = new(["1\tacme", "2\tlima"]);

    [Fact]
    public void Gradients_are_the_slopes_of_the_loss()
    {
        ParserNetwork net = Build();
        Example[] batch = [.. Sentences.Select(s => new Example(s, new Vocabulary(Sentences, 1), new NameLists(["0\tana", "2\tlima"]), Phrases, net.Shape.AffixRows))];
        foreach (Parameter p in net.All.Where(p => !p.IsSparse && p.Rows > 1)) p.Transpose();
        Pass pass = new(net, 1, Plain);
        pass.Run(batch, train: true, 1);
        float[][] gradients = [.. net.All.Select(p => p.IsSparse ? [] : new Span<float>(pass.Gradients.Of(p), p.Value.Length).ToArray())];
        int checkedWeights = 0;
        for (int i = 0; i < gradients.Length; i++)
        {
            foreach (int at in Greatest(gradients[i], 3))
            {
                double slope = Slope(net, batch, net.All[i], at);
                Assert.True(Math.Abs(slope - gradients[i][at]) < 0.02 + 0.05 * Math.Abs(slope), $"{net.All[i].Name}[{at}]: {gradients[i][at]} where the loss rises by {slope}");
                checkedWeights++;
            }
        }

        Assert.True(checkedWeights > 60, $"only {checkedWeights} weights have a gradient");
    }

    [Fact]
    public void Training_lowers_the_loss_to_where_the_sentences_are_known()
    {
        ParserNetwork net = Build();
        Example[] batch = [.. Sentences.Select(s => new Example(s, new Vocabulary(Sentences, 1), new NameLists([]), Phrases, net.Shape.AffixRows))];
        TrainingOptions options = Plain with { Epochs = 640, BatchTokens = 12, LearningRate = 0.05f, MeanDecay = 0 };
        new Trainer(net, options, TextWriter.Null).Train((_, _) => batch, _ => { });
        NetworkScores scores = Trainer.Score(net, batch, options);
        Assert.Equal((100.0, 100.0, 100.0), (scores.Upos, scores.Las, scores.Names));
    }

    private static ParserNetwork Build() => new(new NetworkShape(64, 2, 32, 32, 1 << 8), new Vocabulary(Sentences, 1).Words.Count, 3);

    private static IEnumerable<int> Greatest(float[] gradient, int count) =>
        Enumerable.Range(0, gradient.Length).Where(i => gradient[i] != 0).OrderByDescending(i => Math.Abs(gradient[i])).Take(count);

    private static double Slope(ParserNetwork net, Example[] batch, Parameter p, int at)
    {
        float kept = p.Value[at];
        p.Value[at] = kept + Step;
        double above = Loss(net, batch);
        p.Value[at] = kept - Step;
        double below = Loss(net, batch);
        p.Value[at] = kept;
        return (above - below) / (2 * Step);
    }

    /// <summary>The loss that training minimises, with gold heads before the relations.</summary>
    private static double Loss(ParserNetwork net, Example[] batch)
    {
        foreach (Parameter p in net.All.Where(p => !p.IsSparse && p.Rows > 1)) p.Transpose();
        return new Pass(net, 1, Plain).Run(batch, train: true, 1);
    }

    private static TreebankSentence Sentence(string[] forms, int[] heads, sbyte[] names) => new(
        "toy",
        forms,
        forms,
        [.. forms.Select(f => f == "." ? Upos.PUNCT : char.IsUpper(f[0]) ? Upos.PROPN : f is "of" or "in" ? Upos.ADP : Upos.VERB)],
        [.. forms.Select(f => f == "." ? PennTag.Period : char.IsUpper(f[0]) ? PennTag.NNP : f is "of" or "in" ? PennTag.IN : PennTag.VBD)],
        heads,
        [.. heads.Select((h, i) => h == 0 ? Relation.Root : forms[i] == "." ? Relation.Punct : i % 2 == 0 ? Relation.Nsubj : Relation.Obl)],
        names);
}
