using System.Globalization;
using CsCheck;
using Readout.Analysis.Watches;

namespace Readout.Analysis.Tests.Watches;

public class WatchRhythmTests
{
    [Theory]
    [InlineData("daily 6", "1987-03-04T05:59:59Z", "1987-03-03T06:00:00Z", "1987-03-04T06:00:00Z")]
    [InlineData("daily 6", "1987-03-04T06:00:00Z", "1987-03-04T06:00:00Z", "1987-03-05T06:00:00Z")]
    [InlineData("daily", "1987-03-04T23:00:00+05:00", "1987-03-04T06:00:00Z", "1987-03-05T06:00:00Z")]
    [InlineData("weekly monday 6", "1987-03-04T12:00:00Z", "1987-03-02T06:00:00Z", "1987-03-09T06:00:00Z")]
    [InlineData("weekly wed 18", "1987-03-04T12:00:00Z", "1987-02-25T18:00:00Z", "1987-03-04T18:00:00Z")]
    [InlineData("weekly sunday 0", "1987-03-01T00:00:00Z", "1987-03-01T00:00:00Z", "1987-03-08T00:00:00Z")]
    [InlineData("move", "1987-03-04T12:00:00Z", "1987-03-04T12:00:00Z", "1987-03-04T12:15:00Z")]
    public void A_turn_ends_a_period_and_the_next_begins_there(string rhythm, string now, string before, string after)
    {
        WatchRhythm parsed = WatchRhythm.Parse(rhythm);
        Assert.Equal(Time(before), parsed.TurnBefore(Time(now)));
        Assert.Equal(Time(after), parsed.TurnAfter(Time(now)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hourly")]
    [InlineData("daily 24")]
    [InlineData("daily -1")]
    [InlineData("weekly someday 6")]
    [InlineData("weekly monday 6 7")]
    public void What_is_no_rhythm_is_refused(string text) => Assert.Throws<FormatException>(() => WatchRhythm.Parse(text));

    [Fact]
    public void Turns_are_never_after_now_nor_is_the_next_before_it() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 23], Gen.Int[0, 6], Gen.Long[0, 4_000_000_000]).Sample((pace, hour, day, seconds) =>
        {
            WatchRhythm rhythm = new((WatchPace)pace, hour, (DayOfWeek)day);
            DateTimeOffset now = DateTimeOffset.FromUnixTimeSeconds(seconds);
            Assert.Equal(rhythm.ToString(), WatchRhythm.Parse(rhythm.ToString()).ToString());
            Assert.True(rhythm.TurnBefore(now) <= now);
            Assert.True(rhythm.TurnAfter(now) > now);
            if (rhythm.Pace != WatchPace.OnMove) Assert.Equal(rhythm.TurnAfter(now), rhythm.TurnBefore(rhythm.TurnAfter(now)));
        });

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUniversalTime();
}
