using System.Collections.Frozen;

namespace Readout.Sources.Pages;

/// <summary>How HTML elements behave in the outline of a page (HTML Living Standard, section 15: rendering).</summary>
internal static class PageTags
{
    private static readonly FrozenSet<string> s_inline = FrozenSet.ToFrozenSet(
        [
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
            "label", "mark", "nobr", "q", "ruby", "rb", "rt", "rp", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
            "time", "tt", "u", "var", "wbr",
        ],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_skipped = FrozenSet.ToFrozenSet(
        [
            "script", "style", "noscript", "template", "iframe", "svg", "math", "canvas", "object", "embed", "audio", "video", "button",
            "select", "datalist", "input", "textarea", "map", "head", "title", "meta", "link", "img", "picture", "source", "track",
            "param", "applet", "frame", "frameset", "noframes", "progress", "meter", "hr", "dialog", "amp-ad", "amp-iframe", "rp", "rt",
        ],
        StringComparer.Ordinal);

    /// <summary>Whether the element runs on in its line; elements unknown to HTML do, unless a hyphen makes them custom.</summary>
    public static bool IsInline(string tag) => s_inline.Contains(tag);

    /// <summary>Whether nothing inside the element can be text of the article.</summary>
    public static bool IsSkipped(string tag) => s_skipped.Contains(tag);

    /// <summary>Whether the element usually stands beside the article.</summary>
    public static bool IsBeside(string tag) =>
        tag is "nav" or "aside" or "footer" or "form" or "figure" or "figcaption" or "header" or "menu" or "fieldset" or "caption" or "address";

    /// <summary>Whether the element is a heading.</summary>
    public static bool IsHeading(string tag) => tag.Length == 2 && tag[0] == 'h' && tag[1] is >= '1' and <= '6';

    /// <summary>Whether the element sets its words off from the text around them.</summary>
    public static bool IsStress(string tag) => tag is "b" or "strong" or "i" or "em" or "u";
}
