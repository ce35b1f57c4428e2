using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Readout.Text.Models;

/// <summary>
/// Turns summed word embeddings into token vectors: layers of bidirectional simple recurrent units (Lei et al. 2018)
/// with residual connections, in fixed point. Gates are piecewise parabolas, which integers compute exactly:
/// σ(u) = ½ + ½·sgn(u)·(1 − max(0, 1 − |u|/4)²) and τ(u) = sgn(u)·(1 − max(0, 1 − |u|/2)²).
/// Immutable; the buffers are the caller's.
/// </summary>
internal sealed unsafe class Encoder
{
    /// <summary>Fraction bits of the token vectors.</summary>
    public const int StreamBits = 10;

    /// <summary>Fraction bits of the gates' sums.</summary>
    public const int GateBits = 12;

    private const int CellToStream = 15 - StreamBits;

    private readonly Direction[] _directions;

    /// <summary>Takes the layers of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="part">What its entries' names begin with.</param>
    public Encoder(ModelFile model, string part)
    {
        _directions = new Direction[model.Tensor(part + "layers").Rows * 2];
        for (int i = 0; i < _directions.Length; i++)
        {
            string name = $"{part}layer{i / 2}.{(i % 2 == 0 ? "forward" : "backward")}";
            _directions[i] = new Direction(
                model.Tensor(name + ".weight"), model.Tensor(name + ".bias"), model.Tensor(name + ".forget"), model.Tensor(name + ".reset"));
        }

        Width = _directions[0].Weight.Rows;
    }

    /// <summary>Width of a token vector.</summary>
    public int Width { get; }

    /// <summary>Columns of the gates of one direction.</summary>
    public int GateWidth => Width / 2 * 3;

    /// <summary>
    /// The first layer's gates of words, which depend on their embeddings alone, so that a word met before need not be
    /// projected again.
    /// </summary>
    /// <param name="embeddings">The words' embeddings, rows of <see cref="Width"/>.</param>
    /// <param name="words">Number of words.</param>
    /// <param name="forward">Receives the gates from left to right, rows of <see cref="GateWidth"/>.</param>
    /// <param name="backward">Receives the gates from right to left.</param>
    public void FirstGates(short* embeddings, int words, short* forward, short* backward)
    {
        Project(_directions[0], embeddings, forward, words);
        Project(_directions[1], embeddings, backward, words);
    }

    /// <summary>Length of the row of a word: its embedding, then its first gates from left to right and from right to left.</summary>
    public int RowWidth => Width + 2 * GateWidth;

    /// <summary>Runs the layers over a chunk.</summary>
    /// <param name="rows">For each token where the row of its word lies.</param>
    /// <param name="part">Where in a row this encoder's <see cref="RowWidth"/> numbers begin.</param>
    /// <param name="vectors">Receives the token vectors, rows of <see cref="Width"/>.</param>
    /// <param name="sentences">First token of each sentence in the chunk, and the number of tokens at the end.</param>
    /// <param name="scratch">Buffers of this thread.</param>
    public void Run(ReadOnlySpan<nint> rows, int part, short* vectors, ReadOnlySpan<int> sentences, EncoderScratch scratch)
    {
        int tokens = sentences[^1];
        FirstLayer(rows, part, vectors, sentences);
        short* first = scratch.Forward.Shorts(tokens, GateWidth), second = scratch.Backward.Shorts(tokens, GateWidth);
        for (int layer = 2; layer < _directions.Length; layer += 2)
        {
            Project(_directions[layer], vectors, first, tokens);
            Project(_directions[layer + 1], vectors, second, tokens);
            for (int s = 0; s + 1 < sentences.Length; s++)
            {
                int start = sentences[s], length = sentences[s + 1] - start;
                Cells(_directions[layer], first + (nint)start * GateWidth, vectors + (nint)start * Width, length, backward: false);
                Cells(_directions[layer + 1], second + (nint)start * GateWidth, vectors + (nint)start * Width + Width / 2, length, backward: true);
            }
        }
    }

    private void FirstLayer(ReadOnlySpan<nint> rows, int part, short* vectors, ReadOnlySpan<int> sentences)
    {
        for (int s = 0; s + 1 < sentences.Length; s++)
        {
            int start = sentences[s];
            ReadOnlySpan<nint> words = rows[start..sentences[s + 1]];
            Cells(_directions[0], words, part, part + Width, vectors + (nint)start * Width, backward: false);
            Cells(_directions[1], words, part + Width / 2, part + Width + GateWidth, vectors + (nint)start * Width + Width / 2, backward: true);
        }
    }

    private void Project(in Direction d, short* vectors, short* gates, int tokens)
    {
        int shift = StreamBits + d.Weight.FractionBits - GateBits;
        FixedPoint.MultiplyNarrow(vectors, d.Weight.Shorts, d.Bias.Ints, gates, tokens, Width, d.Weight.Columns, shift, rectify: false);
    }

    /// <summary>The first layer of one direction, whose gates and input lie in the words' rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Cells(in Direction d, ReadOnlySpan<nint> rows, int input, int gates, short* stream, bool backward)
    {
        int half = Width / 2;
        for (int k = 0; k < half; k += FixedPoint.Lanes)
        {
            Vector512<short> vf = Vector512.Load(d.Forget.Shorts + k), vr = Vector512.Load(d.Reset.Shorts + k), cell = default;
            for (int i = 0; i < rows.Length; i++)
            {
                int t = backward ? rows.Length - 1 - i : i;
                short* row = (short*)rows[t] + k;
                Step(row + gates, half, vf, vr, ref cell, row + input, stream + (nint)t * Width + k);
            }
        }
    }

    /// <summary>A later layer of one direction, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Cells(in Direction d, short* gates, short* stream, int length, bool backward)
    {
        int half = Width / 2;
        nint step = backward ? -1 : 1;
        int start = backward ? length - 1 : 0;
        for (int k = 0; k < half; k += FixedPoint.Lanes)
        {
            Vector512<short> vf = Vector512.Load(d.Forget.Shorts + k), vr = Vector512.Load(d.Reset.Shorts + k), cell = default;
            short* gate = gates + (nint)start * GateWidth + k;
            short* target = stream + (nint)start * Width + k;
            for (int t = 0; t < length; t++)
            {
                Step(gate, half, vf, vr, ref cell, target, target);
                gate += step * GateWidth;
                target += step * Width;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(short* gate, int half, Vector512<short> vf, Vector512<short> vr, ref Vector512<short> cell, short* input, short* target)
    {
        Vector512<short> x = Tau(Vector512.Load(gate));
        Vector512<short> f = Sigma(Vector512.AddSaturate(Vector512.Load(gate + half), FixedPoint.Scale(vf, cell)));
        Vector512<short> r = Sigma(Vector512.AddSaturate(Vector512.Load(gate + 2 * half), FixedPoint.Scale(vr, cell)));
        Vector512<short> rest = Vector512.Create(short.MaxValue) - f;
        cell = Vector512.AddSaturate(FixedPoint.Scale(f, cell), FixedPoint.Scale(rest, x));
        Vector512<short> h = Vector512.AddSaturate(FixedPoint.Scale(r, cell), Vector512.Create((short)(1 << (CellToStream - 1))));
        Vector512.AddSaturate(Vector512.Load(input), h >> CellToStream).Store(target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Sigma(Vector512<short> u)
    {
        Vector512<short> bend = Bend(u, Vector512.AddSaturate(Magnitude(u), Magnitude(u)));
        return Vector512.Create((short)(1 << 14)) + (bend >> 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Tau(Vector512<short> u)
    {
        Vector512<short> twice = Vector512.AddSaturate(Magnitude(u), Magnitude(u));
        return Bend(u, Vector512.AddSaturate(twice, twice));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Magnitude(Vector512<short> u) =>
        Vector512.Max(u, Vector512.SubtractSaturate(Vector512<short>.Zero, u));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Bend(Vector512<short> u, Vector512<short> reach)
    {
        Vector512<short> rest = Vector512.Create(short.MaxValue) - reach;
        Vector512<short> bend = Vector512.Create(short.MaxValue) - FixedPoint.Scale(rest, rest);
        Vector512<short> sign = u >> 15;
        return (bend ^ sign) - sign;
    }

    private readonly record struct Direction(Tensor Weight, Tensor Bias, Tensor Forget, Tensor Reset);
}

/// <summary>One thread's buffers of an <see cref="Encoder"/>.</summary>
internal sealed class EncoderScratch : IDisposable
{
    /// <summary>Gates from left to right.</summary>
    public NativeBuffer Forward { get; } = new();

    /// <summary>Gates from right to left.</summary>
    public NativeBuffer Backward { get; } = new();

    /// <inheritdoc/>
    public void Dispose()
    {
        Forward.Dispose();
        Backward.Dispose();
    }
}
