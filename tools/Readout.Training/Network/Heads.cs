using Readout.Text;
using Readout.Training.Corpora;
using Readout.Training.Numerics;

namespace Readout.Training.Network;

/// <summary>The scorers on top of the token vectors: arcs, relations, tags, names.</summary>
internal sealed unsafe class Heads(ParserNetwork net, Gradients gradients, Dropout dropout, TrainingOptions options)
{
    private readonly FloatBuffer _dep = new(), _depMask = new(), _head = new(), _headMask = new(), _bilinear = new();
    private readonly FloatBuffer _dDep = new(), _dHead = new(), _dBilinear = new(), _scores = new();
    private readonly FloatBuffer _labelDep = new(), _labelHead = new(), _hidden = new(), _hiddenMask = new(), _labels = new();
    private readonly FloatBuffer _dHidden = new(), _dLabelHead = new(), _logits = new();
    private readonly LabelChain _chain = new();
    private readonly FloatBuffer _nameInput = new(), _nameInputMask = new(), _dNameInput = new();
    private readonly FloatBuffer _nameHidden = new(), _nameMask = new(), _dNameHidden = new();

    /// <summary>Predicted heads of the last run without training, counted from 1 in each sentence; 0 is the root.</summary>
    public int[] PredictedHeads { get; private set; } = [];

    public int[] PredictedRelations { get; private set; } = [];

    public int[] PredictedUpos { get; private set; } = [];

    public int[] PredictedTags { get; private set; } = [];

    public int[] PredictedNames { get; private set; } = [];

    public double Run(IReadOnlyList<Example> batch, float* x, float* dx, int tokens, bool train, float scale)
    {
        PredictedHeads = new int[tokens];
        PredictedRelations = new int[tokens];
        double loss = 0;
        if (options.TreeWeight > 0)
        {
            loss += Arcs(batch, x, dx, tokens, train, scale * options.TreeWeight);
            loss += Relations(batch, x, dx, tokens, train, scale * options.TreeWeight);
        }

        loss += Classify(net.Upos, Labels(batch, tokens, s => [.. s.Upos.Select(u => u == Upos.None ? -1 : (int)u)]), x, dx, tokens, train, scale * options.TagWeight, out int[] upos);
        loss += Classify(net.Tag, Labels(batch, tokens, s => [.. s.Tags.Select(u => u == PennTag.None ? -1 : (int)u)]), x, dx, tokens, train, scale * options.TagWeight, out int[] tags);
        loss += Names(batch, x, dx, tokens, train, scale, out int[] names);
        PredictedUpos = upos;
        PredictedTags = tags;
        PredictedNames = names;
        return loss;
    }

    /// <summary>Copies a bias into every row.</summary>
    public static void Bias(float* bias, float* rows, int count, int width)
    {
        for (int i = 0; i < count; i++) new Span<float>(bias, width).CopyTo(new Span<float>(rows + (long)i * width, width));
    }

    /// <summary>Adds every row to <paramref name="sum"/>.</summary>
    public static void SumRows(float* rows, float* sum, int count, int width)
    {
        for (int i = 0; i < count; i++) Lanes.Add(rows + (long)i * width, sum, width);
    }

    /// <summary>Bucket of a signed distance from dependent to head; the root has a bucket of its own.</summary>
    public static int DistanceBucket(int from, int to)
    {
        int distance = to - from;
        int size = Math.Abs(distance);
        int bucket = size <= 10 ? size : size <= 14 ? 11 : size <= 20 ? 12 : size <= 30 ? 13 : size <= 50 ? 14 : 15;
        return distance < 0 ? bucket : 16 + bucket;
    }

    public const int RootBucket = 0;

    private static int[] Labels(IReadOnlyList<Example> batch, int tokens, Func<TreebankSentence, int[]> of)
    {
        int[] labels = new int[tokens];
        int at = 0;
        foreach (Example e in batch)
        {
            of(e.Gold).CopyTo(labels, at);
            at += e.Length;
        }

        return labels;
    }

    private static void Affine(AffineParameters p, float* x, float* y, int tokens)
    {
        Bias(p.Bias.At, y, tokens, p.Weight.Columns);
        Gemm.Multiply(x, p.Weight.Rows, 1, p.Weight.At, y, tokens, p.Weight.Rows, p.Weight.Columns, add: true);
    }

    private void AffineBackward(AffineParameters p, float* x, float* dy, float* dx, int tokens)
    {
        SumRows(dy, gradients.Of(p.Bias), tokens, p.Weight.Columns);
        Gemm.Multiply(x, 1, p.Weight.Rows, dy, gradients.Of(p.Weight), p.Weight.Rows, tokens, p.Weight.Columns, add: true);
        Gemm.Multiply(dy, p.Weight.Columns, 1, p.Weight.Transposed.At, dx, tokens, p.Weight.Columns, p.Weight.Rows, add: true);
    }

    private void ReluDropout(float* values, float* mask, int length, float rate)
    {
        for (int i = 0; i < length; i++) values[i] = Math.Max(0, values[i]);
        dropout.Apply(values, values, mask, length, rate);
        for (int i = 0; i < length; i++) mask[i] = values[i] > 0 ? mask[i] : 0;
    }

    private double Classify(
        AffineParameters p, int[] gold, float* x, float* dx, int tokens, bool train, float scale, out int[] predicted)
    {
        int width = p.Weight.Columns;
        float* y = _logits.Ensure(tokens * width);
        Affine(p, x, y, tokens);
        predicted = new int[tokens];
        double loss = 0;
        for (int i = 0; i < tokens; i++)
        {
            float* row = y + (long)i * width;
            predicted[i] = Softmax.ArgMax(row, width);
            loss += Softmax.CrossEntropy(row, width, gold[i], gold[i] < 0 ? 0 : scale);
        }

        if (train) AffineBackward(p, x, y, dx, tokens);
        return loss;
    }

    private double Names(IReadOnlyList<Example> batch, float* x, float* dx, int tokens, bool train, float scale, out int[] predicted)
    {
        int width = net.NameHidden.Weight.Columns, size = tokens * net.Shape.Width;
        float* input = _nameInput.Ensure(size);
        dropout.Apply(x, input, _nameInputMask.Ensure(size), size, train ? options.NameDropout : 0);
        float* hidden = _nameHidden.Ensure(tokens * width), dHidden = _dNameHidden.Zero(tokens * width);
        Affine(net.NameHidden, input, hidden, tokens);
        byte[] marks = Marks(batch, tokens, train);
        for (int i = 0; i < tokens; i++)
        {
            if (marks[i] != 0) Lanes.Add(net.NamePhrases.At + marks[i] * width, hidden + (long)i * width, width);
        }

        ReluDropout(hidden, _nameMask.Ensure(tokens * width), tokens * width, train ? options.HeadDropout : 0);
        int columns = net.Name.Weight.Columns;
        float* scores = _logits.Ensure(tokens * columns);
        Affine(net.Name, hidden, scores, tokens);
        predicted = new int[tokens];
        double loss = 0;
        int first = 0;
        foreach (Example e in batch)
        {
            float* rows = scores + (long)first * columns;
            if (!train) LabelChain.Decode(rows, columns, predicted.AsSpan(first, e.Length), net.NamePairs.At);
            loss += _chain.Run(rows, columns, e.Gold.Names, net.NamePairs.At, train ? gradients.Of(net.NamePairs) : null, scale * options.NameWeight);
            first += e.Length;
        }

        if (train) AffineBackward(net.Name, hidden, scores, dHidden, tokens);
        if (!train) return loss;
        Dropout.Multiply(dHidden, _nameMask.At, tokens * width);
        for (int i = 0; i < tokens; i++)
        {
            if (marks[i] != 0) Lanes.Add(dHidden + (long)i * width, gradients.Of(net.NamePhrases) + marks[i] * width, width);
        }

        float* dInput = _dNameInput.Zero(size);
        AffineBackward(net.NameHidden, input, dHidden, dInput, tokens);
        Dropout.Multiply(dInput, _nameInputMask.At, size);
        Lanes.Add(dInput, dx, size);
        return loss;
    }

    /// <summary>Marks of phrases; in training a share of the sentences has none, since no list holds every name.</summary>
    private byte[] Marks(IReadOnlyList<Example> batch, int tokens, bool train)
    {
        byte[] marks = new byte[tokens];
        int first = 0;
        foreach (Example e in batch)
        {
            if (!train || dropout.Next() >= options.PhraseDropout) e.Phrases.CopyTo(marks, first);
            first += e.Length;
        }

        return marks;
    }

    private double Arcs(IReadOnlyList<Example> batch, float* x, float* dx, int tokens, bool train, float scale)
    {
        int a = net.Shape.Arc;
        float rate = train ? options.HeadDropout : 0;
        float* dep = _dep.Ensure(tokens * a), head = _head.Ensure(tokens * a), bilinear = _bilinear.Ensure(tokens * a);
        Affine(net.ArcDependent, x, dep, tokens);
        ReluDropout(dep, _depMask.Ensure(tokens * a), tokens * a, rate);
        Affine(net.ArcHead, x, head, tokens);
        ReluDropout(head, _headMask.Ensure(tokens * a), tokens * a, rate);
        Bias(net.ArcPrior.At, bilinear, tokens, a);
        Gemm.Multiply(dep, a, 1, net.ArcBilinear.At, bilinear, tokens, a, a, add: true);
        float* dBilinear = _dBilinear.Zero(tokens * a), dHead = _dHead.Zero(tokens * a);
        double loss = 0;
        int token = 0;
        foreach (Example e in batch)
        {
            loss += SentenceArcs(e, token, train, scale);
            token += e.Length;
        }

        if (!train) return loss;
        SumRows(dBilinear, gradients.Of(net.ArcPrior), tokens, a);
        Gemm.Multiply(dep, 1, a, dBilinear, gradients.Of(net.ArcBilinear), a, tokens, a, add: true);
        float* dDep = _dDep.Ensure(tokens * a);
        Gemm.Multiply(dBilinear, a, 1, net.ArcBilinear.Transposed.At, dDep, tokens, a, a, add: false);
        Dropout.Multiply(dDep, _depMask.At, tokens * a);
        Dropout.Multiply(dHead, _headMask.At, tokens * a);
        AffineBackward(net.ArcDependent, x, dDep, dx, tokens);
        AffineBackward(net.ArcHead, x, dHead, dx, tokens);
        return loss;
    }

    private double SentenceArcs(Example e, int first, bool train, float scale)
    {
        int a = net.Shape.Arc, n = e.Length;
        float* scores = _scores.Ensure(n + 1);
        float* dDistance = train ? gradients.Of(net.ArcDistance) : null;
        float* dRoot = train ? gradients.Of(net.ArcRoot) : null;
        double loss = 0;
        for (int i = 0; i < n; i++)
        {
            float* row = _bilinear.At + (long)(first + i) * a;
            scores[0] = Lanes.Dot(row, net.ArcRoot.At, a) + net.ArcDistance.At[RootBucket];
            for (int j = 0; j < n; j++)
            {
                scores[j + 1] = i == j
                    ? -1e9f
                    : Lanes.Dot(row, _head.At + (long)(first + j) * a, a) + net.ArcDistance.At[DistanceBucket(i, j)];
            }

            PredictedHeads[first + i] = Softmax.ArgMax(scores, n + 1);
            loss += Softmax.CrossEntropy(scores, n + 1, e.Gold.Heads[i], scale);
            if (!train) continue;
            float* dRow = _dBilinear.At + (long)(first + i) * a;
            Lanes.Accumulate(scores[0], net.ArcRoot.At, dRow, a);
            Lanes.Accumulate(scores[0], row, dRoot, a);
            dDistance[RootBucket] += scores[0];
            for (int j = 0; j < n; j++)
            {
                float d = scores[j + 1];
                if (i == j || Math.Abs(d) < 1e-9f) continue;
                Lanes.Accumulate(d, _head.At + (long)(first + j) * a, dRow, a);
                Lanes.Accumulate(d, row, _dHead.At + (long)(first + j) * a, a);
                dDistance[DistanceBucket(i, j)] += d;
            }
        }

        return loss;
    }

    private double Relations(IReadOnlyList<Example> batch, float* x, float* dx, int tokens, bool train, float scale)
    {
        int r = net.Shape.Label;
        float* dep = _labelDep.Ensure(tokens * r), head = _labelHead.Ensure(tokens * r), hidden = _hidden.Ensure(tokens * r);
        Affine(net.LabelDependent, x, dep, tokens);
        Affine(net.LabelHead, x, head, tokens);
        int[] gold = new int[tokens], source = new int[tokens], bucket = new int[tokens];
        int first = 0;
        foreach (Example e in batch)
        {
            for (int i = 0; i < e.Length; i++)
            {
                int at = first + i;
                int h = Math.Max(0, train ? e.Gold.Heads[i] : PredictedHeads[at]);
                gold[at] = (int)e.Gold.Relations[i] - 1;
                source[at] = h == 0 ? -1 : first + h - 1;
                bucket[at] = h == 0 ? RootBucket : DistanceBucket(i, h - 1);
                float* target = hidden + (long)at * r;
                new Span<float>(dep + (long)at * r, r).CopyTo(new Span<float>(target, r));
                Lanes.Add(h == 0 ? net.LabelRoot.At : head + (long)source[at] * r, target, r);
                Lanes.Add(net.LabelDistance.At + (long)bucket[at] * r, target, r);
            }

            first += e.Length;
        }

        ReluDropout(hidden, _hiddenMask.Ensure(tokens * r), tokens * r, train ? options.HeadDropout : 0);
        int width = net.LabelOut.Weight.Columns;
        float* y = _labels.Ensure(tokens * width);
        Affine(net.LabelOut, hidden, y, tokens);
        double loss = 0;
        for (int i = 0; i < tokens; i++)
        {
            PredictedRelations[i] = Softmax.ArgMax(y + (long)i * width, width) + 1;
            loss += Softmax.CrossEntropy(y + (long)i * width, width, gold[i], gold[i] < 0 ? 0 : scale);
        }

        if (train) RelationsBackward(x, dx, tokens, source, bucket);
        return loss;
    }

    private void RelationsBackward(float* x, float* dx, int tokens, int[] source, int[] bucket)
    {
        int r = net.Shape.Label;
        float* dHidden = _dHidden.Zero(tokens * r), dHead = _dLabelHead.Zero(tokens * r);
        AffineBackward(net.LabelOut, _hidden.At, _labels.At, dHidden, tokens);
        Dropout.Multiply(dHidden, _hiddenMask.At, tokens * r);
        for (int i = 0; i < tokens; i++)
        {
            float* d = dHidden + (long)i * r;
            Lanes.Add(d, source[i] < 0 ? gradients.Of(net.LabelRoot) : dHead + (long)source[i] * r, r);
            Lanes.Add(d, gradients.Of(net.LabelDistance) + (long)bucket[i] * r, r);
        }

        AffineBackward(net.LabelDependent, x, dHidden, dx, tokens);
        AffineBackward(net.LabelHead, x, dHead, dx, tokens);
    }
}

/// <summary>Soft maximum, its cross-entropy and its gradient.</summary>
internal static unsafe class Softmax
{
    public static int ArgMax(float* values, int length)
    {
        int best = 0;
        for (int i = 1; i < length; i++)
        {
            if (values[i] > values[best]) best = i;
        }

        return best;
    }

    /// <summary>Returns the cross-entropy and leaves its gradient, times <paramref name="scale"/>, in place of the scores.</summary>
    public static double CrossEntropy(float* scores, int length, int gold, float scale)
    {
        if (gold < 0)
        {
            new Span<float>(scores, length).Clear();
            return 0;
        }

        float max = scores[ArgMax(scores, length)];
        float correct = scores[gold] - max;
        float sum = 0;
        for (int i = 0; i < length; i++)
        {
            scores[i] = MathF.Exp(scores[i] - max);
            sum += scores[i];
        }

        float norm = scale / sum;
        for (int i = 0; i < length; i++) scores[i] *= norm;
        scores[gold] -= scale;
        return Math.Log(sum) - correct;
    }
}
