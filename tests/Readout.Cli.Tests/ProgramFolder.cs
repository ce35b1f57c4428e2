using Readout.Cli.Inputs;
using Readout.Coding.Packs;
using Readout.Tests;

[assembly: AssemblyFixture(typeof(Readout.Cli.Tests.ProgramFolder))]

namespace Readout.Cli.Tests;

/// <summary>Compiles the pack once for all tests and puts it where the program looks, with the models beside it.</summary>
public sealed class ProgramFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("readout-program-");

    public ProgramFolder()
    {
        List<DataProblem> problems = [];
        PackCompilation compiled = PackCompiler.Compile(DataFolder.Read(Repository.Path("data"), problems), ProgramVersion.Number);
        if (compiled.Bytes is null || problems.Count > 0)
            throw new InvalidOperationException(string.Join('\n', problems.Concat(compiled.Problems)));
        File.WriteAllBytes(Path.Combine(_folder.FullName, "readout.pack"), compiled.Bytes);
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "models"), Repository.Path("data", "models"));
        ReaderFiles.Folder = _folder.FullName;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
