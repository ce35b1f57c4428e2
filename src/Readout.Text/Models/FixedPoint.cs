using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Readout.Text.Models;

/// <summary>
/// Integer arithmetic of the network. Every result is the same on every processor: products are exact, sums wrap, and
/// the vector paths differ in speed only. What loops over vectors is compiled at full strength from the start: the first
/// tier's code of it is many times slower.
/// </summary>
internal static unsafe class FixedPoint
{
    /// <summary>16-bit integers per vector.</summary>
    public const int Lanes = 32;

    /// <summary>Columns of a product are computed in blocks of this many.</summary>
    public const int ColumnBlock = 32;

    private const int Half = 16;

    /// <summary>Rows of a product are computed in blocks of this many; both factors' rows and the result's have room for whole blocks.</summary>
    public const int RowBlock = 8;

    /// <summary>
    /// <c>y[i, j] = bias[j] + Σk x[i, k] · w[k, j]</c> in 32 bits. The weights lie in blocks of 16 columns: for each
    /// block, for each pair of rows, the pairs (k, k + 1) of its 16 columns.
    /// </summary>
    /// <param name="x">Rows of <paramref name="depth"/> 16-bit integers, with room for whole blocks of rows.</param>
    /// <param name="weights">The packed matrix.</param>
    /// <param name="bias">One 32-bit integer a column.</param>
    /// <param name="y">Receives rows of <paramref name="columns"/> 32-bit integers; has room for whole blocks of rows.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="depth">Length of the sums; even.</param>
    /// <param name="columns">A multiple of <see cref="ColumnBlock"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(short* x, short* weights, int* bias, int* y, int rows, int depth, int columns)
    {
        int blockSize = depth * Half;
        for (int row = 0; row < rows; row += RowBlock)
        {
            for (int j = 0; j < columns; j += ColumnBlock)
                Block8(x + (nint)row * depth, weights + (nint)(j / Half) * blockSize, bias + j, y + (nint)row * columns + j, depth, columns);
        }
    }

    /// <summary>As <see cref="Multiply"/>, with every sum narrowed to 16 bits as by <see cref="Narrow"/>.</summary>
    /// <param name="x">Rows of <paramref name="depth"/> 16-bit integers, with room for whole blocks of rows.</param>
    /// <param name="weights">The packed matrix.</param>
    /// <param name="bias">One 32-bit integer a column.</param>
    /// <param name="y">Receives rows of <paramref name="columns"/> 16-bit integers; has room for whole blocks of rows.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="depth">Length of the sums; even.</param>
    /// <param name="columns">A multiple of <see cref="ColumnBlock"/>.</param>
    /// <param name="shift">Bits to shift right by, with rounding.</param>
    /// <param name="rectify">Whether negative sums become 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyNarrow(short* x, short* weights, int* bias, short* y, int rows, int depth, int columns, int shift, bool rectify)
    {
        int* sums = stackalloc int[RowBlock * ColumnBlock];
        int blockSize = depth * Half;
        for (int row = 0; row < rows; row += RowBlock)
        {
            for (int j = 0; j < columns; j += ColumnBlock)
            {
                Block8(x + (nint)row * depth, weights + (nint)(j / Half) * blockSize, bias + j, sums, depth, ColumnBlock);
                for (int r = 0; r < RowBlock; r++) Narrow(sums + r * ColumnBlock, y + (nint)(row + r) * columns + j, ColumnBlock, shift, rectify);
            }
        }
    }

    /// <summary>The sum of the products of two rows, wrapped to 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Dot(short* a, short* b, int length)
    {
        Vector512<int> sum = default;
        for (int k = 0; k < length; k += Lanes) sum += PairProducts(Vector512.Load(a + k), Vector512.Load(b + k));
        return Vector512.Sum(sum);
    }

    /// <summary>Rounded product of fractions of 15 bits: <c>(a·b + 2¹⁴) / 2¹⁵</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> Scale(Vector512<short> a, Vector512<short> b)
    {
        if (Avx512BW.IsSupported) return Avx512BW.MultiplyHighRoundScale(a, b);
        if (Avx2.IsSupported)
        {
            return Vector512.Create(
                Avx2.MultiplyHighRoundScale(a.GetLower(), b.GetLower()), Avx2.MultiplyHighRoundScale(a.GetUpper(), b.GetUpper()));
        }

        (Vector512<int> al, Vector512<int> au) = Vector512.Widen(a);
        (Vector512<int> bl, Vector512<int> bu) = Vector512.Widen(b);
        Vector512<int> round = Vector512.Create(1 << 14);
        return Vector512.Narrow((al * bl + round) >> 15, (au * bu + round) >> 15);
    }

    /// <summary>Sums of the products of neighbouring 16-bit integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> PairProducts(Vector512<short> a, Vector512<short> b)
    {
        if (Avx512BW.IsSupported) return Avx512BW.MultiplyAddAdjacent(a, b);
        if (Avx2.IsSupported)
        {
            return Vector512.Create(
                Avx2.MultiplyAddAdjacent(a.GetLower(), b.GetLower()), Avx2.MultiplyAddAdjacent(a.GetUpper(), b.GetUpper()));
        }

        Vector512<int> x = a.AsInt32(), z = b.AsInt32();
        return ((x << 16) >> 16) * ((z << 16) >> 16) + (x >> 16) * (z >> 16);
    }

    /// <summary>Shifts 32-bit sums right with rounding and saturates them to 16 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Narrow(int* source, short* target, int count, int shift, bool rectify)
    {
        Vector512<int> round = Vector512.Create(shift > 0 ? 1 << (shift - 1) : 0);
        Vector512<short> floor = Vector512.Create(rectify ? (short)0 : short.MinValue);
        for (int i = 0; i < count; i += Lanes)
        {
            Vector512<int> low = (Vector512.Load(source + i) + round) >> shift;
            Vector512<int> high = (Vector512.Load(source + i + Half) + round) >> shift;
            Vector512.Max(floor, Vector512.NarrowWithSaturation(low, high)).Store(target + i);
        }
    }

    /// <summary>Replaces negative values by 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rectify(short* values, int count)
    {
        for (int i = 0; i < count; i += Lanes) Vector512.Max(Vector512.Load(values + i), Vector512<short>.Zero).Store(values + i);
    }

    /// <summary>Index of the greatest of some values, at least one; the first of equals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int ArgMax(ReadOnlySpan<int> values)
    {
        ref int start = ref MemoryMarshal.GetReference(values);
        if (values.Length >= Half)
        {
            Vector512<int> best = Vector512.LoadUnsafe(ref start);
            for (int i = Half; i <= values.Length - Half; i += Half) best = Vector512.Max(best, Vector512.LoadUnsafe(ref start, (nuint)i));
            best = Vector512.Max(best, Vector512.LoadUnsafe(ref start, (nuint)(values.Length - Half)));
            return values.IndexOf(Greatest(best));
        }

        int most = values[0];
        for (int i = 1; i < values.Length; i++) most = Math.Max(most, values[i]);
        return values.IndexOf(most);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Greatest(Vector512<int> values)
    {
        Vector256<int> eight = Vector256.Max(values.GetLower(), values.GetUpper());
        Vector128<int> four = Vector128.Max(eight.GetLower(), eight.GetUpper());
        Vector128<int> two = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return Math.Max(two[0], two[1]);
    }

    /// <summary>Adds rows with saturation: <c>target += source</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(short* source, short* target, int count)
    {
        for (int i = 0; i < count; i += Lanes) Vector512.AddSaturate(Vector512.Load(source + i), Vector512.Load(target + i)).Store(target + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block8(short* x, short* w, int* bias, int* y, int depth, int columns)
    {
        Vector512<int> b0 = Vector512.Load(bias), b1 = Vector512.Load(bias + Half);
        Vector512<int> c00 = b0, c01 = b1, c10 = b0, c11 = b1, c20 = b0, c21 = b1, c30 = b0, c31 = b1,
            c40 = b0, c41 = b1, c50 = b0, c51 = b1, c60 = b0, c61 = b1, c70 = b0, c71 = b1;
        int pairs = depth / 2;
        int* x0 = (int*)x, x1 = x0 + pairs, x2 = x1 + pairs, x3 = x2 + pairs, x4 = x3 + pairs, x5 = x4 + pairs, x6 = x5 + pairs, x7 = x6 + pairs;
        short* v = w + depth * Half;
        for (int k = 0; k < pairs; k++)
        {
            Vector512<short> w0 = Vector512.Load(w), w1 = Vector512.Load(v);
            Vector512<short> a = Vector512.Create(x0[k]).AsInt16();
            c00 += PairProducts(a, w0); c01 += PairProducts(a, w1);
            a = Vector512.Create(x1[k]).AsInt16();
            c10 += PairProducts(a, w0); c11 += PairProducts(a, w1);
            a = Vector512.Create(x2[k]).AsInt16();
            c20 += PairProducts(a, w0); c21 += PairProducts(a, w1);
            a = Vector512.Create(x3[k]).AsInt16();
            c30 += PairProducts(a, w0); c31 += PairProducts(a, w1);
            a = Vector512.Create(x4[k]).AsInt16();
            c40 += PairProducts(a, w0); c41 += PairProducts(a, w1);
            a = Vector512.Create(x5[k]).AsInt16();
            c50 += PairProducts(a, w0); c51 += PairProducts(a, w1);
            a = Vector512.Create(x6[k]).AsInt16();
            c60 += PairProducts(a, w0); c61 += PairProducts(a, w1);
            a = Vector512.Create(x7[k]).AsInt16();
            c70 += PairProducts(a, w0); c71 += PairProducts(a, w1);
            w += Lanes;
            v += Lanes;
        }

        c00.Store(y); c01.Store(y + Half);
        y += columns; c10.Store(y); c11.Store(y + Half);
        y += columns; c20.Store(y); c21.Store(y + Half);
        y += columns; c30.Store(y); c31.Store(y + Half);
        y += columns; c40.Store(y); c41.Store(y + Half);
        y += columns; c50.Store(y); c51.Store(y + Half);
        y += columns; c60.Store(y); c61.Store(y + Half);
        y += columns; c70.Store(y); c71.Store(y + Half);
    }
}
