using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Readout.Archive.Feeds;
using Readout.Archive.Ingests;
using Readout.Desk.Hosting;
using Readout.Desk.Sources;
using Readout.Desk.Tests.Browser;
using Readout.Desk.Tests.News;
using Readout.Jobs.Follow;
using Readout.Sources.Tests.Fetching;

namespace Readout.Desk.Tests.Sources;

/// <summary>Sources in a browser: feeds added, asked and removed; files and an address read; progress seen with and without scripts.</summary>
[Collection(SourcesCollection.Name)]
public sealed class SourcesPageTests(SourcesFixture desk, ChromiumFixture chromium) : BrowserTest(chromium, desk.Address)
{
    private const string Treaty = "<rss version=\"2.0\"><channel><title>The Quay Gazette</title><item><title>Treaty</title><guid isPermaLink=\"false\">t1</guid>"
        + "<pubDate>Mon, 18 May 1987 09:00:00 GMT</pubDate><description>Norway and Chile signed a treaty in Oslo on Monday, the foreign ministry said.</description></item></channel></rss>";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_feed_is_added_followed_and_removed_with_its_health_shown()
    {
        await using LocalServer server = Server(Treaty);
        string address = server.Address + "/feed";
        IPage page = await Open("/sources", scripts: false);
        await page.GetByLabel("Address, one a line").FillAsync($"{address}\n{server.Address}/gone");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("not asked yet")).ToHaveCountAsync(2);
        await Assertions.Expect(page.GetByText("Not followed.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Follow", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Followed while the desk runs.")).ToBeVisibleAsync();
        await desk.Jobs.PollAsync(Cancellation);
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "The Quay Gazette" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("gone for good, its server says")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("1 article · asked 1 Jun 1987, 09:00 · last new 1 Jun 1987, 09:00 · next 1 Jun 1987, 09:30 UTC")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("1 new, 0 changed, 1 refused")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = $"Remove {server.Address}/gone" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Remove The Quay Gazette" }).ClickAsync();
        await Assertions.Expect(page.GetByText("No feed yet")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Stop following" }).ClickAsync();
        Assert.False(desk.Jobs.Follow.IsOn);
    }

    [Fact]
    public async Task A_list_of_feeds_is_taken_and_another_file_is_not()
    {
        string list = desk.File("feeds.opml");
        await File.WriteAllTextAsync(list, "<opml version=\"2.0\"><body><outline text=\"Harbour\" xmlUrl=\"https://harbour.example/feed\"/><outline xmlUrl=\"https://coast.example/feed\"/></body></opml>", Cancellation);
        IPage page = await Open("/sources");
        await page.GetByLabel("or a list of feeds (OPML)").SetInputFilesAsync(list);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "https://harbour.example/feed" })).ToBeVisibleAsync();
        await page.GetByLabel("or a list of feeds (OPML)").SetInputFilesAsync(TestNews.File);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("The file names no feed")).ToBeVisibleAsync();
        FollowJob.Remove(desk.Archive, [new Uri("https://harbour.example/feed"), new Uri("https://coast.example/feed")]);
    }

    [Fact]
    public async Task The_samples_are_read_by_a_button()
    {
        IPage page = await Open("/sources");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Read the samples" }).ClickAsync();
        ILocator samples = page.Locator("li", new PageLocatorOptions { HasText = "the samples" });
        await Assertions.Expect(samples.GetByText("Done: 1 article, 1 new.")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 60_000 });
        // It is there when the desk is started anew.
        IngestItem kept = new IngestBook(desk.Archive).Newest().First(past => past.What == "the samples");
        Assert.Equal(("done", "Done: 1 article, 1 new.", 1L, 0L), (kept.State, kept.Line, kept.New, kept.Refused));
    }

    [Theory]
    [InlineData("../../etc/passwd", "001-passwd")]
    [InlineData("C:\\news\\day one?.txt", "001-day one_.txt")]
    [InlineData("...", "001-file")]
    [InlineData("", "001-file")]
    public void A_file_keeps_only_its_name(string given, string name) => Assert.Equal(name, UploadedFiles.Name(given, 0));

    [Fact]
    public async Task Files_are_read_with_live_progress_and_told_when_done()
    {
        IPage page = await Open("/sources");
        await page.GetByLabel("Files, or drop them here").SetInputFilesAsync(
        [
            new FilePayload { Name = "../../n w?.jsonl", MimeType = "application/json", Buffer = await File.ReadAllBytesAsync(TestNews.File, Cancellation) },
            new FilePayload { Name = "broken.jsonl", MimeType = "application/json", Buffer = "{broken"u8.ToArray() },
        ]);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Read them" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Done: ").First).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 60_000 });
        await Assertions.Expect(page.GetByText("2 files")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-job]")).ToHaveCountAsync(0);
        await page.GetByText("1 remark").First.ClickAsync();
        await Assertions.Expect(page.GetByText("broken.jsonl").First).ToBeVisibleAsync();
        Assert.True(desk.Archive.Articles.All().Any());
        await NothingForAxe(page);
    }

    [Fact]
    public async Task An_ingest_that_goes_on_is_alone_seen_without_scripts_and_stopped()
    {
        TaskCompletionSource answered = new();
        await using LocalServer server = new(async (path, stream, stop) =>
        {
            if (path != "/robots.txt") await answered.Task.WaitAsync(stop);
            await LocalServer.Send(stream, "404 Not Found", "", []);
        });
        IPage page = await Open("/sources");
        await page.GetByLabel("A page, a feed, a sitemap").FillAsync(server.Address + "/slow");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Read it" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Reading: 0 articles.");
        await NothingForAxe(page);
        using HttpClient client = desk.Client();
        using HttpResponseMessage plain = await client.GetAsync(new Uri("/sources/job", UriKind.Relative), Cancellation);
        Assert.Equal("3", Assert.Single(plain.Headers.GetValues("Refresh")));
        DeskFaultException busy = Assert.Throws<DeskFaultException>(() => desk.Jobs.Start("another", ["nowhere"]));
        Assert.Equal((409, "One thing at a time"), (busy.Status, busy.Title));
        await page.GetByLabel("A page, a feed, a sitemap").FillAsync(server.Address + "/second");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Read it" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("One thing at a time");
        await page.GotoAsync("/sources");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Stop", Exact = true }).ClickAsync();
        answered.SetResult();
        await Assertions.Expect(page.GetByText("Stopped after").First).ToBeVisibleAsync();
        using HttpResponseMessage over = await client.GetAsync(new Uri("/sources/job", UriKind.Relative), Cancellation);
        Assert.False(over.Headers.Contains("Refresh"));
    }

    [Fact]
    public async Task Progress_comes_as_server_sent_events_that_end()
    {
        using HttpClient client = desk.Client();
        desk.Jobs.Start("news", [TestNews.File]);
        using HttpResponseMessage response = await client.GetAsync(new Uri("/sources/progress", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        string events = await response.Content.ReadAsStringAsync(Cancellation);
        string last = events.TrimEnd().Split("\n\n")[^1];
        Assert.StartsWith("event: done\ndata: ", last, StringComparison.Ordinal);
        using JsonDocument done = JsonDocument.Parse(last["event: done\ndata: ".Length..]);
        Assert.Equal(("done", 100), (done.RootElement.GetProperty("state").GetString(), done.RootElement.GetProperty("percent").GetInt32()));
    }

    [Fact]
    public async Task Too_much_and_what_is_no_address_is_a_plain_page()
    {
        using HttpClient client = desk.Client();
        string token = await Token(client);
        using MultipartFormDataContent form = new() { { new StringContent(token), "token" } };
        using ByteArrayContent large = new(new byte[(int)UploadedFiles.MostBytes + 1]);
        large.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(large, "files", "large.bin");
        try
        {
            using HttpResponseMessage response = await client.PostAsync(new Uri("/sources/files", UriKind.Relative), form, Cancellation);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        }
        catch (HttpRequestException)
        {
            // The desk hangs up on who goes on sending.
        }

        Assert.Null(desk.Jobs.UnderWay);
        foreach (string address in (string[])["file:///etc/passwd", "nonsense", "https://user:word@example.org/", "javascript:alert(1)"])
        {
            using FormUrlEncodedContent one = new([KeyValuePair.Create("token", token), KeyValuePair.Create("address", address)]);
            using HttpResponseMessage refused = await client.PostAsync(new Uri("/sources/address", UriKind.Relative), one, Cancellation);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("is no address", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        foreach (string path in (string[])["/sources/feeds", "/sources/files", "/sources/address", "/sources/stop", "/sources/follow", "/api/sources/stop"])
        {
            using FormUrlEncodedContent forged = new([]);
            using HttpClient other = desk.Client();
            using HttpResponseMessage refused = await other.PostAsync(new Uri(path, UriKind.Relative), forged, Cancellation);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
    }

    [Fact]
    public async Task Axe_finds_nothing_and_all_fits_a_phone()
    {
        Uri[] feeds = [new("https://a-very-long-name-of-a-host-that-fits-no-phone.department-of-fisheries.example/feeds/all/news/about/ships.xml"), new("https://coast.example/feed")];
        FollowJob.Add(desk.Archive, feeds, desk.Time.GetUtcNow());
        using (Archive.Writing.ArchiveWriter writer = desk.Archive.BeginWriting())
        {
            FollowedFeed feed = desk.Archive.Feeds.Find(feeds[1])!;
            writer.Feeds.Note(feed with { Title = "Coast Courier", CheckedAt = desk.Time.GetUtcNow(), Failures = 12, Problem = "the server answered 503 Service Unavailable" });
            writer.Commit();
        }

        foreach (string path in (string[])["/sources", "/sources/job"])
        {
            await NothingForAxe(path);
            await FitsAPhone(path);
            await Shoot(path);
        }

        using HttpClient client = desk.Client();
        using JsonDocument api = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/sources", UriKind.Relative), Cancellation));
        Assert.Equal(["dead", "new"], api.RootElement.GetProperty("feeds").EnumerateArray().Select(feed => feed.GetProperty("health").GetString()));
        FollowJob.Remove(desk.Archive, feeds);
    }

    private static async Task<string> Token(HttpClient client)
    {
        string page = await client.GetStringAsync(new Uri("/sources", UriKind.Relative), Cancellation);
        const string before = "name=\"token\" value=\"";
        int at = page.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return WebUtility.HtmlDecode(page[at..page.IndexOf('"', at)]);
    }

    private static LocalServer Server(string feed) => new((path, stream, _) => path switch
    {
        "/feed" => LocalServer.Send(stream, "200 OK", "Content-Type: application/rss+xml\r\n", Encoding.UTF8.GetBytes(feed)),
        "/gone" => LocalServer.Send(stream, "410 Gone", "", []),
        _ => LocalServer.Send(stream, "404 Not Found", "", []),
    });

    private async Task Shoot(string path)
    {
        if (Environment.GetEnvironmentVariable("READOUT_SHOTS") is not { Length: > 0 } folder) return;
        foreach (int width in (int[])[390, 1024, 1600])
        {
            foreach (ColorScheme scheme in Schemes)
            {
                IPage page = await Open(path, scheme, width);
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{path.Replace('/', '_')}-{width}-{scheme}.png")), FullPage = true });
            }
        }
    }
}
