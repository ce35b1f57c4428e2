using System.Net;
using System.Net.Sockets;
using System.Text;
using Readout.Sources.Fetching;

namespace Readout.Sources.Tests.Fetching;

/// <summary>The polite fetcher against a server that misbehaves in each way, with a clock that does not wait.</summary>
public class PoliteFetcherTests
{
    private static readonly SourceOptions s_local = Reading.Options with { AllowPrivate = true, FetchTimeout = TimeSpan.FromSeconds(10), Contact = "https://desk.example/about" };
    private readonly ManualTime _time = new();

    [Fact]
    public async Task Robots_are_asked_once_and_obeyed()
    {
        await using LocalServer server = Server("User-agent: readout\nDisallow: /drafts", (_, stream) => LocalServer.Page(stream, "<p>ok"));
        using PoliteFetcher fetcher = Fetcher();
        FetchOutcome page = await Get(fetcher, server.Address + "/news/1");
        FetchOutcome draft = await Get(fetcher, server.Address + "/drafts/1");
        Assert.Equal((FetchKind.Fetched, FetchKind.Forbidden), (page.Kind, draft.Kind));
        Assert.Contains("robots.txt does not permit", draft.What, StringComparison.Ordinal);
        Assert.Equal(["/robots.txt", "/news/1"], server.Requests.Select(Path));
        Assert.All(server.Requests, request => Assert.Matches(@"User-Agent: Readout/[0-9.]+ \(\+https://desk\.example/about\)", request));
    }

    [Theory]
    [InlineData("404 Not Found", FetchKind.Fetched)]
    [InlineData("403 Forbidden", FetchKind.Fetched)]
    [InlineData("500 Internal Server Error", FetchKind.Failed)]
    [InlineData("503 Service Unavailable", FetchKind.Failed)]
    [InlineData("429 Too Many Requests", FetchKind.Failed)]
    public async Task A_missing_file_permits_all_and_a_failing_server_nothing(string status, FetchKind expected)
    {
        await using LocalServer server = new((path, stream, _) => path == "/robots.txt" ? LocalServer.Send(stream, status, "", []) : LocalServer.Page(stream, "<p>ok"));
        using PoliteFetcher fetcher = Fetcher();
        FetchOutcome outcome = await Get(fetcher, server.Address + "/1");
        Assert.Equal(expected, outcome.Kind);
        if (expected == FetchKind.Failed) Assert.Equal(["/robots.txt"], server.Requests.Select(Path));
    }

    [Fact]
    public async Task A_robots_file_that_does_not_come_forbids_for_now_and_is_asked_again_later()
    {
        bool silent = true;
        await using LocalServer server = new((path, stream, stop) => path == "/robots.txt" && silent ? Task.Delay(Timeout.Infinite, stop) : LocalServer.Page(stream, "", "text/plain"));
        using PoliteFetcher fetcher = new(s_local with { FetchTimeout = TimeSpan.FromMilliseconds(300) }, null, _time);
        FetchOutcome first = await Get(fetcher, server.Address + "/1");
        Assert.Equal(FetchKind.Failed, first.Kind);
        Assert.Contains("robots.txt cannot be had", first.What, StringComparison.Ordinal);
        silent = false;
        _time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(FetchKind.Fetched, (await Get(fetcher, server.Address + "/1")).Kind);
    }

    [Fact]
    public async Task Robots_hold_at_every_hop()
    {
        await using LocalServer server = new((path, stream, _) => path switch
        {
            "/robots.txt" => LocalServer.Page(stream, "User-agent: *\nDisallow: /secret", "text/plain"),
            "/a" => LocalServer.Redirect(stream, "/secret/b"),
            _ => LocalServer.Page(stream, "<p>ok"),
        });
        using PoliteFetcher fetcher = Fetcher();
        Assert.Equal(FetchKind.Forbidden, (await Get(fetcher, server.Address + "/a")).Kind);
        Assert.Equal(["/robots.txt", "/a"], server.Requests.Select(Path));
    }

    [Fact]
    public async Task Validators_are_kept_and_sent_verbatim()
    {
        const string tag = "W/\"ä-odd,  value\"";
        const string modified = "Tue, 4 May 1999 06:00:00 +0000";
        await using LocalServer server = Server("", (request, stream) => request.Contains("If-None-Match", StringComparison.Ordinal)
            ? Raw(stream, "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n")
            : LocalServer.Send(stream, "200 OK", $"Content-Type: text/html\r\nETag: {tag.Replace("ä", "a", StringComparison.Ordinal)}\r\nLast-Modified: {modified}\r\n", "<p>ok"u8.ToArray()));
        using PoliteFetcher fetcher = Fetcher();
        FetchOutcome first = await Get(fetcher, server.Address + "/feed");
        Assert.Equal(("W/\"a-odd,  value\"", modified), (first.ETag, first.LastModified));
        FetchOutcome second = await fetcher.FetchAsync(new FetchRequest(new Uri(server.Address + "/feed")) { ETag = first.ETag, LastModified = first.LastModified }, TestContext.Current.CancellationToken);
        Assert.Equal((FetchKind.NotModified, first.ETag, first.LastModified), (second.Kind, second.ETag, second.LastModified));
        Assert.Contains("If-None-Match: W/\"a-odd,  value\"\r\n", server.Requests[^1], StringComparison.Ordinal);
        Assert.Contains($"If-Modified-Since: {modified}\r\n", server.Requests[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_to_one_host_are_spaced()
    {
        await using LocalServer server = Server("User-agent: *\nCrawl-delay: 7", (_, stream) => LocalServer.Page(stream, "<p>ok"));
        using PoliteFetcher fetcher = Fetcher();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Get(fetcher, $"{server.Address}/{i}")));
        Assert.Equal([7, 7], _time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Theory]
    [InlineData("429 Too Many Requests", "Retry-After: 90\r\n", 90)]
    [InlineData("503 Service Unavailable", "Retry-After: Tue, 01 Jun 2010 12:01:30 GMT\r\n", 90)]
    [InlineData("503 Service Unavailable", "", 30)]
    [InlineData("503 Service Unavailable", "Retry-After: soon\r\n", 30)]
    [InlineData("500 Internal Server Error", "", 30)]
    public async Task A_wait_that_is_asked_for_is_kept_before_the_next_try(string status, string header, int seconds)
    {
        int asked = 0;
        await using LocalServer server = Server("", (_, stream) => ++asked == 1 ? LocalServer.Send(stream, status, header, []) : LocalServer.Page(stream, "<p>ok"));
        using PoliteFetcher fetcher = Fetcher();
        Assert.Equal(FetchKind.Fetched, (await Get(fetcher, server.Address + "/1")).Kind);
        Assert.Equal([seconds], _time.Waits.Select(wait => (int)wait.TotalSeconds));
    }

    [Fact]
    public async Task A_wait_beyond_patience_is_told_and_spares_the_host()
    {
        await using LocalServer server = Server("", (_, stream) => LocalServer.Send(stream, "429 Too Many Requests", "Retry-After: 86400\r\n", []));
        using PoliteFetcher fetcher = Fetcher();
        FetchOutcome first = await Get(fetcher, server.Address + "/1");
        FetchOutcome second = await Get(fetcher, server.Address + "/2");
        Assert.Equal((FetchKind.Failed, FetchKind.Failed), (first.Kind, second.Kind));
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromDays(1), second.RetryAt);
        Assert.Contains("asks to be left alone until 2010-06-02 12:00 UTC", second.What, StringComparison.Ordinal);
        Assert.Equal(["/robots.txt", "/1"], server.Requests.Select(Path));
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task Failures_are_tried_again_with_growing_waits_and_then_given_up()
    {
        await using LocalServer server = Server("", (_, stream) => LocalServer.Send(stream, "502 Bad Gateway", "", []));
        using PoliteFetcher fetcher = Fetcher();
        FetchOutcome outcome = await Get(fetcher, server.Address + "/1");
        Assert.Equal((FetchKind.Failed, 502), (outcome.Kind, outcome.Status));
        Assert.Equal([30, 60], _time.Waits.Select(wait => (int)wait.TotalSeconds));
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromSeconds(120), outcome.RetryAt);
    }

    [Theory]
    [InlineData("410 Gone", 410)]
    [InlineData("404 Not Found", 404)]
    [InlineData("401 Unauthorized", 401)]
    public async Task What_is_refused_is_not_asked_again(string status, int code)
    {
        await using LocalServer server = Server("", (_, stream) => LocalServer.Send(stream, status, "", []));
        using PoliteFetcher fetcher = Fetcher();
        FetchOutcome outcome = await Get(fetcher, server.Address + "/1");
        Assert.Equal((FetchKind.Refused, code), (outcome.Kind, outcome.Status));
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("301 Moved Permanently", true)]
    [InlineData("308 Permanent Redirect", true)]
    [InlineData("302 Found", false)]
    [InlineData("307 Temporary Redirect", false)]
    public async Task A_move_for_good_is_told(string status, bool told)
    {
        await using LocalServer server = new((path, stream, _) => path == "/old" ? LocalServer.Send(stream, status, "Location: /new\r\n", []) : LocalServer.Page(stream, "", "text/plain"));
        using PoliteFetcher fetcher = Fetcher();
        FetchOutcome outcome = await Get(fetcher, server.Address + "/old");
        Assert.Equal(server.Address + "/new", outcome.Page?.Address.AbsoluteUri);
        Assert.Equal(told ? server.Address + "/new" : null, outcome.MovedTo?.AbsoluteUri);
    }

    [Fact]
    public async Task Redirects_without_end_are_refused()
    {
        await using LocalServer server = new((path, stream, _) => path == "/robots.txt" ? LocalServer.Page(stream, "", "text/plain") : LocalServer.Redirect(stream, path + "x"));
        using PoliteFetcher fetcher = Fetcher();
        Assert.Contains("redirects more than 10 times", (await Get(fetcher, server.Address + "/")).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_to_a_private_address_is_refused()
    {
        await using LocalServer server = new((path, stream, _) => path == "/robots.txt" ? LocalServer.Page(stream, "", "text/plain") : LocalServer.Redirect(stream, "http://127.0.0.2:1/"));
        using PoliteFetcher fetcher = Guarded(_ => IPAddress.Loopback);
        FetchOutcome outcome = await Get(fetcher, server.Address + "/");
        Assert.Equal(FetchKind.Refused, outcome.Kind);
        Assert.Contains("127.0.0.2 is a private or local address", outcome.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_changes_to_a_private_address_is_refused()
    {
        int resolved = 0;
        await using LocalServer server = new((_, stream, _) => LocalServer.Page(stream, "", "text/plain"));
        string port = new Uri(server.Address).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using PoliteFetcher fetcher = Guarded(_ => ++resolved <= 2 ? IPAddress.Loopback : IPAddress.Parse("127.0.0.2"));
        Assert.Equal(FetchKind.Fetched, (await Get(fetcher, $"http://news.test:{port}/1")).Kind);
        FetchOutcome second = await Get(fetcher, $"http://news.test:{port}/2");
        Assert.Equal(FetchKind.Refused, second.Kind);
        Assert.Contains("news.test is a private or local address", second.What, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Private_addresses_are_refused_before_anything_is_asked()
    {
        await using LocalServer server = Server("", (_, stream) => LocalServer.Page(stream, "<p>ok"));
        using PoliteFetcher fetcher = new(s_local with { AllowPrivate = false }, null, _time);
        Assert.Contains("private or local address", (await Get(fetcher, server.Address + "/1")).What, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_answer_that_drips_is_given_up()
    {
        await using LocalServer server = Server("", async (_, stream) =>
        {
            await Raw(stream, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            for (int i = 0; i < 1000; i++)
            {
                await Raw(stream, "x");
                await Task.Delay(20);
            }
        });
        using PoliteFetcher fetcher = new(s_local with { FetchTimeout = TimeSpan.FromMilliseconds(500) }, new Politeness { Attempts = 1 }, _time);
        Assert.Contains("did not answer in full within 0.5 s", (await Get(fetcher, server.Address + "/1")).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_without_end_is_refused_at_the_limit()
    {
        byte[] piece = new byte[65_536];
        await using LocalServer server = Server("", async (_, stream) =>
        {
            await Raw(stream, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n");
            while (true) await stream.WriteAsync(piece);
        });
        using PoliteFetcher fetcher = new(s_local with { MaxBytes = 1_000_000 }, null, _time);
        FetchOutcome outcome = await Get(fetcher, server.Address + "/1");
        Assert.Equal((FetchKind.Refused, true), (outcome.Kind, outcome.What!.Contains("larger than 1 MB", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\nConnection: close\r\n\r\nshort", FetchKind.Failed, "broke off")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 99000000000\r\nConnection: close\r\n\r\nx", FetchKind.Refused, "larger than 20 MB")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 9\r\nConnection: close\r\n\r\nnot gzip!", FetchKind.Refused, "cannot be decompressed")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\nx", FetchKind.Failed, "")]
    [InlineData("HTTP/9 nonsense\r\n\r\n", FetchKind.Refused, "the answer is no HTTP")]
    [InlineData("", FetchKind.Failed, "broke off")]
    public async Task A_lying_or_broken_answer_is_told(string answer, FetchKind kind, string what)
    {
        await using LocalServer server = Server("", (_, stream) => Raw(stream, answer));
        using PoliteFetcher fetcher = Fetcher();
        FetchOutcome outcome = await Get(fetcher, server.Address + "/1");
        Assert.Equal(kind, outcome.Kind);
        Assert.Contains(what, outcome.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        await using LocalServer server = Server("", (_, stream) => Raw(stream, "HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"X-{i}: {new string('x', 60)}\r\n")) + "\r\n"));
        using PoliteFetcher fetcher = Fetcher();
        Assert.Contains("headers of the answer are larger than 64 KB", (await Get(fetcher, server.Address + "/1")).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_robots_file_is_read_up_to_its_limit()
    {
        string file = "User-agent: *\nDisallow: /a\n#" + new string('x', 600_000) + "\nDisallow: /b\n";
        await using LocalServer server = Server(file, (_, stream) => LocalServer.Page(stream, "<p>ok"));
        using PoliteFetcher fetcher = Fetcher();
        Assert.Equal(FetchKind.Forbidden, (await Get(fetcher, server.Address + "/a")).Kind);
        Assert.Equal(FetchKind.Fetched, (await Get(fetcher, server.Address + "/b")).Kind);
    }

    private PoliteFetcher Fetcher() => new(s_local, null, _time);

    /// <summary>A fetcher for which 127.0.0.1 is the public internet and all else is private.</summary>
    private PoliteFetcher Guarded(Func<string, IPAddress> resolve) =>
        new(s_local, new Politeness(), _time, new Sources.Fetching.WebClient(s_local, (host, _) => Task.FromResult(new[] { resolve(host) }), address => address.Equals(IPAddress.Loopback)));

    private static LocalServer Server(string robots, Func<string, NetworkStream, Task> answer)
    {
        LocalServer? server = null;
        server = new LocalServer((path, stream, _) => path == "/robots.txt" ? LocalServer.Page(stream, robots, "text/plain") : answer(server!.Requests[^1], stream));
        return server;
    }

    private static Task<FetchOutcome> Get(PoliteFetcher fetcher, string address) => fetcher.FetchAsync(new FetchRequest(new Uri(address)), TestContext.Current.CancellationToken);

    private static Task Raw(NetworkStream stream, string text) => stream.WriteAsync(Encoding.Latin1.GetBytes(text)).AsTask();

    private static string Path(string request) => request.Split(' ')[1];
}
