using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Readout.Cli.Printing;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Cli.Tests.Printing;

public sealed partial class HtmlPageTests
{
    private const string Body = "Ruritania <script>alert(1)</script> & \"Graustark\" met on Monday.";

    [Fact]
    public void The_policy_allows_the_pages_own_style_and_nothing_else()
    {
        string head = HtmlPage.Head();
        string style = StyleElement().Match(head).Groups[1].Value;
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Contains($"default-src 'none'; style-src 'sha256-{hash}'", head, StringComparison.Ordinal);
        Assert.DoesNotContain("style=\"", head, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", head, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_article_says_is_encoded_everywhere()
    {
        ArticleRecord record = Example();
        string hostile = "<img src=x onerror=alert(1)>\"'";
        string html = HtmlPage.Article(
            record with
            {
                Article = record.Article with { Source = hostile, Byline = hostile, Section = hostile, Url = "javascript:alert(1)" },
                Warnings = [hostile],
                Mentions = [record.Mentions[0] with { Actor = record.Mentions[0].Actor with { Name = hostile, Office = hostile, Unresolved = hostile } }],
                Events = [record.Events[0] with { Frame = hostile, Mode = hostile, Why = hostile }],
            },
            1);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_are_marked_in_the_text_and_tied_to_their_events()
    {
        string html = HtmlPage.Article(Example(), 1);
        Assert.Contains("<span class=\"who\" title=\"Ruritania\">Ruritania</span>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"deed\">met</span><sup id=\"t-e1\"><a href=\"#e1\">e1</a></sup>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"when\" title=\"open\">Monday</span>", html, StringComparison.Ordinal);
        Assert.Contains("id=\"e1\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"a2-e1\"", HtmlPage.Article(Example(), 2), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_does_nothing_is_marked_as_named_only()
    {
        ArticleRecord record = Example();
        string html = HtmlPage.Article(record with { Events = [record.Events[0] with { Actors = [] }] }, 1);
        Assert.Contains("<span class=\"named\" title=\"Ruritania\">Ruritania</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_the_text_are_all_there_in_order()
    {
        string html = HtmlPage.Article(Example(), 1);
        string paragraph = html[html.IndexOf("<p>", StringComparison.Ordinal)..html.IndexOf("</p>\n</article>", StringComparison.Ordinal)];
        string words = System.Net.WebUtility.HtmlDecode(Tag().Replace(Links().Replace(paragraph, ""), ""));
        Assert.Equal(Body, words);
    }

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex StyleElement();

    [GeneratedRegex("<sup.*?</sup>")]
    private static partial Regex Links();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    private static ArticleRecord Example()
    {
        TextSpan trigger = Span("met");
        return new ArticleRecord
        {
            Pack = new PackIdentity("1", new string('0', 64)),
            Article = Article.FromText("a", Body),
            Sentences = [new TextSpan(0, Body.Length)],
            Mentions = [new Mention(Span("Ruritania"), MentionForm.Name, null, new ActorReference { Name = "Ruritania", Kind = "state" })],
            Events =
            [
                new CodedEvent
                {
                    Id = "e1",
                    Key = "",
                    Sentence = 0,
                    Span = trigger,
                    Trigger = trigger,
                    Type = EventType.Consult,
                    Actors = [0],
                    Frame = "consult.meet",
                    Date = new EventDate(null, null, null, "d1", "no publication date"),
                },
            ],
            Dates = [new DateExpression { Id = "d1", Span = Span("Monday") }],
        };
    }

    private static TextSpan Span(string words)
    {
        int start = Body.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(start, start + words.Length);
    }
}
