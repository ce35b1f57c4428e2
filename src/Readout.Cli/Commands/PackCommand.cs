using System.CommandLine;
using Readout.Coding.Packs;

namespace Readout.Cli.Commands;

/// <summary><c>readout pack DIR --output FILE</c>: compiles <c>data/</c> for the launcher and the packages; hidden.</summary>
internal static class PackCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<DirectoryInfo> folder = new("dir") { Description = "The folder of knowledge, data/." };
        Option<FileInfo> output = new("--output") { Description = "The pack to write.", Required = true };
        Command command = new("pack", "Compile data/ into readout.pack.") { folder, output };
        command.Hidden = true;
        command.SetAction(parsed => Compile(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(output), terminal));
        return command;
    }

    private static int Compile(DirectoryInfo folder, FileInfo output, Terminal terminal)
    {
        if (!folder.Exists) throw new UsageException($"there is no folder {folder}");
        List<DataProblem> problems = [];
        IReadOnlyList<DataFile> files = DataFolder.Read(folder.FullName, problems);
        PackCompilation compiled = PackCompiler.Compile(files, ProgramVersion.Number);
        problems.AddRange(compiled.Problems);
        foreach (DataProblem problem in problems) terminal.Error.WriteLine(problem);
        if (compiled.Bytes is not { } bytes || problems.Count > 0) return ExitCode.SomeFailed;
        string part = output.FullName + ".part";
        File.WriteAllBytes(part, bytes);
        File.Move(part, output.FullName, overwrite: true);
        return ExitCode.Done;
    }
}
