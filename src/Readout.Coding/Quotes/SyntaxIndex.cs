using Readout.Coding.Trees;
using Readout.Text;

namespace Readout.Coding.Quotes;

/// <summary>A document's trees with the range that each subtree spans. Built once a document in O(n · depth).</summary>
internal sealed class SyntaxIndex : TreeArrays
{
    public SyntaxIndex(Document document)
        : base(document)
    {
        First = [.. Enumerable.Range(0, Count)];
        Last = [.. First];
        for (int t = 0; t < Count; t++) Widen(t);
    }

    /// <summary>First token of the subtree.</summary>
    public int[] First { get; }

    /// <summary>Last token of the subtree.</summary>
    public int[] Last { get; }

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

    private void Widen(int token)
    {
        if (Parts[token] == Upos.PUNCT) return;
        for (int up = Heads[token]; up >= 0; up = Heads[up])
        {
            if (token < First[up]) First[up] = token;
            if (token > Last[up]) Last[up] = token;
        }
    }
}
