using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using Readout.Archive.Reading;
using Readout.Desk.Tests.Browser;

namespace Readout.Desk.Tests.Articles;

[Collection(DeskCollection.Name)]
public sealed class ArticlePageTests(DeskFixture desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Axe_finds_nothing()
    {
        await NothingForAxe(Address("Brundtland speaks with Pinochet by telephone"));
        await NothingForAxe(Address("Norway rescues passengers of Danish ferry") + "?open=e1");
    }

    [Fact]
    public async Task It_fits_a_phone()
    {
        await FitsAPhone(Address("Bomb kills 12 in Guayaquil") + "?open=e1");
        await FitsAPhone("/article/read");
    }

    [Fact]
    public async Task A_mark_leads_to_its_evidence_and_back_without_a_script()
    {
        IPage page = await Open(Address("Brundtland speaks with Pinochet by telephone"), scripts: false);
        ILocator mark = page.Locator("#text p a.m-event", new PageLocatorOptions { HasText = "spoke" }).First;
        string card = (await mark.GetAttributeAsync("href"))!;
        await mark.ClickAsync();
        Assert.EndsWith(card, page.Url, StringComparison.Ordinal);
        ILocator evidence = page.Locator(card);
        await Assertions.Expect(evidence).ToBeInViewportAsync();
        await Assertions.Expect(evidence).ToContainTextAsync("CONSULT");
        await Assertions.Expect(evidence).ToContainTextAsync("of codings like this one are right");
        await evidence.GetByText("To the words").ClickAsync();
        await Assertions.Expect(mark).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Kinds_of_mark_are_switched_by_the_address_without_a_script()
    {
        IPage page = await Open(Address("Brundtland speaks with Pinochet by telephone"), scripts: false);
        await Assertions.Expect(page.Locator("#text a.m-actor").First).ToBeVisibleAsync();
        await page.Locator(".kinds input[value=actor]").UncheckAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show" }).ClickAsync();
        await Assertions.Expect(page.Locator("#text a.m-actor")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#text a.m-event").First).ToBeVisibleAsync();
        Assert.DoesNotContain("show=actor", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_script_they_are_switched_at_once_and_give_what_the_server_gives()
    {
        string address = Address("Brundtland speaks with Pinochet by telephone");
        IPage page = await Open(address);
        await page.Locator(".kinds input[value=event]").UncheckAsync();
        await page.Locator(".kinds input[value=date]").UncheckAsync();
        Assert.DoesNotContain("show=", page.Url, StringComparison.Ordinal);
        IPage served = await Open(address + "?show=none&show=actor&show=quote", scripts: false);
        const string marks = "[...document.querySelectorAll('#text [data-m]')].map(mark => mark.textContent + '|' + (mark.getAttribute('class') ?? '') + '|' + (mark.getAttribute('href') ?? ''))";
        Assert.Equal(await served.Locator("#text").EvaluateAsync<string[]>("() => " + marks), await page.EvaluateAsync<string[]>(marks));
        await page.Locator(".kinds input[value=event]").CheckAsync();
        await Assertions.Expect(page.Locator("#text a.m-event").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Hostile_words_are_words()
    {
        IPage page = await Open(Address("<script>alert('desk')</script> & \"quotes\" in a headline"));
        page.Dialog += (_, dialog) => Assert.Fail(dialog.Message);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("<script>alert('desk')</script> & \"quotes\" in a headline");
        await Assertions.Expect(page.Locator("#text")).ToContainTextAsync("<img src=x onerror=alert(1)>");
        await Assertions.Expect(page.Locator("#text img, #text script, #text svg, #text b")).ToHaveCountAsync(0);
        Assert.DoesNotContain("taken", await page.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_source_is_linked_and_told_nothing()
    {
        IPage page = await Open(Address("Chile seizes Norwegian trawler"));
        ILocator link = page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Read it at its source" });
        Assert.Equal("https://coast-courier.example/1987/n04", await link.GetAttributeAsync("href"));
        string rel = (await link.GetAttributeAsync("rel"))!;
        Assert.All((string[])["noopener", "noreferrer", "nofollow"], word => Assert.Contains(word, rel, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_api_gives_the_record()
    {
        using HttpClient client = desk.Client();
        KeptArticle kept = desk.Archive.Articles.Find(1)!;
        byte[] json = await client.GetByteArrayAsync(new Uri("/api/articles/1", UriKind.Relative), Cancellation);
        Assert.Equal(desk.Archive.Articles.RecordJson(kept.Revision), json);
        using JsonDocument around = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/articles/1/around", UriKind.Relative), Cancellation));
        Assert.Equal(1, around.RootElement.GetProperty("revisions").GetArrayLength());
        Assert.DoesNotContain("email", around.RootElement.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/article/987654", HttpStatusCode.NotFound)]
    [InlineData("/article/one", HttpStatusCode.NotFound)]
    [InlineData("/article/99999999999999999999", HttpStatusCode.NotFound)]
    [InlineData("/article/1?revision=x", HttpStatusCode.BadRequest)]
    [InlineData("/article/1?part=0", HttpStatusCode.BadRequest)]
    [InlineData("/article/1?show=everything", HttpStatusCode.BadRequest)]
    [InlineData("/article/1/differences/987654", HttpStatusCode.NotFound)]
    [InlineData("/article/1/differences/revision/1", HttpStatusCode.NotFound)]
    [InlineData("/api/articles/987654", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_a_clear_page(string address, HttpStatusCode status)
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        string body = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(status, answer.StatusCode);
        Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
    }

    private string Address(string title) => FormattableString.Invariant($"/article/{desk.Archive.Articles.All().First(article => article.Title == title).Id}");
}
