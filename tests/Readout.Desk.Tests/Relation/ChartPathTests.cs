using System.Globalization;
using Readout.Desk.Relation;

namespace Readout.Desk.Tests.Relation;

public class ChartPathTests
{
    [Fact]
    public void Points_are_told_by_their_distance_in_tenths() =>
        Assert.Equal("m1.5 20l-.5 2l0-4.3z", new ChartPath().Move(1.5, 20).Line(1, 22).Line(1.04, 17.7).Close().ToString());

    [Fact]
    public void A_bar_is_a_rectangle_on_either_side() =>
        Assert.Equal("m10 5v-3h2v3m1 0v4h.1v-4", new ChartPath().Bar(10, 5, 2, -3).Bar(13, 5, 0, 4).ToString());

    [Fact]
    public void Read_back_every_point_is_where_it_was_however_many_there_are()
    {
        Random random = new(1987);
        (double X, double Y)[] points = [.. Enumerable.Range(0, 2000).Select(_ => (random.NextDouble() * 2000 - 500, random.NextDouble() * 2000 - 500))];
        ChartPath path = new ChartPath().Move(points[0].X, points[0].Y);
        foreach ((double x, double y) in points[1..]) path.Line(x, y);
        (double X, double Y)[] read = [.. Points(path.ToString())];
        Assert.Equal(points.Length, read.Length);
        Assert.All(points.Zip(read), pair => Assert.True(Math.Abs(pair.First.X - pair.Second.X) <= 0.0501 && Math.Abs(pair.First.Y - pair.Second.Y) <= 0.0501));
    }

    private static IEnumerable<(double X, double Y)> Points(string path)
    {
        decimal x = 0;
        decimal y = 0;
        foreach (string step in path.Split(['m', 'l'], StringSplitOptions.RemoveEmptyEntries))
        {
            int split = step.LastIndexOfAny([' ', '-']);
            x += decimal.Parse(step[..split], CultureInfo.InvariantCulture);
            y += decimal.Parse(step[split..].Trim(), CultureInfo.InvariantCulture);
            yield return ((double)x, (double)y);
        }
    }
}
