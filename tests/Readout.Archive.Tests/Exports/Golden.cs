using Readout.Tests;

namespace Readout.Archive.Tests.Exports;

/// <summary>Compares with a file of the repository. With <c>READOUT_ACCEPT=1</c> the file is brought up to date, for a person to look through.</summary>
internal static class Golden
{
    public static void Holds(string actual, params string[] path)
    {
        string file = Repository.Path(path);
        if (Environment.GetEnvironmentVariable("READOUT_ACCEPT") == "1") File.WriteAllText(file, actual);
        Assert.Equal(File.ReadAllText(file), actual);
    }
}
