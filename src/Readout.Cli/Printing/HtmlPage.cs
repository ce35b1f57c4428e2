using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Cli.Printing;

/// <summary>
/// Records as one self-contained page: no script, no outside resource, a content security policy that allows only its
/// own style. Everything that comes from an article is encoded.
/// </summary>
internal static class HtmlPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly string Style = LoadStyle();

    /// <summary>The page up to the first record.</summary>
    public static string Head()
    {
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>Readout</title>
            <style>{Style}</style>
            </head>
            <body>
            <header><h1>Readout</h1>
            <p class="legend">Marked in the text: <span class="who">who</span> <span class="deed">deed</span> <span class="when">when</span>
            <span class="where">where</span> <span class="said">quoted</span> <span class="named">named only</span></p></header>
            <main>

            """;
    }

    /// <summary>The end of the page.</summary>
    public static string Foot => "</main>\n</body>\n</html>\n";

    /// <summary>One record as an article of the page.</summary>
    /// <param name="record">The record.</param>
    /// <param name="number">Its number on the page, from 1.</param>
    public static string Article(ArticleRecord record, int number)
    {
        string prefix = number == 1 ? "" : $"a{number}-";
        StringBuilder html = new();
        html.Append("<section class=\"record\">\n<article>\n");
        WriteFacts(html, record.Article);
        new HtmlText(record, prefix).Write(html);
        html.Append("</article>\n<aside>\n");
        foreach (string warning in record.Warnings) html.Append("<p class=\"warning\">").Append(Encode(warning)).Append("</p>\n");
        WriteEvents(html, record, prefix);
        WriteQuotes(html, record);
        WriteMeetings(html, record, prefix);
        html.Append("<p class=\"pack\">Pack ").Append(Encode(record.Pack.Version)).Append(' ').Append(record.Pack.Hash.AsSpan(0, 12)).Append("</p>\n");
        return html.Append("</aside>\n</section>\n").ToString();
    }

    /// <summary>Text as HTML; letters of every script stay as they are.</summary>
    public static string Encode(string text) => Encoder.Encode(text);

    private static void WriteFacts(StringBuilder html, Article article)
    {
        List<string> facts = [];
        if (article.Source is { } source) facts.Add(Encode(source));
        facts.Add(article.Published is { } day ? Encode(RecordWording.Day(day)) : "no date");
        if (article.Byline is { } byline) facts.Add(Encode(byline));
        if (article.Section is { } section) facts.Add(Encode(section));
        if (Link(article.Url) is { } link) facts.Add($"<a rel=\"noreferrer noopener\" href=\"{link}\">{link}</a>");
        html.Append("<p class=\"facts\">").AppendJoin(" · ", facts).Append("</p>\n");
    }

    private static string? Link(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? Encode(address.AbsoluteUri) : null;

    private static void WriteEvents(StringBuilder html, ArticleRecord record, string prefix)
    {
        html.Append("<h2>Events</h2>\n");
        if (record.Events.IsEmpty) html.Append("<p>None found.</p>\n");
        foreach (CodedEvent coded in record.Events)
        {
            html.Append("<section class=\"event\" id=\"").Append(prefix).Append(coded.Id).Append("\">\n<h3><a href=\"#").Append(prefix)
                .Append("t-").Append(coded.Id).Append("\">").Append(coded.Id).Append("</a> ").Append(coded.Type.Spelt());
            if (coded.Mode is { } mode) html.Append(" (").Append(Encode(mode)).Append(')');
            if (coded.Action is { } action) html.Append(" → ").Append(action.Spelt());
            html.Append(" <span class=\"status ").Append(coded.Status.Spelt()).Append("\">").Append(coded.Status.Spelt()).Append("</span></h3>\n<dl>\n");
            foreach ((string label, string value) in EventFacts.Of(record, coded)) WriteFact(html, label, value);
            html.Append("</dl>\n</section>\n");
        }
    }

    private static void WriteFact(StringBuilder html, string label, string value)
    {
        string name = label is "scores" or "why" ? " class=\"minor\"" : "";
        html.Append("<dt>").Append(label).Append("</dt><dd").Append(name).Append('>').Append(Encode(Unbroken(label, value))).Append("</dd>\n");
    }

    // A score and its name stay on one line.
    private static string Unbroken(string label, string value) =>
        label == "scores" ? string.Join(" · ", value.Split(" · ").Select(score => score.Replace(' ', '\u00a0'))) : value;

    private static void WriteQuotes(StringBuilder html, ArticleRecord record)
    {
        if (record.Quotes.IsEmpty) return;
        html.Append("<h2>Quotes</h2>\n<ul>\n");
        foreach (Quote quote in record.Quotes)
        {
            html.Append("<li><b>").Append(Encode(RecordWording.Speaker(record, quote))).Append("</b> ").Append(Encode(RecordWording.Slices(record, quote.Cue)))
                .Append(": <span class=\"said\">").Append(Encode(RecordWording.Slices(record, quote.Content))).Append("</span></li>\n");
        }

        html.Append("</ul>\n");
    }

    private static void WriteMeetings(StringBuilder html, ArticleRecord record, string prefix)
    {
        if (record.Meetings.IsEmpty) return;
        html.Append("<h2>Meetings</h2>\n");
        foreach (Meeting meeting in record.Meetings)
        {
            html.Append("<section class=\"event\" id=\"").Append(prefix).Append(meeting.Id).Append("\">\n<h3>").Append(Encode(RecordWording.Meeting(meeting)))
                .Append("</h3>\n<dl>\n");
            WriteFact(html, "parties", RecordWording.Actors(record, meeting.Parties));
            if (!meeting.Absent.IsEmpty) WriteFact(html, "absent", RecordWording.Actors(record, meeting.Absent));
            WriteFact(html, "events", string.Join(", ", meeting.Events));
            html.Append("</dl>\n</section>\n");
        }
    }

    private static string LoadStyle()
    {
        using Stream stream = typeof(HtmlPage).Assembly.GetManifestResourceStream("page.css")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
