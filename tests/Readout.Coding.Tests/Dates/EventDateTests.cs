using System.Globalization;
using Readout.Coding.Dates;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Tests.Dates;

/// <summary>The date of an event, picked from the words of time around its trigger.</summary>
public sealed class EventDateTests
{
    [Theory]
    [InlineData("The envoys met on Friday.", "met", EventStatus.Actual, "2014-03-14", "2014-03-14")]
    [InlineData("The envoys will meet by Friday.", "meet", EventStatus.Future, null, "2014-03-21")]
    [InlineData("The port has been closed since 1910.", "closed", EventStatus.Actual, "1910-01-01", null)]
    [InlineData("The envoys met this week.", "met", EventStatus.Actual, "2014-03-10", "2014-03-15")]
    [InlineData("The envoys will meet this week.", "meet", EventStatus.Future, "2014-03-10", "2014-03-16")]
    [InlineData("The envoys met last week.", "met", EventStatus.Actual, "2014-03-03", "2014-03-09")]
    [InlineData("The envoys will meet next week.", "meet", EventStatus.Future, "2014-03-17", "2014-03-23")]
    [InlineData("The envoys met from 3 to 5 March.", "met", EventStatus.Actual, "2014-03-03", "2014-03-05")]
    [InlineData("The shelling began overnight.", "shelling", EventStatus.Actual, "2014-03-14", "2014-03-15")]
    [InlineData("The talks resumed on Friday after the envoy died in January.", "resumed", EventStatus.Actual, "2014-03-14", "2014-03-14")]
    [InlineData("The talks resumed on Friday after the envoy died in January.", "died", EventStatus.Actual, "2014-01-01", "2014-01-31")]
    public void TakesTheNearestWordsOfTheClause(string text, string trigger, EventStatus status, string? from, string? to)
    {
        EventDate date = DateOf(text, trigger, status);
        Assert.Equal($"{from}..{to}", string.Create(CultureInfo.InvariantCulture, $"{date.From:yyyy-MM-dd}..{date.To:yyyy-MM-dd}"));
        Assert.Null(date.Unresolved);
    }

    [Fact]
    public void SaysWhyThereIsNone()
    {
        Assert.Equal("no words of time", DateOf("The envoys met.", "met", EventStatus.Actual).Unresolved);
        Assert.Equal("vague", DateOf("The envoys met recently.", "met", EventStatus.Actual).Unresolved);
        Assert.Equal("no words of time", DateOf("The envoys met every week.", "met", EventStatus.Actual).Unresolved);
    }

    private static EventDate DateOf(string text, string trigger, EventStatus status)
    {
        DateLayer layer = DateData.Read(text, "2014-03-15");
        Token token = layer.Document.Token(layer.Document.TokenAtOrAfter(text.IndexOf(trigger, StringComparison.Ordinal)));
        return layer.DateOf(token, status);
    }
}
