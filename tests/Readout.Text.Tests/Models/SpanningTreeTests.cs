using CsCheck;
using Readout.Text.Models;

namespace Readout.Text.Tests.Models;

/// <summary>The tree solver against every tree there is.</summary>
public class SpanningTreeTests
{
    private static readonly Gen<int[]> Small = Gen.Int[1, 5].SelectMany(n => Gen.Int[-40, 40].Array[n * (n + 1)]);
    private static readonly Gen<int[]> Large = Gen.Int[1, 60].SelectMany(n => Gen.Int[-1000, 1000].Array[n * (n + 1)]);

    [Fact]
    public void The_best_tree_below_its_root_is_found() => Small.Sample(
        scores =>
        {
            int n = Size(scores);
            int[] heads = Solve(scores);
            int root = Array.IndexOf(heads, 0);
            Assert.Equal(BestBelow(scores, n, root), Score(scores, heads));
        },
        iter: 4000);

    [Fact]
    public void Every_result_is_one_tree() => Large.Sample(
        scores =>
        {
            int[] heads = Solve(scores);
            Assert.True(IsTree(heads), string.Join(' ', heads));
        },
        iter: 1500);

    [Fact]
    public void A_solver_used_before_gives_the_same_tree() => Large.Sample(
        scores =>
        {
            SpanningTree used = new();
            used.Solve([5, 0, 5, 5, 5, 0], new int[2]);
            int[] heads = new int[Size(scores)];
            used.Solve(Forbid(scores), heads);
            Assert.Equal(Solve(scores), heads);
        },
        iter: 300);

    private static int[] Solve(int[] scores)
    {
        int[] heads = new int[Size(scores)];
        new SpanningTree().Solve(Forbid(scores), heads);
        return heads;
    }

    private static int Size(int[] scores) => (int)Math.Sqrt(scores.Length);

    /// <summary>No token is its own head.</summary>
    private static int[] Forbid(int[] scores)
    {
        int n = Size(scores);
        for (int i = 0; i < n; i++) scores[i * (n + 1) + i + 1] = int.MinValue / 4;
        return scores;
    }

    private static long Score(int[] scores, int[] heads)
    {
        long sum = 0;
        for (int i = 0; i < heads.Length; i++) sum += heads[i] == 0 ? 0 : scores[i * (heads.Length + 1) + heads[i]];
        return sum;
    }

    private static long BestBelow(int[] scores, int n, int root)
    {
        long best = long.MinValue;
        int[] heads = new int[n];
        for (int code = 0; code < Math.Pow(n + 1, n); code++)
        {
            int rest = code;
            for (int i = 0; i < n; i++, rest /= n + 1) heads[i] = rest % (n + 1);
            if (heads[root] == 0 && IsTree(heads)) best = Math.Max(best, Score(scores, heads));
        }

        return best;
    }

    private static bool IsTree(int[] heads)
    {
        if (heads.Count(h => h == 0) != 1) return false;
        for (int i = 0; i < heads.Length; i++)
        {
            int steps = 0;
            for (int current = i; heads[current] != 0; current = heads[current] - 1)
            {
                if (heads[current] - 1 == current || ++steps > heads.Length) return false;
            }
        }

        return true;
    }
}
