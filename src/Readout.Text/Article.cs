using System.Collections.Immutable;

namespace Readout.Text;

/// <summary>The kinds of block that an article's text is made of.</summary>
public enum BlockKind
{
    /// <summary>A title or a heading between paragraphs.</summary>
    Heading,

    /// <summary>A paragraph of running text.</summary>
    Paragraph,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A quotation set as a block of its own.</summary>
    Quotation,
}

/// <summary>A block of an article: a heading, a paragraph, an item. Sentences never cross blocks.</summary>
/// <param name="Kind">What the block is.</param>
/// <param name="Span">Its range in <see cref="Article.Text"/>, without the line breaks around it.</param>
public readonly record struct ArticleBlock(BlockKind Kind, TextSpan Span);

/// <summary>
/// One text published by one source on one date. Immutable. <see cref="Text"/> is the title, an empty line and the
/// body, so that a headline can be evidence; every offset of the record is into it.
/// </summary>
public sealed record Article
{
    /// <summary>Identifier, unique within a run: given by the input or derived from its content.</summary>
    public required string Id { get; init; }

    /// <summary>The text as kept: title, empty line, body. Never normalised after this point.</summary>
    public required string Text { get; init; }

    /// <summary>Offset in <see cref="Text"/> at which the body begins; 0 where there is no title.</summary>
    public int BodyStart { get; init; }

    /// <summary>Blocks in order, disjoint, inside <see cref="Text"/>.</summary>
    public ImmutableArray<ArticleBlock> Blocks { get; init; } = [];

    /// <summary>Address the article was published at, or null.</summary>
    public string? Url { get; init; }

    /// <summary>The publisher's name or host, or null.</summary>
    public string? Source { get; init; }

    /// <summary>The headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Who wrote it, as printed, or null.</summary>
    public string? Byline { get; init; }

    /// <summary>The section or rubric that it appeared under, or null.</summary>
    public string? Section { get; init; }

    /// <summary>Day of publication; null where unknown, and relative dates then stay unresolved.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Language as an ISO 639-1 code.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Where each field was found: field name to <c>json-ld</c>, <c>og:title</c>, <c>argument</c> and so on.</summary>
    public ImmutableSortedDictionary<string, string> Origin { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>SHA-256 of the input's bytes in lower-case hexadecimal.</summary>
    public string RawHash { get; init; } = "";

    /// <summary>What the reader should know about how the text was obtained: a noted cut, a date that disagrees.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>
    /// Builds an article from a title and the body's blocks: the text is joined with an empty line between blocks.
    /// </summary>
    /// <param name="id">Identifier of the article.</param>
    /// <param name="title">Headline, or null or white space for none.</param>
    /// <param name="blocks">The body's blocks in order; empty ones are dropped.</param>
    public static Article Compose(string id, string? title, IEnumerable<(BlockKind Kind, string Text)> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        System.Text.StringBuilder text = new();
        ImmutableArray<ArticleBlock>.Builder spans = ImmutableArray.CreateBuilder<ArticleBlock>();
        string? headline = string.IsNullOrWhiteSpace(title) ? null : title.Trim();
        int bodyStart = 0;
        if (headline is not null)
        {
            spans.Add(new ArticleBlock(BlockKind.Heading, new TextSpan(0, headline.Length)));
            text.Append(headline).Append("\n\n");
            bodyStart = text.Length;
        }

        foreach ((BlockKind kind, string block) in blocks)
        {
            string trimmed = block.Trim();
            if (trimmed.Length == 0) continue;
            if (text.Length > bodyStart) text.Append("\n\n");
            spans.Add(new ArticleBlock(kind, new TextSpan(text.Length, text.Length + trimmed.Length)));
            text.Append(trimmed);
        }

        return new Article
        {
            Id = id,
            Text = text.ToString(),
            Title = headline,
            BodyStart = Math.Min(bodyStart, text.Length),
            Blocks = spans.ToImmutable(),
        };
    }

    /// <summary>Builds an article without a title from plain text; blank lines part its paragraphs.</summary>
    /// <param name="id">Identifier of the article.</param>
    /// <param name="text">The text, kept as it is.</param>
    public static Article FromText(string id, string text) =>
        new() { Id = id, Text = text, Blocks = ParagraphBlocks(text) };

    private static ImmutableArray<ArticleBlock> ParagraphBlocks(string text)
    {
        ImmutableArray<ArticleBlock>.Builder blocks = ImmutableArray.CreateBuilder<ArticleBlock>();
        int position = 0;
        while (position < text.Length)
        {
            int end = text.IndexOf("\n\n", position, StringComparison.Ordinal);
            if (end < 0) end = text.Length;
            int start = position;
            int stop = end;
            while (start < stop && char.IsWhiteSpace(text[start])) start++;
            while (stop > start && char.IsWhiteSpace(text[stop - 1])) stop--;
            if (stop > start) blocks.Add(new ArticleBlock(BlockKind.Paragraph, new TextSpan(start, stop)));
            position = end + 2;
        }

        return blocks.ToImmutable();
    }
}
