using System.Text;
using Readout.Text;

namespace Readout.Sources.Tests;

/// <summary>Shortcuts for reading one input and judging what came of it.</summary>
internal static class Reading
{
    public static readonly SourceOptions Options = new() { Today = new DateOnly(2010, 6, 1) };

    public static async Task<List<SourceResult>> All(byte[] bytes, string name, SourceOptions? options = null)
    {
        using SourceReader reader = new(options ?? Options);
        using MemoryStream stream = new(bytes);
        List<SourceResult> results = [];
        await foreach (SourceResult result in reader.ReadAsync(stream, name, TestContext.Current.CancellationToken)) results.Add(result);
        return results;
    }

    public static async Task<List<SourceResult>> All(string input, SourceOptions? options = null)
    {
        using SourceReader reader = new(options ?? Options);
        List<SourceResult> results = [];
        await foreach (SourceResult result in reader.ReadAsync([input], TestContext.Current.CancellationToken)) results.Add(result);
        return results;
    }

    public static async Task<Article> Article(string text, string name, SourceOptions? options = null)
    {
        SourceResult result = Assert.Single(await All(Encoding.UTF8.GetBytes(text), name, options));
        Assert.True(result.Article is not null, result.Refusal?.ToString());
        AssertSlices(result.Article);
        return result.Article;
    }

    public static async Task<Refusal> Refusal(byte[] bytes, string name, SourceOptions? options = null)
    {
        SourceResult result = Assert.Single(await All(bytes, name, options));
        Assert.NotNull(result.Refusal);
        Assert.DoesNotContain('\n', result.Refusal.ToString());
        Assert.StartsWith(name, result.Refusal.ToString(), StringComparison.Ordinal);
        return result.Refusal;
    }

    public static void AssertSlices(Article article)
    {
        int last = 0;
        foreach (ArticleBlock block in article.Blocks)
        {
            Assert.True(block.Span.Start >= last && block.Span.End <= article.Text.Length && block.Span.Length > 0);
            Assert.Equal(block.Span.In(article.Text).Trim(), block.Span.In(article.Text));
            last = block.Span.End;
        }

        if (article.Title is not null) Assert.Equal(article.Title, article.Text[..article.Title.Length]);
    }

    public static IEnumerable<string> Body(Article article) =>
        article.Blocks.Where(block => block.Span.Start >= article.BodyStart).Select(block => block.Span.In(article.Text));
}
