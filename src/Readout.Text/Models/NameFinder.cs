namespace Readout.Text.Models;

/// <summary>
/// Finds names over token vectors: scores of seven labels a token (outside, first and later token of each kind) and of pairs of labels,
/// decoded as the best sequence in which a later token follows a token of its own kind (Viterbi 1967). Immutable.
/// </summary>
internal sealed unsafe class NameFinder
{
    /// <summary>Number of labels.</summary>
    public const int Labels = 7;

    private readonly Layer _hidden, _scores;
    private readonly Tensor _pairs, _phraseRows;
    private readonly PhraseLists _phrases;

    /// <summary>Takes the scorer of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="part">What its entries' names begin with.</param>
    public NameFinder(ModelFile model, string part)
    {
        _hidden = Layer.Of(model, part + "name.hidden");
        _scores = Layer.Of(model, part + "name");
        _pairs = model.Tensor(part + "name.pairs");
        _phraseRows = model.Tensor(part + "name.phrases");
        _phrases = new PhraseLists(model, part + "phrases");
    }

    /// <summary>Adds the names of a chunk of sentences.</summary>
    /// <param name="text">The text.</param>
    /// <param name="starts">Start of each token of the chunk.</param>
    /// <param name="ends">End of each token.</param>
    /// <param name="vectors">Token vectors.</param>
    /// <param name="sentences">First token of each sentence, and the number of tokens at the end.</param>
    /// <param name="offset">Index over the document of the chunk's first token.</param>
    /// <param name="names">Receives the names in order.</param>
    /// <param name="scratch">Buffers of this thread.</param>
    public void Run(
        string text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, short* vectors, ReadOnlySpan<int> sentences, int offset, List<NameSpan> names, NameScratch scratch)
    {
        int tokens = sentences[^1], width = _hidden.Columns;
        short* hidden = _hidden.Apply(vectors, tokens, scratch.Hidden, rectify: false);
        AddPhrases(text, starts, ends, sentences, hidden, scratch);
        FixedPoint.Rectify(hidden, tokens * width);
        int* scores = _scores.Scores(hidden, tokens, scratch.Sums);
        for (int s = 0; s + 1 < sentences.Length; s++)
        {
            int first = sentences[s], n = sentences[s + 1] - first;
            ReadOnlySpan<byte> labels = Decode(scores + (nint)first * _scores.Columns, n, scratch);
            Collect(labels, offset + first, names);
        }
    }

    private void AddPhrases(
        string text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, ReadOnlySpan<int> sentences, short* hidden, NameScratch scratch)
    {
        int width = _hidden.Columns;
        Span<byte> marks = scratch.Marks(starts.Length);
        for (int s = 0; s + 1 < sentences.Length; s++)
        {
            Range sentence = sentences[s]..sentences[s + 1];
            _phrases.Mark(text, starts[sentence], ends[sentence], marks[sentence]);
        }

        for (int i = 0; i < starts.Length; i++)
        {
            if (marks[i] != 0) FixedPoint.Add(_phraseRows.Shorts + marks[i] * width, hidden + (nint)i * width, width);
        }
    }

    private ReadOnlySpan<byte> Decode(int* scores, int n, NameScratch scratch)
    {
        Span<byte> labels = scratch.Labels(n), from = scratch.Origins(n * Labels);
        Span<long> best = stackalloc long[Labels], next = stackalloc long[Labels];
        for (int label = 0; label < Labels; label++) best[label] = Pair(0, label) + scores[label];
        for (int i = 1; i < n; i++)
        {
            for (int label = 0; label < Labels; label++)
            {
                int origin = 0;
                long most = best[0] + Pair(0, label);
                for (int previous = 1; previous < Labels; previous++)
                {
                    long value = best[previous] + Pair(previous, label);
                    if (value > most) (most, origin) = (value, previous);
                }

                next[label] = most + scores[i * _scores.Columns + label];
                from[i * Labels + label] = (byte)origin;
            }

            next.CopyTo(best);
        }

        int last = 0;
        for (int label = 1; label < Labels; label++)
        {
            if (best[label] > best[last]) last = label;
        }

        for (int i = n - 1; i >= 0; i--)
        {
            labels[i] = (byte)last;
            if (i > 0) last = from[i * Labels + last];
        }

        return labels;
    }

    /// <summary>A later token (even label) follows the first or a later token of its kind; all else may follow anything.</summary>
    public static bool Allowed(int previous, int label) => label == 0 || (label & 1) == 1 || previous == label || previous == label - 1;

    /// <summary>Score of a pair of labels; a sentence starts as after a token outside.</summary>
    private long Pair(int previous, int label) => Allowed(previous, label) ? _pairs.Ints[previous * Labels + label] : long.MinValue / 4096;

    private static void Collect(ReadOnlySpan<byte> labels, int offset, List<NameSpan> names)
    {
        int i = 0;
        while (i < labels.Length)
        {
            int first = i++;
            if (labels[first] == 0) continue;
            NameKind kind = (NameKind)((labels[first] - 1) / 2);
            while (i < labels.Length && labels[i] != 0 && (labels[i] & 1) == 0) i++;
            names.Add(new NameSpan(offset + first, offset + i, kind));
        }
    }
}

/// <summary>One thread's buffers of a <see cref="NameNetwork"/>.</summary>
internal sealed class NameScratch : IDisposable
{
    private byte[] _labels = [], _origins = [], _marks = [];

    /// <summary>Token vectors.</summary>
    public NativeBuffer Vectors { get; } = new();

    /// <summary>The encoder's buffers.</summary>
    public EncoderScratch Encoder { get; } = new();

    /// <summary>32-bit sums.</summary>
    public NativeBuffer Sums { get; } = new();

    /// <summary>The hidden layer.</summary>
    public NativeBuffer Hidden { get; } = new();

    /// <summary>Room for the labels of a sentence.</summary>
    public Span<byte> Labels(int count) => Room(ref _labels, count);

    /// <summary>Room for the marks of a chunk's tokens.</summary>
    public Span<byte> Marks(int count) => Room(ref _marks, count);

    /// <summary>Room for the label that each label was best reached from.</summary>
    public Span<byte> Origins(int count) => Room(ref _origins, count);

    /// <inheritdoc/>
    public void Dispose()
    {
        Vectors.Dispose();
        Encoder.Dispose();
        Sums.Dispose();
        Hidden.Dispose();
    }

    private static Span<byte> Room(ref byte[] array, int count)
    {
        if (array.Length < count) array = new byte[count * 2];
        return array.AsSpan(0, count);
    }
}
