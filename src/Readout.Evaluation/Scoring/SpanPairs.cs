using Readout.Text;

namespace Readout.Evaluation.Scoring;

/// <summary>Pairs predicted ranges with gold ranges, one to one.</summary>
internal static class SpanPairs
{
    /// <summary>
    /// Pairs of indexes: first the equal ranges, then those that overlap, the largest overlap first, ties by text order.
    /// </summary>
    public static IReadOnlyList<(int Found, int Gold)> Match(IReadOnlyList<TextSpan> found, IReadOnlyList<TextSpan> gold)
    {
        List<(int Rank, int Found, int Gold)> candidates = [];
        for (int f = 0; f < found.Count; f++)
        {
            for (int g = 0; g < gold.Count; g++)
            {
                int shared = Math.Min(found[f].End, gold[g].End) - Math.Max(found[f].Start, gold[g].Start);
                if (found[f] == gold[g]) candidates.Add((int.MaxValue, f, g));
                else if (shared > 0) candidates.Add((shared, f, g));
            }
        }

        return OneToOne(candidates);
    }

    /// <summary>Takes candidates by falling rank, ties by gold and then found index, each index once.</summary>
    public static IReadOnlyList<(int Found, int Gold)> OneToOne(IEnumerable<(int Rank, int Found, int Gold)> candidates)
    {
        List<(int Found, int Gold)> pairs = [];
        HashSet<int> usedFound = [];
        HashSet<int> usedGold = [];
        foreach ((int _, int f, int g) in candidates.OrderByDescending(one => one.Rank).ThenBy(one => one.Gold).ThenBy(one => one.Found))
        {
            if (usedFound.Contains(f) || usedGold.Contains(g)) continue;
            usedFound.Add(f);
            usedGold.Add(g);
            pairs.Add((f, g));
        }

        return pairs;
    }
}
