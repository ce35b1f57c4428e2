using Readout.Text;

namespace Readout.Coding.Quotes;

/// <summary>
/// A document's trees as flat arrays: children chained in text order, the range that each subtree spans, the sentence of
/// each token. Built once a document in O(n · depth).
/// </summary>
internal sealed class SyntaxIndex
{
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;

    public SyntaxIndex(Document document)
    {
        Document = document;
        int count = document.TokenCount;
        Heads = new int[count];
        Relations = new Relation[count];
        Tags = new PennTag[count];
        Parts = new Upos[count];
        SentenceOf = new int[count];
        First = new int[count];
        Last = new int[count];
        _firstChild = new int[count];
        _nextSibling = new int[count];
        for (int t = 0; t < count; t++) Enter(document.Token(t));
        for (int i = 0; i < document.SentenceCount; i++) Fill(document.Sentence(i));
    }

    public Document Document { get; }

    public int[] Heads { get; }

    public Relation[] Relations { get; }

    public PennTag[] Tags { get; }

    public Upos[] Parts { get; }

    public int[] SentenceOf { get; }

    /// <summary>First token of the subtree.</summary>
    public int[] First { get; }

    /// <summary>Last token of the subtree.</summary>
    public int[] Last { get; }

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

    /// <summary>Whether a token is another or lies below it.</summary>
    public bool IsWithin(int token, int ancestor)
    {
        while (token >= 0 && token != ancestor) token = Heads[token];
        return token >= 0;
    }

    public Token Token(int index) => Document.Token(index);

    public string Lemma(int index) => Document.Token(index).Lemma;

    public bool Is(int index, string word) => Document.Token(index).Is(word);

    /// <summary>The one-character form of a token; a space where it is longer.</summary>
    public char Sign(int index)
    {
        Token token = Document.Token(index);
        return token.End - token.Start == 1 ? Document.Text[token.Start] : ' ';
    }

    public int SentenceFirst(int token) => Document.Sentence(SentenceOf[token]).First;

    public int SentenceEnd(int token) => Document.Sentence(SentenceOf[token]).End;

    private void Enter(Token token)
    {
        int t = token.Index;
        Heads[t] = token.HeadIndex;
        Relations[t] = token.Relation;
        Tags[t] = token.Tag;
        Parts[t] = token.Upos;
        First[t] = Last[t] = t;
        _firstChild[t] = _nextSibling[t] = -1;
    }

    private void Fill(Sentence sentence)
    {
        for (int t = sentence.End - 1; t >= sentence.First; t--)
        {
            SentenceOf[t] = sentence.Index;
            int head = Heads[t];
            if (head < 0) continue;
            _nextSibling[t] = _firstChild[head];
            _firstChild[head] = t;
        }

        for (int t = sentence.First; t < sentence.End; t++)
        {
            if (Parts[t] == Upos.PUNCT) continue;
            for (int up = Heads[t]; up >= 0; up = Heads[up])
            {
                if (t < First[up]) First[up] = t;
                if (t > Last[up]) Last[up] = t;
            }
        }
    }
}
