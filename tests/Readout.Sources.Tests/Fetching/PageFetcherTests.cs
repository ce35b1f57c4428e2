using System.IO.Compression;
using System.Text;

namespace Readout.Sources.Tests.Fetching;

public class PageFetcherTests
{
    private const string Page = "<html><head><title>Envoys meet in Oslo</title></head><body><h1>Envoys meet in Oslo</h1>"
        + "<p>Envoys of the two republics met in Oslo on Monday to speak about the border that has been closed since spring.</p>"
        + "<p>They agreed to meet again in the autumn, a spokesman said after the talks had ended.</p></body></html>";

    private static readonly SourceOptions s_local = Reading.Options with { AllowPrivate = true, FetchTimeout = TimeSpan.FromSeconds(10) };

    [Fact]
    public async Task APageIsFetchedWithTheProgramsName()
    {
        await using LocalServer server = new((_, stream, _) => LocalServer.Page(stream, Page));
        SourceResult result = Assert.Single(await Reading.All(server.Address + "/2009/03/05/envoys.html", s_local));
        Assert.Equal("Envoys meet in Oslo", result.Article?.Title);
        Assert.Equal(new DateOnly(2009, 3, 5), result.Article?.Published);
        Assert.Equal("url", result.Article?.Origin["published"]);
        Assert.Equal("fetched", result.Article?.Origin["url"]);
        Assert.Contains("User-Agent: Readout/", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RedirectsAreFollowedToThePage()
    {
        await using LocalServer server = new((path, stream, _) => path == "/a" ? LocalServer.Redirect(stream, "/b") : LocalServer.Page(stream, Page));
        SourceResult result = Assert.Single(await Reading.All(server.Address + "/a", s_local));
        Assert.Equal(server.Address + "/b", result.Article?.Url);
    }

    [Fact]
    public async Task EndlessRedirectsAreRefused()
    {
        await using LocalServer server = new((path, stream, _) => LocalServer.Redirect(stream, path + "x"));
        Assert.Contains("redirects more than 10 times", await Refused(server.Address + "/", s_local), StringComparison.Ordinal);
        Assert.Equal(11, server.Requests.Count);
    }

    [Fact]
    public async Task ARedirectToAnotherSchemeIsRefused()
    {
        await using LocalServer server = new((_, stream, _) => LocalServer.Redirect(stream, "file:///etc/hostname"));
        Assert.Contains("file: are not fetched", await Refused(server.Address + "/", s_local), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AServerThatHangsIsGivenUp()
    {
        await using LocalServer server = new((_, _, stop) => Task.Delay(Timeout.Infinite, stop));
        SourceOptions hasty = s_local with { FetchTimeout = TimeSpan.FromMilliseconds(300) };
        Assert.Contains("did not answer in full within 0.3 s", await Refused(server.Address + "/", hasty), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnswerThatDripsIsGivenUp()
    {
        await using LocalServer server = new(async (_, stream, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"u8.ToArray(), stop);
            while (true)
            {
                await stream.WriteAsync("x"u8.ToArray(), stop);
                await Task.Delay(20, stop);
            }
        });
        SourceOptions hasty = s_local with { FetchTimeout = TimeSpan.FromMilliseconds(400) };
        Assert.Contains("did not answer in full", await Refused(server.Address + "/", hasty), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMissingPageIsNamed()
    {
        await using LocalServer server = new((_, stream, _) => LocalServer.Send(stream, "404 Not Found", "", []));
        Assert.Contains("answered 404 Not Found (check the address)", await Refused(server.Address + "/gone", s_local), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACompressedBombIsRefused()
    {
        byte[] bomb = Bomb(30_000_000);
        Assert.InRange(bomb.Length, 1, 200_000);
        await using LocalServer server = new((_, stream, _) => LocalServer.Send(stream, "200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", bomb));
        Assert.Contains("larger than 20 MB after decompression", await Refused(server.Address + "/", s_local), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BrokenCompressionIsRefused()
    {
        await using LocalServer server = new((_, stream, _) => LocalServer.Send(stream, "200 OK", "Content-Encoding: gzip\r\n", Encoding.ASCII.GetBytes(Page)));
        Assert.Contains("cannot be decompressed", await Refused(server.Address + "/", s_local), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("http://localhost:9/")]
    [InlineData("http://[::1]:9/")]
    [InlineData("http://[::ffff:127.0.0.1]:9/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://169.254.169.254/latest/")]
    [InlineData("http://2130706433/")]
    public async Task PrivateAddressesAreRefusedUnlessAllowed(string address) =>
        Assert.Contains("private or local address", await Refused(address, Reading.Options), StringComparison.Ordinal);

    [Fact]
    public async Task AnUnreachableServerIsNamed() =>
        Assert.Contains("cannot be reached", await Refused("http://127.0.0.1:1/", s_local), StringComparison.Ordinal);

    [Theory]
    [InlineData("ftp://example.org/page")]
    [InlineData("file:///etc/hostname")]
    public async Task OtherSchemesAreRefused(string address) =>
        Assert.Contains("are not fetched", await Refused(address, s_local), StringComparison.Ordinal);

    private static async Task<string> Refused(string input, SourceOptions options)
    {
        SourceResult result = Assert.Single(await Reading.All(input, options));
        Assert.NotNull(result.Refusal);
        Assert.StartsWith(input, result.Refusal.ToString(), StringComparison.Ordinal);
        return result.Refusal.ToString();
    }

    private static byte[] Bomb(int length)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.SmallestSize))
        {
            byte[] piece = new byte[1_000_000];
            Array.Fill(piece, (byte)' ');
            for (int i = 0; i < length / piece.Length; i++) gzip.Write(piece);
        }

        return packed.ToArray();
    }
}
