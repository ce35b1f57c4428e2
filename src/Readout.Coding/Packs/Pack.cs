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
    private readonly Section[] _sections;

    private Pack(byte[] bytes, string version, Section[] sections)
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
        Section found = Array.Find(_sections, one => one.Name == section)
            ?? throw new InvalidDataException($"The pack has no section '{section}'; compile it again.");
        return new BinaryReader(new MemoryStream(_bytes, found.Offset, found.Length, writable: false), Encoding.UTF8);
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
        Section[] sections = new Section[Math.Clamp(reader.ReadInt32(), 0, bytes.Length)];
        for (int i = 0; i < sections.Length; i++) sections[i] = new Section(reader.ReadString(), reader.ReadInt32());
        int offset = (int)reader.BaseStream.Position;
        foreach (Section section in sections)
        {
            if (section.Length < 0 || section.Length > bytes.Length - offset) throw new InvalidDataException("The pack is cut short.");
            section.Offset = offset;
            offset += section.Length;
        }

        return new Pack(bytes, version, sections);
    }

    private sealed class Section(string name, int length)
    {
        public string Name { get; } = name;

        public int Length { get; } = length;

        public int Offset { get; set; }
    }
}
