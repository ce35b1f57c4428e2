using Readout.Training.Corpora;

namespace Readout.Training.Network;

/// <summary>
/// Draws the examples of an epoch: those of the core set, those of the other sets, fewer from epoch to epoch so that training
/// ends on the core set's conventions, and names swapped in a share of them.
/// </summary>
/// <param name="core">Examples of the set that the network is to agree with.</param>
/// <param name="others">Examples of other sets.</param>
/// <param name="swap">Puts other names in a sentence.</param>
/// <param name="make">Makes an example of a varied sentence.</param>
/// <param name="options">Shares and epochs.</param>
internal sealed class TrainingSet(
    IReadOnlyList<Example> core, IReadOnlyList<Example> others, NameSwap swap, Func<TreebankSentence, Example> make, TrainingOptions options)
{
    /// <summary>The examples of an epoch.</summary>
    /// <param name="epoch">Number of the epoch, from 1.</param>
    /// <param name="random">The run's random numbers.</param>
    public IReadOnlyList<Example> Draw(int epoch, Random random)
    {
        float share = 1 - (1 - options.LastShare) * (epoch - 1) / Math.Max(1, options.Epochs - 1);
        return
        [
            .. core.Select(e => Vary(e, random)),
            .. others.Where(_ => share >= 1 || random.NextDouble() < share).Select(e => Vary(e, random)),
        ];
    }

    private Example Vary(Example example, Random random) =>
        random.NextDouble() < options.SwapRate && swap.Vary(example.Gold, random) is { } varied ? make(varied) : example;
}
