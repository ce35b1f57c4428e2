using AngleSharp.Html.Dom;

namespace Readout.Sources.Pages;

/// <summary>Finds the article's own text in a page. Stateless and thread-safe.</summary>
public static class MainText
{
    /// <summary>
    /// The blocks of the article's body, in order: paragraphs, headings, list items and quotations, without its title,
    /// captions, promotions, related links, share bars, forms and notices. Empty where the page holds no running text.
    /// Nothing is loaded or run.
    /// </summary>
    /// <param name="html">The page. Nesting beyond 400 elements is flattened.</param>
    /// <param name="url">Its address, or null.</param>
    public static IReadOnlyList<TextBlock> ExtractMainText(string html, Uri? url = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        return Extract(PageParser.Parse(html));
    }

    internal static IReadOnlyList<TextBlock> Extract(IHtmlDocument document)
    {
        if (document.Body is not { } body) return [];
        PageOutline outline = PageOutline.Of(body);
        if (outline.Blocks.Count == 0) return [];
        int title = TitleBlock.Find(outline, Titles(document));
        (int first, int end) = MainRegion.Choose(outline, title);
        return BlockFilter.Apply(outline, first, end);
    }

    private static string?[] Titles(IHtmlDocument document) =>
        [document.Head?.QuerySelector("meta[property='og:title']")?.GetAttribute("content"), document.Title];
}
