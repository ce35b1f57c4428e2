using Readout.Sources.Furniture;

namespace Readout.Sources.Metadata;

/// <summary>
/// Chooses what a page's head and markup say of the article: JSON-LD first, then Open Graph, meta tags, <c>time</c>
/// elements. Stateless.
/// </summary>
internal static class PageMetadata
{
    private static readonly string[] s_dateNames =
    [
        "article:published_time", "og:published_time", "og:article:published_time", "date", "dc.date", "dc.date.issued", "dcterms.date",
        "dcterms.created", "dcterms.issued", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publicationdate",
        "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published", "article_date_original",
        "ptime", "displaydate", "originalpublicationdate", "rnews:datepublished", "citation_publication_date",
    ];

    private static readonly string[] s_bylineNames =
        ["author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "og:author"];

    private static readonly string[] s_sectionNames =
        ["article:section", "section", "parsely-section", "og:section", "article.section", "category"];

    private static readonly string[] s_sourceNames =
        ["og:site_name", "application-name", "publisher", "dc.publisher", "dcterms.publisher", "source"];

    /// <summary>Everything found, with where.</summary>
    /// <param name="elements">The page's telling elements.</param>
    /// <param name="linked">Its JSON-LD.</param>
    /// <param name="headline">Text of the block that is the headline, or null.</param>
    /// <param name="dateLine">The line by the headline that holds a date, or null.</param>
    public static FoundMetadata Read(PageElements elements, JsonLd linked, string? headline, string? dateLine)
    {
        Dictionary<string, string> tags = elements.Tags;
        FoundMetadata found = new()
        {
            Title = Headline.Choose(linked.Headline, headline, tags.GetValueOrDefault("og:title"), elements.Title, tags.GetValueOrDefault("og:site_name")),
            Byline = Byline(linked, elements),
            Section = Of(Telling(linked.Section), "json-ld") ?? First(tags, s_sectionNames, Telling),
            Source = Of(Named(linked.Publisher), "json-ld") ?? First(tags, s_sourceNames, Named),
            Url = Address(elements),
            Language = Of(elements.DeclaredLanguage, "html:lang") ?? Of(linked.Language, "json-ld") ?? First(tags, ["content-language", "og:locale"], value => value),
        };
        AddDates(found, linked, elements, dateLine);
        return found;
    }

    private static void AddDates(FoundMetadata found, JsonLd linked, PageElements elements, string? dateLine)
    {
        if (Of(linked.Published, "json-ld") is { } published) found.Dates.Add(published);
        foreach (string name in s_dateNames)
        {
            if (elements.Tags.TryGetValue(name, out string? value)) found.Dates.Add(new Found(value, Origin(name)));
        }

        foreach (string marked in elements.MarkedDates) found.Dates.Add(new Found(marked, "itemprop:datePublished"));
        if (dateLine is not null) found.Dates.Add(new Found(dateLine, "printed"));
        foreach (string time in elements.Times) found.Dates.Add(new Found(time, "time"));
    }

    private static Found? Byline(JsonLd linked, PageElements elements)
    {
        if (Of(Names.Clean(linked.Author), "json-ld") is { } named) return named;
        foreach (string name in s_bylineNames)
        {
            if (elements.Tags.TryGetValue(name, out string? value) && Of(Names.Clean(value), Origin(name)) is { } tagged) return tagged;
        }

        return Of(Names.Clean(elements.Byline), "byline");
    }

    private static Found? Address(PageElements elements)
    {
        if (IsAddress(elements.Canonical)) return new Found(elements.Canonical!, "link:canonical");
        return elements.Tags.TryGetValue("og:url", out string? open) && IsAddress(open) ? new Found(open, "og:url") : null;
    }

    private static bool IsAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (address.Scheme is "http" or "https");

    /// <summary>A section's name; null for one that every article of a site may bear.</summary>
    private static string? Telling(string? section) => section is null || FurnitureLines.Default.IsNoSection(section) ? null : section;

    /// <summary>A publisher's name; null for an address.</summary>
    private static string? Named(string? publisher) => publisher is null || publisher.Contains("://", StringComparison.Ordinal) ? null : publisher;

    private static Found? First(Dictionary<string, string> tags, string[] names, Func<string, string?> clean)
    {
        foreach (string name in names)
        {
            if (tags.TryGetValue(name, out string? value) && clean(value) is { } cleaned) return new Found(cleaned, Origin(name));
        }

        return null;
    }

    private static Found? Of(string? value, string origin) => PageElements.Fold(value) is { } folded ? new Found(folded, origin) : null;

    private static string Origin(string name) => name.StartsWith("og:", StringComparison.Ordinal) ? name : "meta:" + name;
}
