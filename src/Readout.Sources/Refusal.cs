using Readout.Text;

namespace Readout.Sources;

/// <summary>Why an input gave no article: one clear line for whoever asked for it.</summary>
/// <param name="Id">Identifier of the input: the article's own where it has one, else <paramref name="Where"/>.</param>
/// <param name="Where">The file, address or line that was to be read.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Advice">What to do about it.</param>
public sealed record Refusal(string Id, string Where, string What, string Advice)
{
    /// <summary><c>where: what (advice)</c>, on one line.</summary>
    public override string ToString() => OneLine($"{Where}: {What} ({Advice})");

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>What came of one input: an article or a refusal, never both.</summary>
public sealed record SourceResult
{
    private SourceResult(Article? article, Refusal? refusal)
    {
        Article = article;
        Refusal = refusal;
    }

    /// <summary>The article, or null where the input was refused.</summary>
    public Article? Article { get; }

    /// <summary>The refusal, or null where there is an article.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Wraps an article.</summary>
    public static SourceResult Of(Article article) => new(article, null);

    /// <summary>Wraps a refusal.</summary>
    public static SourceResult Of(Refusal refusal) => new(null, refusal);
}
