using System.Runtime.InteropServices;

namespace Readout.Text.Models;

/// <summary>A growing, 64-byte aligned block of unmanaged memory. Not thread-safe.</summary>
internal sealed unsafe class NativeBuffer : IDisposable
{
    private nuint _size;
    private byte* _data;

    /// <summary>The block as 16-bit integers, at least <paramref name="count"/> long; content is lost when it grows.</summary>
    public short* Shorts(int count) => (short*)Ensure((nuint)count * sizeof(short));

    /// <summary>The block as 32-bit integers, at least <paramref name="count"/> long; content is lost when it grows.</summary>
    public int* Ints(int count) => (int*)Ensure((nuint)count * sizeof(int));

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

    private byte* Ensure(nuint size)
    {
        if (size <= _size) return _data;
        NativeMemory.AlignedFree(_data);
        _size = size + size / 4 + 64;
        _data = (byte*)NativeMemory.AlignedAlloc(_size, 64);
        return _data;
    }
}
