using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Readout.Tests;

namespace Readout.Cli.Tests.Samples;

/// <summary>The page that <c>--html</c> makes of all samples.</summary>
public class SamplePageTests
{
    private static readonly Lazy<IHtmlDocument> Page = new(() =>
        new HtmlParser().ParseDocument(CommandLine.Run("read", "--html", "--why", Repository.Path("samples", "news")).Output));

    [Fact]
    public void It_needs_nothing_from_outside_and_runs_nothing()
    {
        Assert.Empty(Page.Value.QuerySelectorAll("script, img, iframe, object, embed, form, base, link, video, audio, svg"));
        IAttr[] attributes = [.. Page.Value.All.SelectMany(element => element.Attributes)];
        Assert.DoesNotContain(attributes, attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name is "src" or "style" or "srcset");
        Assert.All(Page.Value.QuerySelectorAll("a"), link => Assert.Matches("^(#|https?://)", link.GetAttribute("href")));
    }

    [Fact]
    public void Every_link_inside_it_leads_somewhere_and_no_name_is_given_twice()
    {
        string[] names = [.. Page.Value.QuerySelectorAll("[id]").Select(element => element.Id!)];
        Assert.Equal(names.Distinct(), names);
        string[] targets = [.. Page.Value.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..])];
        Assert.NotEmpty(targets);
        Assert.Empty(targets.Except(names));
    }

    [Fact]
    public void It_is_one_page_with_headings_in_order()
    {
        Assert.Single(Page.Value.QuerySelectorAll("h1"));
        Assert.Single(Page.Value.QuerySelectorAll("main"));
        int level = 0;
        foreach (IElement heading in Page.Value.QuerySelectorAll("h1, h2, h3, h4"))
        {
            int next = heading.LocalName[1] - '0';
            Assert.True(next <= level + 1, $"{heading.LocalName} '{heading.TextContent}' comes after h{level}");
            level = next;
        }
    }
}
