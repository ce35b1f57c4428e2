using Readout.Text;

namespace Readout.Coding.Quotes;

/// <summary>Noun phrases and clauses by parts of speech and commas alone, for sentences whose trees are not to be trusted.</summary>
internal sealed class PlainPhrases(SyntaxIndex tree)
{
    /// <summary>Last token of the noun phrase that begins at a token, with its <c>of</c> and <c>in</c>; -1 where none begins.</summary>
    public int End(int first, int stop)
    {
        if (first >= stop || !Opens(first)) return -1;
        if (IsSubjectPronoun(first)) return first;
        int last = -1;
        for (int t = first; t < stop && IsPart(t); t++)
        {
            if (IsNominal(t)) last = t;
        }

        return last;
    }

    /// <summary>Last token with the name in apposition that follows between commas: <c>the mayor, Ida Sands,</c>.</summary>
    public int WithName(int last, int stop)
    {
        if (last + 2 >= stop || tree.Sign(last + 1) != ',' || tree.Parts[last + 2] != Upos.PROPN) return last;
        int name = last + 2;
        while (name + 1 < stop && tree.Parts[name + 1] == Upos.PROPN) name++;
        return name + 1 >= stop || tree.Parts[name + 1] == Upos.PUNCT ? name : last;
    }

    /// <summary>
    /// First and last token of the noun phrase that ends before a cue and begins after a comma, one apposition between commas included; -1
    /// where there is none.
    /// </summary>
    public (int First, int Last) Before(int last, int begin, int longest)
    {
        bool closed = tree.Sign(last) == ',';
        int end = closed ? last - 1 : last;
        int t = end;
        bool inner = false;
        for (; t > begin && end - t <= longest; t--)
        {
            if (tree.Sign(t) == ',' && closed && !inner) inner = true;
            else if (!IsPart(t) && !IsSubjectPronoun(t)) break;
        }

        if (t < begin || tree.Sign(t) != ',' || closed != inner || end == t) return (-1, -1);
        int first = t + 1;
        if (!Opens(first) || tree.Parts[first] == Upos.ADP || (IsSubjectPronoun(first) && first != end)) return (-1, -1);
        return IsNominal(end) || IsSubjectPronoun(end) ? (first, end) : (-1, -1);
    }

    /// <summary>The noun that heads a phrase: the last before its first preposition or comma.</summary>
    public int Head(int first, int last)
    {
        int head = first;
        for (int t = first; t <= last && tree.Parts[t] != Upos.ADP && tree.Sign(t) != ','; t++)
        {
            if (IsNominal(t) || IsSubjectPronoun(t)) head = t;
        }

        return head;
    }

    /// <summary>The comma that closes a relative clause or circumstance after a phrase; the token itself where none opens.</summary>
    public int Comma(int token, int stop)
    {
        if (token < stop && tree.Sign(token) == ',' && token + 1 < stop && IsRelative(token + 1)) return stop;
        int t = token;
        while (t < stop && tree.Sign(t) is not (',' or ';' or '.')) t++;
        return t;
    }

    /// <summary>First token of the part of the sentence that ends at a token: after the last semicolon or colon.</summary>
    public int Segment(int end)
    {
        int first = tree.SentenceFirst(end);
        for (int t = end - 1; t > first; t--)
        {
            if (tree.Sign(t) is ';' or ':') return t + 1;
        }

        return first;
    }

    /// <summary>Last token of the part of the sentence that begins at a token: before the next semicolon.</summary>
    public int SegmentEnd(int first, int stop)
    {
        int t = first;
        while (t < stop && tree.Sign(t) != ';') t++;
        return t - 1;
    }

    /// <summary>Whether a run of tokens holds a finite verb.</summary>
    public bool IsFinite(int first, int last)
    {
        for (int t = first; t <= last; t++)
        {
            if (tree.Parts[t] is Upos.VERB or Upos.AUX && tree.Tags[t] is PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.MD) return true;
        }

        return false;
    }

    /// <summary>Whether a sentence opens with a conjunction, a question word or a participle: its first clause is none of its own.</summary>
    public bool IsSubordinate(int first) => tree.Parts[first] == Upos.SCONJ || tree.Tags[first] is PennTag.WRB or PennTag.VBG or PennTag.VBN
        || (tree.Parts[first] == Upos.ADP && (tree.Is(first, "after") || tree.Is(first, "before") || tree.Is(first, "since") || tree.Is(first, "as") || tree.Is(first, "until")));

    /// <summary>Whether a token is a finite verb, an auxiliary or an infinitive.</summary>
    public bool IsVerbal(int token) => tree.Parts[token] is Upos.VERB or Upos.AUX;

    /// <summary>Whether a token opens a relative clause.</summary>
    public bool IsRelative(int token) => tree.Tags[token] is PennTag.WP or PennTag.WDT || tree.Is(token, "whose") || tree.Is(token, "who") || tree.Is(token, "where") || tree.Is(token, "which");

    private bool Opens(int token) => tree.Parts[token] is Upos.DET or Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.NUM || IsPossessive(token) || IsSubjectPronoun(token);

    private bool IsPart(int token) => IsNominal(token) || tree.Parts[token] is Upos.DET or Upos.ADJ or Upos.ADP or Upos.PART || IsPossessive(token) || tree.Tags[token] == PennTag.POS || tree.Sign(token) == '-';

    private bool IsNominal(int token) => tree.Parts[token] is Upos.NOUN or Upos.PROPN or Upos.NUM;

    private bool IsPossessive(int token) => tree.Parts[token] == Upos.PRON && (tree.Is(token, "his") || tree.Is(token, "her") || tree.Is(token, "its") || tree.Is(token, "their"));

    private bool IsSubjectPronoun(int token) => tree.Parts[token] == Upos.PRON && (tree.Is(token, "he") || tree.Is(token, "she") || tree.Is(token, "they") || tree.Is(token, "it"));
}
