namespace Readout.Text.Models;

/// <summary>
/// Finds the tree with one root that the arc scores prefer: each token's best head where that is a tree already, else
/// the maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967) below the token that most prefers the root. O(n²)
/// where the best heads form a tree, O(n³) at worst, with n bounded by the longest sentence. Not thread-safe.
/// </summary>
internal sealed class SpanningTree
{
    private int[] _state = [];

    /// <summary>Solves one sentence.</summary>
    /// <param name="scores">For each of n tokens a row of n + 1 scores: of the root, then of each token as its head.</param>
    /// <param name="heads">Receives n heads: 0 for the root, else the head's position from 1.</param>
    public void Solve(ReadOnlySpan<int> scores, Span<int> heads)
    {
        int n = heads.Length;
        int roots = 0;
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<int> row = scores.Slice(i * (n + 1), n + 1);
            int best = 0;
            for (int j = 1; j <= n; j++)
            {
                if (row[j] > row[best]) best = j;
            }

            heads[i] = best;
            if (best == 0) roots++;
        }

        if (roots == 1 && IsAcyclic(heads)) return;
        int root = BestRoot(scores, n);
        int[] solved = Arborescence(Weights(scores, n), n, root);
        for (int i = 0; i < n; i++) heads[i] = i == root ? 0 : solved[i] + 1;
    }

    private static int BestRoot(ReadOnlySpan<int> scores, int n)
    {
        int root = 0;
        long margin = long.MinValue;
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<int> row = scores.Slice(i * (n + 1), n + 1);
            int other = int.MinValue;
            for (int j = 1; j <= n; j++) other = Math.Max(other, row[j]);
            if ((long)row[0] - other <= margin) continue;
            margin = (long)row[0] - other;
            root = i;
        }

        return root;
    }

    private bool IsAcyclic(ReadOnlySpan<int> heads)
    {
        int n = heads.Length;
        if (_state.Length < n) _state = new int[n * 2];
        Array.Clear(_state, 0, n);
        for (int i = 0; i < n; i++)
        {
            int current = i;
            while (_state[current] == 0)
            {
                _state[current] = i + 1;
                if (heads[current] == 0) break;
                current = heads[current] - 1;
                if (_state[current] == i + 1) return false;
            }
        }

        return true;
    }

    private static long[] Weights(ReadOnlySpan<int> scores, int n)
    {
        long[] weights = new long[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++) weights[j * n + i] = scores[i * (n + 1) + j + 1];
        }

        return weights;
    }

    /// <summary>
    /// Heads of the maximum arborescence below <paramref name="root"/>. Takes every node's best head; where that makes
    /// a circle, contracts it to one node, solves the smaller graph and opens the circle where it is entered.
    /// </summary>
    /// <param name="weights">Weight of the arc from u to v at <c>u·n + v</c>.</param>
    private static int[] Arborescence(long[] weights, int n, int root)
    {
        int[] best = new int[n];
        for (int v = 0; v < n; v++) best[v] = v == root ? -1 : BestSource(weights, n, v);
        bool[]? circle = Circle(best, root);
        if (circle is null) return best;

        int[] place = new int[n];
        List<int> outside = [];
        for (int v = 0; v < n; v++)
        {
            if (circle[v]) continue;
            place[v] = outside.Count;
            outside.Add(v);
        }

        int merged = outside.Count, m = merged + 1;
        long[] smaller = new long[m * m];
        int[] entry = new int[merged], exit = new int[merged];
        for (int a = 0; a < merged; a++)
        {
            int u = outside[a];
            for (int b = 0; b < merged; b++) smaller[a * m + b] = weights[u * n + outside[b]];
            Join(weights, n, u, circle, best, out entry[a], out smaller[a * m + merged], out exit[a], out smaller[merged * m + a]);
        }

        int[] solved = Arborescence(smaller, m, place[root]);
        int[] heads = (int[])best.Clone();
        for (int a = 0; a < merged; a++)
        {
            if (outside[a] != root) heads[outside[a]] = solved[a] == merged ? exit[a] : outside[solved[a]];
        }

        heads[entry[solved[merged]]] = outside[solved[merged]];
        return heads;
    }

    /// <summary>The best arcs from an outside node into the circle, and from the circle to that node.</summary>
    private static void Join(
        long[] weights, int n, int node, bool[] circle, int[] best, out int entry, out long into, out int exit, out long from)
    {
        entry = exit = -1;
        into = from = long.MinValue;
        for (int v = 0; v < n; v++)
        {
            if (!circle[v]) continue;
            long gain = weights[node * n + v] - weights[best[v] * n + v];
            if (entry < 0 || gain > into) (entry, into) = (v, gain);
            if (exit < 0 || weights[v * n + node] > from) (exit, from) = (v, weights[v * n + node]);
        }
    }

    private static int BestSource(long[] weights, int n, int target)
    {
        int best = -1;
        for (int u = 0; u < n; u++)
        {
            if (u != target && (best < 0 || weights[u * n + target] > weights[best * n + target])) best = u;
        }

        return best;
    }

    private static bool[]? Circle(int[] best, int root)
    {
        int n = best.Length;
        int[] visit = new int[n];
        for (int start = 0; start < n; start++)
        {
            int current = start;
            while (current != root && visit[current] == 0)
            {
                visit[current] = start + 1;
                current = best[current];
            }

            if (current == root || visit[current] != start + 1) continue;
            bool[] circle = new bool[n];
            for (int v = current; !circle[v]; v = best[v]) circle[v] = true;
            return circle;
        }

        return null;
    }
}
