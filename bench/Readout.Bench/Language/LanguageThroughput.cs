using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Readout.Tests;
using Readout.Text;
using Readout.Text.Tokens;

namespace Readout.Bench.Language;

/// <summary>
/// Tokens a second over a file of articles, the best of several rounds: tokens and sentences alone, then every layer,
/// on one thread and on all; and what a token allocates beyond the arrays that its document keeps.
/// </summary>
internal static class LanguageThroughput
{
    private const int Rounds = 5;

    /// <summary>Measures and prints.</summary>
    /// <param name="path">JSON lines with a <c>text</c>.</param>
    /// <param name="output">Receives the figures.</param>
    public static int Run(string path, TextWriter output)
    {
        Article[] articles = [.. File.ReadLines(path).Select(Parse)];
        using TextAnalyzer analyzer = TextAnalyzer.Load(Repository.Path("data", "models"));
        TokenBuffer buffer = new();
        Report(output, "tokens and sentences, 1 thread", Best(() => articles.Sum(a => Tokenize(a, buffer))));
        double one = Report(output, "every layer, 1 thread", Best(() => articles.Sum(a => (long)analyzer.Analyze(a).TokenCount)));
        double all = Report(output, $"every layer, {Environment.ProcessorCount} threads", Best(() => Parallel(articles, analyzer)));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"scaling",-32} {all / one,14:F2}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"bytes a token beyond its document",-32} {Garbage(articles, analyzer),12:F2}"));
        return 0;
    }

    private static Article Parse(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        return new Article { Id = json.RootElement.GetProperty("id").ToString(), Text = json.RootElement.GetProperty("text").GetString() ?? "" };
    }

    private static long Tokenize(Article article, TokenBuffer buffer)
    {
        Tokenizer.English.Tokenize(article, buffer);
        return buffer.Count;
    }

    private static long Parallel(Article[] articles, TextAnalyzer analyzer)
    {
        long tokens = 0;
        System.Threading.Tasks.Parallel.ForEach(articles, a => Interlocked.Add(ref tokens, analyzer.Analyze(a).TokenCount));
        return tokens;
    }

    /// <summary>The best round's tokens a second.</summary>
    private static double Best(Func<long> round)
    {
        double best = 0;
        for (int i = 0; i < Rounds; i++)
        {
            Stopwatch clock = Stopwatch.StartNew();
            long tokens = round();
            best = Math.Max(best, tokens / clock.Elapsed.TotalSeconds);
        }

        return best;
    }

    private static double Report(TextWriter output, string name, double rate)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-32} {rate,14:N0} tokens/s"));
        return rate;
    }

    /// <summary>Bytes allocated a token, warm, less those of the arrays that make up the documents.</summary>
    private static double Garbage(Article[] articles, TextAnalyzer analyzer)
    {
        long before = GC.GetAllocatedBytesForCurrentThread(), kept = 0, tokens = 0;
        foreach (Article article in articles)
        {
            Document document = analyzer.Analyze(article);
            tokens += document.TokenCount;
            kept += document.Layers.Size;
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before - kept) / (double)tokens;
    }
}
