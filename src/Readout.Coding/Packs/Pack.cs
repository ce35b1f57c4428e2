using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Readout.Coding.Packs;

/// <summary>
/// The container <c>readout.pack</c>: compiled knowledge in named sections. Layout: the four bytes <c>RDPK</c>, the
/// format's number, the SHA-256 of all that follows, the program's version, the number of sections, and for each its
/// name and length; then the sections in that order. Numbers are little-endian. Immutable; safe from every thread.
/// </summary>
internal sealed class Pack
{
    /// <summary>Number of the format; a pack of another is refused and must be compiled again.</summary>
    public const int Format = 1;

    private const int HashOffset = 8;
    private const int BodyOffset = HashOffset + SHA256.HashSizeInBytes;
    private static readonly byte[] Magic = "RDPK"u8.ToArray();

    private readonly byte[] _bytes;
    private readonly ImmutableSortedDictionary<string, Range> _sections;

    private Pack(byte[] bytes, string version, ImmutableSortedDictionary<string, Range> sections)
    {
        _bytes = bytes;
        Version = version;
        _sections = sections;
    }

    /// <summary>Version of the program that compiled it.</summary>
    public string Version { get; }

    /// <summary>SHA-256 of the content as stated in the header; <see cref="IsIntact"/> says whether it is true.</summary>
    public ReadOnlySpan<byte> Hash => _bytes.AsSpan(HashOffset, SHA256.HashSizeInBytes);

    /// <summary>Whether the content has the stated hash.</summary>
    public bool IsIntact() => SHA256.HashData(_bytes.AsSpan(BodyOffset)).AsSpan().SequenceEqual(Hash);

    /// <summary>A reader over the section of that name.</summary>
    /// <exception cref="InvalidDataException">The pack has no such section.</exception>
    public BinaryReader Open(string section)
    {
        if (!_sections.TryGetValue(section, out Range range))
            throw new InvalidDataException($"The pack has no section '{section}'; compile it again.");
        (int offset, int length) = range.GetOffsetAndLength(_bytes.Length);
        return new BinaryReader(new MemoryStream(_bytes, offset, length, writable: false), Encoding.UTF8);
    }

    /// <summary>Puts sections into the bytes of a pack.</summary>
    /// <param name="version">Version of the program.</param>
    /// <param name="sections">Names and contents, written in this order.</param>
    public static byte[] Write(string version, IReadOnlyList<(string Name, byte[] Content)> sections)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(Format);
        writer.Write(new byte[SHA256.HashSizeInBytes]);
        writer.Write(version);
        writer.Write(sections.Count);
        foreach ((string name, byte[] content) in sections)
        {
            writer.Write(name);
            writer.Write(content.Length);
        }

        foreach ((string _, byte[] content) in sections) writer.Write(content);
        writer.Flush();
        byte[] bytes = stream.ToArray();
        SHA256.HashData(bytes.AsSpan(BodyOffset), bytes.AsSpan(HashOffset, SHA256.HashSizeInBytes));
        return bytes;
    }

    /// <summary>Reads the container; sections stay unread until opened.</summary>
    /// <exception cref="InvalidDataException">It is no pack, of another format, or cut short.</exception>
    public static Pack Read(byte[] bytes)
    {
        if (bytes.Length < BodyOffset || !bytes.AsSpan(0, 4).SequenceEqual(Magic)) throw new InvalidDataException("The file is no pack.");
        if (BitConverter.ToInt32(bytes, 4) != Format) throw new InvalidDataException("The pack is of another format; compile it again.");
        try
        {
            return ReadTable(bytes);
        }
        catch (EndOfStreamException exception)
        {
            throw new InvalidDataException("The pack is cut short.", exception);
        }
    }

    private static Pack ReadTable(byte[] bytes)
    {
        using BinaryReader reader = new(new MemoryStream(bytes, writable: false), Encoding.UTF8);
        reader.BaseStream.Position = BodyOffset;
        string version = reader.ReadString();
        List<(string Name, int Length)> table = [];
        int count = reader.ReadInt32();
        for (int i = 0; i < count; i++) table.Add((reader.ReadString(), reader.ReadInt32()));
        int offset = (int)reader.BaseStream.Position;
        ImmutableSortedDictionary<string, Range>.Builder sections = ImmutableSortedDictionary.CreateBuilder<string, Range>(StringComparer.Ordinal);
        foreach ((string name, int length) in table)
        {
            if (length < 0 || length > bytes.Length - offset) throw new InvalidDataException("The pack is cut short.");
            sections[name] = offset..(offset + length);
            offset += length;
        }

        return new Pack(bytes, version, sections.ToImmutable());
    }
}
