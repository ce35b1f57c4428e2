using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using Readout.Desk.Tests.Browser;

namespace Readout.Desk.Tests.Today;

[Collection(DeskCollection.Name)]
public sealed class TodayPageTests(DeskFixture desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task Axe_finds_nothing() => NothingForAxe("/?since=month");

    [Fact]
    public Task It_fits_a_phone() => FitsAPhone("/?since=month");

    [Fact]
    public async Task It_shows_what_its_api_gives()
    {
        IPage page = await Open("/?since=month", scripts: false);
        using HttpClient client = desk.Client();
        using JsonDocument model = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/today?since=month", UriKind.Relative), Cancellation));
        foreach (JsonElement relation in model.RootElement.GetProperty("relations").EnumerateArray())
        {
            await Assertions.Expect(page.Locator($"a[href='{relation.GetProperty("address").GetString()}']")).ToBeVisibleAsync();
        }

        foreach (JsonElement line in model.RootElement.GetProperty("statements").EnumerateArray())
        {
            await Assertions.Expect(page.Locator($"#main a[href='{line.GetProperty("address").GetString()}']").First).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task J_and_k_go_from_line_to_line()
    {
        IPage page = await Open("/?since=month");
        await page.Keyboard.PressAsync("j");
        string first = await Focused(page);
        Assert.StartsWith("/relation/", first, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("j");
        Assert.StartsWith("/article/", await Focused(page), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("k");
        Assert.Equal(first, await Focused(page));
    }

    [Fact]
    public async Task A_broken_query_is_a_clear_page()
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage response = await client.GetAsync(new Uri("/?since=%00yesterday", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("is none of look, week, month", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using HttpClient client = desk.Client();
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["revision"] = "1" });
        using HttpResponseMessage response = await client.PostAsync(new Uri("/today/seen", UriKind.Relative), form, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("The form is too old", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.getAttribute('href')");
}

/// <summary>A desk of its own, on which somebody says what they have seen.</summary>
public sealed class SeenTests(SeenTests.OwnDesk desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address), IClassFixture<SeenTests.OwnDesk>
{
    [Fact]
    public async Task What_was_seen_is_not_news_again()
    {
        IPage page = await Open("/");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "I have seen this" }).ClickAsync();
        await Assertions.Expect(page.GetByText("No article came since you last looked, on 1 Jun 1987 at 09:00 UTC.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "a month" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Chile and Norway" })).ToBeVisibleAsync();
    }

    public sealed class OwnDesk(News.TestReader knowledge) : DeskFixture(knowledge);
}
