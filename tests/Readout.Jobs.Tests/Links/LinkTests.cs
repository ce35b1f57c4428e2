using System.Net.Sockets;
using System.Text;
using Readout.Archive.Feeds;
using Readout.Archive.Tests.Engines;
using Readout.Sources.Tests.Fetching;

namespace Readout.Jobs.Tests.Links;

/// <summary>What comes in from addresses, from a real server on the own machine.</summary>
public class LinkTests(ProgramCopy program)
{
    public static TheoryData<string> Engines => Engine.All;

    private readonly ManualTime _time = new();

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_feed_gives_its_whole_articles_and_the_pages_that_it_names(string engine)
    {
        using Desk desk = new(program.Reader, engine);
        await using LocalServer server = new((path, stream, _) => path switch
        {
            "/robots.txt" => LocalServer.Page(stream, "User-agent: *\nDisallow: /closed", "text/plain"),
            "/feed" => LocalServer.Send(stream, "200 OK", "Content-Type: application/rss+xml\r\nETag: \"one\"\r\n", Encoding.UTF8.GetBytes(Feed("/1", "/closed/2", "/missing/3"))),
            "/1" => LocalServer.Page(stream, Corpus.Page(1)),
            _ => LocalServer.Send(stream, "404 Not Found", "", []),
        });
        JobProgress progress = await desk.Ingest(server.Address + "/feed", time: _time);
        Assert.Equal((4, 0), (progress.New, progress.Refused));
        Assert.Equal(["Chile and Peru in the news of day 1", "Norway signs a treaty with Chile at 2", "Norway signs a treaty with Chile at 3", "A treaty in full"], desk.Titles());
        Assert.Contains(desk.Notes, note => note.Contains("robots.txt does not permit it; what the list says of it is kept", StringComparison.Ordinal));
        Assert.Contains(desk.Notes, note => note.Contains("answered 404", StringComparison.Ordinal));
        FollowedFeed feed = Assert.Single(desk.Archive.Feeds.All());
        Assert.Equal(("\"one\"", "The Quay Gazette", 4L, 0), (feed.ETag, feed.Title, feed.Articles, feed.Failures));
        Assert.Equal(_time.GetUtcNow().AddMinutes(30).ToUnixTimeSeconds(), feed.NextAt.ToUnixTimeSeconds(), 2.0);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_is_kept_is_not_fetched_again_unless_its_list_says_that_it_changed(string engine)
    {
        using Desk desk = new(program.Reader, engine);
        string day = "1987-03-01";
        await using LocalServer server = new((path, stream, _) => path switch
        {
            "/robots.txt" => LocalServer.Send(stream, "404 Not Found", "", []),
            "/sitemap.xml" => LocalServer.Page(stream, $"<urlset><url><loc>/1</loc><lastmod>{day}</lastmod></url><url><loc>/2</loc></url></urlset>".Replace("<loc>/", "<loc>http://" + Host(stream) + "/", StringComparison.Ordinal), "text/xml"),
            "/1" => LocalServer.Page(stream, Corpus.Page(1).Replace("Nobody", day == "1987-03-01" ? "Nobody" : "No one", StringComparison.Ordinal)),
            _ => LocalServer.Page(stream, Corpus.Page(2)),
        });
        Assert.Equal(2, (await desk.Ingest(server.Address + "/sitemap.xml", time: _time)).New);
        JobProgress again = await desk.Ingest(server.Address + "/sitemap.xml", time: _time);
        Assert.Equal((0, 2), (again.New, again.Known));
        day = "1987-03-02";
        JobProgress changed = await desk.Ingest(server.Address + "/sitemap.xml", time: _time);
        Assert.Equal((1, 1), (changed.Revised, changed.Known));
        Assert.Equal(["/1", "/2", "/1"], server.Requests.Select(request => request.Split(' ')[1]).Where(path => path is "/1" or "/2"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_list_of_feeds_is_followed_from_then_on(string engine)
    {
        using Desk desk = new(program.Reader, engine);
        await using LocalServer server = new((path, stream, _) => path switch
        {
            "/robots.txt" => LocalServer.Send(stream, "404 Not Found", "", []),
            "/a" => LocalServer.Page(stream, Feed(), "application/rss+xml"),
            _ => LocalServer.Send(stream, "410 Gone", "", []),
        });
        string file = desk.File("feeds.opml");
        await File.WriteAllTextAsync(file, $"<opml version=\"2.0\"><body><outline text=\"Quay\" xmlUrl=\"{server.Address}/a\"/><outline text=\"Strait\" xmlUrl=\"{server.Address}/b\"/></body></opml>", TestContext.Current.CancellationToken);
        JobProgress progress = await desk.Ingest(file, time: _time);
        Assert.Equal((1, 1), (progress.New, progress.Refused));
        Assert.Equal([(FeedState.Active, "Quay"), (FeedState.Gone, "Strait")], desk.Archive.Feeds.All().Select(feed => (feed.State, feed.Title)));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_host_that_fails_is_left_alone_and_asked_again_at_the_next_run(string engine)
    {
        using Desk desk = new(program.Reader, engine);
        bool well = false;
        await using LocalServer server = new((path, stream, _) => path switch
        {
            "/robots.txt" => LocalServer.Send(stream, "404 Not Found", "", []),
            "/feed" => LocalServer.Send(stream, "200 OK", "Content-Type: application/rss+xml\r\nETag: \"one\"\r\n", Encoding.UTF8.GetBytes(Feed("/1", "/2", "/3"))),
            _ when !well => LocalServer.Send(stream, "503 Service Unavailable", "Retry-After: 7200\r\n", []),
            _ => LocalServer.Page(stream, Corpus.Page(path[^1] - '0')),
        });
        JobProgress first = await desk.Ingest(server.Address + "/feed", time: _time);
        Assert.Equal((1, 1), (first.New, first.Refused));
        Assert.EndsWith("2 further addresses not fetched; the next run asks again", Assert.Single(desk.Notes), StringComparison.Ordinal);
        Assert.Null(Assert.Single(desk.Archive.Feeds.All()).ETag);
        well = true;
        _time.Advance(TimeSpan.FromHours(3));
        Assert.Equal(3, (await desk.Ingest(server.Address + "/feed", time: _time)).New);
        Assert.Equal("\"one\"", Assert.Single(desk.Archive.Feeds.All()).ETag);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_index_within_an_index_without_end_is_refused(string engine)
    {
        using Desk desk = new(program.Reader, engine);
        await using LocalServer server = new((path, stream, _) => path == "/robots.txt"
            ? LocalServer.Send(stream, "404 Not Found", "", [])
            : LocalServer.Page(stream, $"<sitemapindex><sitemap><loc>http://{Host(stream)}{path}x</loc></sitemap></sitemapindex>", "text/xml"));
        JobProgress progress = await desk.Ingest(server.Address + "/i", time: _time);
        Assert.Equal(1, progress.Refused);
        Assert.Contains("a list within a list", Assert.Single(desk.Refusals), StringComparison.Ordinal);
        Assert.InRange(server.Requests.Count, 3, 6);
    }

    /// <summary>A feed with one whole article and teasers that point to paths of the same server.</summary>
    private static string Feed(params string[] paths) =>
        "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>The Quay Gazette</title>"
        + string.Concat(paths.Select(path => $"<item><title>Norway signs a treaty with Chile at {path[^1]}</title><link>{path}</link><description>Norway and Chile signed a treaty in Oslo …</description></item>"))
        + "<item><title>A treaty in full</title><link>/full</link><content:encoded><![CDATA[<p>Norway and Chile signed a treaty in Oslo on Monday, the foreign ministry of Norway said.</p>]]></content:encoded></item></channel></rss>";

    private static string Host(NetworkStream stream) => stream.Socket.LocalEndPoint!.ToString()!;
}
