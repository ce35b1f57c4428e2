using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using Readout.Desk.Tests.Browser;

namespace Readout.Desk.Tests.Codebooks;

[Collection(DeskCollection.Name)]
public sealed class CodebookPageTests(DeskFixture desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/codebook")]
    [InlineData("/codebook/CONSULT")]
    [InlineData("/codebook?sentence=Norway+will+meet+Chile+next+week.&date=1987-05-12")]
    public async Task Axe_finds_nothing_and_it_fits_a_phone(string path)
    {
        await NothingForAxe(path);
        await FitsAPhone(path);
    }

    [Fact]
    public async Task A_sentence_of_ones_own_is_coded_and_says_why()
    {
        IPage page = await Open("/codebook", scripts: false);
        await page.GetByLabel("A sentence of your own").FillAsync("Norway condemned the blockade by Chile <script>alert(1)</script> on Monday.");
        await page.GetByLabel("Day of publication").FillAsync("1987-05-12");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "See how it is coded" }).ClickAsync();
        ILocator card = page.Locator(".event-card").First;
        await Assertions.Expect(card).ToContainTextAsync("ACCUSE");
        await Assertions.Expect(card).ToContainTextAsync("11 May 1987");
        await Assertions.Expect(card).ToContainTextAsync("Found in the sentence:");
        await Assertions.Expect(page.Locator("#text")).ToContainTextAsync("<script>alert(1)</script>");
    }

    [Fact]
    public async Task A_type_shows_definition_modes_frames_and_examples_that_can_be_tried()
    {
        IPage page = await Open("/codebook/CONSULT");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("CONSULT");
        await Assertions.Expect(page.Locator("#modes + dl")).ToContainTextAsync("phone");
        await page.GetByLabel("Examples and frames with the words").FillAsync("consult.");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Find" }).ClickAsync();
        ILocator frame = page.Locator("[id='consult.speak']");
        await Assertions.Expect(frame).ToContainTextAsync("verb: speak");
        await page.Locator("article.frame li").Filter(new LocatorFilterOptions { HasText = "CONSULT" }).Locator("a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".event-card").First).ToContainTextAsync("CONSULT");
    }

    [Theory]
    [InlineData("/codebook/DANCE", HttpStatusCode.NotFound)]
    [InlineData("/codebook/consult", HttpStatusCode.OK)]
    [InlineData("/codebook?sentence=a&date=soon", HttpStatusCode.BadRequest)]
    [InlineData("/api/codebook/DANCE", HttpStatusCode.NotFound)]
    [InlineData("/api/coding", HttpStatusCode.BadRequest)]
    [InlineData("/api/coding?sentence=Norway+met+Chile.", HttpStatusCode.OK)]
    public async Task Broken_addresses_are_clear(string address, HttpStatusCode status)
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_sentence_that_is_too_long_is_refused()
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage answer = await client.GetAsync(new Uri("/codebook?sentence=" + new string('x', 700), UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("700 characters", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_gives_what_the_pages_show()
    {
        using HttpClient client = desk.Client();
        using JsonDocument all = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/codebook", UriKind.Relative), Cancellation));
        Assert.Equal(16, all.RootElement.GetProperty("types").GetArrayLength());
        using JsonDocument type = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/codebook/CONSULT", UriKind.Relative), Cancellation));
        Assert.NotEqual(0, type.RootElement.GetProperty("frames").GetArrayLength());
    }
}
