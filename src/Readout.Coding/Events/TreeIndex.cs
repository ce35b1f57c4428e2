using Readout.Coding.Codebooks;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>
/// A document's trees as flat arrays with children chained in text order and words as numbers of the codebook's table.
/// Built once a document.
/// </summary>
internal sealed class TreeIndex
{
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;

    public TreeIndex(Document document, WordTable words)
    {
        Document = document;
        Words = words;
        int count = document.TokenCount;
        Heads = new int[count];
        Relations = new Relation[count];
        Tags = new PennTag[count];
        Parts = new Upos[count];
        Lemmas = new int[count];
        Forms = new int[count];
        Phrases = new int[count];
        SentenceOf = new int[count];
        _firstChild = new int[count];
        _nextSibling = new int[count];
        for (int i = 0; i < document.SentenceCount; i++)
        {
            Sentence sentence = document.Sentence(i);
            for (int t = sentence.First; t < sentence.End; t++) SentenceOf[t] = i;
        }

        for (int t = 0; t < count; t++) Enter(document.Token(t));
        Chain(count);
        for (int t = 0; t < count; t++) Phrases[t] = PhraseAt(t);
        for (int t = 0; t < count; t++) Lift(t);
    }

    public Document Document { get; }

    public WordTable Words { get; }

    public int[] Heads { get; }

    public Relation[] Relations { get; }

    public PennTag[] Tags { get; }

    public Upos[] Parts { get; }

    /// <summary>Number of the lemma; -1 where the codebook does not know it.</summary>
    public int[] Lemmas { get; }

    /// <summary>Number of the form; -1 where the codebook does not know it.</summary>
    public int[] Forms { get; }

    /// <summary>Number of the longest phrase of the codebook that ends here; -1 where none does.</summary>
    public int[] Phrases { get; }

    public int[] SentenceOf { get; }

    public int Count => Heads.Length;

    /// <summary>The first child in text order; -1 where there is none.</summary>
    public int FirstChild(int token) => _firstChild[token];

    /// <summary>The next child of the same head; -1 after the last.</summary>
    public int Next(int child) => _nextSibling[child];

    /// <summary>The first child under a relation; -1 where there is none.</summary>
    public int Child(int token, Relation relation)
    {
        for (int c = _firstChild[token]; c >= 0; c = _nextSibling[c])
        {
            if (Relations[c] == relation) return c;
        }

        return -1;
    }

    /// <summary>The first token of what a token heads.</summary>
    public int LeftEdge(int token)
    {
        while (_firstChild[token] is var first && first >= 0 && first < token) token = first;
        return token;
    }

    /// <summary>The last token of what a token heads.</summary>
    public int RightEdge(int token)
    {
        while (true)
        {
            int last = token;
            for (int c = _firstChild[token]; c >= 0; c = _nextSibling[c]) last = c;
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

    /// <summary>Whether <paramref name="token"/> lies below or is <paramref name="ancestor"/>.</summary>
    public bool IsWithin(int token, int ancestor)
    {
        for (int t = token; t >= 0; t = Heads[t])
        {
            if (t == ancestor) return true;
        }

        return false;
    }

    public bool IsVerb(int token) => Parts[token] is Upos.VERB or Upos.AUX
        || Tags[token] is PennTag.VB or PennTag.VBD or PennTag.VBG or PennTag.VBN or PennTag.VBP or PennTag.VBZ;

    public bool IsNoun(int token) => Parts[token] is Upos.NOUN or Upos.PROPN;

    /// <summary>The case marker or subordinator of a phrase or clause: the first child under case or mark; -1 for none.</summary>
    public int Marker(int token)
    {
        for (int c = _firstChild[token]; c >= 0; c = _nextSibling[c])
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
        for (int c = _firstChild[marker]; c >= 0; c = _nextSibling[c])
        {
            if (Relations[c] == Relation.Fixed) last = c;
        }

        return last != marker && Phrases[last] >= 0 ? Phrases[last] : Forms[marker] >= 0 ? Forms[marker] : Lemmas[marker];
    }

    private void Enter(Token token)
    {
        int t = token.Index;
        Heads[t] = token.HeadIndex;
        Relations[t] = token.Relation;
        Tags[t] = token.Tag;
        bool noun = token.Upos == Upos.VERB && Tags[t] is PennTag.NN or PennTag.NNS or PennTag.NNP or PennTag.NNPS;
        Parts[t] = noun ? Upos.NOUN : token.Upos;
        Lemmas[t] = Words.Find(token.Lemma);
        Forms[t] = Words.Find(token.Form);
        bool content = token.Upos is Upos.VERB or Upos.NOUN or Upos.PROPN or Upos.ADJ;
        bool unsure = Lemmas[t] < 0 || !Words.IsPredicate(Lemmas[t]) && token.Is(token.Lemma);
        if (content && unsure && Inflection.Find(token.Form, Words) is var found and >= 0) Lemmas[t] = found;
    }

    private void Chain(int count)
    {
        Array.Fill(_firstChild, -1);
        Array.Fill(_nextSibling, -1);
        for (int t = count - 1; t >= 0; t--)
        {
            int head = Heads[t];
            if (head < 0) continue;
            _nextSibling[t] = _firstChild[head];
            _firstChild[head] = t;
        }
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
