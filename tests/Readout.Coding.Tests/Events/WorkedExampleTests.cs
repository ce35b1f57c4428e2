using Readout.Coding.Codebooks;
using Readout.Coding.Events;
using Readout.Coding.Packs;
using Readout.Tests;
using Readout.Text;

namespace Readout.Coding.Tests.Events;

/// <summary>The worked examples of the codebook and the sentences of <c>tests/specs/events</c>, coded with the project's own models.</summary>
public sealed class WorkedExampleTests(WorkedExampleTests.Loaded loaded) : IClassFixture<WorkedExampleTests.Loaded>
{
    /// <summary>One example in so many may go another way than stated: a newly trained parser reads a few sentences otherwise.</summary>
    private const int ModelTolerance = 25;

    [Fact]
    public void Examples_are_coded_as_their_files_state()
    {
        string[] wrong = [.. loaded.Results.Where(result => !result.IsAsStated).Select(Describe)];
        Assert.True(wrong.Length * ModelTolerance <= loaded.Results.Count, string.Join('\n', wrong));
    }

    [Fact]
    public void Few_examples_are_marked_as_failing()
    {
        int failing = loaded.Results.Count(result => result.Example.Fails is not null);
        Assert.InRange(failing, 0, loaded.Results.Count / 8);
    }

    [Fact]
    public void No_more_than_three_examples_share_a_frame_and_a_trigger()
    {
        IEnumerable<string> crowded = loaded.Results
            .SelectMany(result => result.Example.Expected.Where(expected => expected.Trigger is not null)
                .Select(expected => $"{result.Example.Frame} {expected.Trigger}"))
            .GroupBy(key => key, StringComparer.Ordinal)
            .Where(group => group.Count() > 3 && !group.Key.StartsWith(' '))
            .Select(group => group.Key);
        Assert.Empty(crowded);
    }

    private static string Describe(ExampleResult result)
    {
        WorkedExample example = result.Example;
        return $"{example.Path}:{example.Line}: {result.Difference ?? "holds, though it is marked: " + example.Fails}";
    }

    /// <summary>Loads the models once and codes every example.</summary>
    public sealed class Loaded
    {
        public Loaded()
        {
            List<DataFile> files = [.. DataFolder.Read(Repository.Path("data"), [])];
            foreach (string path in Directory.GetFiles(Repository.Path("tests", "specs", "events"), "*.txt").Order(StringComparer.Ordinal))
            {
                files.Add(new DataFile("codebook/spec-" + Path.GetFileName(path), File.ReadAllText(path)));
            }

            PackCompilation pack = PackCompiler.Compile(files, "9.9.9");
            Assert.Empty(pack.Problems);
            Knowledge knowledge = Knowledge.Load(pack.Bytes!);
            using TextAnalyzer analyzer = TextAnalyzer.Load(Repository.Path("data", "models"));
            ExampleRunner runner = new(knowledge, analyzer);
            Results = [.. knowledge.Codebook.Examples.Select(runner.Run)];
        }

        public IReadOnlyList<ExampleResult> Results { get; }
    }
}
