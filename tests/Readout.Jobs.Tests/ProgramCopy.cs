using System.Runtime.InteropServices;
using Readout.Coding.Packs;
using Readout.Coding.Reading;
using Readout.Tests;

[assembly: AssemblyFixture(typeof(Readout.Jobs.Tests.ProgramCopy))]

namespace Readout.Jobs.Tests;

/// <summary>The program with its knowledge in a folder of its own, to be started; and its reader, to be used. Made once for all tests.</summary>
public sealed class ProgramCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("readout-jobs-");

    public ProgramCopy()
    {
        List<DataProblem> problems = [];
        PackCompilation compiled = PackCompiler.Compile(DataFolder.Read(Repository.Path("data"), problems), "0.1.0");
        if (compiled.Bytes is null || problems.Count > 0) throw new InvalidOperationException(string.Join('\n', problems.Concat(compiled.Problems)));
        File.WriteAllBytes(Path.Combine(_folder.FullName, "readout.pack"), compiled.Bytes);
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "models"), Repository.Path("data", "models"));
        CopyProgram();
        Reader = Reader.Load(compiled.Bytes, Repository.Path("data", "models"));
    }

    /// <summary>Reads with the same knowledge as the program.</summary>
    public Reader Reader { get; }

    /// <summary>Makes a reader of the same knowledge as an earlier program would have it, under another version.</summary>
    public static Reader Earlier()
    {
        List<DataProblem> problems = [];
        return Reader.Load(PackCompiler.Compile(DataFolder.Read(Repository.Path("data"), problems), "0.0.9").Bytes!, Repository.Path("data", "models"));
    }

    /// <summary>The program's file.</summary>
    public string Executable => Path.Combine(_folder.FullName, RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "readout.exe" : "readout");

    public void Dispose()
    {
        Reader.Dispose();
        _folder.Delete(recursive: true);
    }

    // The host looks for the program's folder behind links, so that its own files are copied; the others may be linked.
    private void CopyProgram()
    {
        foreach (string file in Directory.EnumerateFiles(AppContext.BaseDirectory))
        {
            string name = Path.GetFileName(file);
            string copy = Path.Combine(_folder.FullName, name);
            if (name == "readout" || name.StartsWith("readout.", StringComparison.Ordinal)) File.Copy(file, copy);
            else if (name.EndsWith(".dll", StringComparison.Ordinal)) File.CreateSymbolicLink(copy, file);
        }

        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "runtimes"), Path.Combine(AppContext.BaseDirectory, "runtimes"));
    }
}
