using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Readout.Desk.Api;
using Readout.Desk.Hosting;
using Readout.Desk.Tests.Articles;
using Readout.Desk.Tests.News;

namespace Readout.Desk.Tests.Faults;

/// <summary>Forms that come too late, too large, or to what is no more.</summary>
public sealed class LostFormTests(LockedDesk desk, TestReader knowledge) : IClassFixture<LockedDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_whose_token_is_not_known_is_not_taken_and_its_words_are_given_back()
    {
        using HttpClient client = desk.Client();
        using FormUrlEncodedContent form = new(Reply("I was there <script>x</script>, on the quay.").Append(KeyValuePair.Create("token", "of another time")));
        using HttpResponseMessage answer = await client.PostAsync(new Uri("/article/2/replies", UriKind.Relative), form, Cancellation);
        string page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("I was there &lt;script&gt;x&lt;/script&gt;, on the quay.", page, StringComparison.Ordinal);
        // It may have come from another site, for which nothing is sent once more.
        Assert.DoesNotContain("Send it once more", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_to_an_article_that_is_no_more_is_given_back()
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage answer = await client.SendAsync("/article/2", "/article/4000/replies", Reply("I was there, on the quay."), Cancellation);
        string page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("I was there, on the quay.", page, StringComparison.Ordinal);
        foreach (string path in (string[])["/article/4000", "/api/articles/4000", "/article/4000?revision=2", "/article/2/differences/4000"])
        {
            using HttpResponseMessage gone = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        }
    }

    [Fact]
    public async Task A_form_that_was_open_while_the_desk_was_started_anew_is_taken()
    {
        using TestArchive files = new();
        using (Coding.Reading.Reader reader = knowledge.Load()) await files.KeepAsync(reader, TestNews.File);
        DeskOptions options = new() { Archive = files.Location, LoadReader = knowledge.Load, Urls = ["http://127.0.0.1:0"], Follows = false };
        CookieContainer cookies = new();
        string token;
        int port;
        await using (DeskHost before = await DeskHost.StartAsync(options, Cancellation))
        {
            port = before.Addresses[0].Port;
            using HttpClient client = Client(port, cookies);
            token = await client.FormTokenAsync("/article/2", Cancellation);
        }

        await using DeskHost after = await DeskHost.StartAsync(options with { Urls = [$"http://127.0.0.1:{port}"] }, Cancellation);
        using HttpClient later = Client(port, cookies);
        using FormUrlEncodedContent form = new(Reply("I was there, on the quay.").Append(KeyValuePair.Create("token", token)));
        using HttpResponseMessage answer = await later.PostAsync(new Uri("/article/2/replies", UriKind.Relative), form, Cancellation);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(files.Location.DeskFolder));
        string[] keys = Directory.GetFiles(files.Location.DeskFolder);
        Assert.NotEmpty(keys);
        foreach (string key in keys) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
    }

    [Fact]
    public void A_cursor_of_another_archive_is_refused()
    {
        using TestArchive files = new();
        using Archive.RecordArchive other = Archive.RecordArchive.Open(files.Location, create: true);
        Microsoft.AspNetCore.Http.QueryCollection none = new();
        string cursor = new PageCursors(other).Write("events", none, 7);
        Microsoft.AspNetCore.Http.QueryCollection query = new(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["cursor"] = cursor });
        Assert.Equal(7, new PageCursors(other).Read("events", query)!.Value[0]);
        DeskFaultException fault = Assert.Throws<DeskFaultException>(() => desk.Services.GetRequiredService<PageCursors>().Read("events", query));
        Assert.Equal(400, fault.Status);
    }

    private static HttpClient Client(int port, CookieContainer cookies) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };

    private static KeyValuePair<string, string>[] Reply(string body) => [KeyValuePair.Create("name", "Anna Berg"), KeyValuePair.Create("email", "anna@example.org"), KeyValuePair.Create("body", body)];
}
