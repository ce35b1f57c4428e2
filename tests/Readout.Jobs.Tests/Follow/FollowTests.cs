using System.Text;
using Readout.Archive.Feeds;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Writing;
using Readout.Jobs.Follow;
using Readout.Jobs.Links;
using Readout.Sources.Tests.Fetching;

namespace Readout.Jobs.Tests.Follow;

public class FollowTests(ProgramCopy program)
{
    public static TheoryData<string> Engines => Engine.All;

    private readonly ManualTime _time = new();

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Feeds_are_asked_when_their_turn_comes_until_stopped(string engine)
    {
        using Desk desk = new(program.Reader, engine);
        int polls = 0;
        using CancellationTokenSource stop = new();
        await using LocalServer server = Server((request, stream) =>
        {
            polls++;
            if (polls == 4) stop.Cancel();
            return request.Contains("If-None-Match: \"2\"", StringComparison.Ordinal)
                ? stream.WriteAsync("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"u8.ToArray()).AsTask()
                : LocalServer.Send(stream, "200 OK", $"Content-Type: application/rss+xml\r\nETag: \"{Math.Min(polls, 2)}\"\r\n", Encoding.UTF8.GetBytes(Feed(Math.Min(polls, 2))));
        });
        FollowJob.Add(desk.Archive, [new Uri(server.Address + "/feed")], _time.GetUtcNow());
        JobProgress progress = await Job(desk).RunAsync(once: false, stop.Token);
        Assert.Equal((2, 0), (progress.New, progress.Refused));
        FollowedFeed feed = Assert.Single(desk.Archive.Feeds.All());
        Assert.Equal(("\"2\"", 2L), (feed.ETag, feed.Articles));
        Assert.True(_time.GetUtcNow() - feed.AddedAt >= TimeSpan.FromMinutes(90), "three intervals passed");
        Assert.Equal(4, polls);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_dead_feed_is_told_once(string engine)
    {
        using Desk desk = new(program.Reader, engine);
        await using LocalServer server = Server((_, stream) => LocalServer.Send(stream, "404 Not Found", "", []));
        Uri address = new(server.Address + "/feed");
        FollowJob.Add(desk.Archive, [address], _time.GetUtcNow());
        FollowJob job = Job(desk);
        for (int i = 0; i < FeedSchedule.DeadAfter + 2; i++)
        {
            await job.RunAsync(once: true, TestContext.Current.CancellationToken);
            _time.Advance(TimeSpan.FromDays(2));
        }

        Assert.Contains("failed 10 times in a row: the server answered 404 Not Found", Assert.Single(desk.Notes), StringComparison.Ordinal);
        Assert.Equal(FeedSchedule.DeadAfter + 2, desk.Archive.Feeds.Find(address)!.Failures);
        FollowJob.Add(desk.Archive, [address], _time.GetUtcNow());
        Assert.Equal(0, desk.Archive.Feeds.Find(address)!.Failures);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_is_gone_is_not_asked_again(string engine)
    {
        using Desk desk = new(program.Reader, engine);
        await using LocalServer server = Server((_, stream) => LocalServer.Send(stream, "410 Gone", "", []));
        FollowJob.Add(desk.Archive, [new Uri(server.Address + "/feed")], _time.GetUtcNow());
        await Job(desk).RunAsync(once: true, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromDays(30));
        await Job(desk).RunAsync(once: true, TestContext.Current.CancellationToken);
        Assert.Equal(2, server.Requests.Count);
        Assert.Contains("is gone for good", desk.Notes[0], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_feed_that_moved_for_good_is_followed_to_its_place(string engine)
    {
        using Desk desk = new(program.Reader, engine);
        await using LocalServer server = new((path, stream, _) => path switch
        {
            "/robots.txt" => LocalServer.Send(stream, "404 Not Found", "", []),
            "/old" => LocalServer.Send(stream, "301 Moved Permanently", "Location: /new\r\n", []),
            _ => LocalServer.Page(stream, Feed(1), "application/rss+xml"),
        });
        FollowJob.Add(desk.Archive, [new Uri(server.Address + "/old")], _time.GetUtcNow());
        await Job(desk).RunAsync(once: true, TestContext.Current.CancellationToken);
        Assert.Equal(server.Address + "/new", Assert.Single(desk.Archive.Feeds.All()).Address.AbsoluteUri);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Between_polls_others_may_write(string engine)
    {
        using Desk desk = new(program.Reader, engine);
        await using LocalServer server = Server((_, stream) => LocalServer.Page(stream, Feed(1), "application/rss+xml"));
        FollowJob.Add(desk.Archive, [new Uri(server.Address + "/feed")], _time.GetUtcNow());
        await Job(desk).RunAsync(once: true, TestContext.Current.CancellationToken);
        using ArchiveWriter writer = desk.Archive.BeginWriting();
        await Job(desk).RunAsync(once: true, TestContext.Current.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Feeds_are_added_once_and_removed(string engine)
    {
        using Desk desk = new(program.Reader, engine);
        Uri address = new("https://quay.example/feed");
        FollowJob.Add(desk.Archive, [address, address], _time.GetUtcNow());
        Assert.Single(desk.Archive.Feeds.All());
        Assert.Empty(FollowJob.Remove(desk.Archive, [address]));
        Assert.Equal([address], FollowJob.Remove(desk.Archive, [address]));
    }

    private FollowJob Job(Desk desk) => new(desk.Archive, program.Reader, Desk.Local, FeedSchedule.Default, desk, _time);

    private static LocalServer Server(Func<string, System.Net.Sockets.NetworkStream, Task> feed)
    {
        LocalServer? server = null;
        server = new LocalServer((path, stream, _) => path == "/robots.txt" ? LocalServer.Send(stream, "404 Not Found", "", []) : feed(server!.Requests[^1], stream));
        return server;
    }

    private static string Feed(int entries) =>
        "<rss version=\"2.0\"><channel><title>The Quay Gazette</title>"
        + string.Concat(Enumerable.Range(1, entries).Select(i => $"<item><title>Treaty {i}</title><guid isPermaLink=\"false\">t{i}</guid><description>Norway and Chile signed treaty number {i} in Oslo on Monday, the foreign ministry said.</description></item>"))
        + "</channel></rss>";
}
