using Readout.Coding.Codebooks;
using Readout.Coding.Trees;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>A document's trees with words as numbers of the codebook's table. Built once a document.</summary>
internal sealed class TreeIndex : TreeArrays
{
    public TreeIndex(Document document, WordTable words)
        : base(document)
    {
        Words = words;
        Lemmas = new int[Count];
        Forms = new int[Count];
        Phrases = new int[Count];
        for (int t = 0; t < Count; t++) Enter(document.Token(t));
        DatelineEnd = FindDateline();
        for (int t = 0; t < Count; t++) Phrases[t] = PhraseAt(t);
        for (int t = 0; t < Count; t++) Lift(t);
    }

    public WordTable Words { get; }

    /// <summary>Number of the lemma; -1 where the codebook does not know it.</summary>
    public int[] Lemmas { get; }

    /// <summary>Number of the form; -1 where the codebook does not know it.</summary>
    public int[] Forms { get; }

    /// <summary>Number of the longest phrase of the codebook that ends here; -1 where none does.</summary>
    public int[] Phrases { get; }

    /// <summary>The token after the dash of a dateline at the head of the body; 0 where there is none.</summary>
    public int DatelineEnd { get; }

    /// <summary>The first token of what a token heads.</summary>
    public int LeftEdge(int token)
    {
        while (FirstChild(token) is var first && first >= 0 && first < token) token = first;
        return token;
    }

    /// <summary>The last token of what a token heads.</summary>
    public int RightEdge(int token)
    {
        while (true)
        {
            int last = token;
            for (int c = FirstChild(token); c >= 0; c = Next(c)) last = c;
            if (last <= token) return token;
            token = last;
        }
    }

    /// <summary>Whether a child under the relation is there.</summary>
    public bool Has(int token, Relation relation) => Child(token, relation) >= 0;

    /// <summary>Whether the token's lemma, form or phrase is the word.</summary>
    public bool Is(int token, int word) => word >= 0 && (Lemmas[token] == word || Forms[token] == word || Phrases[token] == word);

    /// <summary>Whether the token's form is the text, letter case ignored.</summary>
    public bool IsForm(int token, string text) => Document.Token(token).Is(text);

    public bool IsVerb(int token) => Parts[token] is Upos.VERB or Upos.AUX
        || Tags[token] is PennTag.VB or PennTag.VBD or PennTag.VBG or PennTag.VBN or PennTag.VBP or PennTag.VBZ;

    public bool IsNoun(int token) => Parts[token] is Upos.NOUN or Upos.PROPN;

    /// <summary>The case marker or subordinator of a phrase or clause: the first child under case or mark; -1 for none.</summary>
    public int Marker(int token)
    {
        for (int c = FirstChild(token); c >= 0; c = Next(c))
        {
            if (Relations[c] is Relation.Case or Relation.Mark && Tags[c] != PennTag.POS) return c;
        }

        int description = Child(token, Relation.NmodDesc);
        return description >= 0 && description < token ? Child(description, Relation.Case) : -1;
    }

    /// <summary>The word of a marker: of its fixed phrase (<c>in front of</c>) where the codebook knows it, else of itself.</summary>
    public int MarkerWord(int marker)
    {
        int last = marker;
        for (int c = FirstChild(marker); c >= 0; c = Next(c))
        {
            if (Relations[c] == Relation.Fixed) last = c;
        }

        return last != marker && Phrases[last] >= 0 ? Phrases[last] : Forms[marker] >= 0 ? Forms[marker] : Lemmas[marker];
    }

    private void Enter(Token token)
    {
        int t = token.Index;
        bool noun = token.Upos == Upos.VERB && Tags[t] is PennTag.NN or PennTag.NNS or PennTag.NNP or PennTag.NNPS;
        if (noun) Parts[t] = Upos.NOUN;
        Lemmas[t] = Words.Find(token.Lemma);
        Forms[t] = Words.Find(token.Form);
        bool content = token.Upos is Upos.VERB or Upos.NOUN or Upos.PROPN or Upos.ADJ;
        bool unsure = Lemmas[t] < 0 || !Words.IsPredicate(Lemmas[t]) && token.Is(token.Lemma);
        if (IsVerb(t) && Words.LemmaOf(Forms[t]) is var irregular and >= 0) Lemmas[t] = irregular;
        else if (content && unsure && Inflection.Find(token.Form, Words) is var found and >= 0) Lemmas[t] = found;
    }

    /// <summary>A place in capitals and a dash within a few tokens: <c>CAIRO, Nov. 21 -</c>.</summary>
    private int FindDateline()
    {
        const int Longest = 14;
        int first = 0;
        while (first < Count && Document.Token(first).Start < Document.Article.BodyStart) first++;
        if (first >= Count || !IsCapitals(Document.Token(first).Form)) return 0;
        for (int t = first + 1; t < Count && t < first + Longest && SentenceOf[t] == SentenceOf[first]; t++)
        {
            if (Document.Token(t).Form is "-" or "\u2013" or "\u2014" or "--") return t + 1;
            if (IsVerb(t) && Tags[t] is PennTag.VBD or PennTag.VBZ) return 0;
        }

        return 0;
    }

    private static bool IsCapitals(ReadOnlySpan<char> form)
    {
        foreach (char c in form)
        {
            if (!char.IsUpper(c)) return false;
        }

        return form.Length >= 3;
    }

    /// <summary>A phrase whose head is not its last word (<c>state of emergency</c>) stands on its head too.</summary>
    private void Lift(int last)
    {
        if (Phrases[last] < 0) return;
        string text = Words[Phrases[last]];
        int first = last - text.AsSpan().Count(' ');
        int head = last;
        while (Heads[head] >= first && Heads[head] < last) head = Heads[head];
        if (head != last && Phrases[head] < 0) Phrases[head] = Phrases[last];
    }

    private int PhraseAt(int token)
    {
        int found = PhraseEnding(token, Lemmas[token]);
        return found >= 0 || Forms[token] == Lemmas[token] ? found : PhraseEnding(token, Forms[token]);
    }

    private int PhraseEnding(int token, int word)
    {
        if (word < 0) return -1;
        foreach (WordTable.Phrase phrase in Words.PhrasesEnding(word))
        {
            int length = phrase.Words.Length;
            int first = token - length + 1;
            if (first < 0 || SentenceOf[first] != SentenceOf[token]) continue;
            int i = 0;
            while (i < length - 1 && (Lemmas[first + i] == phrase.Words[i] || Forms[first + i] == phrase.Words[i])) i++;
            if (i == length - 1) return phrase.Id;
        }

        return -1;
    }
}
