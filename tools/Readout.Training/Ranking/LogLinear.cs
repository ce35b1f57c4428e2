namespace Readout.Training.Ranking;

/// <summary>
/// A conditional log-linear model over the accounts of a pair: the probability of an account is the exponential of the sum of its
/// features' weights over that of all accounts of the pair; the loss is minus the logarithm of the right ones' share, plus a quadratic
/// penalty. Minimised by Adagrad (Duchi et al. 2011) over whole passes in fixed order: the same pairs give the same weights.
/// </summary>
internal sealed class LogLinear(int features)
{
    private const int Passes = 60;

    private readonly double[] _weights = new double[features], _squares = new double[features];

    /// <summary>The weights, by the number of the feature.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>Trains on choices.</summary>
    /// <param name="choices">The accounts of each pair.</param>
    /// <param name="penalty">Quadratic penalty of each feature's weight.</param>
    public void Train(IReadOnlyList<Choice> choices, Func<int, double> penalty)
    {
        double[] penalties = [.. Enumerable.Range(0, features).Select(penalty)];
        for (int pass = 0; pass < Passes; pass++)
        {
            foreach (Choice choice in choices) Step(choice, penalties, choices.Count);
        }
    }

    /// <summary>Probabilities of a pair's accounts.</summary>
    public double[] Shares(int[][] accounts)
    {
        double[] shares = [.. accounts.Select(Score)];
        double most = shares.Max();
        for (int i = 0; i < shares.Length; i++) shares[i] = Math.Exp(shares[i] - most);
        double sum = shares.Sum();
        for (int i = 0; i < shares.Length; i++) shares[i] /= sum;
        return shares;
    }

    private double Score(int[] account)
    {
        double score = 0;
        foreach (int feature in account) score += _weights[feature];
        return score;
    }

    private void Step(Choice choice, double[] penalties, int count)
    {
        double[] shares = Shares(choice.Accounts);
        double right = 0;
        for (int i = 0; i < shares.Length; i++) right += choice.Right[i] ? shares[i] : 0;
        Dictionary<int, double> gradient = [];
        for (int i = 0; i < shares.Length; i++)
        {
            double pull = (choice.Right[i] ? shares[i] / Math.Max(right, 1e-9) : 0) - shares[i];
            foreach (int feature in choice.Accounts[i]) gradient[feature] = gradient.GetValueOrDefault(feature) + pull;
        }

        foreach ((int feature, double value) in gradient)
        {
            double step = value - penalties[feature] * _weights[feature] / count * 100;
            _squares[feature] += step * step;
            _weights[feature] += 0.15 * step / Math.Sqrt(_squares[feature] + 1);
        }
    }
}
