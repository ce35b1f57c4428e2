using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace Readout.Coding.Packs;

/// <summary>
/// The section <c>source</c>: the text files that a pack was compiled from, compressed, so that an overlay can be laid
/// over them where no <c>data/</c> is at hand.
/// </summary>
internal static class PackSource
{
    public const string Section = "source";

    public static byte[] Write(IReadOnlyList<DataFile> files)
    {
        using MemoryStream stream = new();
        using (BrotliStream compressed = new(stream, CompressionLevel.Optimal, leaveOpen: true))
        using (BinaryWriter writer = new(compressed, Encoding.UTF8))
        {
            writer.Write(files.Count);
            foreach (DataFile file in files)
            {
                writer.Write(file.Path);
                writer.Write(file.Text);
            }
        }

        return stream.ToArray();
    }

    public static ImmutableArray<DataFile> Read(Pack pack)
    {
        using BinaryReader section = pack.Open(Section);
        using BrotliStream compressed = new(section.BaseStream, CompressionMode.Decompress);
        using BinaryReader reader = new(compressed, Encoding.UTF8);
        int count = reader.ReadInt32();
        ImmutableArray<DataFile>.Builder files = ImmutableArray.CreateBuilder<DataFile>();
        for (int i = 0; i < count; i++) files.Add(new DataFile(reader.ReadString(), reader.ReadString()));
        return files.ToImmutable();
    }
}
