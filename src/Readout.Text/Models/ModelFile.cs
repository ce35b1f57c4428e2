using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Text;

namespace Readout.Text.Models;

/// <summary>
/// A model file: named integer tensors and string tables behind a directory, mapped into memory. Layout, all
/// little-endian: magic <c>REDTXT01</c>; number of entries; per entry its name, kind, rows, columns, fraction bits,
/// offset and length in bytes; then the data, each entry aligned to 64 bytes. Immutable; safe from every thread.
/// </summary>
internal sealed unsafe class ModelFile : IDisposable
{
    /// <summary>First bytes of every model file.</summary>
    public const ulong Magic = 0x3130545854444552; // "REDTXT01"

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    private ModelFile(MemoryMappedFile file, MemoryMappedViewAccessor view)
    {
        _file = file;
        _view = view;
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _start = start + view.PointerOffset;
    }

    /// <summary>Maps the file.</summary>
    /// <exception cref="InvalidDataException">The file is no model of this version or is cut short.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static ModelFile Open(string path)
    {
        long length = new FileInfo(path).Length;
        if (length < 16) throw new InvalidDataException($"{path}: no model file; fetch the data/models folder again");
        MemoryMappedFile file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        ModelFile model = new(file, file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read));
        try
        {
            model.ReadDirectory(length);
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException or InvalidDataException)
        {
            model.Dispose();
            throw new InvalidDataException($"{path}: no model file of this version; fetch the data/models folder again", e);
        }

        return model;
    }

    /// <summary>The tensor called <paramref name="name"/>.</summary>
    /// <exception cref="InvalidDataException">The file has none of that name and kind.</exception>
    public Tensor Tensor(string name)
    {
        Entry entry = Find(name);
        return new Tensor(_start + entry.Offset, entry.Rows, entry.Columns, entry.FractionBits);
    }

    /// <summary>The strings of a table, in order.</summary>
    public string[] Strings(string name)
    {
        Entry entry = Find(name);
        string[] strings = new string[entry.Rows];
        using BinaryReader reader = new(new UnmanagedMemoryStream(_start + entry.Offset, entry.Length), Encoding.UTF8);
        for (int i = 0; i < strings.Length; i++) strings[i] = reader.ReadString();
        return strings;
    }

    /// <summary>Names of the entries, in the file's order.</summary>
    public IEnumerable<string> Names => _entries.Keys;

    /// <summary>The data of an entry as they lie in the file.</summary>
    public ReadOnlySpan<byte> Bytes(string name) => new(_start + Find(name).Offset, checked((int)Find(name).Length));

    /// <summary>Number of strings of a table.</summary>
    public int Count(string name) => Find(name).Rows;

    /// <summary>Hands each string of a table to <paramref name="use"/>, in order, without making strings.</summary>
    public void Each(string name, TextUse use)
    {
        Entry entry = Find(name);
        byte* at = _start + entry.Offset, end = at + entry.Length;
        Span<char> buffer = new char[256];
        for (int i = 0; i < entry.Rows; i++)
        {
            int length = 0;
            for (int shift = 0; ; shift += 7)
            {
                if (at >= end) throw new InvalidDataException($"the model's entry '{name}' is cut short");
                length |= (*at & 0x7F) << shift;
                if ((*at++ & 0x80) == 0) break;
            }

            if (length < 0 || length > end - at) throw new InvalidDataException($"the model's entry '{name}' is cut short");
            if (buffer.Length < length) buffer = new char[length * 2];
            use(i, buffer[..Encoding.UTF8.GetChars(new ReadOnlySpan<byte>(at, length), buffer)]);
            at += length;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    private Entry Find(string name) =>
        _entries.TryGetValue(name, out Entry entry) ? entry : throw new InvalidDataException($"the model has no entry '{name}'");

    private void ReadDirectory(long length)
    {
        using BinaryReader reader = new(new UnmanagedMemoryStream(_start, length), Encoding.UTF8);
        if (reader.ReadUInt64() != Magic) throw new InvalidDataException("wrong magic");
        int count = reader.ReadInt32();
        for (int i = 0; i < count; i++)
        {
            string name = reader.ReadString();
            Entry entry = new(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt64(), reader.ReadInt64());
            if (entry.Offset < 0 || entry.Offset + entry.Length > length) throw new InvalidDataException("cut short");
            _entries[name] = entry;
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(int Rows, int Columns, int FractionBits, long Offset, long Length);
}

/// <summary>Takes a string of a table.</summary>
/// <param name="index">Its place in the table.</param>
/// <param name="text">The string; valid during the call.</param>
internal delegate void TextUse(int index, ReadOnlySpan<char> text);

/// <summary>
/// A matrix of fixed-point numbers in mapped memory: a stored integer v stands for v / 2^<see cref="FractionBits"/>.
/// </summary>
internal readonly unsafe struct Tensor(byte* data, int rows, int columns, int fractionBits)
{
    /// <summary>Number of rows.</summary>
    public int Rows { get; } = rows;

    /// <summary>Number of columns.</summary>
    public int Columns { get; } = columns;

    /// <summary>Binary digits after the point.</summary>
    public int FractionBits { get; } = fractionBits;

    /// <summary>The data as 16-bit integers.</summary>
    public short* Shorts => (short*)data;

    /// <summary>The data as 32-bit integers.</summary>
    public int* Ints => (int*)data;
}
