using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Readout.Sources.Warc;

namespace Readout.Sources.Tests.Warc;

public class WarcTests
{
    private static readonly string[] s_ports = ["Alta", "Bergen", "Cadiz", "Dover", "Elba"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_page_of_an_archive_is_read(bool compressed)
    {
        List<SourceResult> results = await Read(Join(compressed, [Info(), .. s_ports.Select(Page)]));
        Assert.Equal(s_ports.Select(port => $"The harbour of {port} opens"), results.Select(result => result.Article?.Title));
        Assert.Equal("https://quay.example/Alta", results[0].Article!.Url);
    }

    [Fact]
    public async Task An_archive_compressed_as_a_whole_is_read()
    {
        byte[] whole = Gzip(Join(false, [Info(), .. s_ports.Select(Page)]));
        Assert.Equal(s_ports.Length, (await Read(whole)).Count(result => result.Article is not null));
    }

    [Fact]
    public async Task What_is_missing_moved_or_no_text_is_passed_over()
    {
        byte[][] records =
        [
            Record("request", "application/http;msgtype=request", "https://quay.example/x", "GET / HTTP/1.1\r\n\r\n"u8.ToArray()),
            Response("https://quay.example/gone", "404 Not Found", "text/html", "", "<p>Gone.</p>"u8.ToArray()),
            Response("https://quay.example/moved", "301 Moved Permanently", "text/html", "Location: /x\r\n", "<p>Moved.</p>"u8.ToArray()),
            Response("https://quay.example/a.png", "200 OK", "image/png", "", [0x89, 0x50, 0x4E, 0x47]),
            Response("https://quay.example/robots.txt", "200 OK", "text/plain", "", "User-agent: *\nDisallow: /\n"u8.ToArray()),
            Record("revisit", "application/http;msgtype=response", "https://quay.example/again", "HTTP/1.1 200 OK\r\n\r\n"u8.ToArray()),
            Page("Alta"),
        ];
        Assert.Equal("The harbour of Alta opens", Assert.Single(await Read(Join(true, records))).Article?.Title);
    }

    [Fact]
    public async Task Bodies_are_decoded()
    {
        byte[] page = Encoding.UTF8.GetBytes(Html("Alta"));
        byte[] gzip = Gzip(page);
        byte[] chunked = [.. Encoding.ASCII.GetBytes($"{gzip.Length:x}\r\n"), .. gzip, .. "\r\n0\r\n\r\n"u8];
        using MemoryStream brotli = new();
        using (BrotliStream packer = new(brotli, CompressionLevel.Fastest, true)) packer.Write(page);
        byte[][] records =
        [
            Response("https://quay.example/1", "200 OK", "text/html; charset=utf-8", "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunked),
            Response("https://quay.example/2", "200 OK", "text/html", "Content-Encoding: br\r\n", brotli.ToArray()),
            Response("https://quay.example/3", "200 OK", "text/html", "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", page),
        ];
        Assert.All(await Read(Join(true, records)), result => Assert.Equal("The harbour of Alta opens", result.Article?.Title));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_damaged_record_costs_itself_alone(int damaged)
    {
        byte[][] members = [.. s_ports.Select(port => Gzip(Page(port)))];
        byte[] broken = members[damaged];
        for (int i = broken.Length / 2; i < (broken.Length / 2) + 20; i++) broken[i] ^= 0x5A;
        List<SourceResult> results = await Read([.. members.SelectMany(member => member)]);
        Assert.Equal(s_ports.Where((_, i) => i != damaged).Select(port => $"The harbour of {port} opens"), Titles(results));
        Refusal refusal = Assert.Single(results, result => result.Refusal is not null).Refusal!;
        Assert.Equal($"news.warc.gz#{damaged + 1}", refusal.Where);
        Assert.Contains("the record is damaged", refusal.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_end_or_start_of_a_member_costs_itself_alone()
    {
        foreach (int position in new[] { 0, 1, 2, 3, 10, 11, -1, -4, -5, -8, -9 })
        {
            byte[][] members = [.. s_ports.Select(port => Gzip(Page(port)))];
            byte[] broken = members[2];
            broken[position < 0 ? broken.Length + position : position] ^= 0xFF;
            List<SourceResult> results = await Read([.. members.SelectMany(member => member)]);
            Assert.Equal(s_ports.Where(port => port != "Cadiz").Select(port => $"The harbour of {port} opens"), Titles(results).Where(title => title != "The harbour of Cadiz opens"));
            Assert.InRange(results.Count(result => result.Refusal is not null), 0, 1);
        }
    }

    [Fact]
    public async Task Any_cut_leaves_the_records_before_it()
    {
        byte[][] members = [.. s_ports.Select(port => Gzip(Page(port)))];
        byte[] archive = [.. members.SelectMany(member => member)];
        int second = members[0].Length + members[1].Length;
        for (int cut = second + 1; cut < archive.Length; cut += 37)
        {
            List<SourceResult> results = await Read(archive[..cut]);
            Assert.Equal(["The harbour of Alta opens", "The harbour of Bergen opens"], Titles(results).Take(2));
            Assert.InRange(results.Count(result => result.Refusal is not null), 0, 1);
        }
    }

    [Theory]
    [InlineData("-40")]
    [InlineData("+40")]
    [InlineData("+100000")]
    [InlineData("none")]
    public async Task A_wrong_length_costs_itself_alone(string change)
    {
        byte[][] records = [.. s_ports.Select(Page)];
        string text = Encoding.UTF8.GetString(records[1]);
        int at = text.IndexOf("Content-Length: ", StringComparison.Ordinal) + "Content-Length: ".Length;
        int end = text.IndexOf('\r', at);
        int length = int.Parse(text[at..end], CultureInfo.InvariantCulture);
        string wrong = change == "none" ? "" : (length + int.Parse(change, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);
        records[1] = Encoding.UTF8.GetBytes(text[..at] + wrong + text[end..]);
        List<SourceResult> results = await Read(Join(false, records), "news.warc");
        int lost = change == "+100000" ? 4 : 1;
        Assert.Equal(s_ports.Length - lost, Titles(results).Count());
        Assert.Single(results, result => result.Refusal is not null);
    }

    [Fact]
    public async Task A_changed_byte_is_told_by_the_digest()
    {
        byte[] response = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + Html("Alta"));
        string digest = "WARC-Block-Digest: sha256:" + Convert.ToHexString(SHA256.HashData(response)) + "\r\n";
        byte[] sound = Record("response", "application/http;msgtype=response", "https://quay.example/1", response, digest);
        Assert.NotNull(Assert.Single(await Read(sound, "news.warc")).Article);
        sound[^20] ^= 1;
        Assert.Contains("does not fit its digest", Assert.Single(await Read(sound, "news.warc")).Refusal?.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", true)]
    [InlineData("SHA-1:DA39A3EE5E6B4B0D3255BFEF95601890AFD80709", true)]
    [InlineData("sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYA", false)]
    [InlineData("md5:d41d8cd98f00b204e9800998ecf8427e", true)]
    [InlineData("md5:d41d8cd98f00b204e9800998ecf8427f", false)]
    [InlineData("whirlpool:00", true)]
    [InlineData("sha1:cut off", true)]
    [InlineData(null, true)]
    public void Digests_of_an_empty_block_fit_or_do_not(string? digest, bool fits) => Assert.Equal(fits, WarcDigest.Fits(digest, []));

    [Fact]
    public async Task A_record_beyond_the_limit_is_passed_over_with_a_line()
    {
        byte[] large = Response("https://quay.example/large", "200 OK", "text/html", "", new byte[300_000]);
        List<SourceResult> results = await Read(Join(true, [large, Page("Alta")]), options: Reading.Options with { MaxBytes = 100_000 });
        Assert.Contains("the record is larger than", results[0].Refusal?.What, StringComparison.Ordinal);
        Assert.NotNull(results[1].Article);
    }

    [Fact]
    public async Task A_header_without_end_is_refused()
    {
        byte[] endless = [.. "WARC/1.1\r\nX: "u8, .. Enumerable.Repeat((byte)'x', 200_000), .. "\r\n\r\n"u8, .. Page("Alta")];
        List<SourceResult> results = await Read(endless, "news.warc");
        Assert.Contains("header does not end", results[0].Refusal?.What, StringComparison.Ordinal);
        Assert.NotNull(results[1].Article);
    }

    [Fact]
    public async Task A_page_that_explodes_when_unpacked_is_refused()
    {
        byte[] bomb = Gzip(new byte[5_000_000]);
        byte[] record = Response("https://quay.example/bomb", "200 OK", "text/html", "Content-Encoding: gzip\r\n", bomb);
        List<SourceResult> results = await Read(Join(true, [record, Page("Alta")]), options: Reading.Options with { MaxBytes = 1_000_000 });
        Assert.Contains("larger than 1 MB after decompression", results[0].Refusal?.What, StringComparison.Ordinal);
        Assert.NotNull(results[1].Article);
    }

    [Fact]
    public async Task Bytes_that_are_no_archive_are_refused_in_one_line() =>
        Assert.NotNull(Assert.Single(await Read(Encoding.ASCII.GetBytes("WARC/1.0 but then nothing of the kind"), "news.warc")).Refusal);

    private static IEnumerable<string?> Titles(List<SourceResult> results) => results.Where(result => result.Article is not null).Select(result => result.Article!.Title);

    private static Task<List<SourceResult>> Read(byte[] archive, string name = "news.warc.gz", SourceOptions? options = null) => Reading.All(archive, name, options);

    private static byte[] Join(bool compressed, byte[][] records) => [.. records.SelectMany(record => compressed ? Gzip(record) : record)];

    private static byte[] Gzip(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, true)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Info() => Record("warcinfo", "application/warc-fields", null, "software: ours\r\n"u8.ToArray());

    private static byte[] Page(string port) => Response("https://quay.example/" + port, "200 OK", "text/html; charset=utf-8", "", Encoding.UTF8.GetBytes(Html(port)));

    private static string Html(string port) =>
        $"<html><head><title>The harbour of {port} opens</title></head><body><h1>The harbour of {port} opens</h1>"
        + string.Concat(Enumerable.Range(1, 8).Select(i => $"<p>The council of {port} met on day {i} and voted to open the harbour to foreign ships again, the harbour master said.</p>")) + "</body></html>";

    private static byte[] Response(string address, string status, string type, string headers, byte[] body) =>
        Record("response", "application/http;msgtype=response", address, [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n{headers}\r\n"), .. body]);

    private static byte[] Record(string kind, string type, string? address, byte[] block, string more = "")
    {
        string target = address is null ? "" : $"WARC-Target-URI: {address}\r\n";
        string head = string.Create(CultureInfo.InvariantCulture, $"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\n{target}{more}Content-Type: {type}\r\nContent-Length: {block.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. block, .. "\r\n\r\n"u8];
    }
}
