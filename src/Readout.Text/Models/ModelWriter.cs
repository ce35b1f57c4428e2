using System.Text;

namespace Readout.Text.Models;

/// <summary>Writes the files that <see cref="ModelFile"/> maps.</summary>
internal sealed class ModelWriter
{
    private readonly List<(string Name, int Rows, int Columns, int FractionBits, byte[] Data)> _entries = [];

    /// <summary>Adds a tensor of 16-bit integers.</summary>
    public void Add(string name, int rows, int columns, int fractionBits, short[] values)
    {
        byte[] data = new byte[values.Length * sizeof(short)];
        Buffer.BlockCopy(values, 0, data, 0, data.Length);
        _entries.Add((name, rows, columns, fractionBits, data));
    }

    /// <summary>Adds a tensor of 32-bit integers.</summary>
    public void Add(string name, int rows, int columns, int fractionBits, int[] values)
    {
        byte[] data = new byte[values.Length * sizeof(int)];
        Buffer.BlockCopy(values, 0, data, 0, data.Length);
        _entries.Add((name, rows, columns, fractionBits, data));
    }

    /// <summary>Adds a table of strings.</summary>
    public void Add(string name, IReadOnlyList<string> strings)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.UTF8);
        foreach (string text in strings) writer.Write(text);
        writer.Flush();
        _entries.Add((name, strings.Count, 1, 0, stream.ToArray()));
    }

    /// <summary>Adds an entry of another model as it is.</summary>
    public void Add(string name, ModelFile model)
    {
        Tensor shape = model.Tensor(name);
        _entries.Add((name, shape.Rows, shape.Columns, shape.FractionBits, model.Bytes(name).ToArray()));
    }

    /// <summary>Writes everything that was added.</summary>
    public void Write(string path)
    {
        byte[] directory = Directory(0);
        long start = Align(directory.Length);
        directory = Directory(start);
        using FileStream file = File.Create(path);
        file.Write(directory);
        foreach ((_, _, _, _, byte[] data) in _entries)
        {
            file.Write(new byte[Align(file.Position) - file.Position]);
            file.Write(data);
        }
    }

    private static long Align(long position) => (position + 63) / 64 * 64;

    private byte[] Directory(long start)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.UTF8);
        writer.Write(ModelFile.Magic);
        writer.Write(_entries.Count);
        long offset = start;
        foreach ((string name, int rows, int columns, int bits, byte[] data) in _entries)
        {
            writer.Write(name);
            writer.Write(rows);
            writer.Write(columns);
            writer.Write(bits);
            writer.Write(offset);
            writer.Write((long)data.Length);
            offset = Align(offset + data.Length);
        }

        writer.Flush();
        return stream.ToArray();
    }
}
