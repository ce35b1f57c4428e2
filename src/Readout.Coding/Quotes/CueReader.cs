using Readout.Text;

namespace Readout.Coding.Quotes;

/// <summary>
/// Draws the cue: the verb with its auxiliaries, negation, adverbs and particle, the preposition of its content, <c>in a
/// statement</c>, a weekday, a colon.
/// </summary>
internal sealed class CueReader(SyntaxIndex tree, QuoteWords words)
{
    /// <summary>First and last token of a verb's cue.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="source">Head of the source, or -1.</param>
    /// <param name="reach">A token that the cue must reach: a preposition, a noun; else the verb.</param>
    public (int First, int Last) Read(int verb, int source, int reach)
    {
        int first = Start(verb, source);
        int last = verb;
        while (last + 1 < tree.SentenceEnd(verb) && tree.Heads[last + 1] == verb && Follows(last + 1)) last++;
        if (reach > last && reach - last <= 4) last = reach;
        if (reach == verb) last = Circumstance(verb, last);
        if (last + 1 < tree.Count && tree.Sign(last + 1) == ':') last++;
        return (first, last);
    }

    /// <summary>First token of the group of a verb or a predicate: auxiliaries, negation, adverbs, <c>to</c>.</summary>
    public int Start(int verb, int source)
    {
        int first = verb;
        int sentence = tree.SentenceFirst(verb);
        while (first > sentence && first - 1 != source && tree.Heads[first - 1] == verb && Precedes(first - 1)) first--;
        first = Auxiliary(verb, source, first);
        if (tree.Relations[verb] == Relation.Xcomp && tree.Heads[verb] is >= 0 and int outer && outer == first - 1 && tree.Parts[outer] == Upos.VERB) return Start(outer, source);
        return first;
    }

    /// <summary>An auxiliary further left, behind adverbs that the tree hangs elsewhere.</summary>
    private int Auxiliary(int verb, int source, int first)
    {
        int auxiliary = tree.Child(verb, Relation.Aux);
        if (auxiliary < 0) auxiliary = tree.Child(verb, Relation.AuxPass);
        if (auxiliary < 0 || auxiliary >= first || first - auxiliary > 4 || (source >= auxiliary && source < first)) return first;
        for (int t = auxiliary + 1; t < first; t++)
        {
            if (tree.Parts[t] is not (Upos.ADV or Upos.PART or Upos.AUX)) return first;
        }

        return auxiliary;
    }

    private bool Precedes(int token) => tree.Relations[token] switch
    {
        Relation.Aux or Relation.AuxPass or Relation.Cop => true,
        Relation.Advmod => tree.First[token] == token && tree.Tags[token] is not (PennTag.WRB or PennTag.CC),
        Relation.Mark => tree.Tags[token] == PennTag.TO || tree.Is(token, "to"),
        _ => false,
    };

    private bool Follows(int token) => tree.Relations[token] switch
    {
        Relation.CompoundPrt => true,
        Relation.Advmod => tree.First[token] == token && tree.Last[token] == token && tree.Tags[token] is PennTag.RB or PennTag.RBR,
        _ => false,
    };

    /// <summary><c>in a statement</c> or a weekday directly after the verb.</summary>
    private int Circumstance(int verb, int last)
    {
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (tree.First[c] != last + 1) continue;
            bool vehicle = tree.Relations[c] == Relation.Obl && words.IsVehicle(tree.Lemma(c)) && tree.Is(last + 1, "in");
            bool weekday = tree.Relations[c] == Relation.OblUnmarked && c == last + 1 && tree.Parts[c] == Upos.PROPN;
            if (vehicle || weekday) last = c;
        }

        return last;
    }
}
