using Readout.Coding.Codebooks;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>
/// Finds what is only supposed: clauses of condition with a mark (<c>if</c>, <c>provided that</c>) or by inversion (<c>had X
/// done</c>, <c>were X to do</c>, <c>should X do</c>), and deeds in an indefinite noun of which something <c>would</c> follow.
/// </summary>
internal sealed class SuppositionReader(Codebook codebook, TreeIndex tree, SubjectFinder subjects)
{
    /// <summary>Whether a clause of condition hangs on the verb, on its object, or on the words of the speaker that follow it.</summary>
    public bool HasCondition(int verb)
    {
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] == Relation.Advcl && IsCondition(c)) return true;
            if (tree.Relations[c] == Relation.Parataxis && c > verb && IsSpeech(c) && HasOwnCondition(c)) return true;
        }

        return Proviso(verb) || Fronted(verb) is var comma && comma >= 0 && comma < verb;
    }

    /// <summary>Whether a clause states a condition.</summary>
    public bool IsCondition(int clause)
    {
        int marker = tree.Marker(clause);
        return marker >= 0 && codebook.IsCue(tree.MarkerWord(marker), CueClass.Mark, CueKind.Hypothetical) || Inverted(clause) >= 0;
    }

    /// <summary>The auxiliary that stands before the subject as in a condition without a mark, or in a question; -1 where there is none.</summary>
    public int Inverted(int verb)
    {
        int first = tree.Document.Sentence(tree.SentenceOf[verb]).First;
        if (Fronted(verb) is var comma && comma > verb && IsFirstVerb(first, verb)) return first;
        int subject = subjects.Own(verb);
        if (subject < 0) return -1;
        for (int c = tree.FirstChild(verb); c >= 0 && c < subject; c = tree.Next(c))
        {
            if (tree.Relations[c] is not (Relation.Aux or Relation.AuxPass or Relation.Cop) || !OpensClause(c)) continue;
            if (IsQuestion(c) || Opens(c) && c > first) return c;
        }

        return -1;
    }

    /// <summary>
    /// The comma that ends a condition by inversion at the head of the verb's sentence; -1 where there is none. Read from the order of the
    /// words, since parsers give the auxiliary to the main verb.
    /// </summary>
    public int Fronted(int verb)
    {
        Sentence sentence = tree.Document.Sentence(tree.SentenceOf[verb]);
        if (!Opens(sentence.First) || IsQuestion(sentence.First)) return -1;
        for (int t = sentence.First + 2; t < sentence.End; t++)
        {
            if (tree.IsForm(t, ",")) return t;
        }

        return -1;
    }

    /// <summary>
    /// The modal of what would follow, if the noun is an indefinite deed that is the subject of <c>would</c>, <c>could</c> or <c>might</c>; a condition
    /// set between commas may lie between (<c>a strike, if it came, would …</c>). -1 where it is not.
    /// </summary>
    public int Supposed(int noun, out bool conditional)
    {
        conditional = false;
        if (!IsIndefinite(noun) || tree.Relations[noun] is not (Relation.Nsubj or Relation.NsubjPass or Relation.Root)) return -1;
        int end = tree.Document.Sentence(tree.SentenceOf[noun]).End;
        for (int t = noun + 1; t < end; t++)
        {
            if (tree.Parts[t] == Upos.PUNCT && t + 1 < end && OpensCondition(t + 1))
            {
                conditional = true;
                do t++; while (t < end && tree.Parts[t] != Upos.PUNCT);
                continue;
            }

            if (tree.Tags[t] == PennTag.MD) return IsWeighing(t) || tree.IsForm(t, "would") ? t : -1;
            if (tree.Tags[t] is PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.WDT) return -1;
        }

        return -1;
    }

    /// <summary>Whether a modal only weighs what may be.</summary>
    public bool IsWeighing(int modal) => tree.IsForm(modal, "could") || tree.IsForm(modal, "may") || tree.IsForm(modal, "might");

    private bool Opens(int token) => tree.IsForm(token, "had") || tree.IsForm(token, "were") || tree.IsForm(token, "should");

    private bool IsFirstVerb(int from, int verb)
    {
        for (int t = from + 1; t < verb; t++)
        {
            if (tree.Parts[t] == Upos.VERB && tree.Relations[t] is not (Relation.Amod or Relation.Acl)) return false;
        }

        return true;
    }

    private bool IsSpeech(int verb) => codebook.IsCue(tree.Lemmas[verb], CueClass.Verb, CueKind.Speech);

    private bool HasOwnCondition(int verb)
    {
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] == Relation.Advcl && c > verb && IsCondition(c)) return true;
        }

        return false;
    }

    /// <summary>Whether <c>provided that</c> or <c>on condition that</c> follows the verb in its sentence.</summary>
    private bool Proviso(int verb)
    {
        int end = tree.Document.Sentence(tree.SentenceOf[verb]).End;
        for (int t = verb + 1; t + 1 < end; t++)
        {
            bool proviso = tree.IsForm(t, "provided") || tree.IsForm(t, "providing") || tree.IsForm(t, "condition");
            if (proviso && tree.IsForm(t + 1, "that")) return true;
        }

        return false;
    }

    private bool OpensClause(int token) =>
        token == tree.Document.Sentence(tree.SentenceOf[token]).First || tree.Parts[token - 1] is Upos.PUNCT or Upos.CCONJ;

    private bool IsQuestion(int token) => tree.IsForm(tree.Document.Sentence(tree.SentenceOf[token]).End - 1, "?");

    private bool OpensCondition(int token) => Opens(token) || tree.IsForm(token, "if") || tree.IsForm(token, "unless");

    /// <summary>Whether a noun phrase names no one thing: <c>a strike</c>, <c>sanctions</c>.</summary>
    public bool IsIndefinite(int noun)
    {
        if (tree.Has(noun, Relation.NmodPoss)) return false;
        int determiner = tree.Child(noun, Relation.Det);
        return determiner < 0 ? tree.Tags[noun] == PennTag.NNS : tree.IsForm(determiner, "a") || tree.IsForm(determiner, "an") || tree.IsForm(determiner, "any");
    }
}
