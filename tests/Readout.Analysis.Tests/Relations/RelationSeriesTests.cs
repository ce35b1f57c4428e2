using CsCheck;
using Readout.Analysis.Relations;
using Readout.Coding.Record;

namespace Readout.Analysis.Tests.Relations;

public class RelationSeriesTests
{
    private static readonly RelationPair Pair = RelationPair.Of("USA", "RUS");

    private static readonly Gen<RelationEvent> Events = Gen.Select(
        Gen.Long[1, 60], Gen.Int[0, 700], Gen.Enum<EventType>(), Gen.Int[1, 3], Gen.Int[-100, 100], Gen.Int[-100, 100],
        (id, day, type, direction, plover, goldstein) => new RelationEvent(
            id, new DateOnly(1985, 1, 1).AddDays(day), type, (Direction)direction, plover, goldstein % 7 == 0 ? null : goldstein, ContactLevel.Minister));

    [Fact]
    public void Counts_sums_and_means_are_of_the_happenings_of_each_period()
    {
        RelationSeries series = Series(PeriodKind.Month,
            Event(1, "1985-01-03", EventType.Consult, 25, 10, ContactLevel.Leader), Event(2, "1985-01-31", EventType.Sanction, -60, -80),
            Event(3, "1985-01-20", EventType.Consult, 15, null, ContactLevel.Official), Event(4, "1985-03-01", EventType.Aid, 100, 70));
        Assert.Equal(["1985-01", "1985-02", "1985-03"], series.Points.Select(point => series.Kind.Label(point.From)));
        SeriesPoint january = series.Points[0];
        Assert.Equal((3, 2, 0, 0, 1), (january.Count, january.CountOf(QuadClass.VerbalCooperation), january.CountOf(QuadClass.MaterialCooperation), january.CountOf(QuadClass.VerbalConflict), january.CountOf(QuadClass.MaterialConflict)));
        Assert.Equal((-2.0, 2, -7.0, -3.5), (january.Plover.Sum, january.Goldstein.Count, january.Goldstein.Sum, january.Goldstein.Mean));
        Assert.Equal((2, ContactLevel.Leader), (january.ContactCount, january.HighestContact));
        Assert.Equal(2 * 30.0 / 31, january.ContactRate, 6);
    }

    [Fact]
    public void A_gap_says_whether_nothing_happened_or_nothing_was_read()
    {
        RelationSeries series = Series(PeriodKind.Month, Event(1, "1985-01-03", EventType.Consult, 25, 10), Event(2, "1985-04-01", EventType.Consult, 25, 10))
            .WithGaps((from, to) => from <= new DateOnly(1985, 2, 14) && new DateOnly(1985, 2, 14) <= to);
        Assert.Equal([PeriodState.Observed, PeriodState.Quiet, PeriodState.Unread, PeriodState.Observed], series.Points.Select(point => point.State));
        Assert.Null(series.Points[1].Plover.Mean);
    }

    [Fact]
    public void Weeks_begin_on_Monday_and_carry_the_number_of_ISO_8601()
    {
        RelationSeries series = Series(PeriodKind.Week, Event(1, "1987-01-04", EventType.Consult, 25, 10), Event(2, "1987-01-05", EventType.Consult, 25, 10));
        Assert.Equal(["1987-W01", "1987-W02"], series.Points.Select(point => series.Kind.Label(point.From)));
        Assert.Equal(new DateOnly(1986, 12, 29), series.Points[0].From);
    }

    [Fact]
    public void A_range_that_was_asked_for_has_all_its_periods()
    {
        RelationSeries series = RelationSeries.Of(Pair, RelationHistory.Empty, PeriodKind.Day, new DateOnly(1985, 1, 1), new DateOnly(1985, 1, 31));
        Assert.Equal(31, series.Points.Length);
        Assert.Empty(RelationSeries.Of(Pair, RelationHistory.Empty, PeriodKind.Day).Points);
    }

    [Fact]
    public void No_order_of_the_happenings_and_no_repetition_changes_a_point() => Gen.Select(Events.Array[0, 80], Gen.Enum<PeriodKind>()).Sample((events, kind) =>
    {
        RelationEvent[] distinct = [.. events.DistinctBy(one => one.Id)];
        RelationEvent[] repeated = [.. distinct.Reverse(), .. distinct];
        RelationSeries one = RelationSeries.Of(Pair, new RelationHistory([.. distinct], 0), kind);
        RelationSeries other = RelationSeries.Of(Pair, new RelationHistory([.. repeated], 0), kind);
        Assert.Equal(distinct.Length, one.Points.Sum(point => point.Count));
        Assert.Equal(one.Points.Select(Told), other.Points.Select(Told));
    }, iter: 200);

    [Fact]
    public void Periods_follow_one_another_without_holes() => Gen.Select(Gen.Int[0, 40_000], Gen.Enum<PeriodKind>()).Sample((number, kind) =>
    {
        DateOnly day = new DateOnly(1900, 1, 1).AddDays(number);
        DateOnly start = kind.StartOf(day);
        Assert.True(start <= day && day < kind.Next(start));
        Assert.Equal(kind.Next(start), kind.StartOf(kind.Next(start)));
        Assert.Equal(1, kind.IndexOf(start, kind.Next(start)));
    }, iter: 300);

    private static string Told(SeriesPoint point) =>
        $"{point.From} {point.State} {string.Join(',', point.Quads)} {string.Join(',', point.Directions)} {point.Plover} {point.PloverSquares} {point.Goldstein} {string.Join(',', point.Contacts)}";

    private static RelationSeries Series(PeriodKind kind, params RelationEvent[] events) =>
        RelationSeries.Of(Pair, new RelationHistory([.. events], 0), kind);

    private static RelationEvent Event(long id, string day, EventType type, int plover, int? goldstein, ContactLevel level = ContactLevel.Unknown) =>
        new(id, DateOnly.ParseExact(day, "yyyy-MM-dd"), type, Direction.Both, plover, goldstein, level);
}
