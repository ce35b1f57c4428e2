using System.Collections.Immutable;
using System.Numerics;
using Readout.Coding.Codebooks;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>Finds the contexts of an event: the frame's, and those whose words stand in its sentence.</summary>
internal sealed class ContextReader(Codebook codebook, TreeIndex tree)
{
    /// <summary>The contexts in the codebook's order.</summary>
    public ImmutableArray<string> Read(Match match)
    {
        ulong found = 0;
        Sentence sentence = tree.Document.Sentence(tree.SentenceOf[match.Trigger]);
        for (int t = sentence.First; t < sentence.End; t++)
        {
            found |= codebook.ContextsOf(tree.Lemmas[t]) | codebook.ContextsOf(tree.Forms[t]) | codebook.ContextsOf(tree.Phrases[t]);
        }

        foreach (string name in match.Frame.Contexts)
        {
            for (int i = 0; i < codebook.Contexts.Length; i++)
            {
                if (codebook.Contexts[i].Name == name) found |= 1UL << i;
            }
        }

        if (found == 0) return [];
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>(BitOperations.PopCount(found));
        for (int i = 0; i < codebook.Contexts.Length; i++)
        {
            if ((found & (1UL << i)) != 0) names.Add(codebook.Contexts[i].Name);
        }

        return names.ToImmutable();
    }
}
