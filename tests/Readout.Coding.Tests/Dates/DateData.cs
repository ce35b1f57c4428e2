using Readout.Coding.Dates;
using Readout.Coding.Packs;
using Readout.Tests;
using Readout.Text;
using Readout.Text.Tokens;

namespace Readout.Coding.Tests.Dates;

internal static class DateData
{
    private static readonly Lazy<Calendar> Shared = new(Load);

    public static Calendar Calendar => Shared.Value;

    public static IReadOnlyList<DataFile> Files() =>
        [.. Calendar.Files.Select(path => new DataFile(path, File.ReadAllText(Repository.Path("data", path))))];

    public static DateLayer Read(string text, string? published) => new DateReader(Calendar).Read(Tokens(text, published));

    public static Document Tokens(string text, string? published)
    {
        DateOnly? day = published is null ? null : DateOnly.ParseExact(published, "yyyy-MM-dd", null);
        Article article = Article.FromText("a", text) with { Published = day };
        TokenBuffer buffer = new();
        Tokenizer.English.Tokenize(article, buffer);
        return new Document(article, new DocumentLayers
        {
            Starts = buffer.Starts.ToArray(),
            Ends = buffer.Ends.ToArray(),
            SentenceFirst = buffer.SentenceFirst.ToArray(),
        });
    }

    private static Calendar Load()
    {
        List<DataProblem> problems = [];
        Calendar calendar = Calendar.Parse(Files(), problems);
        Assert.Empty(problems);
        return calendar;
    }
}
