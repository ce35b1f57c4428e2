using System.Globalization;
using Readout.Analysis.Relations;
using Readout.Desk.Relation;

namespace Readout.Desk.Tests.Relation;

public sealed class RelationAskTests
{
    [Theory]
    // An article of 1987 tells of 1946: the page opens on the time of the news.
    [InlineData("1946-05-01", "1990-01-01", "1987-03-10", "1987-02-10")]
    // News tells of the days before it.
    [InlineData("1987-03-01", "1990-01-01", "1987-03-10", null)]
    // All that happened lies before the news.
    [InlineData("1946-05-01", "1950-01-01", "1987-03-10", null)]
    [InlineData("1946-05-01", "1990-01-01", null, null)]
    [InlineData("0001-01-01", "1990-01-01", "0001-01-20", null)]
    public void A_page_opens_on_the_days_of_which_there_is_news(string first, string last, string? read, string? from)
    {
        RelationAsk ask = new(null, null, null, null, AllRows: false);
        DateOnly? firstRead = read is null ? null : Day(read);
        Assert.Null(ask.Fit(Day(first), Day(last), firstRead).From);
        Assert.Equal(from is null ? null : Day(from), (ask with { OpensOnNews = true }).Fit(Day(first), Day(last), firstRead).From);
    }

    [Fact]
    public void Days_that_are_asked_for_are_shown_though_there_is_no_news_of_them()
    {
        RelationAsk ask = new(Day("1946-01-01"), null, PeriodKind.Month, null, AllRows: false) { OpensOnNews = true };
        Assert.Equal(Day("1946-01-01"), ask.Fit(Day("1946-05-01"), Day("1990-01-01"), Day("1987-03-10")).From);
        RelationAsk until = new(null, Day("1950-01-01"), PeriodKind.Month, null, AllRows: false) { OpensOnNews = true };
        Assert.Null(until.Fit(Day("1946-05-01"), Day("1990-01-01"), Day("1987-03-10")).From);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
