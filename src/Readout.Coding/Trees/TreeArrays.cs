using Readout.Text;

namespace Readout.Coding.Trees;

/// <summary>
/// A document's trees as flat arrays: children chained in text order, the sentence of each token. What quotes, meetings and
/// events each need beyond that stands in their own index. Built once a document and stage, in O(n).
/// </summary>
internal abstract class TreeArrays
{
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;

    protected TreeArrays(Document document)
    {
        Document = document;
        int count = document.TokenCount;
        Heads = new int[count];
        Relations = new Relation[count];
        Tags = new PennTag[count];
        Parts = new Upos[count];
        SentenceOf = new int[count];
        _firstChild = new int[count];
        _nextSibling = new int[count];
        Array.Fill(_firstChild, -1);
        Array.Fill(_nextSibling, -1);
        for (int t = 0; t < count; t++) Enter(document.Token(t));
        for (int i = 0; i < document.SentenceCount; i++) Chain(document.Sentence(i));
    }

    public Document Document { get; }

    public int[] Heads { get; }

    public Relation[] Relations { get; }

    public PennTag[] Tags { get; }

    public Upos[] Parts { get; }

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

    /// <summary>Whether a token is another or lies below it.</summary>
    public bool IsWithin(int token, int ancestor)
    {
        while (token >= 0 && token != ancestor) token = Heads[token];
        return token >= 0;
    }

    private void Enter(Token token)
    {
        int t = token.Index;
        Heads[t] = token.HeadIndex;
        Relations[t] = token.Relation;
        Tags[t] = token.Tag;
        Parts[t] = token.Upos;
    }

    private void Chain(Sentence sentence)
    {
        for (int t = sentence.End - 1; t >= sentence.First; t--)
        {
            SentenceOf[t] = sentence.Index;
            int head = Heads[t];
            if (head < 0) continue;
            _nextSibling[t] = _firstChild[head];
            _firstChild[head] = t;
        }
    }
}
