using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Readout.Sources.Composition;
using Readout.Sources.Formats;
using Readout.Sources.Furniture;
using Readout.Sources.Metadata;
using Readout.Sources.Pages;

namespace Readout.Sources.Feeds;

/// <summary>
/// The entries of a feed as items: an entry that holds the article is one, an entry that holds less points to it. Stateless.
/// </summary>
internal static class FeedItems
{
    /// <summary>Most entries read of one feed.</summary>
    public const int MaxEntries = 50_000;

    /// <summary>A description of so many characters and paragraphs is the article itself.</summary>
    private const int LongSummary = 1500;

    /// <summary>The items of a feed; its own fault comes last, as a refusal.</summary>
    public static IEnumerable<SourceItem> Of(Feed feed, RawInput input, ArticleComposer composer)
    {
        int number = 0;
        foreach (FeedEntry entry in feed.Entries.Take(MaxEntries))
        {
            string where = string.Create(CultureInfo.InvariantCulture, $"{input.Where}#{++number}");
            yield return entry.Fault is { } fault ? SourceItem.Refused(where, $"the entry cannot be read: {fault}", "the other entries are read") : Item(feed, entry, where, composer);
        }

        if (feed.Entries.Count > MaxEntries) yield return SourceItem.Refused(input.Where, $"the feed has more than {MaxEntries} entries", "the first ones are read");
        else if (feed.Fault is { } broken) yield return SourceItem.Refused(input.Where, $"the feed is broken: {broken}", number == 0 ? "tell its publisher" : "the entries before it are read");
        else if (number == 0) yield return SourceItem.Refused(input.Where, "the feed has no entry", "look again later");
    }

    private static SourceItem Item(Feed feed, FeedEntry entry, string where, ArticleComposer composer)
    {
        FeedText? article = Article(entry);
        if (article is null && entry.Address is null && entry.Title is null) return SourceItem.Refused(where, "the entry has neither text nor address", "the other entries are read");
        SourceLink? link = article is null && entry.Address is { } address ? Link(entry, address) : null;
        FeedText? words = article ?? entry.Content ?? entry.Summary;
        return new SourceItem(where, entry.Raw.Length * sizeof(char), () => composer.Compose(Draft(feed, entry, words, where, link is not null)), link);
    }

    private static SourceLink Link(FeedEntry entry, Uri address) => new(address, LinkKind.Page)
    {
        Title = entry.Title,
        Published = entry.Published,
        Changed = entry.Changed,
        HasSummary = entry.Title is not null || entry.Summary is not null || entry.Content is not null,
    };

    /// <summary>The words that are the whole article; null where the feed gives a beginning or a description only.</summary>
    private static FeedText? Article(FeedEntry entry)
    {
        if (entry.Content is { } content && !FeedWords.IsCut(content)) return content;
        if (entry.Summary is not { } summary) return null;
        bool alone = entry.Address is null;
        bool whole = summary.Value.Length >= LongSummary && !FeedWords.IsCut(summary);
        return alone || whole ? summary : null;
    }

    private static Draft Draft(Feed feed, FeedEntry entry, FeedText? words, string where, bool isSummary)
    {
        FoundMetadata metadata = new()
        {
            Title = Found(entry.Title, "feed:title"),
            Byline = Found(entry.Author, "feed:author"),
            Section = Found(entry.Section, "feed:category"),
            Source = Found(feed.Title, "feed:source"),
            Language = Found(feed.Language, "feed:language"),
            Url = Found(entry.Address?.AbsoluteUri, "feed:link"),
        };
        if (entry.Published is { } published) metadata.Dates.Add(new Found(published, "feed:published"));
        return new Draft
        {
            Where = where,
            Id = entry.Id,
            RawHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entry.Raw))),
            Blocks = words is { } text ? Blocks(text) : [],
            Metadata = metadata,
            Warnings = isSummary ? ["the feed gives a summary of the article only"] : [],
        };
    }

    private static Found? Found(string? value, string origin) => value is null ? null : new Found(value, origin);

    private static IReadOnlyList<TextBlock> Blocks(FeedText text)
    {
        if (!text.IsMarkup) return PlainPage.Read(PlainBlocks.Split(text.Value), null, true).Blocks;
        return PageParser.Parse(text.Value).Body is { } body ? BlockFilter.ApplyToMail(PageOutline.Of(body)) : [];
    }
}
