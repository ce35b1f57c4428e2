using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using ModelContextProtocol;
using Readout.Archive.Identity;
using Readout.Archive.Reading;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Desk.Mcp;

/// <summary>The tool <c>read_article</c>.</summary>
internal sealed class ArticleReading(Sources sources)
{
    private const int MostText = 12_000;
    private const int MostEvents = 100;
    private const int MostQuotes = 60;
    private const int MostOfQuote = 600;

    /// <summary>What was read from an article. Immutable.</summary>
    internal sealed record Answer
    {
        [Description("Number of the article in the archive.")]
        public required long Article { get; init; }

        public string? Title { get; init; }

        [Description("The publisher, or null.")]
        public string? Source { get; init; }

        [Description("Day of publication, or null.")]
        public DateOnly? Published { get; init; }

        [Description("The article at its publisher, or null.")]
        public string? Url { get; init; }

        [Description("The article on the desk, with its marks.")]
        public required string Link { get; init; }

        [Description("The text: title, empty line, body; cut where it is very long.")]
        public required string Text { get; init; }

        [Description("What was left out for length; empty where nothing was.")]
        public required ImmutableArray<string> LeftOut { get; init; }

        [Description("The events that it tells, in its order.")]
        public required ImmutableArray<ToldEvent> Events { get; init; }

        [Description("What it has people say.")]
        public required ImmutableArray<ToldQuote> Quotes { get; init; }

        [Description("The meetings that it tells of.")]
        public required ImmutableArray<ToldMeeting> Meetings { get; init; }

        [Description("What the reader of the article was not sure of.")]
        public required ImmutableArray<string> Warnings { get; init; }
    }

    /// <summary>Words attributed to somebody. Immutable.</summary>
    internal sealed record ToldQuote(
        [property: Description("Who says so, or null where the text does not say who.")] string? Speaker,
        [property: Description("The words, in the text's own order.")] string Content,
        [property: Description("direct, indirect or mixed.")] string Kind,
        [property: Description("claimed, denied, admitted, warned, or null.")] string? Stance);

    /// <summary>A meeting that one article tells of. Immutable.</summary>
    internal sealed record ToldMeeting(
        [property: Description("proposed, planned, confirmed, refused, postponed, cancelled or held.")] string State,
        ImmutableArray<string> Parties, DateOnly? From, DateOnly? To, string? Place, string? Level);

    public Answer Read([Description("Number of the article in the archive, or its address (https://…).")] string article) => Sources.Answer(() =>
    {
        KeptArticle kept = Find(Sources.Words(article, nameof(article)) ?? throw new McpException("article is empty"))
            ?? throw new McpException($"there is no article '{Sources.Cut(article.Trim(), 60)}' in the archive; search_events gives the numbers of articles");
        ArticleRecord record = sources.Archive.Articles.Record(kept.Revision) ?? throw new McpException($"article {kept.Id} has no record");
        KeptEvent[] events = [.. sources.Archive.Events.Read(new EventQuery { Article = kept.Id, Limit = MostEvents + 1 })];
        string text = record.Article.Text;
        return new Answer
        {
            Article = kept.Id,
            Title = kept.Title,
            Source = kept.Source,
            Published = kept.Published,
            Url = kept.Url,
            Link = sources.Link(kept.Id),
            Text = Sources.Cut(text, MostText),
            LeftOut = [.. LeftOut(text.Length, events.Length, record.Quotes.Length)],
            Events = [.. events.Take(MostEvents).OrderBy(one => one.Span.Start).Select(one => ToldEvent.Of(one, sources))],
            Quotes = [.. record.Quotes.Take(MostQuotes).Select(quote => Told(quote, record))],
            Meetings = [.. record.Meetings.Select(meeting => Told(meeting, record))],
            Warnings = record.Warnings,
        };
    });

    private KeptArticle? Find(string article) =>
        long.TryParse(article, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? sources.Archive.Articles.Find(number)
        : sources.Archive.Articles.Find(article) ?? sources.Archive.Articles.Find(ArticleIdentity.Of(new Article { Id = "", Text = "", Url = article }).Name);

    private static IEnumerable<string> LeftOut(int length, int events, int quotes)
    {
        if (length > MostText) yield return string.Create(CultureInfo.InvariantCulture, $"text after {MostText} of {length} characters");
        if (events > MostEvents) yield return string.Create(CultureInfo.InvariantCulture, $"events after the first {MostEvents}");
        if (quotes > MostQuotes) yield return string.Create(CultureInfo.InvariantCulture, $"quotes after the first {MostQuotes} of {quotes}");
    }

    private static ToldQuote Told(Quote quote, ArticleRecord record) => new(
        quote.Speaker is { } speaker ? record.Mentions[speaker].Actor.Name : null,
        Sources.Cut(string.Join(" … ", quote.Content.Select(span => span.In(record.Article.Text))), MostOfQuote), quote.Kind.Spelt(), quote.Stance);

    private static ToldMeeting Told(Meeting meeting, ArticleRecord record) => new(
        meeting.State.Spelt(), [.. meeting.Parties.Select(party => record.Mentions[party].Actor.Name).Distinct()], meeting.From, meeting.To, meeting.Place?.Name, meeting.Level);
}
