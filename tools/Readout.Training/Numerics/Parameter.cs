using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Readout.Training.Numerics;

/// <summary>A trained matrix, row-major, with Adam's moments (Kingma and Ba 2015).</summary>
internal sealed unsafe class Parameter
{
    public Parameter(string name, int rows, int columns, bool sparse = false)
    {
        Name = name;
        Rows = rows;
        Columns = columns;
        IsSparse = sparse;
        Value = GC.AllocateArray<float>(rows * columns, pinned: true);
        At = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(Value));
        First = new float[rows * columns];
        Second = new float[rows * columns];
        if (sparse) LastStep = new int[rows];
    }

    public string Name { get; }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Whether only the rows that a batch touched are updated.</summary>
    public bool IsSparse { get; }

    public float[] Value { get; }

    /// <summary>The pinned values.</summary>
    public float* At { get; }

    /// <summary>The values with rows and columns exchanged, as of the last <see cref="Transpose"/>.</summary>
    public FloatBuffer Transposed { get; } = new();

    public float[] First { get; }

    public float[] Second { get; }

    /// <summary>The step of each row's last update, for sparse matrices.</summary>
    public int[] LastStep { get; } = [];

    public void Transpose()
    {
        float* target = Transposed.Ensure(Value.Length);
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++) target[column * Rows + row] = At[row * Columns + column];
        }
    }

    public Parameter Uniform(Random random, double bound)
    {
        for (int i = 0; i < Value.Length; i++) Value[i] = (float)((random.NextDouble() * 2 - 1) * bound);
        return this;
    }

    /// <summary>Glorot and Bengio (2010): uniform with the bound √(6 / (rows + columns)).</summary>
    public Parameter Glorot(Random random) => Uniform(random, Math.Sqrt(6.0 / (Rows + Columns)));

    public Parameter Fill(float value)
    {
        Array.Fill(Value, value);
        return this;
    }
}
