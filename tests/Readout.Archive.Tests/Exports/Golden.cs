using Readout.Tests;

namespace Readout.Archive.Tests.Exports;

/// <summary>Compares with a file of the repository; what differs is written beside the tests, to be looked at and taken over by hand.</summary>
internal static class Golden
{
    public static void Holds(string actual, params string[] path)
    {
        string file = Repository.Path(path);
        string golden = File.Exists(file) ? File.ReadAllText(file) : "";
        if (golden == actual) return;
        string folder = Path.Combine(AppContext.BaseDirectory, "actual");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, path[^1]), actual);
        Assert.Equal(golden, actual);
    }
}
