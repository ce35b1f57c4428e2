using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Readout.Sources.Pages;

namespace Readout.Sources.Metadata;

/// <summary>The elements of a page that tell of it, gathered in one pass over the tree.</summary>
internal sealed class PageElements
{
    private const int MostScripts = 50;

    private PageElements(IHtmlDocument document)
    {
        Title = document.Title;
        if (document.DocumentElement is not { } root) return;
        DeclaredLanguage = root.GetAttribute("lang");
        Visit(root);
    }

    /// <summary>The page's title.</summary>
    public string? Title { get; }

    /// <summary>The <c>lang</c> attribute of the page.</summary>
    public string? DeclaredLanguage { get; }

    /// <summary>Address that the page calls its own.</summary>
    public string? Canonical { get; private set; }

    /// <summary>Text of the first element marked as naming the author.</summary>
    public string? Byline { get; private set; }

    /// <summary>Name or property of every meta tag, lower-cased, to its content; the first of a name counts.</summary>
    public Dictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>Texts of the scripts that hold JSON-LD.</summary>
    public List<string> LinkedScripts { get; } = [];

    /// <summary>Dates that elements marked <c>datePublished</c> give.</summary>
    public List<string> MarkedDates { get; } = [];

    /// <summary>Dates that the first <c>time</c> elements give.</summary>
    public List<string> Times { get; } = [];

    /// <summary>Gathers the elements of a page. The depth of the tree is bounded by the parser.</summary>
    public static PageElements Of(IHtmlDocument document) => new(document);

    /// <summary>The text with white space folded, or null where there is none.</summary>
    public static string? Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private void Visit(IElement element)
    {
        switch (element.LocalName)
        {
            case "meta":
                AddTag(element);
                break;
            case "link" when Canonical is null && Equals(element.GetAttribute("rel"), "canonical"):
                Canonical = element.GetAttribute("href");
                break;
            case "script":
                if (element.GetAttribute("type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase)) AddScript(element.TextContent);
                return;
            case "time" when Times.Count < 3:
                Add(Times, element.GetAttribute("datetime") ?? element.TextContent);
                break;
            default:
                AddMarked(element);
                break;
        }

        INodeList children = element.ChildNodes;
        for (int i = 0; i < children.Length; i++)
        {
            if (children[i] is IElement child) Visit(child);
        }
    }

    private void AddScript(string script)
    {
        if (LinkedScripts.Count < MostScripts) LinkedScripts.Add(script);
    }

    private void AddMarked(IElement element)
    {
        string? property = element.GetAttribute("itemprop");
        if (property is not null && property.Contains("datePublished", StringComparison.OrdinalIgnoreCase))
        {
            if (MarkedDates.Count < 3) Add(MarkedDates, element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? element.TextContent);
        }

        if (Byline is not null) return;
        if (property == "author" || Equals(element.GetAttribute("rel"), "author") || element.ClassList.Contains("byline")) Byline = Fold(Words(element));
    }

    private void AddTag(IElement tag)
    {
        string? name = tag.GetAttribute("property") ?? tag.GetAttribute("name") ?? tag.GetAttribute("itemprop") ?? tag.GetAttribute("http-equiv");
        if (name is null || Fold(tag.GetAttribute("content")) is not { } content) return;
        string key = name.Trim().ToLowerInvariant();
        if (key == "datepublished") Add(MarkedDates, content);
        else Tags.TryAdd(key, content);
    }

    /// <summary>The words inside an element; a line break or a block parts them.</summary>
    private static string Words(IElement element)
    {
        StringBuilder words = new();
        Add(element);
        return words.ToString();

        void Add(IElement parent)
        {
            foreach (INode node in parent.ChildNodes)
            {
                if (node is IText text) words.Append(text.Data);
                if (node is not IElement child || PageTags.IsSkipped(child.LocalName)) continue;
                if (!PageTags.IsInline(child.LocalName)) words.Append('\n');
                Add(child);
            }
        }
    }

    private static bool Equals(string? value, string expected) => expected.Equals(value, StringComparison.OrdinalIgnoreCase);

    private static void Add(List<string> list, string? value)
    {
        if (Fold(value) is { } folded) list.Add(folded);
    }
}
