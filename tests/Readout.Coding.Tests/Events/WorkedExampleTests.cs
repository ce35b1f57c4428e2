using Readout.Coding.Codebooks;
using Readout.Coding.Events;
using Readout.Coding.Packs;
using Readout.Tests;
using Readout.Text;

namespace Readout.Coding.Tests.Events;

/// <summary>The worked examples of the codebook and the sentences of <c>tests/specs/events</c>, coded with the project's own models.</summary>
public sealed class WorkedExampleTests(WorkedExampleTests.Loaded loaded) : IClassFixture<WorkedExampleTests.Loaded>
{
    /// <summary>Path of the sentences that belong to no frame: they show phenomena, some of them several times.</summary>
    private const string SpecPrefix = "codebook/spec-";

    [Fact]
    public void Every_example_is_coded_as_its_file_states()
    {
        string[] wrong = [.. loaded.Results.Where(result => !result.IsAsStated).Select(Describe)];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void At_most_two_in_a_hundred_are_marked_as_failing()
    {
        int failing = loaded.Results.Count(result => result.Example.Fails is not null);
        Assert.InRange(failing * 50, 0, loaded.Results.Count);
    }

    [Fact]
    public void No_more_than_three_examples_share_a_frame_and_the_lemma_of_a_trigger()
    {
        IEnumerable<string> crowded = loaded.Results.Where(result => result.Difference is null && !result.Example.Path.StartsWith(SpecPrefix, StringComparison.Ordinal))
            .SelectMany(result => result.Fired.Distinct())
            .GroupBy(fired => $"{fired.Frame} {fired.Lemma}", StringComparer.Ordinal)
            .Where(group => group.Count() > 3)
            .Select(group => group.Key);
        Assert.Empty(crowded);
    }

    [Fact]
    public void Examples_are_many_long_and_varied()
    {
        int[] lengths = [.. loaded.Results.Select(result => result.Example.Text.Count(c => c == ' ') + 1).Order()];
        Assert.InRange(lengths.Length, 3000, int.MaxValue);
        Assert.InRange(lengths[lengths.Length / 2], 15, int.MaxValue);
        Assert.InRange(loaded.Results.Count(result => result.Example.Expected.IsEmpty), 600, int.MaxValue);
        Assert.InRange(loaded.Results.Where(result => result.Difference is null).SelectMany(result => result.Fired).Select(fired => fired.Lemma).Distinct(StringComparer.Ordinal).Count(), 1500, int.MaxValue);
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
                files.Add(new DataFile(SpecPrefix + Path.GetFileName(path), File.ReadAllText(path)));
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
