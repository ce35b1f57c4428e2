using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Readout.Analysis.Watches;

namespace Readout.Jobs.Watches.Renderings;

/// <summary>
/// A brief as HTML, for mail and for feeds: self-contained, no script, no image, nothing that is fetched. Every word of a source is
/// encoded; links lead to http and https alone.
/// </summary>
public static class BriefHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // Clients that drop a style element show plain headings, lists and quotations.
    private const string Style = """
        body{margin:0 auto;padding:1.25rem;max-width:42rem;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;color:#1b1b1b;background:#fff}
        h1{font-size:1.5rem;line-height:1.2;margin:0 0 .25rem}h2{font-size:1.15rem;margin:1.75rem 0 .25rem;padding-top:.5rem;border-top:1px solid #b9b9b4}h3{font-size:1rem;margin:1.1rem 0 .25rem}
        p{margin:.25rem 0}ul{margin:.25rem 0;padding-left:1.1rem}li{margin:.7rem 0}blockquote{margin:.2rem 0;padding:0}mark{background:none;color:inherit;font-weight:700}
        .facts,.told,.foot{color:#55554f;font-size:.9rem}a{color:#0b5394}
        @media (prefers-color-scheme:dark){body{color:#e6e6e1;background:#161614}h2{border-color:#4a4a45}.facts,.told,.foot{color:#b3b3ab}a{color:#8ab8e8}}
        """;

    /// <summary>A whole page.</summary>
    /// <param name="brief">The brief.</param>
    /// <param name="links">Where its lines lead.</param>
    /// <param name="foot">Links at the end, with their words.</param>
    public static string Page(Brief brief, BriefLinks links, params (string Words, Uri Address)[] foot)
    {
        ArgumentNullException.ThrowIfNull(brief);
        StringBuilder html = new();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>").Append(Text(BriefWording.Head(brief))).Append("</title>\n<style>\n").Append(Style);
        html.Append("\n</style>\n</head>\n<body>\n<main>\n").Append(Fragment(brief, links)).Append("</main>\n");
        if (foot.Length > 0)
        {
            html.Append("<footer class=\"foot\">\n");
            foreach ((string words, Uri address) in foot) html.Append("<p>").Append(Link(address, words)).Append("</p>\n");
            html.Append("</footer>\n");
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    /// <summary>The content of the page, for a feed.</summary>
    /// <param name="brief">The brief.</param>
    /// <param name="links">Where its lines lead.</param>
    public static string Fragment(Brief brief, BriefLinks links)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(links);
        StringBuilder html = new();
        html.Append("<h1>").Append(Text(brief.Name)).Append("</h1>\n");
        Paragraph(html, "facts", $"{brief.Asked} · {BriefWording.Period(brief)}");
        if (!brief.HasNews) Paragraph(html, null, brief.NothingNew);
        if (!brief.Happened.IsEmpty) html.Append("<h2>What happened</h2>\n");
        foreach (BriefGroup group in brief.Happened)
        {
            html.Append("<h3>").Append(Text(group.Name)).Append("</h3>\n");
            List(html, group.Lines, links);
        }

        Section(html, "Earlier, and known only now", brief.Earlier, links);
        Index(html, brief.Index, links);
        Ahead(html, brief, links);
        Disputes(html, brief.Disputes, links);
        Statements(html, brief.Statements, links);
        if (brief.HasNews) Paragraph(html, "foot", string.Join(' ', BriefWording.Remarks(brief)));
        return html.ToString();
    }

    private static void Section(StringBuilder html, string name, ImmutableArray<BriefLine> lines, BriefLinks links)
    {
        if (lines.IsEmpty) return;
        html.Append("<h2>").Append(Text(name)).Append("</h2>\n");
        List(html, lines, links);
    }

    private static void List(StringBuilder html, ImmutableArray<BriefLine> lines, BriefLinks links)
    {
        if (lines.IsEmpty) return;
        html.Append("<ul>\n");
        foreach (BriefLine line in lines)
        {
            html.Append("<li>");
            Line(html, line, links);
            html.Append("</li>\n");
        }

        html.Append("</ul>\n");
    }

    private static void Line(StringBuilder html, BriefLine line, BriefLinks links)
    {
        html.Append("<p><strong>").Append(Text(BriefWording.Deed(line))).Append("</strong> <span class=\"facts\">").Append(Text(BriefWording.Facts(line))).Append("</span></p>");
        Source(html, line.Source, links);
    }

    private static void Index(StringBuilder html, ImmutableArray<BriefIndex> index, BriefLinks links)
    {
        if (index.IsEmpty) return;
        html.Append("<h2>The thaw-freeze index</h2>\n<ul>\n");
        foreach (BriefIndex one in index)
        {
            html.Append("<li><p><strong>").Append(Text(one.Name)).Append("</strong>: ").Append(Text(BriefWording.Index(one.Now))).Append("</p>");
            if (BriefWording.Moves(one) is { Length: > 0 } moves) Paragraph(html, one.Moves.IsEmpty ? "facts" : null, moves);
            List(html, one.Why, links);
            html.Append("</li>\n");
        }

        html.Append("</ul>\n");
    }

    private static void Ahead(StringBuilder html, Brief brief, BriefLinks links)
    {
        if (brief.Meetings.IsEmpty && brief.Announced.IsEmpty) return;
        html.Append("<h2>Ahead</h2>\n");
        if (!brief.Meetings.IsEmpty)
        {
            html.Append("<ul>\n");
            foreach (BriefMeeting meeting in brief.Meetings)
            {
                html.Append("<li><p><strong>").Append(Text(BriefWording.Meeting(meeting))).Append("</strong></p>");
                if (meeting.Source is { } source) Source(html, source, links);
                html.Append("</li>\n");
            }

            html.Append("</ul>\n");
        }

        List(html, brief.Announced, links);
    }

    private static void Disputes(StringBuilder html, ImmutableArray<BriefDispute> disputes, BriefLinks links)
    {
        if (disputes.IsEmpty) return;
        html.Append("<h2>Where the sources disagree</h2>\n<ul>\n");
        foreach (BriefDispute dispute in disputes)
        {
            html.Append("<li><p><strong>").Append(Text($"{dispute.Name}: {dispute.Aspect}")).Append("</strong></p>\n<ul>\n");
            foreach (BriefClaim claim in dispute.Claims)
            {
                html.Append("<li><p>").Append(Text(claim.Value)).Append("</p>");
                foreach (BriefSource source in claim.Sources) Source(html, source, links);
                html.Append("</li>\n");
            }

            html.Append("</ul></li>\n");
        }

        html.Append("</ul>\n");
    }

    private static void Statements(StringBuilder html, ImmutableArray<BriefStatement> statements, BriefLinks links)
    {
        if (statements.IsEmpty) return;
        html.Append("<h2>Statements of note</h2>\n<ul>\n");
        foreach (BriefStatement statement in statements)
        {
            html.Append("<li><p><strong>").Append(Text(BriefWording.Speaker(statement))).Append("</strong></p>");
            Source(html, statement.Source, links);
            html.Append("</li>\n");
        }

        html.Append("</ul>\n");
    }

    private static void Source(StringBuilder html, BriefSource source, BriefLinks links)
    {
        string sentence = source.Sentence;
        html.Append("<blockquote>").Append(Text(sentence[..source.MarkStart])).Append("<mark>").Append(Text(sentence[source.MarkStart..source.MarkEnd])).Append("</mark>")
            .Append(Text(sentence[source.MarkEnd..])).Append("</blockquote><p class=\"told\">").Append(Text(BriefWording.Told(source)));
        if (BriefLinks.Source(source) is { } address) html.Append(": ").Append(Link(address, source.Title ?? address.Host));
        else if (source.Title is { } title) html.Append(": ").Append(Text(title));
        if (links.Evidence(source) is { } evidence) html.Append(" · ").Append(Link(evidence, "evidence"));
        html.Append("</p>");
    }

    private static void Paragraph(StringBuilder html, string? name, string words) =>
        html.Append(name is null ? "<p>" : $"<p class=\"{name}\">").Append(Text(words)).Append("</p>\n");

    private static string Link(Uri address, string words) => $"<a href=\"{Text(address.AbsoluteUri)}\">{Text(words)}</a>";

    private static string Text(string words) => Encoder.Encode(words);
}
