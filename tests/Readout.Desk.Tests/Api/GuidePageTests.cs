using System.Net;
using Microsoft.Playwright;
using Readout.Desk.Tests.Browser;

namespace Readout.Desk.Tests.Api;

/// <summary>The page of the API in a browser.</summary>
[Collection(DeskCollection.Name)]
public sealed class GuidePageTests(DeskFixture desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address)
{
    [Fact]
    public async Task It_lists_the_operations_and_asks_one_without_script()
    {
        IPage page = await Open("/api", scripts: false);
        ILocator happening = page.Locator("#happening");
        Assert.Contains("/api/happenings/{id}", await happening.Locator("h3").InnerTextAsync(), StringComparison.Ordinal);
        await happening.GetByRole(AriaRole.Button).ClickAsync();
        await page.WaitForURLAsync("**/api/happenings/1");
        Assert.Contains("\"accounts\"", await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_read_by_everyone()
    {
        await NothingForAxe("/api");
        await FitsAPhone("/api");
    }

    [Fact]
    public async Task An_operation_that_is_not_there_is_not_asked()
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage response = await client.GetAsync(new Uri("/openapi/ask/none", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_part_of_the_path_cannot_lead_elsewhere()
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage response = await client.GetAsync(new Uri("/openapi/ask/happening?id=../../sign-out%3Fa=b", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
