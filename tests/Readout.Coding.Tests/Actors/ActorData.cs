using Readout.Coding.Actors;
using Readout.Coding.Packs;
using Readout.Tests;

namespace Readout.Coding.Tests.Actors;

/// <summary>The directory of the repository's own data, read once.</summary>
internal static class ActorData
{
    private static readonly Lazy<(ActorDirectory Directory, IReadOnlyList<DataProblem> Problems)> Loaded = new(Load);

    public static ActorDirectory Directory => Loaded.Value.Directory;

    public static IReadOnlyList<DataProblem> Problems => Loaded.Value.Problems;

    public static IReadOnlyList<DataFile> Files()
    {
        string root = Repository.Path("data");
        return [.. System.IO.Directory.EnumerateFiles(Path.Combine(root, "actors"), "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => new DataFile(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path)))];
    }

    public static ActorDirectory Parse(params (string Path, string Text)[] files)
    {
        List<DataProblem> problems = [];
        ActorDirectory directory = ActorDirectory.Parse([.. files.Select(file => new DataFile("actors/" + file.Path, file.Text))], problems);
        Assert.Empty(problems);
        return directory;
    }

    private static (ActorDirectory, IReadOnlyList<DataProblem>) Load()
    {
        List<DataProblem> problems = [];
        return (ActorDirectory.Parse(Files(), problems), problems);
    }
}
