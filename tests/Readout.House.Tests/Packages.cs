using System.Globalization;
using Readout.Tests;

namespace Readout.House.Tests;

/// <summary>The packages of the present build, made once for all tests, and programs built on them away from the repository.</summary>
public sealed class Packages : IAsyncLifetime
{
    private static readonly string[] Packed = ["Readout.Text", "Readout.Coding", "Readout.Sources"];
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    // A version of its own, so that no package of an earlier run is taken for it.
    private readonly string _version = string.Create(CultureInfo.InvariantCulture, $"0.0.0-test.{Environment.ProcessId}");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("readout-packages-");

    /// <summary>A folder outside the repository, gone after the tests.</summary>
    internal string Folder => _folder.FullName;

    internal string PathOf(string id) => Path.Combine(Folder, "feed", $"{id}.{_version}.nupkg");

    public async ValueTask InitializeAsync()
    {
        foreach (string id in Packed)
        {
            Tool pack = await Tool.RunAsync("dotnet", Repository.Root, "pack", $"src/{id}/{id}.csproj", "--no-build", "--configuration", Configuration,
                "--output", Path.Combine(Folder, "feed"), $"-p:PackageVersion={_version}", "--verbosity", "quiet");
            pack.Done();
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Copies a program's folder away and builds it on the packages. Packages of others come from where the build of the
    /// tests put them.
    /// </summary>
    /// <returns>The path of the built assembly.</returns>
    internal async Task<string> BuildAsync(string source)
    {
        string name = Path.GetFileName(source);
        DirectoryInfo copy = Directory.CreateDirectory(Path.Combine(Folder, name));
        foreach (string file in Directory.EnumerateFiles(source)) File.Copy(file, Path.Combine(copy.FullName, Path.GetFileName(file)));
        string kept = (await Tool.RunAsync("dotnet", Folder, "nuget", "locals", "global-packages", "--list")).Done().Split(": ", 2)[1].Trim();
        Tool build = await Tool.RunAsync("dotnet", copy.FullName, "build", "--configuration", "Release", "--output", Path.Combine(copy.FullName, "out"),
            $"-p:ReadoutVersion={_version}", $"-p:RestoreAdditionalProjectSources={Path.Combine(Folder, "feed")}",
            $"-p:RestorePackagesPath={Path.Combine(Folder, "restored")}", $"-p:RestoreFallbackFolders={kept}", "--verbosity", "quiet");
        build.Done();
        return Path.Combine(copy.FullName, "out", name + ".dll");
    }
}
