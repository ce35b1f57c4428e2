using System.Diagnostics;
using Readout.Text;
using Readout.Text.Models;
using Readout.Training.Corpora;

namespace Readout.Training.Linear;

/// <summary>
/// Trains and scores the method that the network is measured against: perceptrons for tags, names and relations and a
/// transition parser. Nothing of it ships.
/// </summary>
internal sealed class LinearCommand(NameLists lists, int seed)
{
    private readonly Perceptron _upos = new((int)Text.Upos.X + 1), _tags = new(PennTags.Count + 1), _names = new(NameLabels.Count);
    private readonly TransitionParser _parser = new(Relations.Count + 1);
    private readonly TokenFeatures _features = new(lists);

    /// <summary>Runs it over the corpora's training sentences and prints the scores on the development sentences.</summary>
    public void Run(IReadOnlyList<TreebankSentence> train, IReadOnlyList<TreebankSentence> development, int epochs, TextWriter log)
    {
        Random random = new(seed);
        TreebankSentence[] order = [.. train];
        Stopwatch clock = Stopwatch.StartNew();
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (TreebankSentence sentence in order) Learn(sentence);
            log.WriteLine(FormattableString.Invariant($"epoch {epoch}: {clock.Elapsed.TotalSeconds:F0} s"));
        }

        foreach (Perceptron p in new[] { _upos, _tags, _names }) p.Average();
        _parser.Average();
        Score(development, log);
    }

    private void Learn(TreebankSentence sentence)
    {
        Label(_upos, sentence, [.. sentence.Upos.Select(u => (int)u)]);
        int[] tags = Label(_tags, sentence, [.. sentence.Tags.Select(t => (int)t)]);
        if (sentence.Names[0] >= 0) Label(_names, sentence, [.. sentence.Names.Select(n => (int)n)]);
        _parser.Learn(sentence, tags);
    }

    private int[] Label(Perceptron perceptron, TreebankSentence sentence, int[]? gold)
    {
        int[] labels = new int[sentence.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            ReadOnlySpan<int> features = _features.Of(sentence, i, i > 0 ? labels[i - 1] : -1, i > 1 ? labels[i - 2] : -1);
            labels[i] = perceptron.Best(features);
            if (gold is not null) perceptron.Update(features, gold[i], labels[i]);
        }

        return labels;
    }

    private void Score(IReadOnlyList<TreebankSentence> development, TextWriter log)
    {
        Stopwatch clock = Stopwatch.StartNew();
        int tokens = 0, upos = 0, uas = 0, las = 0, found = 0, gold = 0, right = 0;
        foreach (TreebankSentence sentence in development)
        {
            int[] predicted = Label(_upos, sentence, null);
            (int[] heads, int[] relations) = _parser.Parse(sentence, Label(_tags, sentence, null));
            for (int i = 0; i < sentence.Length; i++)
            {
                tokens++;
                if (predicted[i] == (int)sentence.Upos[i]) upos++;
                if (heads[i] != sentence.Heads[i]) continue;
                uas++;
                if (((Relation)relations[i]).Base() == sentence.Relations[i].Base()) las++;
            }

            List<(int, int, int)> names = NameLabels.Spans([.. Label(_names, sentence, null).Select(n => (sbyte)n)]), wanted = NameLabels.Spans(sentence.Names);
            if (sentence.Names[0] < 0) continue;
            found += names.Count;
            gold += wanted.Count;
            right += names.Count(wanted.Contains);
        }

        double Share(int part) => 100.0 * part / tokens;
        log.WriteLine(FormattableString.Invariant(
            $"UPOS {Share(upos):F2}  UAS {Share(uas):F2}  LAS {Share(las):F2}  names {200.0 * right / Math.Max(1, found + gold):F2}  {tokens / clock.Elapsed.TotalSeconds:F0} tokens/s"));
    }
}
