using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Readout.Sources.Pages;

/// <summary>Parses pages without running or loading anything: no scripts, no style sheets, no images. Thread-safe.</summary>
internal static class PageParser
{
    /// <summary>Parses a page whose nesting and number of tags are bounded first.</summary>
    public static IHtmlDocument Parse(string html)
    {
        HtmlParser parser = new(new HtmlParserOptions
        {
            IsScripting = false,
            SkipComments = true,
            SkipProcessingInstructions = true,
            DisableElementPositionTracking = true,
        });
        int end = TagBound.End(html);
        return parser.ParseDocument(DepthBound.Apply(end == html.Length ? html : html[..end]));
    }
}
