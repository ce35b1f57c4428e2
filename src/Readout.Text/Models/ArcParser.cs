namespace Readout.Text.Models;

/// <summary>
/// The dependency parser: every token scores every other token and the root as its head (biaffine scorer of Dozat and
/// Manning 2017, with a learnt preference by signed distance), the best tree is taken, then a feed-forward scorer names
/// each arc. <see cref="SpanningTree"/> holds the other half: how scores become a tree. Immutable.
/// </summary>
internal sealed unsafe class ArcParser
{
    private const int Bits = Encoder.StreamBits;
    private const int Forbidden = int.MinValue / 4;

    private readonly Layer _dependent, _head, _bilinear, _labelDependent, _labelHead, _labelOut;
    private readonly Tensor _root, _distance, _labelRoot, _labelDistance;
    private readonly int _relations, _width;

    /// <summary>Takes the scorers of a model.</summary>
    public ArcParser(ModelFile model)
    {
        _dependent = Layer.Of(model, "arc.dependent");
        _head = Layer.Of(model, "arc.head");
        _bilinear = new Layer(model.Tensor("arc.bilinear"), model.Tensor("arc.prior"));
        _root = model.Tensor("arc.root");
        _distance = model.Tensor("arc.distance");
        _labelDependent = Layer.Of(model, "label.dependent");
        _labelHead = Layer.Of(model, "label.head");
        _labelOut = Layer.Of(model, "label.out");
        _labelRoot = model.Tensor("label.root");
        _labelDistance = model.Tensor("label.distance");
        _relations = Relations.Count - 1;
        _width = model.Tensor("label.head.weight").Rows;
    }

    /// <summary>Parses the sentences of a chunk.</summary>
    /// <param name="vectors">Token vectors of the chunk.</param>
    /// <param name="sentences">First token of each sentence, and the number of tokens at the end.</param>
    /// <param name="heads">Receives heads counted within the chunk; -1 for roots.</param>
    /// <param name="relations">Receives relations.</param>
    /// <param name="scratch">Buffers of this thread.</param>
    public void Run(short* vectors, ReadOnlySpan<int> sentences, Span<int> heads, Span<Relation> relations, ParserScratch scratch)
    {
        int tokens = sentences[^1];
        short* dependent = _dependent.Apply(vectors, tokens, scratch.Dependent, rectify: true);
        short* head = _head.Apply(vectors, tokens, scratch.Head, rectify: true);
        short* query = _bilinear.Apply(dependent, tokens, scratch.Query, rectify: false);
        for (int s = 0; s + 1 < sentences.Length; s++) Arcs(query, head, sentences[s], sentences[s + 1], heads, scratch);
        Label(vectors, tokens, heads, relations, scratch);
    }

    private void Arcs(short* query, short* head, int first, int end, Span<int> heads, ParserScratch scratch)
    {
        int n = end - first, width = _head.Columns;
        Span<int> scores = scratch.Scores(n * (n + 1));
        for (int i = 0; i < n; i++)
        {
            short* q = query + (nint)(first + i) * width;
            Span<int> row = scores.Slice(i * (n + 1), n + 1);
            row[0] = FixedPoint.Dot(q, _root.Shorts, width) + _distance.Ints[0];
            for (int j = 0; j < n; j++) row[j + 1] = FixedPoint.Dot(q, head + (nint)(first + j) * width, width) + _distance.Ints[Bucket(i, j)];
            row[i + 1] = Forbidden;
        }

        Span<int> best = heads[first..end];
        scratch.Tree.Solve(scores, best);
        for (int i = 0; i < n; i++) best[i] = best[i] == 0 ? -1 : first + best[i] - 1;
    }

    private void Label(short* vectors, int tokens, ReadOnlySpan<int> heads, Span<Relation> relations, ParserScratch scratch)
    {
        int width = _labelHead.Columns;
        short* hidden = _labelDependent.Apply(vectors, tokens, scratch.Dependent, rectify: false);
        Span<int> headRows = scratch.HeadRows(tokens);
        short* head = _labelHead.Apply(scratch.Chosen.Shorts(tokens, _width), Choose(vectors, heads, headRows, scratch), scratch.Head, rectify: false);
        for (int i = 0; i < tokens; i++)
        {
            short* row = hidden + (nint)i * width;
            int h = heads[i];
            FixedPoint.Add(h < 0 ? _labelRoot.Shorts : head + (nint)headRows[h] * width, row, width);
            FixedPoint.Add(_labelDistance.Shorts + (nint)(h < 0 ? 0 : Bucket(i, h)) * width, row, width);
            FixedPoint.Rectify(row, width);
        }

        int* scores = _labelOut.Scores(hidden, tokens, scratch.Sums);
        for (int i = 0; i < tokens; i++) relations[i] = (Relation)(1 + FixedPoint.ArgMax(new ReadOnlySpan<int>(scores + (nint)i * _labelOut.Columns, _relations)));
    }

    /// <summary>Copies the vectors of the tokens that are heads, in order, and notes the row of each; returns how many they are.</summary>
    private int Choose(short* vectors, ReadOnlySpan<int> heads, Span<int> headRows, ParserScratch scratch)
    {
        headRows.Clear();
        foreach (int h in heads)
        {
            if (h >= 0) headRows[h] = 1;
        }

        short* chosen = scratch.Chosen.Shorts(heads.Length, _width);
        int count = 0;
        for (int h = 0; h < headRows.Length; h++)
        {
            if (headRows[h] == 0) continue;
            new ReadOnlySpan<short>(vectors + (nint)h * _width, _width).CopyTo(new Span<short>(chosen + (nint)count * _width, _width));
            headRows[h] = count++;
        }

        return count;
    }

    /// <summary>Bucket of a signed distance; 0 is the root's.</summary>
    internal static int Bucket(int from, int to)
    {
        int distance = to - from;
        int size = Math.Abs(distance);
        int bucket = size <= 10 ? size : size <= 14 ? 11 : size <= 20 ? 12 : size <= 30 ? 13 : size <= 50 ? 14 : 15;
        return distance < 0 ? bucket : 16 + bucket;
    }
}

/// <summary>An affine layer in fixed point: packed 16-bit weights and 32-bit biases.</summary>
internal readonly unsafe struct Layer(Tensor weight, Tensor bias)
{
    /// <summary>Width of its output.</summary>
    public int Columns => weight.Columns;

    /// <summary>The layer called <paramref name="name"/>.</summary>
    public static Layer Of(ModelFile model, string name) => new(model.Tensor(name + ".weight"), model.Tensor(name + ".bias"));

    /// <summary>The layer's output at the precision of token vectors, in <paramref name="output"/>.</summary>
    public short* Apply(short* x, int rows, NativeBuffer output, bool rectify)
    {
        short* y = output.Shorts(rows, Columns);
        FixedPoint.MultiplyNarrow(x, weight.Shorts, bias.Ints, y, rows, weight.Rows, Columns, weight.FractionBits, rectify);
        return y;
    }

    /// <summary>The layer's 32-bit sums, in <paramref name="sums"/>.</summary>
    public int* Scores(short* x, int rows, NativeBuffer sums)
    {
        int* y = sums.Ints(rows, Columns);
        FixedPoint.Multiply(x, weight.Shorts, bias.Ints, y, rows, weight.Rows, Columns);
        return y;
    }
}

/// <summary>One thread's buffers of an <see cref="ArcParser"/>.</summary>
internal sealed class ParserScratch : IDisposable
{
    private int[] _scores = [], _headRows = [];

    /// <summary>32-bit sums.</summary>
    public NativeBuffer Sums { get; } = new();

    /// <summary>Vectors of tokens as dependents.</summary>
    public NativeBuffer Dependent { get; } = new();

    /// <summary>Vectors of tokens as heads.</summary>
    public NativeBuffer Head { get; } = new();

    /// <summary>Vectors of the tokens that are heads.</summary>
    public NativeBuffer Chosen { get; } = new();

    /// <summary>Dependents times the bilinear matrix.</summary>
    public NativeBuffer Query { get; } = new();

    /// <summary>The tree solver's memory.</summary>
    public SpanningTree Tree { get; } = new();

    /// <summary>Room for the row of each token of a chunk among those that are heads.</summary>
    public Span<int> HeadRows(int count)
    {
        if (_headRows.Length < count) _headRows = new int[count * 2];
        return _headRows.AsSpan(0, count);
    }

    /// <summary>Room for the scores of one sentence.</summary>
    public Span<int> Scores(int count)
    {
        if (_scores.Length < count) _scores = new int[count * 2];
        return _scores.AsSpan(0, count);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Sums.Dispose();
        Dependent.Dispose();
        Head.Dispose();
        Chosen.Dispose();
        Query.Dispose();
    }
}
