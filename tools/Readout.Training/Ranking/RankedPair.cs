namespace Readout.Training.Ranking;

/// <summary>The accounts of one marked pair, with the type that is right.</summary>
/// <param name="Id">Where it comes from.</param>
/// <param name="Accounts">Features of each account, as numbers.</param>
/// <param name="Trusts">Features of each account by which it is trusted; one more row than accounts, for the answer that none is right.</param>
/// <param name="Held">Whether the frame of each account holds.</param>
/// <param name="Roots">Number of the type of each account.</param>
/// <param name="Gold">Number of the right type.</param>
/// <param name="IsWhole">Whether both phrases are in the text.</param>
internal sealed record RankedPair(string Id, int[][] Accounts, int[][] Trusts, bool[] Held, int[] Roots, int Gold, bool IsWhole)
{
    private const int None = -1;

    /// <summary>What chooses between the accounts; null where nothing can be learnt from it.</summary>
    public Choice? Ranking => Roots.Contains(Gold) && Roots.Any(root => root != Gold) ? new Choice(Accounts, [.. Roots.Select(root => root == Gold)]) : null;

    /// <summary>What tells how far the accounts are trusted: the right ones, or none.</summary>
    /// <param name="silent">
    /// Leaves out the right accounts that hold. On a worked example one always does; the ranker must also know the look of a text for
    /// which the codebook has no word.
    /// </param>
    public Choice Trusting(bool silent)
    {
        int[] kept = [.. Enumerable.Range(0, Roots.Length).Where(i => !(silent && Held[i] && Roots[i] == Gold))];
        bool[] right = [.. kept.Select(i => Roots[i] == Gold)];
        return new Choice([.. kept.Select(i => Trusts[i]), Trusts[^1]], [.. right, !right.Contains(true)]);
    }

    /// <summary>The answer of one model, trusted as another trusts it.</summary>
    public RankedAnswer Answer(LogLinear ranking, LogLinear trust)
    {
        double[] shares = ranking.Shares(Accounts), trusted = trust.Shares(Trusts);
        int best = Array.IndexOf(shares, shares.Max());
        return new RankedAnswer(Enumerable.Range(0, Roots.Length).Where(i => Roots[i] == Roots[best]).Sum(i => trusted[i]), Roots[best] == Gold);
    }
}

/// <summary>Some accounts, of which some are right.</summary>
/// <param name="Accounts">Features of each.</param>
/// <param name="Right">Whether each is right; at least one is.</param>
internal sealed record Choice(int[][] Accounts, bool[] Right);

/// <summary>The features met, by number.</summary>
internal sealed class FeatureNames
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    public int Count => _names.Count;

    public string this[int number] => _names[number];

    public int Number(string name)
    {
        if (_numbers.TryGetValue(name, out int number)) return number;
        _numbers.Add(name, _names.Count);
        _names.Add(name);
        return _names.Count - 1;
    }
}
