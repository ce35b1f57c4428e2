using System.Collections.Immutable;

namespace Readout.Analysis.Relations.ThawFreeze;

/// <summary>
/// Cuts a series into stretches of one level each, with the least sum of losses and of a penalty for each cut. The loss of a
/// period is its squared distance from the level in standard deviations, bounded, so that a lone wild period costs less than the
/// two cuts around it (biweight loss: Fearnhead and Rigaill 2019, "Changepoint Detection in the Presence of Outliers"). Solved
/// exactly over levels of a tenth of a point by the functional recursion of Maidstone, Hocking, Rigaill and Fearnhead (2017). All
/// costs are whole numbers: the same series gives the same cuts on every machine.
/// </summary>
internal sealed class BreakSearch
{
    /// <summary>A cost of one squared standard deviation.</summary>
    public const long Unit = 1024;

    private const int LevelStep = 100;
    private const int LowestLevel = -10_000;
    private const int LevelCount = 201;

    private readonly ImmutableArray<Observation> _observations;
    private readonly long[] _variances;
    private readonly long _bound;
    private readonly long _penalty;

    public BreakSearch(ImmutableArray<Observation> observations, Noise noise, IndexSettings settings)
    {
        _observations = observations;
        _variances = [.. observations.Select(one => Math.Max(1, (long)Math.Round(noise.VarianceOf(one.Count) * 1_000_000)))];
        _bound = (long)(settings.LossBound * settings.LossBound * Unit);
        _penalty = (long)Math.Round(settings.Penalty * Math.Log(Math.Max(2, observations.Length)) * Unit);
    }

    /// <summary>What a cut must save.</summary>
    public long Penalty => _penalty;

    /// <summary>A stretch of one level.</summary>
    /// <param name="First">Index of its first observation.</param>
    /// <param name="End">Index after its last one.</param>
    /// <param name="Level">Its level in thousandths of a point.</param>
    public readonly record struct Stretch(int First, int End, int Level);

    /// <summary>The stretches, in order; none for no observation.</summary>
    public ImmutableArray<Stretch> Run()
    {
        int count = _observations.Length;
        long[] cost = new long[LevelCount];
        int[] began = new int[LevelCount];
        (int Level, int First)[] best = new (int, int)[count];
        long before = -_penalty;
        for (int t = 0; t < count; t++)
        {
            int least = 0;
            for (int level = 0; level < LevelCount; level++)
            {
                if (t == 0 || before + _penalty <= cost[level]) (cost[level], began[level]) = (before + _penalty, t);
                cost[level] += Loss(t, LevelOf(level));
                if (IsBetter(cost, level, least)) least = level;
            }

            before = cost[least];
            best[t] = (LevelOf(least), began[least]);
        }

        return Trace(best);
    }

    /// <summary>What observation <paramref name="t"/> costs at a level.</summary>
    public long Loss(int t, int level)
    {
        long distance = _observations[t].Mean - level;
        return Math.Min(_bound, distance * distance * Unit / _variances[t]);
    }

    /// <summary>Whether an observation lies so far from a level that its loss is bounded.</summary>
    public bool IsFar(int t, int level) => Loss(t, level) == _bound;

    /// <summary>What observations cost at a level.</summary>
    public long Loss(int first, int end, int level)
    {
        long sum = 0;
        for (int t = first; t < end; t++) sum += Loss(t, level);
        return sum;
    }

    /// <summary>The least cost of observations at one level.</summary>
    public long LeastLoss(int first, int end) => Loss(first, end, BestLevel(first, end));

    /// <summary>The one level that observations lie nearest to by the bounded loss, in thousandths of a point.</summary>
    public int BestLevel(int first, int end)
    {
        long[] cost = new long[LevelCount];
        int least = 0;
        for (int level = 0; level < LevelCount; level++)
        {
            cost[level] = Loss(first, end, LevelOf(level));
            if (IsBetter(cost, level, least)) least = level;
        }

        return LevelOf(least);
    }

    private static int LevelOf(int index) => LowestLevel + index * LevelStep;

    // Of equal ones that nearest to the middle of the scale.
    private static bool IsBetter(long[] cost, int level, int least) =>
        cost[level] < cost[least] || cost[level] == cost[least] && Math.Abs(LevelOf(level)) < Math.Abs(LevelOf(least));

    private static ImmutableArray<Stretch> Trace((int Level, int First)[] best)
    {
        List<Stretch> stretches = [];
        for (int end = best.Length; end > 0; end = stretches[^1].First) stretches.Add(new Stretch(best[end - 1].First, end, best[end - 1].Level));
        stretches.Reverse();
        return [.. stretches];
    }
}
