using System.Globalization;
using Readout.Coding.Packs;

namespace Readout.Coding.Ranking;

/// <summary>
/// A linear model over named features of candidate codings: decides between frames that compete, and among those that come
/// nearest where none holds. Weights are thousandths of a logit, read from <c>data/ranker/*.txt</c>, so that everybody can see
/// what speaks for what. Immutable; safe from every thread.
/// </summary>
public sealed class Ranker
{
    /// <summary>Name under which the weights hold the factor of a share's logit.</summary>
    internal const string SlopeName = "calibration slope";

    /// <summary>Name under which the weights hold what is added to it.</summary>
    internal const string OffsetName = "calibration offset";

    private readonly SortedDictionary<string, int> _weights;

    private Ranker(SortedDictionary<string, int> weights) => _weights = weights;

    /// <summary>A ranker without weights: all candidates score 0.</summary>
    public static Ranker None { get; } = new(new SortedDictionary<string, int>(StringComparer.Ordinal));

    /// <summary>Number of features that have a weight.</summary>
    public int Count => _weights.Count;

    /// <summary>
    /// Reads weights: a line each, <c>feature TAB weight</c>; <c>#</c> starts a comment line. A feature given twice is a problem.
    /// </summary>
    public static Ranker Parse(IReadOnlyList<DataFile> files, ICollection<DataProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(problems);
        SortedDictionary<string, int> weights = new(StringComparer.Ordinal);
        foreach (DataFile file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            string[] lines = file.Text.Split('\n');
            for (int i = 0; i < lines.Length; i++)
            {
                string line = lines[i].TrimEnd('\r');
                if (line.Length == 0 || line[0] == '#') continue;
                string[] parts = line.Split('\t');
                if (parts.Length != 2 || !int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int weight))
                    problems.Add(new DataProblem(file.Path, i + 1, "This is no feature with its weight.", "Write the feature, a tab and a whole number."));
                else if (!weights.TryAdd(parts[0], weight))
                    problems.Add(new DataProblem(file.Path, i + 1, $"The feature '{parts[0]}' has a weight already.", "Keep one of the two lines."));
            }
        }

        return new Ranker(weights);
    }

    /// <summary>The sum of the weights of a candidate's features, in thousandths of a logit.</summary>
    public int Score(IEnumerable<string> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        int score = 0;
        foreach (string feature in features) score += _weights.GetValueOrDefault(feature);
        return score;
    }

    /// <summary>The probability of being right for a share among accounts, in thousandths: a logistic curve over its logit (Platt 1999).</summary>
    public double Probability(double share)
    {
        double logit = (_weights.GetValueOrDefault(SlopeName, 1000) * Logit(share) + _weights.GetValueOrDefault(OffsetName)) / 1000.0;
        return Math.Round(1 / (1 + Math.Exp(-logit)), 3);
    }

    /// <summary>The logit of a share, which is kept away from 0 and 1 by a thousandth.</summary>
    internal static double Logit(double share)
    {
        double kept = Math.Clamp(share, 0.001, 0.999);
        return Math.Log(kept / (1 - kept));
    }

    internal void Write(BinaryWriter writer)
    {
        writer.Write(_weights.Count);
        foreach ((string feature, int weight) in _weights)
        {
            writer.Write(feature);
            writer.Write(weight);
        }
    }

    internal static Ranker Read(BinaryReader reader)
    {
        SortedDictionary<string, int> weights = new(StringComparer.Ordinal);
        for (int i = reader.ReadInt32(); i > 0; i--) weights[reader.ReadString()] = reader.ReadInt32();
        return new Ranker(weights);
    }
}
