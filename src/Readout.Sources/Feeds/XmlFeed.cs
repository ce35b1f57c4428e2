using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using Readout.Sources.Formats;

namespace Readout.Sources.Feeds;

/// <summary>
/// Reads RSS 0.9x, 1.0 and 2.0 and Atom 0.3 and 1.0. Each entry is parsed by the platform's library by itself, so that a faulty
/// one costs itself and no other; the older dialects are brought to RSS 2.0 and Atom 1.0 first. Stateless.
/// </summary>
internal static class XmlFeed
{
    private const string Dublin = "http://purl.org/dc/elements/1.1/";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string Burner = "http://rssnamespace.org/feedburner/ext/1.0";
    private static readonly XNamespace s_atom = "http://www.w3.org/2005/Atom";

    /// <summary>Reads a feed; what is wrong with it is in the feed.</summary>
    public static Feed Read(string xml, RawInput input)
    {
        (XElement? root, string? fault) = BoundedXml.Load(xml);
        if (root is null) return new Feed { Fault = fault };
        bool atom = root.Name.LocalName == "feed";
        XElement head = atom ? root : Child(root, "channel") ?? root;
        IEnumerable<XElement> items = atom ? Children(root, "entry") : Children(head, "item").Concat(head == root ? [] : Children(root, "item"));
        Uri? place = Absolute(atom ? null : Text(head, "link"), input.Url) ?? input.Url;
        return new Feed
        {
            Title = FeedWords.Plain(Text(head, "title")),
            Language = Text(head, "language") ?? (string?)root.Attribute(XNamespace.Xml + "lang"),
            Entries = [.. items.Take(FeedItems.MaxEntries + 1).Select(item => Entry(item, atom, place))],
            Fault = fault,
        };
    }

    private static FeedEntry Entry(XElement item, bool atom, Uri? place)
    {
        string raw = item.ToString(SaveOptions.DisableFormatting);
        try
        {
            return Entry(item, Parse(item, atom), raw, place);
        }
        catch (Exception problem) when (problem is XmlException or UriFormatException or FormatException or ArgumentException or InvalidOperationException)
        {
            return new FeedEntry { Raw = raw, Fault = problem.Message };
        }
    }

    private static FeedEntry Entry(XElement item, SyndicationItem parsed, string raw, Uri? place) => new()
    {
        Raw = raw,
        Id = string.IsNullOrWhiteSpace(parsed.Id) ? null : parsed.Id.Trim(),
        Title = FeedWords.Plain(parsed.Title?.Text ?? Text(item, "title")),
        Address = Absolute(Text(item, "origLink", Burner), place) ?? Link(parsed, place) ?? Absolute(parsed.Id, null),
        Content = Encoded(item) ?? Words(parsed.Content as TextSyndicationContent),
        Summary = Words(parsed.Summary),
        Published = Text(item, "pubDate") ?? Text(item, "published") ?? Text(item, "issued") ?? Text(item, "date", Dublin) ?? Text(item, "updated") ?? Text(item, "modified"),
        Changed = Text(item, "updated") ?? Text(item, "modified") ?? Text(item, "pubDate") ?? Text(item, "date", Dublin),
        Author = FeedWords.Plain(Text(item, "creator", Dublin)) ?? parsed.Authors.Select(author => FeedWords.Person(author.Name, author.Email)).FirstOrDefault(name => name is not null),
        Section = FeedWords.Plain(parsed.Categories.Select(category => category.Label ?? category.Name).FirstOrDefault()),
    };

    private static SyndicationItem Parse(XElement item, bool atom)
    {
        SyndicationFeedFormatter formatter = atom ? new Atom10FeedFormatter() : new Rss20FeedFormatter();
        formatter.DateTimeParser = Date;
        XElement feed = atom
            ? new XElement(s_atom + "feed", Renamed(item, s_atom))
            : new XElement("rss", new XAttribute("version", "2.0"), new XElement("channel", Renamed(item, XNamespace.None)));
        using XmlReader reader = XmlReader.Create(new StringReader(feed.ToString(SaveOptions.DisableFormatting)));
        reader.MoveToContent();
        formatter.ReadFrom(reader);
        return formatter.Feed.Items.First();
    }

    /// <summary>A copy whose elements of the entry's own namespace are in another; text in Atom 0.3's manner is told by type.</summary>
    private static XElement Renamed(XElement item, XNamespace to)
    {
        XNamespace from = item.Name.Namespace;
        XElement copy = new(item);
        if (from == to) return copy;
        foreach (XElement element in copy.DescendantsAndSelf().Where(element => element.Name.Namespace == from))
        {
            element.Name = to + element.Name.LocalName;
            if (to == s_atom && (string?)element.Attribute("mode") == "escaped") element.SetAttributeValue("type", "html");
            else if (to == s_atom && (string?)element.Attribute("type") is "text/html" or "text/plain") element.SetAttributeValue("type", "html");
        }

        return copy;
    }

    // Dates are taken as printed; what the library makes of them is not looked at, and none may make it stop.
    private static bool Date(XmlDateTimeData data, out DateTimeOffset date)
    {
        if (!DateTimeOffset.TryParse(data.DateTimeString, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date)) date = default;
        return true;
    }

    private static Uri? Link(SyndicationItem parsed, Uri? place)
    {
        Uri? nearest = parsed.BaseUri is { IsAbsoluteUri: true } stated ? stated : place;
        SyndicationLink? link = parsed.Links.FirstOrDefault(link => link.RelationshipType is "alternate" or null or "") ?? parsed.Links.FirstOrDefault(link => link.RelationshipType == "self");
        return link?.Uri is { } address ? Absolute(address.OriginalString, nearest) : null;
    }

    private static FeedText? Encoded(XElement item) =>
        Text(item, "encoded", Content) is { } html ? new FeedText(html, true) : null;

    private static FeedText? Words(TextSyndicationContent? content)
    {
        if (content is null || string.IsNullOrWhiteSpace(content.Text)) return null;
        return new FeedText(content.Text, content.Type != "text" || FeedWords.IsMarkup(content.Text));
    }

    private static Uri? Absolute(string? address, Uri? place) => FeedWords.Address(address, place);

    private static XElement? Child(XElement parent, string name) => Children(parent, name).FirstOrDefault();

    private static IEnumerable<XElement> Children(XElement parent, string name) => parent.Elements().Where(element => element.Name.LocalName == name);

    /// <summary>The text of a child: of one namespace where that is given, else of the parent's own.</summary>
    private static string? Text(XElement parent, string name, string? space = null)
    {
        XElement? child = parent.Elements().FirstOrDefault(element => element.Name.LocalName == name && element.Name.Namespace == (space ?? parent.Name.Namespace));
        return string.IsNullOrWhiteSpace(child?.Value) ? null : child.Value.Trim();
    }
}
