using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Readout.Desk.Layout;
using Readout.Desk.Tests.Browser;

namespace Readout.Desk.Tests.Hosting;

/// <summary>What holds for every page that can be opened without knowing what the archive has, those that come later included.</summary>
[Collection(DeskCollection.Name)]
public sealed class EveryPageTests(DeskFixture desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address)
{
    private const int MostBytes = 300_000;

    /// <summary>Pages: what is got by its bare path and answers with HTML.</summary>
    private IEnumerable<string> Paths() => desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.Parameters.Count == 0 && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/')).Distinct().Order(StringComparer.Ordinal);

    [Fact]
    public async Task It_stays_on_its_host_breaks_no_policy_fits_a_phone_and_is_no_heavier_than_it_may_be()
    {
        IPage page = await Page(ColorScheme.Dark, 390);
        long bytes = 0;
        page.Response += (_, response) => bytes += response.Headers.TryGetValue("content-length", out string? length) ? long.Parse(length, System.Globalization.CultureInfo.InvariantCulture) : 0;
        int seen = 0;
        foreach (string path in Paths())
        {
            bytes = 0;
            using HttpClient client = desk.Client();
            using HttpResponseMessage response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            if (response.Content.Headers.ContentType?.MediaType != "text/html") continue;
            string html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            await page.GotoAsync(path);
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390, $"{path} is wider than a phone");
            Assert.True(bytes + html.Length <= MostBytes, $"{path} is {bytes + html.Length} bytes");
            Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
            seen++;
        }

        Assert.True(seen >= 4, $"only {seen} pages were seen");
    }

    [Fact]
    public void The_navigation_leads_only_to_pages()
    {
        Navigation navigation = desk.Services.GetRequiredService<Navigation>();
        Assert.True(navigation.Has("today"));
        Assert.Subset(Paths().ToHashSet(), navigation.Items.Select(item => item.Address).ToHashSet());
    }
}
