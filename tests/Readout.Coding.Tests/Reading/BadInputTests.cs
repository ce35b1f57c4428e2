using System.Globalization;
using System.Text.Json;
using Readout.Coding.Record;
using Readout.Tests;
using Readout.Text;

namespace Readout.Coding.Tests.Reading;

/// <summary>
/// Runs <c>tests/specs/reading/bad-input.json</c>: what is on no calendar and marks without their pair give a warning, no exception, and no
/// value that the text does not have.
/// </summary>
public sealed class BadInputTests(ReaderTests.Loaded loaded) : IClassFixture<ReaderTests.Loaded>
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static TheoryData<int> Cases() => [.. Enumerable.Range(0, Load().Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Warns_and_invents_nothing(int index)
    {
        BadInput one = Load()[index];
        ArticleRecord record = Read(one.Text, one.Published);
        Assert.Equal(one.Warnings, record.Warnings);
        Assert.Empty(RecordCheck.Problems(record));
        foreach (DateExpression date in record.Dates.Where(date => one.Warnings.Any(warning => warning.Contains(date.Span.In(one.Text), StringComparison.Ordinal))))
        {
            Assert.NotNull(date.Unresolved);
            Assert.Null(date.From);
            Assert.Null(date.To);
            Assert.All(record.Events, coded => Assert.Null(coded.Date?.From));
            Assert.All(record.Meetings, meeting => Assert.Null(meeting.From));
        }
    }

    // The last Sunday of October and of March: an hour that comes twice, and one that does not come.
    [Theory]
    [InlineData("The truce began at 02:30 CET on 27 October 2019.", "2019-10-28", "2019-10-27")]
    [InlineData("The truce began at 2.30 a.m. on 31 March 2019.", "2019-04-01", "2019-03-31")]
    [InlineData("Gunmen attacked the port at 01:30 GMT on Sunday.", "2019-10-28", "2019-10-27")]
    public void Clocks_that_change_leave_the_day_as_it_is(string text, string published, string day)
    {
        ArticleRecord record = Read(text, published);
        DateExpression date = Assert.Single(record.Dates);
        Assert.Equal((Day(day), Day(day)), (date.From, date.To));
        Assert.Empty(record.Warnings);
    }

    [Theory]
    [InlineData("9999-12-31", "Norway and Chile will meet next week.")]
    [InlineData("0001-01-01", "Norway and Chile met yesterday.")]
    public void Days_beyond_the_calendar_stay_unresolved(string published, string text)
    {
        ArticleRecord record = Read(text, published);
        Assert.All(record.Dates, date => Assert.NotNull(date.Unresolved));
        Assert.All(record.Meetings, meeting => Assert.Null(meeting.From));
    }

    [Fact]
    public void A_paper_of_the_future_is_read_by_its_own_date() =>
        Assert.Equal(Day("2999-06-03"), Read("Norway attacked Chile on Monday.", "2999-06-04").Events[0].Date!.From);

    private ArticleRecord Read(string text, string? published) =>
        loaded.Reader.Read(Article.FromText("a", text) with { Published = published is null ? null : Day(published) });

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static BadInput[] Load() =>
        JsonSerializer.Deserialize<BadInput[]>(File.ReadAllText(Repository.Path("tests", "specs", "reading", "bad-input.json")), Options)!;

    private sealed record BadInput(string Id, string? Published, string Text, string[] Warnings);
}
