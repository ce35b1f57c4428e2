using Readout.Text;

namespace Readout.Coding.Quotes;

/// <summary>Finds who speaks: the subject of a verb of saying, also where it stands with another verb.</summary>
internal sealed class SourceReader(SyntaxIndex tree)
{
    private const int Depth = 6;

    /// <summary>The token that heads the source of a verb; -1 where it has none.</summary>
    public int Find(int verb, in Arguments arguments)
    {
        if (arguments.IsPassive) return Agent(verb, arguments);
        return arguments.Subject >= 0 ? arguments.Subject : Inherited(verb, 0);
    }

    /// <summary>First and last token of the noun phrase of a source, without what holds the cue.</summary>
    public (int First, int Last) Phrase(int head, int cue)
    {
        int first = head;
        int last = head;
        for (int c = tree.FirstChild(head); c >= 0; c = tree.Next(c))
        {
            if (c < head && Opens(c) && tree.Last[c] < head) first = Math.Min(first, tree.First[c]);
            if (c > head && Closes(c) && !tree.IsWithin(cue, c)) last = Math.Max(last, tree.Last[c]);
        }

        if (cue < head && cue >= first) first = head;
        if (cue > head && cue <= last) last = BeforeCue(head, cue);
        return (first, last);
    }

    private int BeforeCue(int head, int cue)
    {
        int last = head;
        for (int c = tree.FirstChild(head); c >= 0; c = tree.Next(c))
        {
            if (c > head && tree.Last[c] < cue && Closes(c)) last = Math.Max(last, tree.Last[c]);
        }

        return last;
    }

    private bool Opens(int child) => tree.Relations[child] is not (Relation.Case or Relation.Cc or Relation.Mark or Relation.Punct
        or Relation.Nsubj or Relation.Cop or Relation.Advcl or Relation.Parataxis or Relation.Discourse or Relation.Obl or Relation.Advmod)
        || (tree.Relations[child] == Relation.Advmod && tree.Last[child] == child && tree.Parts[child + 1] != Upos.PUNCT);

    private bool Closes(int child) => tree.Relations[child] is not (Relation.Punct or Relation.Parataxis or Relation.Ccomp or Relation.Advcl
        or Relation.Discourse or Relation.Case or Relation.Nsubj or Relation.Advmod or Relation.Vocative)
        || (tree.Relations[child] == Relation.Case && tree.Tags[child] == PennTag.POS);

    private int Agent(int verb, in Arguments arguments)
    {
        if (arguments.Agent >= 0) return arguments.Agent;
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] != Relation.Obl || c < verb) continue;
            int preposition = Arguments.Preposition(tree, c);
            if (preposition >= 0 && tree.Is(preposition, "by")) return c;
        }

        return -1;
    }

    /// <summary>The subject that a verb without one shares: with its conjunct, its governor, or the noun it stands under.</summary>
    private int Inherited(int verb, int depth)
    {
        int head = tree.Heads[verb];
        if (head < 0 || depth > Depth) return -1;
        return tree.Relations[verb] switch
        {
            Relation.Conj or Relation.Advcl or Relation.Parataxis or Relation.Dep => SubjectOf(head, depth),
            Relation.Xcomp => tree.Child(head, Relation.Obj) is >= 0 and int controller && controller < verb ? controller : SubjectOf(head, depth),
            Relation.Acl or Relation.AclRelcl => tree.Tags[verb] == PennTag.VB ? Possessor(head, depth) : head,
            _ => -1,
        };
    }

    private int SubjectOf(int verb, int depth)
    {
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] is Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter) return c;
        }

        return Inherited(verb, depth + 1);
    }

    private int Possessor(int noun, int depth)
    {
        int owner = tree.Child(noun, Relation.NmodPoss);
        if (owner >= 0) return owner;
        int head = tree.Heads[noun];
        return head >= 0 && tree.Relations[noun] is Relation.Obj or Relation.Obl ? SubjectOf(head, depth + 1) : -1;
    }
}
