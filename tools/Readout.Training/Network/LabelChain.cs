using Readout.Text.Models;
using Readout.Training.Corpora;

namespace Readout.Training.Network;

/// <summary>
/// A linear-chain conditional random field over name labels (Lafferty, McCallum and Pereira 2001): the loss of a
/// sentence's labels under scores of labels and of label pairs, with the gradients of both.
/// </summary>
internal sealed unsafe class LabelChain
{
    private const int Labels = NameLabels.Count;
    private const float Never = -1e9f;

    private float[] _forward = [], _backward = [];

    /// <summary>Returns the loss of a sentence and leaves the gradient, times <paramref name="scale"/>, in place of the scores.</summary>
    /// <param name="scores">Rows of label scores.</param>
    /// <param name="width">Columns of a row; those beyond the labels are cleared.</param>
    /// <param name="gold">The sentence's labels; where one is -1 the sentence has no gold.</param>
    /// <param name="pairs">Scores of label pairs, the former by rows of <see cref="NameFinder.Labels"/>.</param>
    /// <param name="dPairs">Receives the gradient of the pairs, or null.</param>
    /// <param name="scale">Factor of the gradients.</param>
    public double Run(float* scores, int width, ReadOnlySpan<sbyte> gold, float* pairs, float* dPairs, float scale)
    {
        int n = gold.Length;
        if (!IsSound(gold))
        {
            new Span<float>(scores, n * width).Clear();
            return 0;
        }

        if (_forward.Length < n * Labels) (_forward, _backward) = (new float[n * Labels * 2], new float[n * Labels * 2]);
        double partition = Forward(scores, width, n, pairs);
        Backward(scores, width, n, pairs);
        double loss = partition - Score(scores, width, gold, pairs);
        if (dPairs != null) PairGradients(scores, width, gold, pairs, dPairs, scale, (float)partition);
        for (int i = 0; i < n; i++)
        {
            float* row = scores + (long)i * width;
            for (int label = 0; label < Labels; label++)
            {
                float share = MathF.Exp(_forward[i * Labels + label] + _backward[i * Labels + label] - (float)partition);
                row[label] = scale * (share - (gold[i] == label ? 1 : 0));
            }

            for (int label = Labels; label < width; label++) row[label] = 0;
        }

        return loss;
    }

    /// <summary>The best labels of a sentence (Viterbi 1967).</summary>
    public static void Decode(float* scores, int width, Span<int> labels, float* pairs)
    {
        int n = labels.Length;
        float[] best = new float[n * Labels];
        int[] from = new int[n * Labels];
        for (int i = 0; i < n; i++)
        {
            for (int label = 0; label < Labels; label++)
            {
                float most = i == 0 ? Pair(pairs, 0, label) : Never * 2;
                for (int previous = 0; i > 0 && previous < Labels; previous++)
                {
                    float value = best[(i - 1) * Labels + previous] + Pair(pairs, previous, label);
                    if (value <= most) continue;
                    (most, from[i * Labels + label]) = (value, previous);
                }

                best[i * Labels + label] = most + scores[(long)i * width + label];
            }
        }

        int last = 0;
        for (int label = 1; label < Labels; label++)
        {
            if (best[(n - 1) * Labels + label] > best[(n - 1) * Labels + last]) last = label;
        }

        for (int i = n - 1; i >= 0; i--)
        {
            labels[i] = last;
            last = from[i * Labels + last];
        }
    }

    private static bool IsSound(ReadOnlySpan<sbyte> gold)
    {
        int previous = 0;
        foreach (sbyte label in gold)
        {
            if (label < 0 || !NameFinder.Allowed(previous, label)) return false;
            previous = label;
        }

        return true;
    }

    /// <summary>Score of a pair; a sentence starts as after a token outside.</summary>
    private static float Pair(float* pairs, int previous, int label) => NameFinder.Allowed(previous, label) ? pairs[previous * Labels + label] : Never;

    private static double Score(float* scores, int width, ReadOnlySpan<sbyte> gold, float* pairs)
    {
        double sum = 0;
        for (int i = 0; i < gold.Length; i++) sum += scores[(long)i * width + gold[i]] + Pair(pairs, i > 0 ? gold[i - 1] : 0, gold[i]);
        return sum;
    }

    private double Forward(float* scores, int width, int n, float* pairs)
    {
        Span<float> terms = stackalloc float[Labels];
        for (int i = 0; i < n; i++)
        {
            for (int label = 0; label < Labels; label++)
            {
                for (int previous = 0; previous < Labels; previous++)
                {
                    float before = i > 0 ? _forward[(i - 1) * Labels + previous] : previous == 0 ? 0 : Never;
                    terms[previous] = before + Pair(pairs, previous, label);
                }

                _forward[i * Labels + label] = LogSum(terms) + scores[(long)i * width + label];
            }
        }

        return LogSum(_forward.AsSpan((n - 1) * Labels, Labels));
    }

    private void Backward(float* scores, int width, int n, float* pairs)
    {
        Span<float> terms = stackalloc float[Labels];
        Array.Clear(_backward, (n - 1) * Labels, Labels);
        for (int i = n - 2; i >= 0; i--)
        {
            for (int label = 0; label < Labels; label++)
            {
                for (int next = 0; next < Labels; next++)
                    terms[next] = Pair(pairs, label, next) + scores[(long)(i + 1) * width + next] + _backward[(i + 1) * Labels + next];
                _backward[i * Labels + label] = LogSum(terms);
            }
        }
    }

    private void PairGradients(float* scores, int width, ReadOnlySpan<sbyte> gold, float* pairs, float* dPairs, float scale, float partition)
    {
        for (int i = 0; i < gold.Length; i++)
        {
            dPairs[(i > 0 ? gold[i - 1] : 0) * Labels + gold[i]] -= scale;
            for (int previous = 0; previous < Labels; previous++)
            {
                float before = i > 0 ? _forward[(i - 1) * Labels + previous] : previous == 0 ? 0 : Never;
                for (int label = 0; label < Labels; label++)
                {
                    float log = before + Pair(pairs, previous, label) + scores[(long)i * width + label] + _backward[i * Labels + label] - partition;
                    if (log > -30) dPairs[previous * Labels + label] += scale * MathF.Exp(log);
                }
            }
        }
    }

    private static float LogSum(ReadOnlySpan<float> terms)
    {
        float most = terms[0];
        foreach (float term in terms) most = MathF.Max(most, term);
        float sum = 0;
        foreach (float term in terms) sum += MathF.Exp(term - most);
        return most + MathF.Log(sum);
    }
}
