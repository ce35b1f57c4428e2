using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Readout.Training.Numerics;

/// <summary>A pinned, growing array of floats.</summary>
internal sealed unsafe class FloatBuffer
{
    private float[] _values = [];

    public float* At { get; private set; }

    public float* Ensure(int length)
    {
        if (_values.Length < length)
        {
            _values = GC.AllocateArray<float>(length + length / 4 + 64, pinned: true);
            At = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_values));
        }

        return At;
    }

    public float* Zero(int length)
    {
        Ensure(length);
        new Span<float>(At, length).Clear();
        return At;
    }
}

/// <summary>Products and sums of vectors whose length is a multiple of 16.</summary>
internal static unsafe class Lanes
{
    public static float Dot(float* a, float* b, int length)
    {
        Vector512<float> sum = default;
        for (int i = 0; i < length; i += 16) sum = Vector512.FusedMultiplyAdd(Vector512.Load(a + i), Vector512.Load(b + i), sum);
        return Vector512.Sum(sum);
    }

    /// <summary><c>y += scale · x</c></summary>
    public static void Accumulate(float scale, float* x, float* y, int length)
    {
        Vector512<float> s = Vector512.Create(scale);
        for (int i = 0; i < length; i += 16) Vector512.FusedMultiplyAdd(s, Vector512.Load(x + i), Vector512.Load(y + i)).Store(y + i);
    }

    public static void Add(float* x, float* y, int length)
    {
        for (int i = 0; i < length; i += 16) (Vector512.Load(x + i) + Vector512.Load(y + i)).Store(y + i);
    }
}
