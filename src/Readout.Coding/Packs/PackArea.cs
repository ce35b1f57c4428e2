using System.Text;

namespace Readout.Coding.Packs;

/// <summary>One area of knowledge: how it is read from text, written into its section and read from there.</summary>
/// <param name="Section">Name of its section.</param>
/// <param name="Folder">Folder of its files below <c>data/</c>.</param>
internal abstract record PackArea(string Section, string Folder)
{
    /// <summary>Compiles the files of the area's folder into its section.</summary>
    public abstract byte[] Compile(IReadOnlyList<DataFile> files, ICollection<DataProblem> problems);
}

/// <inheritdoc/>
internal sealed record PackArea<T>(
    string Section,
    string Folder,
    Func<IReadOnlyList<DataFile>, ICollection<DataProblem>, T> Parse,
    Action<T, BinaryWriter> Write,
    Func<BinaryReader, T> Read) : PackArea(Section, Folder)
{
    /// <inheritdoc/>
    public override byte[] Compile(IReadOnlyList<DataFile> files, ICollection<DataProblem> problems)
    {
        T area = Parse([.. files.Where(file => file.Path.StartsWith(Folder + "/", StringComparison.Ordinal))], problems);
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.UTF8);
        Write(area, writer);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads the area out of a pack.</summary>
    public T Load(Pack pack)
    {
        using BinaryReader reader = pack.Open(Section);
        return Read(reader);
    }
}
