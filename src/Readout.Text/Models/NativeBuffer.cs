using System.Runtime.InteropServices;

namespace Readout.Text.Models;

/// <summary>A growing, 64-byte aligned block of unmanaged memory. Not thread-safe.</summary>
internal sealed unsafe class NativeBuffer : IDisposable
{
    private nuint _size;
    private byte* _data;

    /// <summary>
    /// The block as rows of 16-bit integers; content is lost when it grows. There is room for whole blocks of rows, which
    /// <see cref="FixedPoint"/> works in.
    /// </summary>
    public short* Shorts(int rows, int columns) => (short*)Ensure(Padded(rows) * (nuint)columns * sizeof(short));

    /// <summary>The block as rows of 32-bit integers, with room for whole blocks of rows; content is lost when it grows.</summary>
    public int* Ints(int rows, int columns) => (int*)Ensure(Padded(rows) * (nuint)columns * sizeof(int));

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.AlignedFree(_data);
        _data = null;
        _size = 0;
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the block.</summary>
    ~NativeBuffer() => Dispose();

    private static nuint Padded(int rows) => ((nuint)rows + FixedPoint.RowBlock - 1) / FixedPoint.RowBlock * FixedPoint.RowBlock;

    private byte* Ensure(nuint size)
    {
        if (size <= _size) return _data;
        NativeMemory.AlignedFree(_data);
        _size = size + size / 4 + 64;
        _data = (byte*)NativeMemory.AlignedAlloc(_size, 64);
        return _data;
    }
}
