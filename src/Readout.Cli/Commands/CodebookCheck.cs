using System.Collections.Immutable;
using Readout.Cli.Inputs;
using Readout.Coding.Codebooks;
using Readout.Coding.Events;
using Readout.Coding.Packs;
using Readout.Text;

namespace Readout.Cli.Commands;

/// <summary><c>readout codebook check DIR</c>: the errors of a folder's files, and what became of its worked examples.</summary>
internal static class CodebookCheck
{
    /// <summary>Prints a line for each problem and for each example that is not as its file says; a summary at the end.</summary>
    public static int Run(string folder, Terminal terminal)
    {
        List<DataProblem> problems = [];
        ImmutableArray<DataFile> own = ReadFolder(folder, problems);
        ImmutableArray<DataFile> files = DataFolder.Overlay(ReaderFiles.LoadKnowledge(overlay: null).ReadFiles(), own);
        PackCompilation compiled = PackCompiler.Compile(files, ProgramVersion.Number);
        foreach (DataProblem problem in problems.Concat(compiled.Problems)) terminal.Output.WriteLine(problem.ToString());
        if (compiled.Bytes is null || problems.Count > 0) return ExitCode.SomeFailed;
        HashSet<string> paths = [.. own.Select(file => file.Path)];
        return Examples(Knowledge.Load(compiled.Bytes), paths, terminal);
    }

    private static ImmutableArray<DataFile> ReadFolder(string folder, List<DataProblem> problems)
    {
        if (!Directory.Exists(folder)) throw new UsageException($"there is no folder '{folder}'");
        return DataFolder.Read(folder, problems);
    }

    private static int Examples(Knowledge knowledge, HashSet<string> paths, Terminal terminal)
    {
        using TextAnalyzer analyzer = ReaderFiles.LoadAnalyzer();
        ExampleRunner runner = new(knowledge, analyzer);
        int run = 0;
        int wrong = 0;
        foreach (ExampleResult result in InOrder.Select(knowledge.Codebook.Examples.Where(example => paths.Contains(example.Path)), runner.Run))
        {
            run++;
            if (result.IsAsStated) continue;
            wrong++;
            WorkedExample example = result.Example;
            terminal.Output.WriteLine($"{example.Path}:{example.Line}: {result.Difference ?? $"holds, though marked: {example.Fails}"}");
        }

        terminal.Output.WriteLine($"{run} examples, {wrong} not as stated");
        return wrong == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }
}
