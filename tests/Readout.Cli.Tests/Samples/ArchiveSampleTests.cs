using System.Globalization;
using System.IO.Compression;
using System.Text;
using Readout.Tests;

namespace Readout.Cli.Tests.Samples;

/// <summary>
/// <c>samples/news/archive.warc.gz</c> (ISO 28500, WARC 1.1) is made of the sample pages: a <c>warcinfo</c> record, a response
/// for each page and one for a page that is gone. Run with <c>READOUT_ACCEPT=1</c> to make it again.
/// </summary>
public class ArchiveSampleTests
{
    private static readonly (string File, string Address, string Day)[] Pages =
    [
        ("cod-war.html", "https://harbour-gazette.example/world/iceland-breaks-off-relations", "1976-02-20T10:00:00Z"),
        ("expulsions.html", "https://northern-dispatch.example/1971/09/25/expulsions/", "1971-09-25T12:00:00Z"),
        ("border-ceasefire.html", "https://correo-del-pacifico.example/en/ceasefire", "1995-02-18T15:00:00Z"),
        ("election.html", "https://isthmus-monitor.example/politics/chamorro", "1990-02-27T16:00:00Z"),
    ];

    [Fact]
    public void The_web_archive_holds_the_sample_pages()
    {
        string path = Repository.Path("samples", "news", "archive.warc.gz");
        byte[] archive = Archive();
        if (Environment.GetEnvironmentVariable("READOUT_ACCEPT") == "1") File.WriteAllBytes(path, Compressed(archive));
        using GZipStream kept = new(File.OpenRead(path), CompressionMode.Decompress);
        using MemoryStream content = new();
        kept.CopyTo(content);
        Assert.True(archive.AsSpan().SequenceEqual(content.ToArray()),
            "The archive is not made of the present pages. Make it again: READOUT_ACCEPT=1 dotnet run --project tests/Readout.Cli.Tests -- -class " + GetType().FullName);
    }

    private static byte[] Archive()
    {
        using MemoryStream archive = new();
        foreach (byte[] record in Records()) archive.Write(record);
        return archive.ToArray();
    }

    // Each record is a gzip member of its own, as the standard recommends (annex D.2).
    private static byte[] Compressed(byte[] archive)
    {
        using MemoryStream members = new();
        int at = 0;
        foreach (byte[] record in Records())
        {
            using GZipStream member = new(members, CompressionLevel.SmallestSize, leaveOpen: true);
            member.Write(archive, at, record.Length);
            at += record.Length;
        }

        return members.ToArray();
    }

    private static IEnumerable<byte[]> Records()
    {
        yield return Record("warcinfo", 0, null, "1995-02-20T00:00:00Z", "application/warc-fields", "software: Readout samples\r\nformat: WARC File Format 1.1\r\n"u8.ToArray());
        int number = 0;
        foreach ((string file, string address, string day) in Pages)
        {
            byte[] page = File.ReadAllBytes(Repository.Path("samples", "news", file));
            string charset = file == "border-ceasefire.html" ? "windows-1252" : "utf-8";
            yield return Record("response", ++number, address, day, "application/http;msgtype=response", Response("200 OK", $"text/html; charset={charset}", page));
        }

        yield return Record("response", ++number, "https://isthmus-monitor.example/politics/gone", "1990-03-01T00:00:00Z", "application/http;msgtype=response",
            Response("404 Not Found", "text/html; charset=utf-8", "<!doctype html><title>Gone</title><p>There is no such page.</p>\n"u8.ToArray()));
    }

    private static byte[] Response(string status, string type, byte[] body) =>
        [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n")), .. body];

    private static byte[] Record(string kind, int number, string? address, string day, string type, byte[] block)
    {
        StringBuilder head = new("WARC/1.1\r\n");
        head.Append(CultureInfo.InvariantCulture, $"WARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:D12}>\r\nWARC-Date: {day}\r\n");
        if (address is not null) head.Append(CultureInfo.InvariantCulture, $"WARC-Target-URI: {address}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Type: {type}\r\nContent-Length: {block.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head.ToString()), .. block, .. "\r\n\r\n"u8];
    }
}
