using System.Text;
using Readout.Text;

namespace Readout.Sources.Tests.Formats;

public class FormatTests
{
    private const string First = "The harbour of the old town opened again on Monday after a winter of repairs.";
    private const string Second = "Two ships came in before noon, the harbour master said.";

    [Fact]
    public async Task MarkdownKeepsItsStructure()
    {
        const string text = "---\ntitle: Harbour opens\ndate: 1999-05-04\nauthor: Ada Nilsen\n---\n# Harbour opens\n\n" + First + "\n\n## First ships\n\n- Fees stay as they were.\n- Night work is *forbidden*.\n\n> We are glad.\n\n![a ship](ship.png)\n\n<script>alert(1)</script>\n\n[Second](http://example.org) thoughts came late to the council.\n";
        Article article = await Reading.Article(text, "harbour.md");
        Assert.Equal("Harbour opens", article.Title);
        Assert.Equal("Ada Nilsen", article.Byline);
        Assert.Equal(new DateOnly(1999, 5, 4), article.Published);
        Assert.Equal("front-matter", article.Origin["published"]);
        Assert.Equal(
            [BlockKind.Heading, BlockKind.Paragraph, BlockKind.Heading, BlockKind.ListItem, BlockKind.ListItem, BlockKind.Quotation],
            article.Blocks.Take(6).Select(block => block.Kind));
        Assert.Contains("Night work is forbidden.", Reading.Body(article));
        Assert.Contains("Second thoughts came late to the council.", Reading.Body(article));
        Assert.DoesNotContain("ship.png", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JsonLinesGiveOneResultALine()
    {
        string text = "{\"id\":\"a\",\"title\":\"Harbour opens\",\"date\":\"1999-05-04\",\"text\":\"" + First + "\\n\\n" + Second + "\",\"url\":\"http://example.org/a\",\"source\":\"Gazette\"}\n\n"
            + "{broken\n{\"id\":\"c\",\"title\":\"\",\"date\":null,\"text\":\"" + Second + "\"}\n{\"id\":\"d\"}\n[1]\n";
        List<SourceResult> results = await Reading.All(Encoding.UTF8.GetBytes(text), "news.jsonl");
        Assert.Equal(5, results.Count);
        Article first = results[0].Article!;
        Assert.Equal(("a", "Harbour opens", "Gazette", "http://example.org/a", new DateOnly(1999, 5, 4)), (first.Id, first.Title, first.Source, first.Url, first.Published!.Value));
        Assert.Equal("json:date", first.Origin["published"]);
        Assert.Equal([First, Second], Reading.Body(first));
        Assert.StartsWith("news.jsonl:3: the line is not valid JSON", results[1].Refusal!.ToString(), StringComparison.Ordinal);
        Assert.Equal(("c", null), (results[2].Article!.Id, results[2].Article!.Title));
        Assert.Contains("no \"text\"", results[3].Refusal!.What, StringComparison.Ordinal);
        Assert.Contains("not a JSON object", results[4].Refusal!.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AJsonDatelineGivesADateOnlyWithItsYear()
    {
        Article dated = await Reading.Article("{\"id\":\"a\",\"text\":\"" + First + "\",\"dateline\":\"OLDPORT, May 4, 1999 - \"}\n", "news.jsonl");
        Article undated = await Reading.Article("{\"id\":\"b\",\"text\":\"" + First + "\",\"dateline\":\"OLDPORT, May 4 - \"}\n", "news.jsonl");
        Assert.Equal(new DateOnly(1999, 5, 4), dated.Published);
        Assert.Null(undated.Published);
    }

    [Fact]
    public async Task AMailGivesItsHtmlPart()
    {
        string html = $"<html><body><table><tr><td><p>{First} =E2=80=9CWe are glad,=E2=80=9D he said.</p><p>{Second}</p><p>Unsubscribe from this list</p></td></tr></table></body></html>".Replace("<td>", "<td class=3D\"x\">", StringComparison.Ordinal);
        string mail = "From: Morning Brief <brief@example.org>\r\nTo: reader@example.org\r\nSubject: =?utf-8?Q?Harbour_opens_=E2=80=93_at_last?=\r\nDate: Tue, 4 May 1999 06:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"b\"\r\n\r\n"
            + "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHarbour opens.\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + html + "\r\n--b--\r\n";
        Article article = await Reading.Article(mail, "brief.eml");
        Assert.Equal("Harbour opens – at last", article.Title);
        Assert.Equal("Morning Brief", article.Source);
        Assert.Equal(new DateOnly(1999, 5, 4), article.Published);
        Assert.Equal(("mail:Subject", "mail:From", "mail:Date"), (article.Origin["title"], article.Origin["source"], article.Origin["published"]));
        Assert.Equal([First + " “We are glad,” he said.", Second], Reading.Body(article));
    }

    [Fact]
    public async Task ANewsletterKeepsAllItsStories()
    {
        const string story = "<table><tr><td class=\"cell\"><h2><a href=\"https://example.org/1\">{0}</a></h2><p>{1}</p><a href=\"https://example.org/1\">Read more</a></td></tr></table>";
        string html = "<html><body><div style=\"display:none\">Harbour, ships</div><table><tr><td><a href=\"#\">View in browser</a></td></tr><tr><td>"
            + story.Replace("{0}", "Harbour opens", StringComparison.Ordinal).Replace("{1}", First, StringComparison.Ordinal)
            + story.Replace("{0}", "Two ships come in", StringComparison.Ordinal).Replace("{1}", Second, StringComparison.Ordinal)
            + "</td></tr><tr><td class=\"footer\"><p>Our mailing address is: Gazette, 1 Quay Street, Oldport.</p><a href=\"#\">Unsubscribe</a></td></tr></table></body></html>";
        string mail = "From: Morning Brief <brief@example.org>\nSubject: Fwd: Harbour news\nDate: Tue, 4 May 1999 06:00:00 +0200\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + html;
        Article article = await Reading.Article(mail, "brief.eml");
        Assert.Equal("Harbour news", article.Title);
        Assert.Equal(["Harbour opens", First, "Two ships come in", Second], Reading.Body(article));
    }

    [Fact]
    public async Task AForwardedMailLosesTheHeadOfTheFirst()
    {
        string mail = "From: ada@example.org\nSubject: Fwd: Harbour opens\nDate: Tue, 4 May 1999 06:00:00 +0200\nMessage-ID: <1@example.org>\nContent-Type: text/plain\n\n---------- Forwarded message ---------\nFrom: Morning Brief <brief@example.org>\nDate: Mon, 3 May 1999\nSubject: Harbour opens\n\n" + First + "\n\nRead more (https://example.org/1)\n\n" + Second + "\n";
        Assert.Equal([First, Second], Reading.Body(await Reading.Article(mail, "fwd.eml")));
    }

    [Fact]
    public async Task AMailOfTextLosesItsSignature()
    {
        string mail = "Received: from a by b\nFrom: ada@example.org\nSubject: Harbour opens\nDate: Tue, 4 May 1999 06:00:00 +0200\nMessage-ID: <1@example.org>\nContent-Type: text/plain\n\n" + First + "\n\n" + Second + "\n\n-- \nAda Nilsen\nGazette, second floor.\n";
        Article article = await Reading.Article(mail, "standard input");
        Assert.Equal("Harbour opens", article.Title);
        Assert.Equal([First, Second], Reading.Body(article));
    }

    [Fact]
    public async Task AMailboxGivesEveryMessage()
    {
        string message = "From ada@example.org Tue May  4 06:00:00 1999\nFrom: ada@example.org\nSubject: Harbour {0}\nDate: Tue, 4 May 1999 06:00:00 +0200\nContent-Type: text/plain\n\n" + First + "\n\n";
        string box = message.Replace("{0}", "opens", StringComparison.Ordinal) + message.Replace("{0}", "closes", StringComparison.Ordinal);
        List<SourceResult> results = await Reading.All(Encoding.UTF8.GetBytes(box), "list.mbox");
        Assert.Equal(["Harbour opens", "Harbour closes"], results.Select(result => result.Article?.Title));
    }

    [Theory]
    [InlineData("<!doctype html><title>Harbour</title><p>" + First + "</p><p>" + Second + "</p>")]
    [InlineData("\n  <HTML><body><p>" + First + "</p><p>" + Second + "</p>")]
    public async Task PagesAreToldByTheirContent(string html) =>
        Assert.Equal([First, Second], Reading.Body(await Reading.Article(html, "standard input")));

    [Fact]
    public async Task TheSameBytesGiveTheSameArticle()
    {
        Article once = await Reading.Article(First + "\n\n" + Second, "a.txt");
        Article again = await Reading.Article(First + "\n\n" + Second, "b.txt");
        Assert.Equal((once.Id, once.Text, once.RawHash), (again.Id, again.Text, again.RawHash));
        Assert.Equal(64, once.RawHash.Length);
    }
}
