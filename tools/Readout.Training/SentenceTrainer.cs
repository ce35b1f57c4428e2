using System.Globalization;
using Readout.Text;
using Readout.Text.Conllu;
using Readout.Text.Tokens;

namespace Readout.Training;

/// <summary>
/// Trains the weights of the sentence splitter by logistic regression over the gaps of treebank text, laid out as
/// running text, in lines of 72 columns and with a line for each sentence. One thread, fixed order: the same data give
/// the same file.
/// </summary>
internal sealed class SentenceTrainer
{
    private const int Epochs = 12;
    private const double Scale = 1000;
    private const double Decay = 1e-6;
    private const int MinimumCount = 6;
    private const int MinimumWeight = 120;

    private readonly List<Example> _examples = [];
    private readonly Dictionary<uint, int> _index = [];
    private readonly List<(BoundaryFeatures.Feature Feature, string Word)> _features = [];
    private readonly List<int> _counts = [];
    private readonly Dictionary<uint, string> _words = [];

    private sealed record Example(int[] Features, bool Ends);

    /// <summary>Adds a document's gaps in the three layouts.</summary>
    public void Add(IReadOnlyList<ConlluSentence> sentences)
    {
        Document running = ConlluDocument.ToDocument("", sentences, running: true);
        AddText(running, running.Text);
        AddText(running, Wrap(running.Text));
        Document lines = ConlluDocument.ToDocument("", sentences);
        AddText(lines, lines.Text);
    }

    /// <summary>Trains and writes the model as text.</summary>
    /// <returns>Number of features kept.</returns>
    public int Write(TextWriter output)
    {
        double[] weights = Train();
        int kept = 0;
        output.Write("# Weights of the English sentence splitter: template, code, word, weight. Trained by tools/Readout.Training\n");
        output.Write("# from UD English EWT (CC BY-SA 4.0) and UD English GUM (CC BY 4.0); licence CC BY-SA 4.0. See the model card.\n");
        foreach (int i in Enumerable.Range(0, weights.Length).OrderBy(i => _features[i].Feature.Template).ThenBy(i => _features[i].Feature.Code)
            .ThenBy(i => _features[i].Word, StringComparer.Ordinal))
        {
            int weight = (int)Math.Round(weights[i] * Scale);
            if (_counts[i] < MinimumCount || Math.Abs(weight) < MinimumWeight) continue;
            (BoundaryFeatures.Feature feature, string word) = _features[i];
            output.Write(string.Create(CultureInfo.InvariantCulture, $"{feature.Template}\t{feature.Code}\t{word}\t{weight}\n"));
            kept++;
        }

        return kept;
    }

    private void AddText(Document gold, string text)
    {
        HashSet<int> ends = [.. gold.Sentences.Select(sentence => sentence.Span.End)];
        TokenBuffer buffer = new();
        BoundaryFeatures.Feature[] features = new BoundaryFeatures.Feature[BoundaryFeatures.ShapeCount + BoundaryFeatures.WordCount];
        Tokenizer.English.Tokenize(text, buffer, (int token, in Boundary boundary) =>
        {
            BoundaryFeatures.FillShapes(boundary, features);
            BoundaryFeatures.FillWords(boundary, features.AsSpan(BoundaryFeatures.ShapeCount));
            Remember(text, buffer, token);
            bool end = ends.Contains(buffer.Ends[token]);
            _examples.Add(new Example([.. features.Select(Index)], end));
            return end;
        });
    }

    // The words behind the hashes of this gap: the two before it and the one after.
    private void Remember(string text, TokenBuffer buffer, int token)
    {
        for (int i = Math.Max(0, token - 2); i <= Math.Min(buffer.Count - 1, token + 1); i++)
        {
            string word = AsciiLower(text.AsSpan(buffer.Starts[i], buffer.Ends[i] - buffer.Starts[i]));
            if (!word.AsSpan().ContainsAny('\t', '\u2205')) _words.TryAdd(BoundaryFeatures.Hash(word), word);
        }
    }

    // Letter case is dropped as the hash drops it.
    private static string AsciiLower(ReadOnlySpan<char> form)
    {
        char[] lower = form.ToArray();
        for (int i = 0; i < lower.Length; i++) lower[i] = char.IsAsciiLetterUpper(lower[i]) ? char.ToLowerInvariant(lower[i]) : lower[i];
        return new string(lower);
    }

    private int Index(BoundaryFeatures.Feature feature)
    {
        if (!_index.TryGetValue(feature.Key, out int index))
        {
            index = _features.Count;
            _index.Add(feature.Key, index);
            _features.Add((feature, feature.Word == 0 ? "\u2205" : _words.GetValueOrDefault(feature.Word, "")));
            _counts.Add(0);
        }

        _counts[index]++;
        return index;
    }

    private double[] Train()
    {
        double[] weights = new double[_features.Count];
        double[] squares = new double[_features.Count];
        Random random = new(1);
        int[] order = [.. Enumerable.Range(0, _examples.Count)];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int i in order) Step(_examples[i], weights, squares);
        }

        return weights;
    }

    // Adagrad: the rate of a weight falls with the squares of its gradients.
    private void Step(Example example, double[] weights, double[] squares)
    {
        double score = 0;
        foreach (int feature in example.Features) score += weights[feature];
        double gradient = (example.Ends ? 1 : 0) - (1 / (1 + Math.Exp(-score)));
        foreach (int feature in example.Features)
        {
            if (_counts[feature] < MinimumCount) continue;
            double step = gradient - (Decay * weights[feature]);
            squares[feature] += step * step;
            weights[feature] += 0.2 * step / Math.Sqrt(squares[feature] + 1);
        }
    }

    private static string Wrap(string text)
    {
        char[] wrapped = text.ToCharArray();
        int line = 0;
        int space = -1;
        for (int i = 0; i < wrapped.Length; i++)
        {
            if (wrapped[i] == '\n') (line, space) = (i + 1, -1);
            if (wrapped[i] == ' ') space = i;
            if (i - line < 72 || space < 0) continue;
            wrapped[space] = '\n';
            (line, space) = (space + 1, -1);
        }

        return new string(wrapped);
    }
}
