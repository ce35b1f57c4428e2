using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Readout.Sources.Feeds;
using Readout.Tests;
using Readout.Text;

namespace Readout.Sources.Tests.Feeds;

/// <summary>Feeds, lists of feeds and sitemaps against <c>tests/specs/feeds/cases.json</c>.</summary>
public class ListTests
{
    private static readonly Dictionary<string, JsonElement> s_cases = Load();

    public static TheoryData<string> Cases() => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_list_gives_its_entries(string name)
    {
        JsonElement expected = s_cases[name];
        string text = string.Join('\n', expected.GetProperty("lines").EnumerateArray().Select(line => line.GetString()));
        List<SourceItem> items = await Open(Encoding.UTF8.GetBytes(text), expected.GetProperty("file").GetString()!);
        JsonElement[] entries = [.. expected.GetProperty("items").EnumerateArray()];
        Assert.Equal(entries.Length, items.Count);
        for (int i = 0; i < entries.Length; i++) AssertMeets(entries[i], items[i]);
    }

    [Fact]
    public async Task A_compressed_sitemap_is_opened()
    {
        string text = string.Join('\n', s_cases["a news sitemap"].GetProperty("lines").EnumerateArray().Select(line => line.GetString()));
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        Assert.Equal("https://quay.example/1", Assert.Single(await Open(packed.ToArray(), "news.xml.gz")).Link?.Address.AbsoluteUri);
    }

    [Fact]
    public async Task Where_nothing_is_fetched_a_list_without_words_is_refused_once()
    {
        const string opml = "<opml version=\"2.0\"><body><outline xmlUrl=\"https://a.example/feed\"/><outline xmlUrl=\"https://b.example/feed\"/></body></opml>";
        SourceResult result = Assert.Single(await Reading.All(Encoding.UTF8.GetBytes(opml), "feeds.opml"));
        Assert.StartsWith("feeds.opml: the list names 2 addresses and holds no text of them", result.Refusal!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nest_without_end_is_refused_in_one_line()
    {
        string deep = "<rss version=\"2.0\"><channel>" + string.Concat(Enumerable.Repeat("<x>", 100_000)) + "</channel></rss>";
        Assert.Contains("nested deeper than", Assert.Single(await Reading.All(Encoding.UTF8.GetBytes(deep), "feed.xml")).Refusal!.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a>b &amp; c &lt; d</a>", "<a>b &amp; c &lt; d</a>")]
    [InlineData("<a>b & c</a>", "<a>b &amp; c</a>")]
    [InlineData("<a>&eacute;&unknown;&#233;</a>", "<a>é&amp;unknown;é</a>")]
    [InlineData("<a><![CDATA[x & y &nbsp;]]>&nbsp;</a>", "<a><![CDATA[x & y &nbsp;]]>\u00A0</a>")]
    [InlineData("junk<a>&lt;b&#60;</a>", "<a>&lt;b&lt;</a>")]
    [InlineData("<a>\u0001x\uFFFF</a>", "<a>x</a>")]
    public void Usual_faults_are_mended(string broken, string mended) => Assert.Equal(mended, XmlRepair.Mend(broken));

    private static void AssertMeets(JsonElement expected, SourceItem item)
    {
        SourceResult result = item.Read();
        if (expected.TryGetProperty("refused", out JsonElement refused))
        {
            Assert.Contains(refused.GetString()!, result.Refusal?.What, StringComparison.Ordinal);
            return;
        }

        if (expected.TryGetProperty("link", out JsonElement link)) AssertLink(expected, link.GetString()!, item.Link);
        else Assert.Null(item.Link);
        if (item.Link is { HasSummary: false }) return;
        Assert.True(result.Article is not null, result.Refusal?.ToString());
        Reading.AssertSlices(result.Article);
        AssertArticle(expected, result.Article);
    }

    private static void AssertLink(JsonElement expected, string address, SourceLink? link)
    {
        Assert.Equal(address, link?.Address.AbsoluteUri);
        Assert.Equal(expected.TryGetProperty("kind", out JsonElement kind) ? kind.GetString() : "Page", link!.Kind.ToString());
        if (expected.TryGetProperty("title", out JsonElement title)) Assert.Equal(title.GetString(), link.Title);
        if (expected.TryGetProperty("listed", out JsonElement listed)) Assert.Equal(listed.GetString(), link.Published);
    }

    private static void AssertArticle(JsonElement expected, Article article)
    {
        foreach (JsonProperty field in expected.EnumerateObject())
        {
            if (field.Name is "link" or "kind" or "listed") continue;
            if (field.Name == "body") Assert.Equal(field.Value.EnumerateArray().Select(line => line.GetString()), Reading.Body(article));
            else if (field.Name == "warning") Assert.Contains(article.Warnings, warning => warning.Contains(field.Value.GetString()!, StringComparison.Ordinal));
            else Assert.Equal(field.Value.GetString(), Field(article, field.Name));
        }
    }

    private static string? Field(Article article, string name) => name switch
    {
        "id" => article.Id,
        "title" => article.Title,
        "url" => article.Url,
        "published" => article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "byline" => article.Byline,
        "section" => article.Section,
        "source" => article.Source,
        _ => throw new ArgumentException($"no field {name}"),
    };

    private static async Task<List<SourceItem>> Open(byte[] bytes, string name)
    {
        using SourceReader reader = new(Reading.Options);
        using MemoryStream stream = new(bytes);
        List<SourceItem> items = [];
        await foreach (SourceItem item in reader.OpenAsync(stream, name, TestContext.Current.CancellationToken)) items.Add(item);
        return items;
    }

    private static Dictionary<string, JsonElement> Load()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Repository.Path("tests", "specs", "feeds", "cases.json")));
        return document.RootElement.Clone().EnumerateArray().ToDictionary(item => item.GetProperty("name").GetString()!, StringComparer.Ordinal);
    }
}
