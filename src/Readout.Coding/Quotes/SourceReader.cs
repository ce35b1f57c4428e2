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

    /// <summary>
    /// The source of a verb of saying, or where the tree shows none next to a quotation or at the end of a clause, the noun
    /// phrase that stands there: <c>"…," envoy Ida Sands said</c>, <c>"…," said Sands</c>.
    /// </summary>
    public int Repaired(int verb, int source, int cueFirst, ContentReader contents)
    {
        int start = cueFirst;
        int sentence = tree.SentenceFirst(verb);
        while (start > sentence && IsNominal(start - 1)) start--;
        if (start < cueFirst && source < start && EndsContent(start, sentence, contents)) return Last(start, cueFirst - 1);
        if (source >= 0 || verb + 1 >= tree.SentenceEnd(verb) || cueFirst != verb || !IsNominal(verb + 1)) return source;
        if (!EndsContent(verb, sentence, contents)) return source;
        int end = verb + 1;
        while (end + 1 < tree.SentenceEnd(verb) && IsNominal(end + 1)) end++;
        return Last(verb + 1, end);
    }

    private bool EndsContent(int token, int sentence, ContentReader contents) =>
        contents.RangeBefore(token) >= 0 || (token > sentence && tree.Sign(token - 1) == ',' && tree.Relations[token] != Relation.Conj && token - sentence > 2);

    private bool IsNominal(int token) => tree.Parts[token] is Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.DET or Upos.NUM or Upos.PRON
        || tree.Tags[token] == PennTag.POS;

    /// <summary>The noun or name that heads a run: the one that others hang on, else the last.</summary>
    private int Last(int first, int last)
    {
        for (int t = first; t <= last; t++)
        {
            if (tree.Relations[t] is Relation.Nsubj && tree.Parts[t] is Upos.PROPN or Upos.NOUN or Upos.PRON) return t;
        }

        while (last > first && tree.Parts[last] is not (Upos.PROPN or Upos.NOUN or Upos.PRON)) last--;
        return last;
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
        return (Widened(first, cue), last);
    }

    /// <summary>The start of a phrase, with the words of the noun phrase that the tree leaves out of it.</summary>
    private int Widened(int first, int cue)
    {
        int stop = cue < first ? cue + 1 : tree.SentenceFirst(first);
        int start = first;
        while (start > stop && (tree.Parts[start - 1] is Upos.PROPN or Upos.ADJ or Upos.NUM or Upos.DET || IsTitle(start - 1)) && tree.Parts[start] is not (Upos.DET or Upos.PRON)) start--;
        return start;
    }

    /// <summary>A noun right before a name that tells no time: <c>spokesman Ole Sands</c>.</summary>
    private bool IsTitle(int token) => tree.Parts[token] == Upos.NOUN && tree.Parts[token + 1] == Upos.PROPN && tree.Relations[token] is not (Relation.Obl or Relation.OblUnmarked);

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
