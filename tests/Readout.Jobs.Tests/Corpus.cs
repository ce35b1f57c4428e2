using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Readout.Jobs.Tests;

/// <summary>News made of sentences of our own: short articles over an invented spring, with what comes in beside them.</summary>
internal static class Corpus
{
    private static readonly string[] s_states = ["Norway", "Chile", "Peru", "Iceland", "Japan", "Kenya", "Portugal", "Canada", "Uruguay", "Finland"];
    private static readonly string[] s_cities = ["Oslo", "Santiago", "Lima", "Reykjavik", "Tokyo", "Nairobi", "Lisbon", "Ottawa", "Montevideo", "Helsinki"];

    private static readonly string[] s_sentences =
    [
        "The foreign ministers of {0} and {1} met in {2} on Monday to discuss fishing rights.",
        "{0} expelled three diplomats of {1} on Tuesday, the foreign ministry said.",
        "The president of {0} said that his country would send food to {1} next week.",
        "{0} accused {1} of firing on a patrol boat near the border.",
        "Police in {2} arrested 12 demonstrators on Wednesday.",
        "{0} and {1} signed a trade agreement in {2} last week.",
        "The government of {0} denied that it had broken off relations with {1}.",
        "\"We will not accept these conditions,\" the prime minister of {0} said.",
        "{0} threatened to close its ports to ships from {1}.",
        "Ministers of {0} and {1} plan to meet in {2} in June.",
    ];

    /// <summary>A line of JSON news. Every ninth comes again unchanged later on, every eleventh comes again changed.</summary>
    public static IEnumerable<string> Lines(int from, int count)
    {
        for (int i = from; i < from + count; i++)
        {
            yield return i % 40 == 39 ? "{broken" : i % 9 == 8 ? Line(i - 3, false) : i % 11 == 10 ? Line(i - 5, true) : Line(i, false);
        }
    }

    /// <summary>A page about the news of that number.</summary>
    public static string Page(int i) =>
        $"<html><head><title>{Title(i)}</title><meta property=\"article:published_time\" content=\"1987-0{1 + (i % 6)}-{1 + (i % 28):D2}\"></head><body><h1>{Title(i)}</h1><p>{Sentence(i, 0)} {Sentence(i, 3)}</p><p>{Sentence(i, 6)} Nobody was hurt, officials in the town said late in the evening.</p></body></html>";

    /// <summary>A folder with a file of lines, a web archive and another file of lines; <paramref name="articles"/> in all, about.</summary>
    public static void Write(string folder, int articles)
    {
        int third = articles / 3;
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, "a.jsonl"), Lines(0, third));
        File.WriteAllBytes(Path.Combine(folder, "b.warc.gz"), Archive(third, third));
        File.WriteAllLines(Path.Combine(folder, "c.jsonl"), Lines(Math.Max(0, third - 20), articles - (2 * third)));
    }

    /// <summary>A web archive of pages, each record compressed by itself.</summary>
    public static byte[] Archive(int from, int count) => [.. Enumerable.Range(from, count).SelectMany(Record)];

    private static byte[] Record(int i)
    {
        byte[] page = Encoding.UTF8.GetBytes(Page(i));
        byte[] response = [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"u8, .. page];
        string head = string.Create(CultureInfo.InvariantCulture, $"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://quay.example/{i}\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: {response.Length}\r\n\r\n");
        using MemoryStream member = new();
        using (GZipStream gzip = new(member, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write([.. Encoding.ASCII.GetBytes(head), .. response, .. "\r\n\r\n"u8]);
        return member.ToArray();
    }

    private static string Line(int i, bool changed) => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["id"] = $"n{i}",
        ["url"] = $"https://strait.example/news/{i}",
        ["title"] = Title(i),
        ["date"] = new DateOnly(1987, 3, 1).AddDays(i % 60).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["text"] = $"{Sentence(i, 0)} {Sentence(i, 1)}\n\n{Sentence(i, 2)}{(changed ? " A correction was added on Friday." : "")}",
    });

    private static string Title(int i) => $"{s_states[i % 10]} and {s_states[(i + 1 + (i / 10 % 8)) % 10]} in the news of day {i}";

    private static string Sentence(int i, int offset) =>
        string.Format(CultureInfo.InvariantCulture, s_sentences[(i + offset) % s_sentences.Length], s_states[i % 10], s_states[(i + 1 + (i / 10 % 8)) % 10], s_cities[(i + offset) % 10]);
}
