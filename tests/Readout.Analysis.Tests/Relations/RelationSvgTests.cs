using System.Xml.Linq;
using Readout.Analysis.Relations;
using Readout.Analysis.Relations.Charts;

namespace Readout.Analysis.Tests.Relations;

public class RelationSvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void The_chart_has_a_title_a_description_and_the_happenings_behind_its_breaks()
    {
        RelationReport report = MadeUpSource.Report();
        string drawn = RelationSvg.Draw(report, "Russia", "United States");
        XElement root = XDocument.Parse(drawn).Root!;
        Assert.Equal(("img", "title desc"), ((string?)root.Attribute("role"), (string?)root.Attribute("aria-labelledby")));
        Assert.StartsWith("Relation of Russia and United States, 1980-", root.Element(Svg + "title")!.Value, StringComparison.Ordinal);
        string description = root.Element(Svg + "desc")!.Value;
        Assert.NotEmpty(report.Index.Breaks);
        Assert.All(report.Index.Breaks, one => Assert.Contains($"{(one.IsThaw ? "thaw" : "freeze")} from {one.From:yyyy-MM-dd}", description, StringComparison.Ordinal));
        string[] texts = [.. root.Descendants(Svg + "text").Select(text => text.Value)];
        long mover = report.Index.Breaks[0].Movers[0];
        Assert.Contains(texts, text => text.Contains(report.Accounts[mover].Sentence, StringComparison.Ordinal));
        Assert.Contains("thaw-freeze index", texts);
    }

    [Fact]
    public void The_chart_is_the_same_every_time_and_within_its_frame()
    {
        RelationReport report = MadeUpSource.Report();
        string drawn = RelationSvg.Draw(report, "Russia", "United States");
        Assert.Equal(drawn, RelationSvg.Draw(report, "Russia", "United States"));
        Assert.DoesNotContain("NaN", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_the_news_cannot_break_out_of_the_chart()
    {
        string drawn = RelationSvg.Draw(MadeUpSource.Report("</text><script>alert('x')</script>"), "A & B", "<C>");
        Assert.DoesNotContain("<script", drawn, StringComparison.Ordinal);
        Assert.Contains("A &amp; B", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_draw_is_refused() => Assert.Throws<ArgumentException>(() =>
        RelationSvg.Draw(RelationReport.Of(new MadeUpSource(RelationHistory.Empty, ""), MadeUpSource.Question), "Russia", "United States"));
}
