using System.Collections.Immutable;
using Readout.Analysis.Relations;
using Readout.Analysis.Relations.ThawFreeze;
using Readout.Coding.Record;

namespace Readout.Analysis.Tests.Relations;

public class ThawFreezeIndexTests
{
    [Fact]
    public void A_plain_freeze_is_dated_with_what_moved_it()
    {
        RelationSeries series = Steady(24, 14, 25, -60);
        ThawFreezeIndex index = ThawFreezeIndex.Of(series);
        ChangePoint freeze = Assert.Single(index.Breaks);
        Assert.Equal((new DateOnly(1982, 1, 1), false), (freeze.From, freeze.IsThaw));
        Assert.True(freeze.Earliest <= freeze.From && freeze.From <= freeze.Latest);
        Assert.True(freeze.Strength > 1);
        Assert.Equal(5, freeze.Movers.Length);
        Assert.All(series.Events.Where(one => freeze.Movers.Contains(one.Id)), one => Assert.True(one.PloverTenths < 0 && one.Day >= freeze.From));
        Assert.Equal(Temperature.Colder, index.Points[^1].Temperature);
    }

    [Fact]
    public void A_lone_wild_month_is_a_shock_and_no_break()
    {
        RelationSeries series = Steady(24, 24, 25, 25, wild: 24);
        ThawFreezeIndex index = ThawFreezeIndex.Of(series);
        Assert.Empty(index.Breaks);
        Shock shock = Assert.Single(index.Shocks);
        Assert.Equal(new DateOnly(1982, 1, 1), shock.From);
        Assert.All(series.Events.Where(one => shock.Movers.Contains(one.Id)), one => Assert.True(one.Day >= shock.From && one.PloverTenths < -50));
    }

    [Fact]
    public void A_month_full_of_blows_is_a_surge_even_where_its_mean_is_as_usual()
    {
        RelationSeries series = Steady(24, 24, -35, -35);
        RelationEvent[] blows = [.. Enumerable.Range(0, 9).Select(i => new RelationEvent(9000 + i, new DateOnly(1982, 3, 1).AddDays(i), EventType.Assault, Direction.FirstActs, -40, null, ContactLevel.Unknown))];
        ThawFreezeIndex index = ThawFreezeIndex.Of(RelationSeries.Of(series.Pair, new RelationHistory([.. series.Events, .. blows], 0), PeriodKind.Month));
        Assert.Empty(index.Breaks);
        Surge surge = Assert.Single(index.Surges);
        Assert.Equal((new DateOnly(1982, 3, 1), QuadClass.MaterialConflict, 9, 0), (surge.From, surge.Quad, surge.Count, surge.Usual));
        Assert.All(surge.Movers, id => Assert.InRange(id, 9000, 9008));
    }

    [Fact]
    public void A_month_of_charges_and_refusals_is_a_surge_of_conflict_where_their_mean_is_no_shock()
    {
        DateOnly first = new(1980, 1, 1);
        RelationEvent[] usual = [.. Enumerable.Range(0, 36).SelectMany(month => (RelationEvent[])
        [
            new(2 * month + 1, first.AddMonths(month).AddDays(3), EventType.Consult, Direction.Both, 25, null, ContactLevel.Minister),
            new(2 * month + 2, first.AddMonths(month).AddDays(9), month % 2 == 0 ? EventType.Accuse : EventType.Agree, Direction.FirstActs, month % 2 == 0 ? -20 : 25, null, ContactLevel.Unknown),
        ])];
        RelationEvent[] charges = [.. Enumerable.Range(0, 12).Select(i => new RelationEvent(9000 + i, new DateOnly(1981, 4, 2).AddDays(i), EventType.Accuse, Direction.FirstActs, -20, null, ContactLevel.Unknown))];
        RelationEvent release = new(9100, new DateOnly(1981, 4, 20), EventType.Retreat, Direction.SecondActs, 65, null, ContactLevel.Unknown);
        ThawFreezeIndex index = ThawFreezeIndex.Of(RelationSeries.Of(GeneratedRelation.Pair, new RelationHistory([.. usual, .. charges, release], 0), PeriodKind.Month));
        Assert.Empty(index.Shocks);
        Surge surge = Assert.Single(index.Surges);
        Assert.Equal((new DateOnly(1981, 4, 1), "conflict"), (surge.From, surge.Kind));
        Assert.All(surge.Movers, id => Assert.InRange(id, 9000, 9011));
    }

    [Fact]
    public void Months_without_happenings_widen_the_band_and_bring_the_index_home()
    {
        RelationSeries series = Steady(20, 20, 25, -60, silent: 12);
        ThawFreezeIndex index = ThawFreezeIndex.Of(series);
        IndexPoint last = index.Points[39];
        IndexPoint silent = index.Points[^1];
        Assert.True(silent.High - silent.Low > last.High - last.Low);
        Assert.True(Math.Abs(silent.Value) < Math.Abs(last.Value));
        Assert.Equal(last.Regime, silent.Regime);
    }

    [Fact]
    public void Few_happenings_give_a_reason_and_no_index()
    {
        ThawFreezeIndex index = ThawFreezeIndex.Of(Steady(2, 2, 25, 25, perMonth: 2));
        Assert.Equal("fewer than 10 happenings", index.Unresolved);
        Assert.Equal("happenings in fewer than 6 periods", ThawFreezeIndex.Of(Steady(2, 2, 25, 25, perMonth: 20)).Unresolved);
        Assert.Empty(index.Points);
    }

    [Fact]
    public void Doubling_copies_or_sources_changes_nothing()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            GeneratedRelation relation = GeneratedRelation.Of(seed, seed % 3);
            ImmutableArray<RelationEvent> doubled = [.. relation.History.Events.Reverse(), .. relation.History.Events];
            Same(ThawFreezeIndex.Of(relation.Series), ThawFreezeIndex.Of(relation.SeriesOf(new RelationHistory(doubled, 0))));
        }
    }

    [Fact]
    public void The_same_series_gives_the_same_index()
    {
        GeneratedRelation relation = GeneratedRelation.Of(7, 2);
        Same(ThawFreezeIndex.Of(relation.Series), ThawFreezeIndex.Of(GeneratedRelation.Of(7, 2).Series));
    }

    [Fact]
    public void A_mirrored_series_has_mirrored_breaks()
    {
        for (int seed = 0; seed < 10; seed++)
        {
            GeneratedRelation relation = GeneratedRelation.Of(seed, 1);
            RelationHistory mirrored = relation.History with { Events = [.. relation.History.Events.Select(one => one with { PloverTenths = -one.PloverTenths })] };
            ThawFreezeIndex one = ThawFreezeIndex.Of(relation.Series);
            ThawFreezeIndex other = ThawFreezeIndex.Of(relation.SeriesOf(mirrored));
            Assert.Equal(one.Breaks.Select(change => (change.From, change.IsThaw)), other.Breaks.Select(change => (change.From, !change.IsThaw)));
        }
    }

    private static void Same(ThawFreezeIndex one, ThawFreezeIndex other)
    {
        Assert.Equal(one.Points.AsEnumerable(), other.Points);
        Assert.Equal(one.Breaks.Select(change => change with { Movers = [] }), other.Breaks.Select(change => change with { Movers = [] }));
        Assert.Equal(one.Breaks.SelectMany(change => change.Movers), other.Breaks.SelectMany(change => change.Movers));
    }

    /// <summary>Months at one level and then at another, each with the same few scores around it.</summary>
    private static RelationSeries Steady(int before, int after, int level, int later, int wild = -1, int silent = 0, int perMonth = 6)
    {
        ImmutableArray<RelationEvent>.Builder events = ImmutableArray.CreateBuilder<RelationEvent>();
        for (int month = 0; month < before + after; month++)
        {
            DateOnly start = new DateOnly(1980, 1, 1).AddMonths(month);
            for (int i = 0; i < perMonth; i++)
            {
                int score = (month == wild ? -90 : month < before ? level : later) + (i % 3 - 1) * 15 + month % 2 * 5;
                events.Add(new RelationEvent(events.Count + 1, start.AddDays(i), EventType.Consult, Direction.Both, Math.Max(score, -100), null, ContactLevel.Unknown));
            }
        }

        return RelationSeries.Of(GeneratedRelation.Pair, new RelationHistory(events.ToImmutable(), 0), PeriodKind.Month, new DateOnly(1980, 1, 1), new DateOnly(1980, 1, 1).AddMonths(before + after + silent).AddDays(-1));
    }
}
