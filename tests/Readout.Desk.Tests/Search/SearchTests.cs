using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using Readout.Desk.Tests.Browser;

namespace Readout.Desk.Tests.Search;

[Collection(DeskCollection.Name)]
public sealed class SearchTests(DeskFixture desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Axe_finds_nothing()
    {
        await NothingForAxe("/search?q=Norway&type=SANCTION");
        await NothingForAxe(await Open("/search"));
        await NothingForAxe(await Open("/search?q=-nothing", ColorScheme.Dark));
    }

    [Fact]
    public async Task It_fits_a_phone() => await FitsAPhone("/search?q=Norway");

    [Fact]
    public async Task Words_are_marked_in_their_sentence_and_a_facet_narrows_the_search()
    {
        IPage page = await Open("/search");
        await page.GetByLabel("Words").FillAsync("embargo");
        await page.Locator("form.ask button").ClickAsync();
        await Assertions.Expect(page.Locator(".hits mark").First).ToHaveTextAsync("embargo", new LocatorAssertionsToHaveTextOptions { IgnoreCase = true });
        int all = await page.Locator(".hits > li").CountAsync();
        await page.Locator(".facet").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "SANCTION", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".chosen")).ToContainTextAsync("SANCTION");
        Assert.InRange(await page.Locator(".hits > li").CountAsync(), 1, all - 1);
        await page.Locator(".chosen a").ClickAsync();
        await Assertions.Expect(page.Locator(".hits > li")).ToHaveCountAsync(all);
    }

    [Fact]
    public async Task A_search_is_kept_found_again_and_forgotten()
    {
        IPage page = await Open("/search?q=trawler", scripts: false);
        await page.GetByText("Keep this search").ClickAsync();
        await page.GetByLabel("Name").FillAsync("The <b>trawler</b>");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Keep", Exact = true }).ClickAsync();
        await page.GotoAsync("/search");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "The <b>trawler</b>" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Words")).ToHaveValueAsync("trawler");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Forget The <b>trawler</b>" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Searches you keep")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Pages_follow_one_another_without_a_gap()
    {
        List<string> paged = [];
        string? next = null;
        do
        {
            using JsonDocument page = await Json($"/api/search?q=Norway&limit=3{(next is null ? "" : "&cursor=" + next)}");
            paged.AddRange(page.RootElement.GetProperty("hits").EnumerateArray().Select(Name));
            next = page.RootElement.GetProperty("next").GetString();
        }
        while (next is not null);
        using JsonDocument all = await Json("/api/search?q=Norway&limit=100");
        Assert.Equal(all.RootElement.GetProperty("hits").EnumerateArray().Select(Name), paged);
        Assert.True(paged.Count > 6);
    }

    [Fact]
    public async Task Events_come_by_who_whom_and_what_page_by_page()
    {
        using JsonDocument first = await Json("/api/events?between=NOR-CHL&type=SANCTION&type=COERCE&limit=1");
        using JsonDocument second = await Json($"/api/events?between=NOR-CHL&type=SANCTION&type=COERCE&limit=1&cursor={first.RootElement.GetProperty("next").GetString()}");
        JsonElement newer = first.RootElement.GetProperty("events")[0];
        JsonElement older = second.RootElement.GetProperty("events")[0];
        Assert.NotEqual(newer.GetProperty("key").GetString(), older.GetProperty("key").GetString());
        Assert.True(string.CompareOrdinal(newer.GetProperty("day").GetString(), older.GetProperty("day").GetString()) >= 0);
        using JsonDocument acts = await Json("/api/events?actor=CHL&recipient=NOR&type=COERCE&limit=200");
        Assert.All(acts.RootElement.GetProperty("events").EnumerateArray(), one => Assert.Equal("COERCE", one.GetProperty("type").GetString()));
        Assert.NotEqual(0, acts.RootElement.GetProperty("events").GetArrayLength());
    }

    [Theory]
    [InlineData("/search?q=-nothing", HttpStatusCode.BadRequest)]
    [InlineData("/search?type=NONSENSE", HttpStatusCode.BadRequest)]
    [InlineData("/search?status=maybe", HttpStatusCode.BadRequest)]
    [InlineData("/search?from=soon", HttpStatusCode.BadRequest)]
    [InlineData("/search?q=a&cursor=elsewhere", HttpStatusCode.BadRequest)]
    [InlineData("/search?q=%22%20%27%3B%20DROP%20TABLE%20events%3B--", HttpStatusCode.OK)]
    [InlineData("/search?q=zzzzqqqq", HttpStatusCode.OK)]
    [InlineData("/search?actor=nobody/at-all", HttpStatusCode.OK)]
    [InlineData("/api/search", HttpStatusCode.BadRequest)]
    [InlineData("/api/search?q=-nothing", HttpStatusCode.BadRequest)]
    [InlineData("/api/search?q=a&limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/events?between=NOR", HttpStatusCode.BadRequest)]
    [InlineData("/api/events?type=NONSENSE", HttpStatusCode.BadRequest)]
    [InlineData("/api/events?unit=happening&order=oldest", HttpStatusCode.OK)]
    public async Task Every_question_is_answered(string path, HttpStatusCode status)
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task A_cursor_of_another_search_is_refused()
    {
        using JsonDocument first = await Json("/api/search?q=Norway&limit=2");
        using HttpClient client = desk.Client();
        using HttpResponseMessage response = await client.GetAsync(new Uri($"/search?q=Chile&cursor={first.RootElement.GetProperty("next").GetString()}", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static string Name(JsonElement hit) => $"{hit.GetProperty("article").GetProperty("id").GetInt64()} {hit.GetProperty("sentence").GetInt32()}";

    private async Task<JsonDocument> Json(string path)
    {
        using HttpClient client = desk.Client();
        return JsonDocument.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation));
    }
}
