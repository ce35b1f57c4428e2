using System.Collections.Immutable;
using Readout.Analysis.Relations;
using Readout.Analysis.Relations.ThawFreeze;

namespace Readout.Analysis.Tests.Relations;

/// <summary>How often breaks that were planted are found, and how often breaks are found where none was planted.</summary>
public class BreakDetectionTests(ITestOutputHelper output)
{
    private const int SeriesCount = 200;

    [Fact]
    public void Planted_breaks_are_found_within_one_period()
    {
        (int found, int planted, int extra) = Find(IndexSettings.Default, 1000);
        output.WriteLine($"found {found} of {planted} breaks in {SeriesCount} series, {extra} found where none was planted");
        Assert.True(found >= 0.85 * planted, $"{found} of {planted}");
        Assert.True(extra <= 0.1 * planted, $"{extra} breaks too many beside {planted}");
    }

    [Fact]
    public void Flat_series_have_hardly_a_break()
    {
        int broken = Flat(IndexSettings.Default, 5000);
        output.WriteLine($"{broken} of {SeriesCount} flat series have a break");
        Assert.True(broken <= 0.05 * SeriesCount, $"{broken} of {SeriesCount}");
    }

    [Fact]
    public void Flat_series_without_crises_have_hardly_a_surge_of_conflict()
    {
        int surged = Enumerable.Range(0, SeriesCount).Count(i => ThawFreezeIndex.Of(GeneratedRelation.Of(7000 + i, 0, bursts: 0).Series).Surges.Any(one => one.Quad is null));
        int few = Enumerable.Range(0, SeriesCount).Count(i => ThawFreezeIndex.Of(GeneratedRelation.Of(7000 + i, 0, rate: 2.5, bursts: 0).Series).Surges.Any(one => one.Quad is null));
        output.WriteLine($"{surged} of {SeriesCount} flat series have a surge of conflict, {few} of those with two or three happenings a period");
        Assert.True(surged <= 0.05 * SeriesCount, $"{surged} of {SeriesCount}");
        Assert.True(few <= 0.05 * SeriesCount, $"{few} of {SeriesCount}");
    }

    private static (int Found, int Planted, int Extra) Find(IndexSettings settings, int seed)
    {
        int found = 0;
        int planted = 0;
        int extra = 0;
        for (int i = 0; i < SeriesCount; i++)
        {
            GeneratedRelation relation = GeneratedRelation.Of(seed + i, 1 + i % 3);
            (int right, int beside) = Match(relation, ThawFreezeIndex.Of(relation.Series, settings));
            found += right;
            planted += relation.Breaks.Length;
            extra += beside;
        }

        return (found, planted, extra);
    }

    private static int Flat(IndexSettings settings, int seed) =>
        Enumerable.Range(0, SeriesCount).Count(i => !ThawFreezeIndex.Of(GeneratedRelation.Of(seed + i, 0).Series, settings).Breaks.IsEmpty);

    /// <summary>Planted breaks that have one of their own within one period, and breaks that belong to no planted one.</summary>
    private static (int Found, int Extra) Match(GeneratedRelation relation, ThawFreezeIndex index)
    {
        List<int> open = [.. index.Breaks.Select(one => relation.Kind.IndexOf(relation.Kind.StartOf(GeneratedRelation.Start), one.From))];
        int found = 0;
        foreach (int planted in relation.Breaks)
        {
            int near = open.FindIndex(one => Math.Abs(one - planted) <= 1);
            if (near < 0) continue;
            found++;
            open.RemoveAt(near);
        }

        int beside = open.Count(one => relation.Breaks.All(planted => Math.Abs(one - planted) > 3));
        return (found, beside);
    }
}
