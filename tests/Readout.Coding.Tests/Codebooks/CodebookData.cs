using System.Runtime.CompilerServices;
using Readout.Coding.Codebooks;
using Readout.Coding.Packs;

namespace Readout.Coding.Tests.Codebooks;

/// <summary>The codebook of the repository, read once for all tests.</summary>
internal static class CodebookData
{
    private static readonly Lazy<(Codebook, List<DataProblem>)> Loaded = new(Load);

    public static Codebook Codebook => Loaded.Value.Item1;

    public static IReadOnlyList<DataProblem> Problems => Loaded.Value.Item2;

    public static string Root { get; } = FindRoot();

    public static List<DataFile> Files(string folder)
    {
        string data = Path.Combine(Root, "data");
        return [.. Directory.GetFiles(Path.Combine(data, folder), "*.txt", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new DataFile(Path.GetRelativePath(data, path).Replace('\\', '/'), File.ReadAllText(path)))];
    }

    public static Codebook Parse(string text, out List<DataProblem> problems)
    {
        problems = [];
        return Codebook.Parse([new DataFile("codebook/test.txt", text)], problems);
    }

    private static (Codebook, List<DataProblem>) Load()
    {
        List<DataProblem> problems = [];
        return (Codebook.Parse(Files("codebook"), problems), problems);
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        string? folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Readout.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("the repository's root");
    }
}
