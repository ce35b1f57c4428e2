using System.Numerics;

namespace Readout.Training.Network;

/// <summary>
/// A running mean of the weights over training (Polyak and Juditsky 1992), which generalises better than the last step.
/// </summary>
internal sealed class MeanWeights(ParserNetwork net, float decay)
{
    private readonly float[][] _means = [.. net.All.Select(p => (float[])p.Value.Clone())];
    private int _updates;

    /// <summary>Takes the weights as they are into the mean.</summary>
    public void Update()
    {
        _updates++;
        float keep = Math.Min(decay, _updates / (_updates + 9f));
        Parallel.For(0, _means.Length, i => Blend(net.All[i].Value, _means[i], keep));
    }

    private static void Blend(float[] weights, float[] mean, float keep)
    {
        int lanes = Vector<float>.Count;
        for (int i = 0; i + lanes <= mean.Length; i += lanes)
        {
            Vector<float> value = new(weights, i);
            (value + (new Vector<float>(mean, i) - value) * keep).CopyTo(mean, i);
        }
    }

    /// <summary>Exchanges the weights with their mean.</summary>
    public void Swap()
    {
        for (int i = 0; i < _means.Length; i++)
        {
            float[] weights = net.All[i].Value, mean = _means[i];
            for (int k = 0; k < mean.Length; k++) (weights[k], mean[k]) = (mean[k], weights[k]);
        }
    }
}
