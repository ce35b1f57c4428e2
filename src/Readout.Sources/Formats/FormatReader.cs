using Readout.Sources.Composition;
using Readout.Sources.Feeds;
using Readout.Sources.Sitemaps;

namespace Readout.Sources.Formats;

/// <summary>The items of an input whose bytes are at hand. Immutable, thread-safe.</summary>
internal sealed class FormatReader(SourceOptions options, ArticleComposer composer)
{
    /// <summary>The items of an input, in order; reading each is left to the caller.</summary>
    public IEnumerable<SourceItem> Items(RawInput input, InputFormat format)
    {
        if (IsEmpty(input.Bytes)) return [SourceItem.Refused(input.Where, "the input is empty", "give a file that holds an article")];
        return format switch
        {
            InputFormat.XmlFeed => FeedItems.Of(XmlFeed.Read(ListText(input), input), input, composer),
            InputFormat.JsonFeed => FeedItems.Of(JsonFeed.Read(ListText(input), input), input, composer),
            InputFormat.Opml => Opml.Items(ListText(input), input),
            InputFormat.Sitemap => Sitemap.Items(ListText(input), input),
            InputFormat.JsonLines => JsonLinesFormat.ReadWhole(input).Select(item => new SourceItem(item.Draft?.Where ?? item.Refusal!.Where, 0, () => Finish(item))),
            _ => [new SourceItem(input.Where, input.Bytes.Length, () => Only(input, format))],
        };
    }

    /// <summary>Reads an input that holds one article.</summary>
    public SourceResult Only(RawInput input) => Only(input, FormatSniffer.Sniff(input));

    /// <summary>The article of a draft, or the refusal that stands in its place.</summary>
    public SourceResult Finish((Draft? Draft, Refusal? Refusal) item) =>
        item.Draft is { } draft ? composer.Compose(draft) : SourceResult.Of(item.Refusal!);

    private SourceResult Only(RawInput input, InputFormat format) => format switch
    {
        _ when IsEmpty(input.Bytes) => Refuse(input, "the input is empty", "give a file that holds an article"),
        InputFormat.Html => composer.Compose(HtmlFormat.Read(input, options.MaxCharacters)),
        InputFormat.Markdown => composer.Compose(MarkdownFormat.Read(input, options.MaxCharacters)),
        InputFormat.PlainText => composer.Compose(PlainTextFormat.Read(input, options.MaxCharacters)),
        InputFormat.Mail => Finish(MailFormat.Read(input)),
        InputFormat.OtherXml => Refuse(input, "this is an XML document of a kind that holds no news", "give a feed, a sitemap, a list of feeds or a page"),
        InputFormat.Binary => Refuse(input, $"this is {BinaryMarks.Name(input.Bytes)}, not text", "give the page, or its words as text"),
        _ => Refuse(input, "this is no single article", "give it by itself"),
    };

    private static string ListText(RawInput input) => Charsets.TextDecoder.Decode(input.Bytes, input.Charset, true).Text;

    private static bool IsEmpty(byte[] bytes) => bytes.AsSpan().IndexOfAnyExcept(" \n\r\t"u8) < 0;

    private static SourceResult Refuse(RawInput input, string what, string advice) => SourceResult.Of(new Refusal(input.Where, input.Where, what, advice));
}
