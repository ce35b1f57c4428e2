using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Readout.Analysis.Watches;
using Readout.Archive.Watches;
using Readout.Jobs.Watches.Renderings;

namespace Readout.Jobs.Tests.Watches;

public class RenderingTests
{
    private const string Hostile = "Grain\u0001 <script>alert(1)</script> \"ships\" & <img src=https://eve.example/x onerror=alert(1)>";
    private static readonly DateTimeOffset Now = new(2010, 6, 2, 6, 0, 0, TimeSpan.Zero);

    private static readonly BriefLine Line = new()
    {
        Happening = 4,
        Key = "k",
        Day = new DateOnly(2010, 6, 1),
        Type = "ACCUSE",
        Mode = "disapprove",
        Status = "negated",
        Was = "actual",
        Quad = "verbal-conflict",
        Who = ["Ruritania"],
        Whom = ["Graustark"],
        Voices = 3,
        Source = new BriefSource { Article = 7, Event = 2, Publisher = "Strelsau Courier", Title = Hostile, Url = "javascript:alert(1)", Published = new DateOnly(2010, 6, 1), Sentence = Hostile, MarkStart = 0, MarkEnd = 5 },
    };

    private static readonly Brief Full = new()
    {
        Name = Hostile,
        Asked = "Graustark and Ruritania",
        From = Now.AddDays(-1),
        To = Now,
        ArticlesRead = 12,
        ToldAgain = 2,
        Unshown = 1,
        Happened = [new BriefGroup("GRK", "RUR", "Graustark and Ruritania", [Line])],
        Earlier = [Line with { Status = "actual", Was = null }],
        EarlierCount = 3,
        Announced = [Line with { Status = "future", Was = null }],
        Index = [new BriefIndex("Graustark and Ruritania", Reading(0.5), Reading(-2), [new IndexMove("value", "the index went down", null)], [Line])],
        Meetings = [new BriefMeeting { Uid = "u@readout", State = "planned", Level = "minister", From = new DateOnly(2010, 6, 9), Parties = ["Graustark", "Ruritania"], Place = "Strelsau", IsNews = true, Source = Line.Source }],
        Disputes = [new BriefDispute(4, "ASSAULT", "dead", [new BriefClaim("3", [Line.Source]), new BriefClaim("at least 12", [Line.Source])])],
        Statements = [new BriefStatement("Rudolf", "King", null, "direct", Line.Source)],
    };

    private static readonly Brief Empty = new() { Name = "Strait", Asked = "ships", From = Now.AddDays(-1), To = Now, ArticlesRead = 1204 };

    [Fact]
    public void The_page_is_whole_fetches_nothing_and_runs_nothing()
    {
        IDocument page = new HtmlParser().ParseDocument(BriefHtml.Page(Full, BriefLinks.Of("https://desk.example"), ("This brief on the desk", new Uri("https://desk.example/watches/1"))));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Empty(page.QuerySelectorAll("script, img, link, iframe, object, embed, video, audio, form, [src], [onerror], [onclick]"));
        Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("a"), link => Assert.StartsWith("https://desk.example/", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal(["Grain"], page.QuerySelectorAll("mark").Select(mark => mark.TextContent).Distinct());
        Assert.Contains(Hostile.Replace("\u0001", "", StringComparison.Ordinal), page.QuerySelector("blockquote")!.TextContent.Replace("\u0001", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(["What happened", "Earlier, and known only now", "The thaw-freeze index", "Ahead", "Where the sources disagree", "Statements of note"], page.QuerySelectorAll("h2").Select(head => head.TextContent));
        Assert.Single(page.QuerySelectorAll("h1"));
    }

    [Fact]
    public void The_text_has_short_lines_and_every_section()
    {
        string text = BriefText.Write(Full, BriefLinks.Of("https://desk.example/"), "Foot");
        string[] lines = text.Split('\n');
        Assert.All(lines.Where(line => !line.Contains("://", StringComparison.Ordinal) && line != Hostile && !line.StartsWith("====", StringComparison.Ordinal)), line => Assert.True(line.Length <= 76, line));
        Assert.Contains("* Ruritania → Graustark: ACCUSE (disapprove) (1 Jun 2010 · denied, before", text, StringComparison.Ordinal);
        Assert.Contains("  https://desk.example/article/7#e2", lines);
        Assert.DoesNotContain("javascript:", text, StringComparison.Ordinal);
        Assert.Contains("* Graustark and Ruritania: -2.0 (-3.0 to -1.0), as usual; moved: the index", text, StringComparison.Ordinal);
        Assert.Contains("1 lighter happening is not shown. 2 more happenings of earlier days came to", text, StringComparison.Ordinal);
        Assert.EndsWith("Foot\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_new_is_said_plainly()
    {
        Assert.Contains("Nothing new: 1,204 articles were read in this time, and none tells anything new of this question.", BriefText.Write(Empty, BriefLinks.None), StringComparison.Ordinal);
        Assert.Contains("<p>Nothing new: 1,204 articles were read", BriefHtml.Fragment(Empty, BriefLinks.None), StringComparison.Ordinal);
        Assert.Equal("Strait: nothing new", BriefWording.Head(Empty));
        Assert.Equal("Strait: 2 happenings, the index moved, news of 1 meeting", BriefWording.Head(Full with { Name = "Strait" }));
    }

    [Fact]
    public void The_feed_keeps_its_ids_wherever_it_is_served()
    {
        Watch watch = new() { Id = 3, Name = Hostile, Question = new WatchQuestion { Words = "ships" }, Rhythm = new WatchRhythm(WatchPace.Daily), MadeBy = "anna", MadeAt = Now, FeedKey = "00112233", NextAt = Now };
        (KeptBrief, Brief)[] briefs = [(new KeptBrief(9, 3, Now.AddDays(-1), Now, Now, true), Full), (new KeptBrief(8, 3, Now.AddDays(-2), Now.AddDays(-1), Now.AddDays(-1), false), Empty)];
        SyndicationFeed here = Read(BriefAtom.Write(watch, briefs, BriefLinks.Of("https://desk.example"), new Uri("https://desk.example/watches/3/atom?key=00112233")));
        SyndicationFeed there = Read(BriefAtom.Write(watch, briefs, BriefLinks.None, null));
        Assert.Equal(here.Id, there.Id);
        Assert.Equal(here.Items.Select(item => item.Id), there.Items.Select(item => item.Id));
        Assert.Equal(3, here.Items.Select(item => item.Id).Append(here.Id).Distinct().Count());
        Assert.All(here.Items, item => Assert.StartsWith("urn:uuid:", item.Id, StringComparison.Ordinal));
        Assert.Equal(Now, here.LastUpdatedTime);
        Assert.Equal("https://desk.example/watches/3/briefs/9", here.Items.First().Links.Single(link => link.RelationshipType == "alternate").Uri.AbsoluteUri);
        Assert.Equal("https://desk.example/watches/3/atom?key=00112233", here.Links.Single(link => link.RelationshipType == "self").Uri.AbsoluteUri);
        string content = Assert.IsType<TextSyndicationContent>(here.Items.First().Content).Text;
        Assert.Empty(new HtmlParser().ParseDocument(content).QuerySelectorAll("script, img"));
        Assert.DoesNotContain("00112233", string.Join(' ', there.Items.Select(item => item.Id)), StringComparison.Ordinal);
    }

    private static SyndicationFeed Read(byte[] atom)
    {
        using XmlReader reader = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(atom)));
        return SyndicationFeed.Load(reader);
    }

    private static IndexReading Reading(double value) =>
        new() { First = "GRK", Second = "RUR", AsOf = new DateOnly(2010, 6, 2), Value = value, Low = value - 1, High = value + 1, Temperature = "usual" };
}
