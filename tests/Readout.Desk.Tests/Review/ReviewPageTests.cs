using System.Net;
using Microsoft.Playwright;
using Readout.Archive.Corrections;
using Readout.Archive.Review;
using Readout.Desk.Tests.Browser;
using Readout.Desk.Tests.News;

namespace Readout.Desk.Tests.Review;

/// <summary>A desk of its own, on which an editor goes through what waits.</summary>
public sealed class ReviewPageTests(ReviewPageTests.OwnDesk desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address), IClassFixture<ReviewPageTests.OwnDesk>
{
    private const string Queue = "/review?of=doubt&below=75";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Queue)]
    [InlineData("/review?of=dispute")]
    [InlineData("/review?of=second")]
    [InlineData("/review?of=lost")]
    [InlineData("/review/replies")]
    public async Task Axe_finds_nothing_and_it_fits_a_phone(string path)
    {
        await NothingForAxe(path);
        await FitsAPhone(path);
    }

    [Fact]
    public async Task The_least_sure_come_first_and_keys_judge_them()
    {
        ReviewReader review = new(desk.Archive);
        WaitingEvent[] waiting = [.. review.InDoubt(0.75, 100)];
        Assert.True(waiting.Length >= 4, $"{waiting.Length} events are in doubt");
        Assert.Equal(waiting.OrderBy(one => one.Cursor.Value).ThenBy(one => one.Cursor.Number), waiting);
        IPage page = await Open(Queue);
        string first = await Key(page, 0);
        string second = await Key(page, 1);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(page.Locator("#review-said")).ToHaveTextAsync("Rejected.");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.Locator("#review-said")).ToHaveTextAsync("Accepted.");
        Assert.Equal([(second, CorrectionKind.Reject), (first, CorrectionKind.Accept)], CorrectionLog.Entries(desk.Archive).TakeLast(2).Select(entry => (entry.Correction.Key, entry.Correction.Kind)));
        Assert.DoesNotContain(review.InDoubt(0.75, 100), one => one.Event == waiting[0].Event || one.Event == waiting[1].Event);
        await page.Keyboard.PressAsync("c");
        await page.WaitForURLAsync("**/article/*?open=e*");
        await Assertions.Expect(page.Locator("form.correction")).ToBeVisibleAsync();
        await page.GotoAsync(Queue);
        await Assertions.Expect(page.Locator(".progress")).ToContainTextAsync("of the codings that people judged were right");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("accept the event");
    }

    [Fact]
    public async Task Events_of_happenings_that_sources_tell_differently_wait_with_what_is_told()
    {
        IPage page = await Open("/review?of=dispute");
        ILocator waiting = page.Locator("li.review", new PageLocatorOptions { HasText = "killing 19 people" });
        await Assertions.Expect(waiting).ToContainTextAsync("Sources disagree on the dead: 12 (2 accounts) or 19 (1 account)");
        await Assertions.Expect(page.Locator("li.review", new PageLocatorOptions { HasText = "seized seven Danish trawlers" })).ToContainTextAsync("how many ships: 3 (1 account) or 7 (1 account)");
        Assert.Equal(await page.Locator("li.review").CountAsync(), new ReviewReader(desk.Archive).InDispute(100).Count);
    }

    [Fact]
    public async Task Without_a_script_buttons_judge()
    {
        IPage page = await Open(Queue, scripts: false);
        int before = await page.Locator("li.review").CountAsync();
        string key = await Key(page, before - 1);
        await page.Locator("li.review").Last.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Accept" }).ClickAsync();
        await page.WaitForURLAsync("**/review?of=doubt&below=75");
        Assert.Contains(CorrectionLog.Entries(desk.Archive), entry => entry.Correction.Key == key && entry.Correction.Kind == CorrectionKind.Accept);
    }

    [Theory]
    [InlineData("/review?of=all", HttpStatusCode.BadRequest)]
    [InlineData("/review?below=1000", HttpStatusCode.BadRequest)]
    [InlineData("/review?cursor=AAAA", HttpStatusCode.BadRequest)]
    [InlineData("/review/replies?after=x", HttpStatusCode.BadRequest)]
    [InlineData("/api/review?of=dispute", HttpStatusCode.OK)]
    public async Task Broken_queries_are_clear(string address, HttpStatusCode status)
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        Assert.Equal(status, answer.StatusCode);
    }

    private static async Task<string> Key(IPage page, int index) => (await page.Locator("li.review input[name=key]").Nth(index).GetAttributeAsync("value"))!;

    /// <summary>Its desk.</summary>
    public sealed class OwnDesk(TestReader knowledge) : DeskFixture(knowledge);
}
