using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Readout.Coding.Packs;
using Readout.Coding.Reading;
using Readout.Coding.Sizes;
using Readout.Text;

namespace Readout.Bench.Reading;

/// <summary>
/// What each stage of reading takes on one thread, the least of several rounds in one run, and the ratio of dates, places, quotes,
/// meetings and sizes together to the language stage.
/// </summary>
internal static class StageShares
{
    private const int Rounds = 4;

    /// <summary>Measures and prints.</summary>
    /// <param name="path">JSON lines with a <c>text</c>.</param>
    /// <param name="output">Receives the figures.</param>
    public static int Run(string path, TextWriter output)
    {
        Article[] articles = [.. File.ReadLines(path).Select(Parse)];
        Knowledge knowledge = Knowledge.Load(SamplePieces.Pack());
        using TextAnalyzer analyzer = TextAnalyzer.Load(SamplePieces.Models);
        Pipeline pipeline = ReadingStages.Build(knowledge, analyzer);
        SizeReader sizes = new(knowledge.Sizes);
        Dictionary<string, long> least = new(StringComparer.Ordinal);
        long tokens = 0;
        for (int round = 0; round < Rounds; round++)
        {
            Dictionary<string, long> spent = new(StringComparer.Ordinal);
            tokens = 0;
            foreach (Article article in articles) tokens += Read(article, pipeline, sizes, spent);
            foreach ((string stage, long ticks) in spent) least[stage] = Math.Min(ticks, least.GetValueOrDefault(stage, long.MaxValue));
        }

        Report(output, least, tokens);
        return 0;
    }

    private static int Read(Article article, Pipeline pipeline, SizeReader sizes, Dictionary<string, long> spent)
    {
        Draft draft = new(article, explain: false);
        foreach (Stage stage in pipeline.Stages)
        {
            long start = Stopwatch.GetTimestamp();
            stage.Run(draft);
            Add(spent, stage.Name, start);
        }

        long begin = Stopwatch.GetTimestamp();
        sizes.Read(draft.Document);
        Add(spent, "sizes", begin);
        return draft.Document.TokenCount;
    }

    private static void Add(Dictionary<string, long> spent, string stage, long start) =>
        spent[stage] = spent.GetValueOrDefault(stage) + Stopwatch.GetTimestamp() - start;

    private static void Report(TextWriter output, Dictionary<string, long> least, long tokens)
    {
        foreach ((string stage, long ticks) in least)
        {
            double micros = ticks * 1e6 / Stopwatch.Frequency / tokens;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage,-12} {micros,8:F3} µs a token"));
        }

        long together = least["dates"] + least["places"] + least["quotes"] + least["meetings"] + least["sizes"];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"dates, places, quotes, meetings and sizes to language: {(double)together / least["language"]:F3} over {tokens:N0} tokens"));
    }

    private static Article Parse(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        string text = json.RootElement.GetProperty("text").GetString() ?? "";
        return Article.FromText(json.RootElement.GetProperty("id").ToString(), text) with { Published = new DateOnly(1990, 1, 1) };
    }
}
