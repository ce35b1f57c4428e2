using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using Readout.Desk.Tests.Articles;
using Readout.Desk.Tests.Browser;

namespace Readout.Desk.Tests.Faults;

/// <summary>While another program writes, the desk says so, and nothing that was typed is lost.</summary>
public sealed class LockedArchiveTests(LockedDesk desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address), IClassFixture<LockedDesk>
{
    private const string Words = "I saw the trawler leave.\n\nIt was <b>early</b>.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_that_could_not_be_kept_is_on_the_page_and_goes_through_by_a_button()
    {
        IPage page = await Open("/article/2");
        ILocator form = page.Locator(".reply-form");
        await form.Locator("[name=name]").FillAsync("Anna Berg");
        await form.Locator("[name=email]").FillAsync("anna@example.org");
        await form.Locator("[name=body]").FillAsync(Words);
        using (desk.Lock())
        {
            IResponse answer = await page.RunAndWaitForResponseAsync(() => form.GetByRole(AriaRole.Button).ClickAsync(), response => response.Request.Method == "POST");
            Assert.Equal((503, "5"), (answer.Status, await answer.HeaderValueAsync("retry-after")));
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("The archive cannot be used just now");
            await Assertions.Expect(page.GetByText("is locked by another program")).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByText("It was <b>early</b>.")).ToBeVisibleAsync();
            await NothingForAxe(page);
            // Pages are read meanwhile.
            await Assertions.Expect((await Open("/article/2")).Locator("#text")).ToBeVisibleAsync();
        }

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Send it once more" }).ClickAsync();
        await Assertions.Expect(page.Locator(".reply")).ToContainTextAsync("It was <b>early</b>.");
    }

    [Fact]
    public async Task Programs_get_a_problem_document_that_says_when_to_try_again()
    {
        using HttpClient client = desk.Client();
        string token = await client.FormTokenAsync("/watches/new", Cancellation);
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri("/api/watches", UriKind.Relative));
        request.Headers.Add("RequestVerificationToken", token);
        request.Content = new StringContent("""{"name": "Grain", "question": {"words": "grain"}}""", System.Text.Encoding.UTF8, "application/json");
        using IDisposable held = desk.Lock();
        using HttpResponseMessage answer = await client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter!.Delta);
        using JsonDocument problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains("locked by another program", problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
