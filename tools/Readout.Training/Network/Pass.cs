using Readout.Text.Models;
using Readout.Training.Numerics;

namespace Readout.Training.Network;

/// <summary>
/// Forward and backward passes over a batch of sentences on one thread. The loss is the sum of the cross-entropies of
/// arcs, relations, tags and names over the tokens that have gold.
/// </summary>
internal sealed unsafe class Pass
{
    private readonly ParserNetwork _net;
    private readonly NetworkShape _shape;
    private readonly Dropout _dropout;
    private readonly FloatBuffer[] _x, _input, _mask;
    private readonly FloatBuffer[] _g, _c;
    private readonly FloatBuffer _dx = new(), _dInput = new(), _output = new(), _outputMask = new();
    private readonly Heads _heads;
    private int _tokens;

    public Pass(ParserNetwork net, ulong seed, TrainingOptions options)
    {
        _net = net;
        _shape = net.Shape;
        Options = options;
        _dropout = new Dropout(seed);
        Gradients = new Gradients(net);
        _x = Make(_shape.Layers + 1);
        _input = Make(_shape.Layers);
        _mask = Make(_shape.Layers);
        _g = Make(_shape.Layers * 2);
        _c = Make(_shape.Layers * 2);
        _heads = new Heads(net, Gradients, _dropout, options);
    }

    public Gradients Gradients { get; }

    public TrainingOptions Options { get; }

    public Heads Heads => _heads;

    /// <summary>Runs the batch; with <paramref name="train"/> the gradients, times <paramref name="scale"/>, are left in place.</summary>
    public double Run(IReadOnlyList<Example> batch, bool train, float scale)
    {
        _tokens = batch.Sum(e => e.Length);
        Gradients.Clear();
        int[][] words = Embed(batch, train);
        for (int layer = 0; layer < _shape.Layers; layer++) Forward(batch, layer, train);
        int size = _tokens * _shape.Width;
        float* output = _output.Ensure(size);
        _dropout.Apply(_x[_shape.Layers].At, output, _outputMask.Ensure(size), size, train ? Options.OutputDropout : 0);
        float* dx = _dx.Zero(size);
        double loss = _heads.Run(batch, output, dx, _tokens, train, scale);
        if (!train) return loss;
        Dropout.Multiply(dx, _outputMask.At, size);
        for (int layer = _shape.Layers - 1; layer >= 0; layer--) Backward(batch, layer);
        EmbedBackward(batch, words);
        return loss;
    }

    private static FloatBuffer[] Make(int count) => [.. Enumerable.Range(0, count).Select(_ => new FloatBuffer())];

    private int[][] Embed(IReadOnlyList<Example> batch, bool train)
    {
        int d = _shape.Width;
        float* x = _x[0].Zero(_tokens * d);
        int[][] rows = new int[batch.Count][];
        int token = 0;
        for (int s = 0; s < batch.Count; s++)
        {
            Example example = batch[s];
            int[] used = rows[s] = new int[example.Length * (Example.Stride + 1)];
            bool unlisted = train && _dropout.Next() < Options.ListDropout;
            for (int i = 0; i < example.Length; i++, token++)
            {
                int at = i * (Example.Stride + 1);
                bool dropped = train && _dropout.Next() < example.DropRates[i];
                bool blurred = dropped && _dropout.Next() < Options.BlurRate;
                used[at] = dropped ? 0 : example.Words[i];
                Lanes.Add(_net.Words.At + (long)used[at] * d, x + (long)token * d, d);
                for (int k = 0; k < Example.Stride; k++)
                {
                    int row = example.Affixes[i * Example.Stride + k];
                    bool omit = row < 0 || (train && ((dropped && k == 0) || (unlisted && k >= WordFeatures.RowCount) || (blurred && WordFeatures.Identifies(k)) || _dropout.Next() < Options.AffixDropout));
                    used[at + 1 + k] = omit ? -1 : row;
                    if (!omit) Lanes.Add(_net.Affixes.At + (long)row * d, x + (long)token * d, d);
                }
            }
        }

        return rows;
    }

    private void EmbedBackward(IReadOnlyList<Example> batch, int[][] rows)
    {
        int d = _shape.Width;
        Gradients.Reserve(_net.Words, _tokens + 1);
        Gradients.Reserve(_net.Affixes, _tokens * Example.Stride + 1);
        int token = 0;
        for (int s = 0; s < batch.Count; s++)
        {
            for (int i = 0; i < batch[s].Length; i++, token++)
            {
                float* gradient = _dx.At + (long)token * d;
                int at = i * (Example.Stride + 1);
                Gradients.AddRow(_net.Words, rows[s][at], gradient);
                for (int k = 1; k <= Example.Stride; k++)
                {
                    if (rows[s][at + k] >= 0) Gradients.AddRow(_net.Affixes, rows[s][at + k], gradient);
                }
            }
        }
    }

    private void Forward(IReadOnlyList<Example> batch, int layer, bool train)
    {
        int d = _shape.Width, h = _shape.Half, size = _tokens * d;
        float* input = _input[layer].Ensure(size);
        _dropout.Apply(_x[layer].At, input, _mask[layer].Ensure(size), size, train ? Options.LayerDropout : 0);
        float* output = _x[layer + 1].Ensure(size);
        new Span<float>(_x[layer].At, size).CopyTo(new Span<float>(output, size));
        for (int direction = 0; direction < 2; direction++)
        {
            int slot = layer * 2 + direction;
            RecurrentParameters p = _net.Layers[slot];
            float* g = _g[slot].Ensure(_tokens * 3 * h);
            float* c = _c[slot].Ensure(_tokens * h);
            Heads.Bias(p.Bias.At, g, _tokens, 3 * h);
            Gemm.Multiply(input, d, 1, p.Weight.At, g, _tokens, d, 3 * h, add: true);
            int token = 0;
            foreach (Example e in batch)
            {
                Recurrence.Forward(g + (long)token * 3 * h, c + (long)token * h, output + (long)token * d + direction * h, d, p, e.Length, h, direction == 1);
                token += e.Length;
            }
        }
    }

    private void Backward(IReadOnlyList<Example> batch, int layer)
    {
        int d = _shape.Width, h = _shape.Half, size = _tokens * d;
        float* dInput = _dInput.Zero(size);
        for (int direction = 0; direction < 2; direction++)
        {
            int slot = layer * 2 + direction;
            RecurrentParameters p = _net.Layers[slot];
            float* g = _g[slot].At;
            int token = 0;
            foreach (Example e in batch)
            {
                Recurrence.Backward(
                    g + (long)token * 3 * h, _c[slot].At + (long)token * h, _dx.At + (long)token * d + direction * h, d, p,
                    Gradients.Of(p.Forget), Gradients.Of(p.Reset), e.Length, h, direction == 1);
                token += e.Length;
            }

            Heads.SumRows(g, Gradients.Of(p.Bias), _tokens, 3 * h);
            Gemm.Multiply(_input[layer].At, 1, d, g, Gradients.Of(p.Weight), d, _tokens, 3 * h, add: true);
            Gemm.Multiply(g, 3 * h, 1, p.Weight.Transposed.At, dInput, _tokens, 3 * h, d, add: true);
        }

        Dropout.Multiply(dInput, _mask[layer].At, size);
        for (int i = 0; i < size; i += 16) Lanes.Add(dInput + i, _dx.At + i, 16);
    }
}
