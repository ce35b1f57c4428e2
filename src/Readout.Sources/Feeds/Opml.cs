using System.Xml.Linq;
using Readout.Sources.Formats;

namespace Readout.Sources.Feeds;

/// <summary>Reads OPML 1.0 and 2.0: a list of feeds. Stateless.</summary>
internal static class Opml
{
    /// <summary>A link for each feed, in the order of the list; one that stands twice is given once.</summary>
    public static IEnumerable<SourceItem> Items(string xml, RawInput input)
    {
        (XElement? root, string? fault) = BoundedXml.Load(xml);
        HashSet<Uri> seen = [];
        IEnumerable<XElement> outlines = root?.Descendants().Where(element => element.Name.LocalName == "outline") ?? [];
        foreach (XElement outline in outlines.Take(FeedItems.MaxEntries))
        {
            if (FeedWords.Address(Attribute(outline, "xmlUrl"), input.Url) is not { } address || !seen.Add(address)) continue;
            string? title = FeedWords.Plain(Attribute(outline, "title") ?? Attribute(outline, "text"));
            yield return new SourceItem(address.AbsoluteUri, 0, () => Bare(address), new SourceLink(address, LinkKind.Feed) { Title = title });
        }

        if (fault is not null) yield return SourceItem.Refused(input.Where, $"the list of feeds is broken: {fault}", "the feeds before it are read");
        else if (seen.Count == 0) yield return SourceItem.Refused(input.Where, "the list names no feed", "give an OPML file whose outlines have an xmlUrl");
    }

    private static string? Attribute(XElement outline, string name) =>
        outline.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    private static SourceResult Bare(Uri address) =>
        SourceResult.Of(new Refusal(address.AbsoluteUri, address.AbsoluteUri, "this is the address of a feed", "give it as an input"));
}
