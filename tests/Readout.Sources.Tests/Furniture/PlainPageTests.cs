using CsCheck;
using Readout.Text;

namespace Readout.Sources.Tests.Furniture;

public class PlainPageTests
{
    public sealed record Case(string Name, string Text, string? Title, string? Section, string? Byline, string? Published, string[] Body);

    public static TheoryData<string> Names() => [.. Specs.Read<Case>("plain-pages.json").Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task FurnitureGoesAndTextStays(string name)
    {
        Case item = Specs.Read<Case>("plain-pages.json").Single(item => item.Name == name);
        Article article = await Reading.Article(item.Text, "page.txt");
        Assert.Equal(item.Title, article.Title);
        Assert.Equal(item.Body, Reading.Body(article));
        if (item.Section is not null) Assert.Equal(item.Section, article.Section);
        if (item.Byline is not null) Assert.Equal(item.Byline, article.Byline);
        if (item.Published is not null) Assert.Equal(DateOnly.ParseExact(item.Published, "yyyy-MM-dd"), article.Published);
    }

    [Fact]
    public void AnyTextGivesBlocksThatAreSlices()
    {
        string[] pieces = ["The envoys met.", "Related Articles", "World", "×", "By Ada Nilsen", "“No,” he said.", "\n", "\n\n", " ", "Read more: x", "4 May 1999", "é\u0301", "\uD83D", "Share"];
        Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]).Array[0, 12].Sample(parts =>
        {
            string text = string.Concat(parts);
            if (string.IsNullOrWhiteSpace(text)) return;
            SourceResult result = Assert.Single(Reading.All(System.Text.Encoding.UTF8.GetBytes(text), "any.txt").GetAwaiter().GetResult());
            if (result.Article is { } article) Reading.AssertSlices(article);
            if (text.Split('\n').Contains("The envoys met.")) Assert.NotNull(result.Article);
        }, iter: 300);
    }
}
