using System.Globalization;
using System.Text.Json;
using CsCheck;
using Readout.Evaluation.Dates;
using Readout.Evaluation.Events;
using Readout.Evaluation.Names;
using Readout.Evaluation.Quotes;
using Readout.Evaluation.Scoring;

namespace Readout.Evaluation.Tests.Tasks;

/// <summary>Gold answered with itself scores 1 on everything that can be scored, also after a predictions file.</summary>
public sealed class GoldAgainstItselfTests
{
    private static readonly Gen<string> Text = Gen.OneOf("a", "B", " ", ".", "é", "\U0001F6A2", "’").Array[10, 40].Select(string.Concat);

    // Offsets in code points.
    private static readonly Gen<(int Start, int End)> Range = Gen.Int[0, 8].Select(Gen.Int[1, 2], (start, length) => (start, start + length));

    [Fact]
    public void Dates() => Gen.Select(Text, Range.Array[0, 4]).Array[1, 4].Sample(items =>
    {
        string gold = Lines(items, (item, i) => new
        {
            id = Id(i),
            text = item.Item1,
            timex = item.Item2.Select(range => new { start = range.Start, end = range.End, value = $"v{range.Start}" }),
        });
        Check(gold, (runner, path) => runner.GoldAgainstItself(new DatesTask(), path));
    }, iter: 40);

    [Fact]
    public void Quotes() => Gen.Select(Text, Range.Array[3, 3].Array[0, 3]).Array[1, 4].Sample(items =>
    {
        string gold = Lines(items, (item, i) => new
        {
            id = Id(i),
            text = item.Item1,
            attributions = item.Item2.Select(ranges => new { source = Spans(ranges[0]), cue = Spans(ranges[1]), content = Spans(ranges[2]) }),
        });
        Check(gold, (runner, path) => runner.GoldAgainstItself(new QuotesTask(), path));
    }, iter: 40);

    [Fact]
    public void Events()
    {
        Gen<string[]> codes = Gen.OneOf("NOR", "SWE", "DNK", "IGO").Array[0, 3];
        Gen<string> types = Gen.OneOf("AGREE", "YIELD", "ASSAULT");
        Gen.Select(types, codes, codes).Array[1, 6].Sample(items =>
        {
            string gold = Lines(items, (item, i) => new
            {
                id = Id(i),
                text = "A sentence.",
                eventPlv = item.Item1,
                source = item.Item2.Select(code => new { actorText = code, code }),
                target = item.Item3.Select(code => new { actorText = code, code }),
            });
            Check(gold, (runner, path) => runner.GoldAgainstItself(new EventsTask(), path));
        }, iter: 40);
    }

    [Fact]
    public void Names() => Gen.OneOf("O", "B-PER", "I-PER", "B-LOC", "I-LOC").Array[1, 8].Array[1, 4].Sample(sentences =>
    {
        string gold = string.Concat(sentences.Select(tags =>
            string.Concat(tags.Select((tag, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}\tw{i}\t{tag}\t-\tx\n"))) + "\n"));
        Check(gold, (runner, path) => runner.GoldAgainstItself(new NamesTask(), path));
    }, iter: 40);

    private static void Check(string gold, Func<TaskRunner, string, (ScoreReport Direct, ScoreReport Again)> run)
    {
        using TaskRunner runner = new();
        (ScoreReport direct, ScoreReport again) = run(runner, runner.Write("gold", gold));
        Assert.All(direct.Scores, score => Assert.True(score.Value is null or 1, $"{score.Name} is {score.Value}"));
        Assert.Equal(ReportWriter.ToJson(direct), ReportWriter.ToJson(again));
    }

    private static string Lines<T>(IEnumerable<T> items, Func<T, int, object> line) =>
        string.Concat(items.Select((item, i) => JsonSerializer.Serialize(line(item, i)) + "\n"));

    private static string Id(int i) => i.ToString(CultureInfo.InvariantCulture);

    private static int[][] Spans((int Start, int End) range) => [[range.Start, range.End]];
}
