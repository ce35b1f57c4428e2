using AngleSharp.Html.Dom;
using Readout.Sources.Charsets;
using Readout.Sources.Furniture;
using Readout.Sources.Metadata;

namespace Readout.Sources.Pages;

/// <summary>Finds the article's own text in a page. Stateless and thread-safe.</summary>
public static class MainText
{
    private const int LeastLinked = 300;
    private const int LeastProbed = 800;
    private const int Probe = 40;

    /// <summary>
    /// The blocks of the article's body, in order: paragraphs, headings, list items and quotations, without its title,
    /// captions, promotions, related links, share bars, forms and notices. Empty where the page holds no running text.
    /// Nothing is loaded or run.
    /// </summary>
    /// <param name="html">The page. Nesting beyond 200 elements is flattened.</param>
    /// <param name="url">Its address, or null.</param>
    public static IReadOnlyList<TextBlock> ExtractMainText(string html, Uri? url = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        IHtmlDocument document = PageParser.Parse(html);
        PageElements elements = PageElements.Of(document);
        return Extract(document, elements, JsonLd.Read(elements.LinkedScripts)).Blocks;
    }

    /// <summary>The same for a page as bytes, whose character set is found out first.</summary>
    /// <param name="page">The page.</param>
    /// <param name="charset">The set that its HTTP header named, or null.</param>
    /// <param name="url">Its address, or null.</param>
    public static IReadOnlyList<TextBlock> ExtractMainText(ReadOnlySpan<byte> page, string? charset = null, Uri? url = null) =>
        ExtractMainText(TextDecoder.Decode(page, charset, markup: true).Text, url);

    /// <summary>The body and the headline of a parsed page.</summary>
    internal static ExtractedPage Extract(IHtmlDocument document, PageElements elements, JsonLd linked)
    {
        if (document.Body is not { } body) return new ExtractedPage([], null, null);
        PageOutline outline = PageOutline.Of(body);
        int title = TitleBlock.Find(outline, [elements.Tags.GetValueOrDefault("og:title"), elements.Title, linked.Headline]);
        IReadOnlyList<TextBlock> blocks = [];
        string? dateLine = null;
        if (outline.Blocks.Count > 0)
        {
            (int first, int end) = MainRegion.Choose(outline, title);
            dateLine = DateLine.Find(outline, title, first);
            blocks = BlockFilter.Apply(outline, first, end, linked.Author ?? elements.Tags.GetValueOrDefault("author") ?? elements.Byline);
        }

        return new ExtractedPage(OrLinked(blocks, linked.Body), title >= 0 ? outline.Blocks[title].Text : null, dateLine);
    }

    /// <summary>
    /// The text that the page gives to machines, where the page itself shows only a beginning of it or what was taken for
    /// the article holds none of it.
    /// </summary>
    private static IReadOnlyList<TextBlock> OrLinked(IReadOnlyList<TextBlock> blocks, string? linked)
    {
        if (linked is null || linked.Length < LeastLinked || linked.Contains("<p", StringComparison.OrdinalIgnoreCase)) return blocks;
        bool beginning = 2 * blocks.Sum(block => block.Text.Length) <= linked.Length;
        if (!beginning && (linked.Length < LeastProbed || Holds(blocks, linked))) return blocks;
        return [.. PlainBlocks.Split(linked).Select(paragraph => new TextBlock(Text.BlockKind.Paragraph, paragraph))];
    }

    /// <summary>Whether any of three pieces of a text, from its beginning, middle and end, stands in the blocks.</summary>
    private static bool Holds(IReadOnlyList<TextBlock> blocks, string text)
    {
        string taken = TitleBlock.Fold(string.Concat(blocks.Select(block => block.Text)));
        string whole = TitleBlock.Fold(text);
        if (whole.Length < 4 * Probe) return true;
        foreach (int tenth in new[] { 1, 5, 8 })
        {
            if (taken.Contains(whole.Substring(whole.Length * tenth / 10, Probe), StringComparison.Ordinal)) return true;
        }

        return false;
    }
}

/// <summary>The article of a page.</summary>
/// <param name="Blocks">Its body.</param>
/// <param name="Headline">Text of the block that was taken for the headline, or null.</param>
/// <param name="DateLine">The short line near the headline that holds a whole date, or null.</param>
internal sealed record ExtractedPage(IReadOnlyList<TextBlock> Blocks, string? Headline, string? DateLine);
