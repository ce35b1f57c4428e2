using CsCheck;
using Readout.Text.Models;

namespace Readout.Text.Tests.Models;

/// <summary>The vector paths against plain arithmetic.</summary>
public unsafe class FixedPointTests
{
    private static readonly Gen<short> Value = Gen.OneOf(Gen.Short[-3000, 3000], Gen.Short);

    [Fact]
    public void Products_equal_sums_of_products() => Gen.Select(Gen.Int[1, 20], Gen.Int[0, int.MaxValue]).Sample(
        (rows, seed) =>
        {
            const int Depth = 64, Columns = 64;
            Random random = new(seed);
            int room = (rows + FixedPoint.RowBlock - 1) / FixedPoint.RowBlock * FixedPoint.RowBlock;
            short[] x = Shorts(random, room * Depth), w = Shorts(random, Depth * Columns);
            int[] bias = [.. Enumerable.Range(0, Columns).Select(_ => random.Next(-100000, 100000))], y = new int[room * Columns];
            short[] narrow = new short[room * Columns];
            short[] packed = Pack(w, Depth, Columns);
            fixed (short* px = x, pw = packed)
            fixed (int* pb = bias, py = y)
            fixed (short* pn = narrow)
            {
                FixedPoint.Multiply(px, pw, pb, py, rows, Depth, Columns);
                FixedPoint.MultiplyNarrow(px, pw, pb, pn, rows, Depth, Columns, 12, rectify: true);
            }

            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < Columns; j++)
                {
                    int sum = bias[j];
                    for (int k = 0; k < Depth; k++) sum += x[i * Depth + k] * w[k * Columns + j];
                    Assert.Equal(sum, y[i * Columns + j]);
                    Assert.Equal(Math.Clamp((sum + (1 << 11)) >> 12, 0, short.MaxValue), narrow[i * Columns + j]);
                }
            }
        },
        iter: 60);

    [Fact]
    public void Dot_equals_the_sum_of_products() => Value.Array[128].Sample(values =>
    {
        int sum = 0;
        for (int k = 0; k < 64; k++) sum += values[k] * values[64 + k];
        fixed (short* a = values) Assert.Equal(sum, FixedPoint.Dot(a, a + 64, 64));
    });

    [Fact]
    public void Narrow_rounds_saturates_and_rectifies() => Gen.Select(Gen.Int.Array[64], Gen.Int[0, 20], Gen.Bool).Sample((sums, shift, rectify) =>
    {
        int[] source = [.. sums.Select(s => Math.Clamp(s, -1 << 30, 1 << 30))];
        short[] target = new short[64];
        fixed (int* s = source)
        fixed (short* t = target) FixedPoint.Narrow(s, t, 64, shift, rectify);
        for (int i = 0; i < 64; i++)
        {
            int wanted = (source[i] + (shift > 0 ? 1 << (shift - 1) : 0)) >> shift;
            Assert.Equal(Math.Clamp(wanted, rectify ? 0 : short.MinValue, short.MaxValue), target[i]);
        }
    });

    [Fact]
    public void The_first_of_the_greatest_is_found() => Gen.Int[-5, 5].Array[1, 70].Sample(values => Assert.Equal(Array.IndexOf(values, values.Max()), FixedPoint.ArgMax(values)));

    private static short[] Shorts(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (short)random.Next(-4000, 4000))];

    private static short[] Pack(short[] w, int depth, int columns)
    {
        List<short> packed = [];
        for (int block = 0; block < columns; block += 16)
        {
            for (int k = 0; k < depth; k += 2)
            {
                for (int column = block; column < block + 16; column++) packed.AddRange([w[k * columns + column], w[(k + 1) * columns + column]]);
            }
        }

        return [.. packed];
    }
}
