using System.Globalization;
using Readout.Sources.Metadata;
using Readout.Text;

namespace Readout.Sources.Tests.Metadata;

public class PageMetadataTests
{
    private const string Text = "The harbour of the old town opened again on Monday after a winter of repairs that cost the city dearly.";

    public sealed record Case(
        string Name, string Head, string? Body, string? Lead, string? Argument, string? Title, string? Byline, string? Section, string? Source,
        string? Published, string? Warning, Dictionary<string, string>? Origin);

    public static TheoryData<string> Names() => [.. Specs.Read<Case>("metadata.json").Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task FieldsComeWithTheirOrigins(string name)
    {
        Case item = Specs.Read<Case>("metadata.json").Single(item => item.Name == name);
        string html = $"<html><head>{item.Head}</head><body>{item.Body}<p>{item.Lead}{Text}</p><p>{Text}</p></body></html>";
        Article article = await Reading.Article(html, "page.html", Reading.Options with { Published = Day(item.Argument) });
        Assert.Equal(Day(item.Published), article.Published);
        if (item.Title is not null) Assert.Equal(item.Title, article.Title);
        if (item.Byline is not null) Assert.Equal(item.Byline, article.Byline);
        if (item.Section is not null) Assert.Equal(item.Section, article.Section);
        if (item.Source is not null) Assert.Equal(item.Source, article.Source);
        if (item.Warning is not null) Assert.Contains(article.Warnings, warning => warning.Contains(item.Warning, StringComparison.Ordinal));
        else Assert.Empty(article.Warnings);
        foreach ((string field, string origin) in item.Origin ?? []) Assert.Equal(origin, article.Origin[field]);
        if (item.Published is null) Assert.False(article.Origin.ContainsKey("published"));
    }

    [Theory]
    [InlineData("1999-05-04", "1999-05-04")]
    [InlineData("1999-05-04T23:59:59+02:00", "1999-05-04")]
    [InlineData("19990504", "1999-05-04")]
    [InlineData("1999/5/4", "1999-05-04")]
    [InlineData("Tue, 04 May 1999 09:00:00 GMT", "1999-05-04")]
    [InlineData("May 4th, 1999", "1999-05-04")]
    [InlineData("Updated: 4 Sept. 1999, 10:00", "1999-09-04")]
    [InlineData("May 4", null)]
    [InlineData("May 1999", null)]
    [InlineData("1999-02-30", null)]
    [InlineData("0000-00-00", null)]
    [InlineData("04/05/1999", null)]
    [InlineData("05/05/1999", "1999-05-05")]
    [InlineData("05.14.1999 09:00 AM", "1999-05-14")]
    [InlineData("14.5.1999", "1999-05-14")]
    [InlineData("next Tuesday", null)]
    public void OnlyWholeDatesAreRead(string printed, string? day) => Assert.Equal(Day(day), PrintedDate.Find(printed));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
