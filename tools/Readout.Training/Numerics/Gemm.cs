using System.Runtime.Intrinsics;

namespace Readout.Training.Numerics;

/// <summary>Single-precision matrix products over row-major arrays, register-blocked 8 rows by 32 columns.</summary>
internal static unsafe class Gemm
{
    /// <summary>Columns of every product are a multiple of this.</summary>
    public const int ColumnBlock = 32;

    /// <summary>
    /// <c>C[i, :] (+)= Σp A(i, p) · B[p, :]</c> with <c>A(i, p) = a[i·rowStride + p·depthStride]</c>. The two strides
    /// make the same kernel serve a product and a product with the left matrix transposed.
    /// </summary>
    /// <param name="rows">Rows of C.</param>
    /// <param name="depth">Length of the sum.</param>
    /// <param name="columns">Columns of B and C: a multiple of <see cref="ColumnBlock"/>.</param>
    /// <param name="add">Whether to add to C or to overwrite it.</param>
    public static void Multiply(float* a, int rowStride, int depthStride, float* b, float* c, int rows, int depth, int columns, bool add)
    {
        int row = 0;
        for (; row + 8 <= rows; row += 8)
        {
            for (int column = 0; column < columns; column += ColumnBlock)
                Block8(a + (long)row * rowStride, rowStride, depthStride, b + column, c + (long)row * columns + column, depth, columns, add);
        }

        for (; row < rows; row++)
        {
            for (int column = 0; column < columns; column += ColumnBlock)
                Block1(a + (long)row * rowStride, depthStride, b + column, c + (long)row * columns + column, depth, columns, add);
        }
    }

    private static void Block8(float* a, int rs, int ds, float* b, float* c, int depth, int columns, bool add)
    {
        Vector512<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default,
            c30 = default, c31 = default, c40 = default, c41 = default, c50 = default, c51 = default, c60 = default,
            c61 = default, c70 = default, c71 = default;
        float* a1 = a + rs, a2 = a1 + rs, a3 = a2 + rs, a4 = a3 + rs, a5 = a4 + rs, a6 = a5 + rs, a7 = a6 + rs;
        int offset = 0;
        for (int p = 0; p < depth; p++)
        {
            Vector512<float> b0 = Vector512.Load(b);
            Vector512<float> b1 = Vector512.Load(b + 16);
            Vector512<float> x = Vector512.Create(a[offset]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00); c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(a1[offset]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10); c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(a2[offset]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20); c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(a3[offset]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30); c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            x = Vector512.Create(a4[offset]);
            c40 = Vector512.FusedMultiplyAdd(x, b0, c40); c41 = Vector512.FusedMultiplyAdd(x, b1, c41);
            x = Vector512.Create(a5[offset]);
            c50 = Vector512.FusedMultiplyAdd(x, b0, c50); c51 = Vector512.FusedMultiplyAdd(x, b1, c51);
            x = Vector512.Create(a6[offset]);
            c60 = Vector512.FusedMultiplyAdd(x, b0, c60); c61 = Vector512.FusedMultiplyAdd(x, b1, c61);
            x = Vector512.Create(a7[offset]);
            c70 = Vector512.FusedMultiplyAdd(x, b0, c70); c71 = Vector512.FusedMultiplyAdd(x, b1, c71);
            b += columns;
            offset += ds;
        }

        Store(c, c00, c01, add); Store(c + columns, c10, c11, add); Store(c + 2 * columns, c20, c21, add);
        Store(c + 3 * columns, c30, c31, add); Store(c + 4 * columns, c40, c41, add); Store(c + 5 * columns, c50, c51, add);
        Store(c + 6 * columns, c60, c61, add); Store(c + 7 * columns, c70, c71, add);
    }

    private static void Block1(float* a, int ds, float* b, float* c, int depth, int columns, bool add)
    {
        Vector512<float> c0 = default, c1 = default;
        for (int p = 0; p < depth; p++)
        {
            Vector512<float> x = Vector512.Create(a[p * ds]);
            c0 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b), c0);
            c1 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 16), c1);
            b += columns;
        }

        Store(c, c0, c1, add);
    }

    private static void Store(float* c, Vector512<float> x, Vector512<float> y, bool add)
    {
        if (add)
        {
            x += Vector512.Load(c);
            y += Vector512.Load(c + 16);
        }

        x.Store(c);
        y.Store(c + 16);
    }
}
