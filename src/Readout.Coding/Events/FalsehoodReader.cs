using Readout.Coding.Codebooks;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>
/// Finds clauses of which the sentence says that they are not so: <c>reports that X fell are false</c>, <c>it is untrue, said Y, that X fell</c>. It goes by the order
/// of the words, since parsers read these sentences in many ways.
/// </summary>
internal sealed class FalsehoodReader(Codebook codebook, TreeIndex tree)
{
    /// <summary>The most words between <c>that</c> and the verb of its clause.</summary>
    private const int LongestSubject = 12;

    /// <summary>The adjective that calls the clause of a verb untrue; -1 where there is none.</summary>
    public int Find(int verb)
    {
        Sentence sentence = tree.Document.Sentence(tree.SentenceOf[verb]);
        int that = That(verb, sentence.First);
        if (that < 0) return -1;
        if (tree.IsForm(sentence.First, "it")) return Adjective(sentence.First + 1, that);
        bool report = that > sentence.First && (codebook.IsCue(tree.Lemmas[that - 1], CueClass.Noun, CueKind.Speech) || codebook.IsCue(tree.Lemmas[that - 1], CueClass.Verb, CueKind.Speech));
        bool opens = that - 3 <= sentence.First;
        return report && opens ? Adjective(verb + 1, sentence.End) : -1;
    }

    private int That(int verb, int first)
    {
        for (int t = verb - 1; t >= first && verb - t <= LongestSubject; t--)
        {
            if (tree.IsForm(t, "that")) return t;
            if (tree.Parts[t] is Upos.VERB or Upos.PUNCT) return -1;
        }

        return -1;
    }

    /// <summary>An adjective of untruth after a form of <c>be</c>, or <c>not true</c>.</summary>
    private int Adjective(int from, int end)
    {
        for (int t = from + 1; t < end; t++)
        {
            bool predicate = tree.Is(t - 1, codebook.Grammar.Be) || tree.Parts[t - 1] == Upos.ADV && tree.Is(t - 2, codebook.Grammar.Be);
            if (!predicate) continue;
            if (codebook.IsCue(tree.Lemmas[t], CueClass.Adjective, CueKind.Negated)) return t;
            if (tree.IsForm(t, "true") && tree.IsForm(t - 1, "not")) return t;
        }

        return -1;
    }
}
