namespace Readout.Text;

/// <summary>
/// An article's text with its sentences, tokens, tags, lemmas, dependency trees and names. Owns the arrays that
/// <see cref="Sentence"/>, <see cref="Token"/> and <see cref="Name"/> are views on. Immutable once built by the
/// analyser; safe to read from every thread.
/// </summary>
public sealed class Document
{
    private readonly DocumentLayers _layers;

    /// <summary>Wraps finished layers. The arrays are taken over, not copied: do not change them afterwards.</summary>
    /// <param name="article">The article that the offsets are into.</param>
    /// <param name="layers">The layers; tokens and sentences are required, the others may be empty.</param>
    public Document(Article article, DocumentLayers layers)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(layers);
        Article = article;
        _layers = layers;
    }

    /// <summary>The article that was analysed.</summary>
    public Article Article { get; }

    /// <summary>The text that every offset is into.</summary>
    public string Text => Article.Text;

    /// <summary>Number of tokens.</summary>
    public int TokenCount => _layers.Starts.Length;

    /// <summary>Number of sentences.</summary>
    public int SentenceCount => _layers.SentenceFirst.Length;

    /// <summary>Number of names.</summary>
    public int NameCount => _layers.Names.Length;

    /// <summary>Whether lemmas, tags and trees were filled in.</summary>
    public bool IsParsed => _layers.Heads.Length == TokenCount && TokenCount > 0;

    internal DocumentLayers Layers => _layers;

    /// <summary>The token at <paramref name="index"/>, counted over the whole document. O(1).</summary>
    public Token Token(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)TokenCount, nameof(index));
        return new Token(this, index);
    }

    /// <summary>The sentence at <paramref name="index"/>. O(1).</summary>
    public Sentence Sentence(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)SentenceCount, nameof(index));
        return new Sentence(this, index);
    }

    /// <summary>The name at <paramref name="index"/>, in text order. O(1).</summary>
    public Name Name(int index) => new(this, index);

    /// <summary>All sentences in order.</summary>
    public IEnumerable<Sentence> Sentences
    {
        get
        {
            for (int i = 0; i < SentenceCount; i++) yield return new Sentence(this, i);
        }
    }

    /// <summary>All tokens in order.</summary>
    public IEnumerable<Token> Tokens
    {
        get
        {
            for (int i = 0; i < TokenCount; i++) yield return new Token(this, i);
        }
    }

    /// <summary>All names in order.</summary>
    public IEnumerable<Name> Names
    {
        get
        {
            for (int i = 0; i < NameCount; i++) yield return new Name(this, i);
        }
    }

    /// <summary>
    /// Index of the first token that ends after <paramref name="offset"/>; <see cref="TokenCount"/> where there is
    /// none. O(log n).
    /// </summary>
    public int TokenAtOrAfter(int offset)
    {
        int low = 0;
        int high = TokenCount;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_layers.Ends[middle] <= offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Index of the sentence that holds the token at <paramref name="token"/>. O(log n).</summary>
    public int SentenceOf(int token)
    {
        int found = Array.BinarySearch(_layers.SentenceFirst, token);
        return found >= 0 ? found : ~found - 1;
    }
}

/// <summary>
/// The arrays behind a <see cref="Document"/>, one entry per token unless said otherwise. A stage fills its own
/// arrays and never edits those of an earlier one.
/// </summary>
public sealed class DocumentLayers
{
    /// <summary>Offset of each token's first code unit; strictly increasing.</summary>
    public required int[] Starts { get; init; }

    /// <summary>Offset after each token's last code unit.</summary>
    public required int[] Ends { get; init; }

    /// <summary>Index of the first token of each sentence; strictly increasing, starting at 0.</summary>
    public required int[] SentenceFirst { get; init; }

    /// <summary>Universal tags; empty where no tagger ran.</summary>
    public Upos[] Upos { get; init; } = [];

    /// <summary>Penn tags; empty where no tagger ran.</summary>
    public PennTag[] Tags { get; init; } = [];

    /// <summary>Lemmas; empty where no lemmatiser ran.</summary>
    public string[] Lemmas { get; init; } = [];

    /// <summary>Index in the document of each token's head; -1 for a root. Empty where no parser ran.</summary>
    public int[] Heads { get; init; } = [];

    /// <summary>Relation to the head. Empty where no parser ran.</summary>
    public Relation[] Relations { get; init; } = [];

    /// <summary>Names in text order, disjoint.</summary>
    public NameSpan[] Names { get; init; } = [];

    /// <summary>Bytes of the arrays, without their headers.</summary>
    internal long Size =>
        (Starts.Length + Ends.Length + SentenceFirst.Length + Heads.Length) * sizeof(int) + Upos.Length + Tags.Length + Relations.Length
        + Lemmas.Length * IntPtr.Size + Names.Length * 12L;

    /// <summary>The same layers with these names.</summary>
    internal DocumentLayers With(NameSpan[] names) => new()
    {
        Starts = Starts,
        Ends = Ends,
        SentenceFirst = SentenceFirst,
        Upos = Upos,
        Tags = Tags,
        Lemmas = Lemmas,
        Heads = Heads,
        Relations = Relations,
        Names = names,
    };
}

/// <summary>A name as found: a range of tokens and a kind.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="Kind">What it names.</param>
public readonly record struct NameSpan(int First, int End, NameKind Kind);
