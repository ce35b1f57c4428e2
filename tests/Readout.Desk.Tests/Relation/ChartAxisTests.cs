using Readout.Desk.Relation;

namespace Readout.Desk.Tests.Relation;

public class ChartAxisTests
{
    [Theory]
    [InlineData(-3.2, 4.1, 5)]
    [InlineData(0, 0.04, 4)]
    [InlineData(-250, 1000, 6)]
    public void Values_are_round_and_lie_between_the_ends(double low, double high, int count)
    {
        double[] values = [.. ChartAxis.Values(low, high, count)];
        Assert.InRange(values.Length, 2, count * 2 + 1);
        Assert.All(values, value => Assert.InRange(value, low - 1e-6, high + 1e-6));
        Assert.Contains(values, value => Math.Abs(value) < 1e-9);
    }

    [Theory]
    [InlineData("1987-03-02", "1987-03-05", "2 Mar")]
    [InlineData("1987-03-02", "1987-12-26", "May 1987")]
    [InlineData("1950-01-01", "2010-12-31", "1960")]
    [InlineData("0001-01-01", "9999-12-31", "2000")]
    public void Days_are_few_and_begin_a_unit(string first, string last, string label)
    {
        (DateOnly Day, string Label)[] days = [.. ChartAxis.Days(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture), 8)];
        Assert.InRange(days.Length, 1, 9);
        Assert.Contains(label, days.Select(day => day.Label));
    }
}
