using System.Diagnostics;
using System.Globalization;
using System.Text;
using Readout.Sources.Pages;
using Readout.Text;

namespace Readout.Sources.Tests;

public class BadInputTests
{
    private const string Paragraph = "<p>The council of the island met on Tuesday and voted to open the harbour to foreign ships again.</p>";

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\r\n ")]
    public async Task AnEmptyInputIsRefused(string text) =>
        Assert.Contains("the input is empty", (await Reading.Refusal(Encoding.UTF8.GetBytes(text), "empty.html")).What, StringComparison.Ordinal);

    [Fact]
    public async Task APageWithoutTextIsRefused() =>
        Assert.Contains("no running text", (await Reading.Refusal("<html><body><img src=x></body></html>"u8.ToArray(), "bare.html")).What, StringComparison.Ordinal);

    [Fact]
    public async Task APageOfAHundredMegabytesIsRefusedWithoutReadingItAll()
    {
        using SourceReader reader = new(Reading.Options);
        using EndlessPage page = new(100_000_000);
        List<SourceResult> results = [];
        await foreach (SourceResult result in reader.ReadAsync(page, "huge.html", TestContext.Current.CancellationToken)) results.Add(result);
        Assert.Contains("larger than 20 MB", Assert.Single(results).Refusal?.What, StringComparison.Ordinal);
        Assert.InRange(page.Given, 1, 21_000_000);
    }

    [Fact]
    public async Task ALongPageIsCutWithANote()
    {
        StringBuilder html = new("<html><body><h1>The harbour opens</h1>");
        for (int i = 0; i < 200; i++) html.Append(Paragraph.Replace("Tuesday", $"day {i}", StringComparison.Ordinal));
        Article article = await Reading.Article(html.ToString(), "long.html", Reading.Options with { MaxCharacters = 5000 });
        Assert.Contains(article.Warnings, warning => warning.Contains("what follows the first 5000 was not read", StringComparison.Ordinal));
        Assert.InRange(article.Text.Length, 1000, 5000);
    }

    [Fact]
    public async Task AnArticleBeyondAnyLengthIsCutWithANote()
    {
        string text = string.Concat(Enumerable.Range(0, 100).Select(i => $"The council met on day {i} and voted to open the harbour.\n\n"));
        Article article = await Reading.Article(text, "long.txt", Reading.Options with { MaxArticle = 1000 });
        Assert.Contains(article.Warnings, warning => warning.Contains("more than 1000 characters", StringComparison.Ordinal));
        Assert.InRange(article.Text.Length, 1000, 1100);
    }

    [Fact]
    public async Task APageOfTooManyTagsIsCutWithANote()
    {
        string html = "<html><body>" + Paragraph + string.Concat(Enumerable.Repeat("<b></b>", 150_000)) + "<p>The words beyond the limit are not read by anybody.</p>";
        Article article = await Reading.Article(html, "tags.html");
        Assert.Contains(article.Warnings, warning => warning.Contains("more than 200000 tags", StringComparison.Ordinal));
        Assert.DoesNotContain("beyond the limit", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<span>")]
    [InlineData("<b>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<blockquote><p>")]
    [InlineData("<font color=red>")]
    [InlineData("<a href=x>")]
    [InlineData("<svg><g>")]
    [InlineData("<select><option>")]
    [InlineData("<x-y>")]
    public void NestingOfAHundredThousandElementsTakesTimeInProportion(string opening)
    {
        // Four times the elements take about four times as long; sixteen times where each looked at all before it.
        Taken(opening, 5_000);
        double ratio = double.MaxValue;
        for (int round = 0; round < 5 && ratio > 10; round++) ratio = Math.Min(ratio, Taken(opening, 100_000) / Taken(opening, 25_000));
        Assert.InRange(ratio, 0, 10);
    }

    /// <summary>What the reading of so many elements within one another takes of a processor; at least what the system counts in, some milliseconds.</summary>
    private static double Taken(string opening, int elements)
    {
        string html = "<html><body>" + string.Concat(Enumerable.Repeat(opening, elements)) + "The council of the island met on Tuesday and voted to open the harbour.";
        long before = ThreadTime();
        MainText.ExtractMainText(html);
        return Math.Max(5_000_000, ThreadTime() - before);
    }

    /// <summary>Nanoseconds that this thread has run, whatever else the machine does; by the clock where the system does not say.</summary>
    private static long ThreadTime()
    {
        const string scheduler = "/proc/thread-self/schedstat";
        return File.Exists(scheduler) && long.TryParse(File.ReadAllText(scheduler).Split(' ')[0], CultureInfo.InvariantCulture, out long ran) && ran > 0
            ? ran
            : (long)Stopwatch.GetElapsedTime(0).TotalNanoseconds;
    }

    [Fact]
    public void TextInsideDeepNestingSurvives()
    {
        string html = "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + Paragraph + string.Concat(Enumerable.Repeat("</div>", 100_000)) + "</body></html>";
        Assert.Contains("open the harbour", Assert.Single(MainText.ExtractMainText(html)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%PDF-1.7 %âãÏÓ 1 0 obj", "a PDF document")]
    [InlineData("GIF89a ", "a GIF image")]
    [InlineData("{\\rtf1 words", "an RTF document")]
    public async Task DocumentsGivenAsTextAreNamed(string text, string what) =>
        Assert.Contains(what, (await Reading.Refusal(Encoding.Latin1.GetBytes(text), "page.txt")).What, StringComparison.Ordinal);

    [Fact]
    public async Task AnImageGivenAsAPageIsNamed()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];
        Assert.Contains("a PNG image", (await Reading.Refusal(png, "page.html")).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BytesWithoutTextAreRefused() =>
        Assert.Contains("binary data", (await Reading.Refusal([1, 2, 3, 0, 5, 0, 0, 9], "page.txt")).What, StringComparison.Ordinal);

    [Fact]
    public async Task AMissingFileIsNamed()
    {
        SourceResult result = Assert.Single(await Reading.All("no-such-folder/no-such-file.html"));
        Assert.Equal("no-such-folder/no-such-file.html: there is no such file (check the path)", result.Refusal?.ToString());
    }

    [Fact]
    public async Task OtherInputsAreStillRead()
    {
        string folder = Directory.CreateTempSubdirectory("readout-sources-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "a.html"), "", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, "b.txt"), "The council of the island met on Tuesday.", TestContext.Current.CancellationToken);
            List<SourceResult> results = await Reading.All(folder);
            Assert.Equal(2, results.Count);
            Assert.NotNull(results[0].Refusal);
            Assert.NotNull(results[1].Article);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public async Task ForeignTextIsRefusedByName() =>
        Assert.Equal("the text is in German, not English", (await Reading.Refusal(Encoding.UTF8.GetBytes("Der Rat der Insel tagte am Dienstag und beschloss, den Hafen wieder zu öffnen."), "rat.txt")).What);

    /// <summary>A page that goes on to a given length and counts what was taken of it.</summary>
    private sealed class EndlessPage(int length) : Stream
    {
        private static readonly byte[] s_piece = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(Paragraph, 50)));

        public int Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int taken = Math.Min(Math.Min(count, s_piece.Length), length - Given);
            Array.Copy(s_piece, 0, buffer, offset, taken);
            Given += taken;
            return taken;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
