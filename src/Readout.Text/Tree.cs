namespace Readout.Text;

/// <summary>
/// Navigation over dependency trees. All methods look at one sentence only; the cost is given in n, its number of
/// tokens.
/// </summary>
public static class Tree
{
    /// <summary>The tokens whose head is <paramref name="token"/>, in text order. O(n).</summary>
    public static IEnumerable<Token> Children(this Token token)
    {
        Sentence sentence = token.Sentence;
        for (int i = sentence.First; i < sentence.End; i++)
        {
            Token child = token.Document.Token(i);
            if (child.HeadIndex == token.Index) yield return child;
        }
    }

    /// <summary>The first child under <paramref name="relation"/>, subtypes apart; null where there is none. O(n).</summary>
    public static Token? Child(this Token token, Relation relation)
    {
        foreach (Token child in token.Children())
        {
            if (child.Relation == relation) return child;
        }

        return null;
    }

    /// <summary>Whether <paramref name="token"/> is <paramref name="ancestor"/> or lies below it. O(depth).</summary>
    public static bool IsWithin(this Token token, Token ancestor)
    {
        int current = token.Index;
        while (current >= 0)
        {
            if (current == ancestor.Index) return true;
            current = token.Document.Token(current).HeadIndex;
        }

        return false;
    }

    /// <summary>The token and everything below it, in text order. O(n · depth).</summary>
    public static IEnumerable<Token> Subtree(this Token token)
    {
        foreach (Token other in token.Sentence.Tokens)
        {
            if (other.IsWithin(token)) yield return other;
        }
    }

    /// <summary>Range in the text from the first to the last token of the subtree. O(n · depth).</summary>
    public static TextSpan SubtreeSpan(this Token token)
    {
        int start = token.Start;
        int end = token.End;
        foreach (Token other in token.Subtree())
        {
            start = Math.Min(start, other.Start);
            end = Math.Max(end, other.End);
        }

        return new TextSpan(start, end);
    }

    /// <summary>
    /// The tokens on the tree path between two tokens of one sentence, both included, from <paramref name="from"/> up
    /// to the lowest common ancestor and down to <paramref name="to"/>; empty where they stand in different sentences.
    /// O(depth²).
    /// </summary>
    public static IReadOnlyList<Token> Path(Token from, Token to)
    {
        List<Token> up = Ancestry(from);
        List<Token> down = Ancestry(to);
        for (int i = 0; i < up.Count; i++)
        {
            int meeting = down.FindIndex(other => other.Index == up[i].Index);
            if (meeting < 0) continue;
            List<Token> path = up[..(i + 1)];
            for (int j = meeting - 1; j >= 0; j--) path.Add(down[j]);
            return path;
        }

        return [];
    }

    /// <summary>
    /// The noun chunk headed by <paramref name="token"/>: the noun with the modifiers before it that depend on it
    /// (determiner, adjectives, compounds, numerals, possessor) and the flat parts of a name after it. O(n · depth).
    /// </summary>
    public static TextSpan NounChunk(this Token token)
    {
        int start = token.Start;
        int end = token.End;
        foreach (Token child in token.Children())
        {
            if (child.Index < token.Index && OpensChunk(child.Relation)) start = Math.Min(start, child.SubtreeSpan().Start);
            if (child.Index > token.Index && child.Relation is Relation.Flat or Relation.Fixed) end = Math.Max(end, child.SubtreeSpan().End);
        }

        return new TextSpan(start, end);
    }

    private static bool OpensChunk(Relation relation) => relation is Relation.Det or Relation.DetPredet or Relation.Amod
        or Relation.Compound or Relation.Nummod or Relation.NmodPoss or Relation.NmodDesc or Relation.Flat;

    private static List<Token> Ancestry(Token token)
    {
        List<Token> chain = [token];
        while (!chain[^1].IsRoot) chain.Add(chain[^1].Head);
        return chain;
    }
}
