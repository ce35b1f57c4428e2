using AngleSharp.Html.Dom;
using Readout.Sources.Charsets;
using Readout.Sources.Composition;
using Readout.Sources.Metadata;
using Readout.Sources.Pages;

namespace Readout.Sources.Formats;

/// <summary>Reads a page. Stateless.</summary>
internal static class HtmlFormat
{
    /// <summary>The page's article as a draft.</summary>
    public static Draft Read(RawInput input, int maxCharacters)
    {
        DecodedText decoded = TextDecoder.Decode(input.Bytes, input.Charset, true);
        List<string> warnings = [];
        if (decoded.Warning is not null) warnings.Add(decoded.Warning);
        IHtmlDocument document = PageParser.Parse(Cut(decoded.Text, maxCharacters, warnings));
        PageElements elements = PageElements.Of(document);
        JsonLd linked = JsonLd.Read(elements.LinkedScripts);
        ExtractedPage page = MainText.Extract(document, elements, linked);
        return new Draft
        {
            Where = input.Where,
            RawHash = input.Hash(),
            Blocks = page.Blocks,
            Metadata = PageMetadata.Read(elements, linked, page.Headline, page.DateLine),
            Url = input.Url,
            Link = input.Link,
            Warnings = warnings,
        };
    }

    /// <summary>The page up to its limits, each of which leaves a note where it cuts.</summary>
    private static string Cut(string html, int maxCharacters, List<string> warnings)
    {
        string page = html;
        if (page.Length > maxCharacters)
        {
            warnings.Add($"the page has {page.Length} characters; what follows the first {maxCharacters} was not read");
            page = page[..maxCharacters];
        }

        int end = TagBound.End(page);
        if (end == page.Length) return page;
        warnings.Add($"the page has more than {TagBound.Limit} tags; what follows them was not read");
        return page[..end];
    }
}
