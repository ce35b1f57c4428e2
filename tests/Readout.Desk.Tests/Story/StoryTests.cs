using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Readout.Desk.Api.Happenings;
using Readout.Desk.Story;
using Readout.Desk.Tests.Browser;

namespace Readout.Desk.Tests.Story;

[Collection(DeskCollection.Name)]
public sealed class StoryTests(DeskFixture desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private StoryModels Stories => desk.Services.GetRequiredService<StoryModels>();

    private static IQueryCollection Query(string text = "") => new DefaultHttpContext { Request = { QueryString = new QueryString(text) } }.Request.Query;

    private StoryModel Told(string words) => Stories.Newest(Query("?fewest=1&limit=200")).Stories.Select(line => Stories.Find(line.Id, Query())!)
        .First(story => story.Articles.Any(one => one.Article.Title?.Contains(words, StringComparison.Ordinal) == true));

    [Fact]
    public void Happenings_of_which_sources_contradict_others_are_set_apart()
    {
        HappeningModel Of(long id, string standing) => new() { Id = id, Type = "ASSAULT", Status = "actual", Voices = 2, Claims = [new HappeningClaim("dead", "12", standing, [])] };
        StoryModel story = Told("Guayaquil") with { Happenings = [Of(1, "all"), Of(2, "disputed"), Of(3, "one")] };
        Assert.Equal(2, Assert.Single(story.Disputed).Id);
    }

    [Theory]
    [InlineData("Guayaquil", "the dead", "12", "Pacific Post Coast Courier", "19", "Lima Ledger")]
    [InlineData("Guayaquil", "the injured", "at least 30", "Pacific Post", "at most 24", "Lima Ledger")]
    [InlineData("Icelandic marines", "who did it", "Iceland", "Harbour Gazette", "Denmark", "Coast Courier")]
    [InlineData("Icelandic marines", "how many ships", "3", "Harbour Gazette", "7", "Coast Courier")]
    [InlineData("Icelandic marines", "the day", "21 May 1987", "Harbour Gazette", "20 May 1987", "Coast Courier")]
    [InlineData("Icelandic marines", "the place", "Stockholm", "Harbour Gazette", "Malmö", "Coast Courier")]
    [InlineData("Icelandic marines", "how many dollars", "5 million", "Harbour Gazette", "9 million", "Coast Courier")]
    public async Task Where_sources_disagree_each_value_stands_with_those_who_tell_it(string words, string aspect, string one, string tellers, string other, string others)
    {
        IPage page = await Open(Told(words).Address);
        ILocator rows = page.Locator("table.claims tbody", new PageLocatorOptions { Has = page.Locator($"th:has-text('{aspect}')") }).Locator("tr");
        Assert.Equal(2, await rows.CountAsync());
        Assert.Equal((one, tellers), await Row(rows.Nth(0)));
        Assert.Equal((other, others), await Row(rows.Nth(1)));
        await rows.Nth(1).Locator("a.teller").First.ClickAsync();
        await page.WaitForURLAsync("**/article/*#e*");
    }

    [Fact]
    public async Task What_all_say_and_what_one_says_alone_stand_below()
    {
        IPage page = await Open(Told("Guayaquil").Address);
        ILocator dispute = page.Locator(".dispute", new PageLocatorOptions { HasText = "the dead" });
        await Assertions.Expect(dispute).ToContainTextAsync("to whom, Ecuador");
        await Assertions.Expect(page.Locator(".timeline")).ToContainTextAsync("disputed on 2 points");
    }

    [Fact]
    public void What_is_said_stands_with_who_says_it()
    {
        StoryModel story = Told("Guayaquil");
        Assert.NotEmpty(story.Speakers);
        Assert.All(story.Speakers, said => Assert.All(said.Quotes, quote => Assert.Equal(said.Speaker?.Id ?? said.Speaker?.Name, quote.Speaker?.Id ?? quote.Speaker?.Name)));
    }

    [Fact]
    public void A_copy_stands_with_what_it_copies()
    {
        StoryModel story = Told("Danish ferry");
        ArticleWithCopies one = Assert.Single(story.Articles);
        Assert.Equal("Coast Courier", Assert.Single(one.Copies).Source);
        Assert.Equal((2, 1), (story.Count, story.Voices));
    }

    [Fact]
    public void Stories_follow_one_another_page_by_page()
    {
        List<long> paged = [];
        string? next = null;
        do
        {
            StoriesModel page = Stories.Newest(Query($"?fewest=1&limit=2{(next is null ? "" : "&cursor=" + next)}"));
            paged.AddRange(page.Stories.Select(story => story.Id));
            next = page.Next;
        }
        while (next is not null);
        Assert.Equal(Stories.Newest(Query("?fewest=1&limit=200")).Stories.Select(story => story.Id), paged);
    }

    [Fact]
    public async Task Axe_finds_nothing_and_it_fits_a_phone()
    {
        await NothingForAxe(Told("Guayaquil").Address);
        await FitsAPhone(Told("Guayaquil").Address);
        await NothingForAxe(Told("Icelandic marines").Address);
        await FitsAPhone(Told("Icelandic marines").Address);
        await NothingForAxe(await Open("/stories"));
    }

    [Fact]
    public async Task From_the_list_to_a_story_to_an_article()
    {
        IPage page = await Open("/stories?fewest=1");
        await page.Locator("ol.lines a").First.ClickAsync();
        Assert.Contains("/story/", page.Url, StringComparison.Ordinal);
        Assert.Matches("^/article/[0-9]+", await page.Locator("a.line").First.GetAttributeAsync("href"));
    }

    [Theory]
    [InlineData("/story/999999", HttpStatusCode.NotFound)]
    [InlineData("/story/none", HttpStatusCode.NotFound)]
    [InlineData("/stories?cursor=elsewhere", HttpStatusCode.BadRequest)]
    [InlineData("/stories?fewest=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/stories", HttpStatusCode.OK)]
    [InlineData("/api/stories/999999", HttpStatusCode.NotFound)]
    public async Task Every_address_is_answered(string path, HttpStatusCode status)
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        Assert.Equal(status, response.StatusCode);
    }

    private static async Task<(string Told, string By)> Row(ILocator row) =>
        (await row.Locator("td.told").InnerTextAsync(), string.Join(' ', await row.Locator("a.teller").AllInnerTextsAsync()));
}
