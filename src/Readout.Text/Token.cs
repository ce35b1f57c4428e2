namespace Readout.Text;

/// <summary>A view on one token of a <see cref="Document"/>. Two words: pass it by value.</summary>
public readonly record struct Token
{
    private readonly Document _document;

    internal Token(Document document, int index)
    {
        _document = document;
        Index = index;
    }

    /// <summary>The document that owns the token.</summary>
    public Document Document => _document;

    /// <summary>Index over the whole document.</summary>
    public int Index { get; }

    /// <summary>Offset of the first code unit in the article's text.</summary>
    public int Start => _document.Layers.Starts[Index];

    /// <summary>Offset after the last code unit.</summary>
    public int End => _document.Layers.Ends[Index];

    /// <summary>Range in the article's text.</summary>
    public TextSpan Span => new(Start, End);

    /// <summary>The token's slice of the text; allocates nothing.</summary>
    public ReadOnlySpan<char> Form => _document.Text.AsSpan(Start, End - Start);

    /// <summary>The token's slice of the text as a new string.</summary>
    public string Text => _document.Text[Start..End];

    /// <summary>Universal part of speech; <see cref="Upos.None"/> where no tagger ran.</summary>
    public Upos Upos => _document.Layers.Upos.Length > 0 ? _document.Layers.Upos[Index] : Upos.None;

    /// <summary>Penn tag; <see cref="PennTag.None"/> where no tagger ran.</summary>
    public PennTag Tag => _document.Layers.Tags.Length > 0 ? _document.Layers.Tags[Index] : PennTag.None;

    /// <summary>Lemma; the form where no lemmatiser ran.</summary>
    public string Lemma => _document.Layers.Lemmas.Length > 0 ? _document.Layers.Lemmas[Index] : Text;

    /// <summary>Index of the head over the document; -1 for a root or where no parser ran.</summary>
    public int HeadIndex => _document.Layers.Heads.Length > 0 ? _document.Layers.Heads[Index] : -1;

    /// <summary>Whether the token is the root of its sentence.</summary>
    public bool IsRoot => HeadIndex < 0;

    /// <summary>The head; the token itself where it is a root.</summary>
    public Token Head => HeadIndex < 0 ? this : new Token(_document, HeadIndex);

    /// <summary>Relation to the head.</summary>
    public Relation Relation => _document.Layers.Relations.Length > 0 ? _document.Layers.Relations[Index] : Relation.None;

    /// <summary>The sentence that the token stands in. O(log n).</summary>
    public Sentence Sentence => new(_document, _document.SentenceOf(Index));

    /// <summary>Whether the form equals <paramref name="word"/>, letter case ignored.</summary>
    public bool Is(string word) => Form.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string ToString() => _document is null ? "" : Text;
}
