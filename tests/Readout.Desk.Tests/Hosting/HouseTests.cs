using System.Net;
using System.Text.Json;

namespace Readout.Desk.Tests.Hosting;

/// <summary>What holds for every page: headers, assets, faults as pages and problem documents.</summary>
[Collection(DeskCollection.Name)]
public sealed class HouseTests(DeskFixture desk)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/no/such/page")]
    [InlineData("/api/no-such")]
    [InlineData("/health")]
    [InlineData("/assets/desk.css")]
    public async Task Every_answer_has_the_strict_policy(string path)
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        string policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_a_page()
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage response = await client.GetAsync(new Uri("/no/such/page", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is nothing here", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_the_api_a_fault_is_a_problem_document()
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage response = await client.GetAsync(new Uri("/api/no-such", UriKind.Relative), Cancellation);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        using JsonDocument problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(404, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.RootElement.GetProperty("title").GetString()!);
    }

    [Fact]
    public async Task A_name_that_is_not_the_desks_is_refused()
    {
        using HttpClient client = desk.Client();
        using HttpRequestMessage request = new(HttpMethod.Get, "/");
        request.Headers.Host = "rebound.example";
        using HttpResponseMessage response = await client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
    }

    [Fact]
    public async Task An_asset_named_by_its_hash_is_kept_for_good_and_asked_for_again_only_by_its_tag()
    {
        using HttpClient client = desk.Client();
        string page = await client.GetStringAsync(new Uri("/", UriKind.Relative), Cancellation);
        int at = page.IndexOf("/assets/desk.css?v=", StringComparison.Ordinal);
        string address = page[at..page.IndexOf('"', at)];
        using HttpResponseMessage first = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        Assert.Contains("immutable", first.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using HttpRequestMessage again = new(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using HttpResponseMessage second = await client.SendAsync(again, Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task What_is_too_long_is_a_clear_page(string type)
    {
        using HttpClient client = desk.Client();
        // The answer comes before the body is sent, and may cut the sending off.
        client.DefaultRequestHeaders.ExpectContinue = true;
        using StringContent content = new(new string('x', 2 << 20));
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        using HttpResponseMessage response = await client.PostAsync(new Uri("/today/seen", UriKind.Relative), content, Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("That is too much at once", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE", "/", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/today/seen", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/today/seen", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/assets/..%2f..%2fdesk.css", HttpStatusCode.NotFound)]
    [InlineData("GET", "/%ff%fe", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_is_a_page_without_a_stack_trace(string method, string path, HttpStatusCode status)
    {
        using HttpClient client = desk.Client();
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        using HttpResponseMessage response = await client.SendAsync(request, Cancellation);
        string page = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(status, response.StatusCode);
        Assert.Contains("<h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_says_that_all_is_well()
    {
        using HttpClient client = desk.Client();
        using JsonDocument health = JsonDocument.Parse(await client.GetStringAsync(new Uri("/health", UriKind.Relative), Cancellation));
        Assert.Equal("ok", health.RootElement.GetProperty("archive").GetString());
    }
}
