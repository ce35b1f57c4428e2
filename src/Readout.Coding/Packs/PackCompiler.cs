using System.Collections.Immutable;

namespace Readout.Coding.Packs;

/// <summary>Compiles text knowledge into the bytes of a pack, wholly or not at all.</summary>
public static class PackCompiler
{
    /// <summary>Compiles files into a pack.</summary>
    /// <param name="files">All files, in ordinal order of their paths.</param>
    /// <param name="version">Version of the program, kept in the pack.</param>
    /// <returns>The pack's bytes, or none and what is wrong with which line of which file.</returns>
    public static PackCompilation Compile(IReadOnlyList<DataFile> files, string version)
    {
        ArgumentNullException.ThrowIfNull(files);
        List<DataProblem> problems = [];
        List<(string Name, byte[] Content)> sections = [];
        foreach (PackArea area in Knowledge.Areas) sections.Add((area.Section, area.Compile(files, problems)));
        if (problems.Count > 0) return new PackCompilation(null, [.. problems]);
        sections.Add((PackSource.Section, PackSource.Write(files)));
        return new PackCompilation(Pack.Write(version, sections), []);
    }
}

/// <summary>The outcome of a compilation.</summary>
/// <param name="Bytes">The pack, or null where there are problems.</param>
/// <param name="Problems">What is wrong; empty where there is a pack.</param>
public sealed record PackCompilation(byte[]? Bytes, ImmutableArray<DataProblem> Problems);
