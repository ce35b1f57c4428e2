using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Readout.Desk.Tests.Api;

/// <summary>What holds for every endpoint of the API, asked of a desk that listens.</summary>
[Collection(DeskCollection.Name)]
public sealed class ApiFrameTests(DeskFixture desk)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_that_has_not_changed_is_not_sent_again()
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage first = await client.GetAsync(Address("/api/status"), Cancellation);
        Assert.Equal("application/json", first.Content.Headers.ContentType!.MediaType);
        using HttpRequestMessage again = new(HttpMethod.Get, Address("/api/status"));
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"another\""));
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using HttpResponseMessage second = await client.SendAsync(again, Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("/api/happenings/1?from=1987-01-01", 400)]
    [InlineData("/api/status?%00=1", 400)]
    [InlineData("/api/status?a=%ff%fe", 400)]
    [InlineData("/api/happenings/999999", 404)]
    [InlineData("/api/happenings/one", 404)]
    [InlineData("/api/happenings/99999999999999999999", 404)]
    [InlineData("/api/no-such", 404)]
    public async Task A_fault_is_a_problem_document(string path, int status)
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage response = await client.GetAsync(Address(path), Cancellation);
        await AssertProblem(response, status);
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PUT")]
    public async Task A_method_that_is_not_taken_is_a_problem_and_no_site_is_allowed_in(string method)
    {
        using HttpClient client = desk.Client();
        using HttpRequestMessage request = new(new HttpMethod(method), Address("/api/status"));
        request.Headers.Add("Origin", "https://elsewhere.example");
        request.Headers.Add("Access-Control-Request-Method", "GET");
        using HttpResponseMessage response = await client.SendAsync(request, Cancellation);
        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        await AssertProblem(response, 405);
    }

    [Fact]
    public async Task A_happening_has_the_accounts_of_its_sources()
    {
        using HttpClient client = desk.Client();
        long number = desk.Archive.Events.Read(new() { Limit = 1 }).Single(kept => kept.Happening is not null).Happening!.Value;
        using JsonDocument happening = JsonDocument.Parse(await client.GetStringAsync(Address($"/api/happenings/{number}"), Cancellation));
        JsonElement account = happening.RootElement.GetProperty("accounts")[0];
        JsonElement trigger = account.GetProperty("trigger");
        Assert.Equal(["start", "end"], trigger.EnumerateObject().Select(part => part.Name));
        string sentence = account.GetProperty("sentence").GetString()!;
        Assert.NotEmpty(sentence[trigger.GetProperty("start").GetInt32()..trigger.GetProperty("end").GetInt32()]);
        Assert.Equal(happening.RootElement.GetProperty("type").GetString(), account.GetProperty("type").GetString());
    }

    [Fact]
    public async Task The_status_counts_what_the_archive_holds()
    {
        using HttpClient client = desk.Client();
        using JsonDocument status = JsonDocument.Parse(await client.GetStringAsync(Address("/api/status"), Cancellation));
        Assert.Equal(desk.Archive.Articles.All().Count(), status.RootElement.GetProperty("counts").GetProperty("articles").GetInt64());
    }

    private static async Task AssertProblem(HttpResponseMessage response, int status)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        string text = await response.Content.ReadAsStringAsync(Cancellation);
        using JsonDocument problem = JsonDocument.Parse(text);
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.RootElement.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.RootElement.GetProperty("detail").GetString()!);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    private static Uri Address(string path) => new(path, UriKind.Relative);
}
