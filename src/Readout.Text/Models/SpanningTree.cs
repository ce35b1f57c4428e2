namespace Readout.Text.Models;

/// <summary>
/// Finds the tree with one root that the arc scores prefer: each token's best head where that is a tree already, else
/// the maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967) below the token that most prefers the root, by
/// <see cref="Contraction"/>. O(n²) for n tokens, n bounded by the longest sentence. Allocates only to grow. Not
/// thread-safe.
/// </summary>
internal sealed class SpanningTree
{
    private readonly Contraction _contraction = new();
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
            heads[i] = FixedPoint.ArgMax(scores.Slice(i * (n + 1), n + 1));
            if (heads[i] == 0) roots++;
        }

        if (roots == 1 && IsAcyclic(heads)) return;
        int root = BestRoot(scores, n);
        _contraction.Solve(scores, root, heads);
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
}
