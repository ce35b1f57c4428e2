using System.Xml.Linq;
using Readout.Sources.Feeds;
using Readout.Sources.Formats;

namespace Readout.Sources.Sitemaps;

/// <summary>Reads sitemaps (sitemaps.org 0.9), news sitemaps and indexes of sitemaps. Stateless.</summary>
internal static class Sitemap
{
    /// <summary>Most addresses that a sitemap may have by its protocol.</summary>
    public const int MaxAddresses = 50_000;

    /// <summary>A link for each address, in the order of the sitemap.</summary>
    public static IEnumerable<SourceItem> Items(string xml, RawInput input)
    {
        (XElement? root, string? fault) = BoundedXml.Load(xml);
        bool index = root?.Name.LocalName == "sitemapindex";
        int count = 0;
        foreach (XElement entry in Children(root, index ? "sitemap" : "url"))
        {
            if (FeedWords.Address(Text(entry, "loc"), input.Url) is not { } address) continue;
            if (++count > MaxAddresses) break;
            yield return new SourceItem(address.AbsoluteUri, 0, () => Bare(address), Link(entry, address, index));
        }

        if (count > MaxAddresses) yield return SourceItem.Refused(input.Where, $"the sitemap has more than {MaxAddresses} addresses", "the first ones are read");
        else if (fault is not null) yield return SourceItem.Refused(input.Where, $"the sitemap is broken: {fault}", "the addresses before it are read");
        else if (count == 0) yield return SourceItem.Refused(input.Where, "the sitemap names no address", "look again later");
    }

    private static SourceLink Link(XElement entry, Uri address, bool index)
    {
        XElement? news = Children(entry, "news").FirstOrDefault();
        return new SourceLink(address, index ? LinkKind.Sitemap : LinkKind.Page)
        {
            Title = FeedWords.Plain(Text(news, "title")),
            Published = Text(news, "publication_date"),
            Changed = Text(entry, "lastmod") ?? Text(news, "publication_date"),
        };
    }

    private static IEnumerable<XElement> Children(XElement? parent, string name) =>
        parent?.Elements().Where(element => element.Name.LocalName == name) ?? [];

    private static string? Text(XElement? parent, string name) =>
        Children(parent, name).FirstOrDefault()?.Value is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static SourceResult Bare(Uri address) =>
        SourceResult.Of(new Refusal(address.AbsoluteUri, address.AbsoluteUri, "the sitemap names the page and holds no text of it", "give its address as an input"));
}
