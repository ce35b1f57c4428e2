using Readout.Analysis.Phrasing;
using Readout.Coding.Record;

namespace Readout.Analysis.Tests.Phrasing;

public class WordingTests
{
    [Theory]
    [InlineData(null, null, "no day set")]
    [InlineData("1911-03-06", null, "from 6 Mar 1911")]
    [InlineData(null, "1911-03-06", "until 6 Mar 1911")]
    [InlineData("1911-03-06", "1911-03-06", "6 Mar 1911")]
    [InlineData("1911-03-06", "1911-03-12", "6–12 Mar 1911")]
    [InlineData("1911-03-28", "1911-04-02", "28 Mar – 2 Apr 1911")]
    [InlineData("1911-12-28", "1912-01-02", "28 Dec 1911 – 2 Jan 1912")]
    public void Days_are_told_once(string? from, string? to, string told) => Assert.Equal(told, Wording.Days(Day(from), Day(to)));

    [Theory]
    [InlineData(1.25, "+1.3", "+1.3")]
    [InlineData(-0.3, "−0.3", "-0.3")]
    [InlineData(-0.04, "0.0", "0.0")]
    public void A_number_has_its_sign(double value, string typeset, string plain) => Assert.Equal((typeset, plain), (Wording.Signed(value), Wording.Signed(value, '-')));

    [Theory]
    [InlineData(1, "1 index")]
    [InlineData(12345, "12,345 indexes")]
    public void A_count_has_its_noun(long count, string told) => Assert.Equal(told, Wording.Count(count, "index", "indexes"));

    [Fact]
    public void People_are_counted_as_far_as_they_are_known() => Assert.Equal(
        ["1,200 dead", "at least 30 injured", "some taking part"],
        Wording.People(new EventSize(new PeopleCount(1200, 1200, default), new PeopleCount(30, null, default), null, new PeopleCount(null, null, default))));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd");
}
