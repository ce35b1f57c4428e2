namespace Readout.Text;

/// <summary>A view on one sentence of a <see cref="Document"/>.</summary>
public readonly record struct Sentence
{
    private readonly Document _document;

    internal Sentence(Document document, int index)
    {
        _document = document;
        Index = index;
    }

    /// <summary>The document that owns the sentence.</summary>
    public Document Document => _document;

    /// <summary>Index in the document.</summary>
    public int Index { get; }

    /// <summary>Index of the first token over the document.</summary>
    public int First => _document.Layers.SentenceFirst[Index];

    /// <summary>Index after the last token over the document.</summary>
    public int End => Index + 1 < _document.SentenceCount ? _document.Layers.SentenceFirst[Index + 1] : _document.TokenCount;

    /// <summary>Number of tokens.</summary>
    public int Count => End - First;

    /// <summary>Range in the article's text from the first token's start to the last token's end.</summary>
    public TextSpan Span => new(_document.Layers.Starts[First], _document.Layers.Ends[End - 1]);

    /// <summary>The sentence's slice of the text as a new string.</summary>
    public string Text => Span.In(_document.Text);

    /// <summary>The token at <paramref name="index"/>, counted within the sentence. O(1).</summary>
    public Token this[int index] => _document.Token(First + index);

    /// <summary>The root of the sentence's tree; its first token where no parser ran. O(n).</summary>
    public Token Root
    {
        get
        {
            for (int i = First; i < End; i++)
            {
                if (_document.Token(i).IsRoot) return _document.Token(i);
            }

            return _document.Token(First);
        }
    }

    /// <summary>The tokens in order.</summary>
    public IEnumerable<Token> Tokens
    {
        get
        {
            for (int i = First; i < End; i++) yield return new Token(_document, i);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _document is null ? "" : Text;
}
