namespace Readout.Text;

/// <summary>What a name names.</summary>
public enum NameKind : byte
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation.</summary>
    Organization,

    /// <summary>A place or a geopolitical entity.</summary>
    Location,
}

/// <summary>A view on one name of a <see cref="Document"/>.</summary>
public readonly record struct Name
{
    private readonly Document _document;

    internal Name(Document document, int index)
    {
        _document = document;
        Index = index;
    }

    /// <summary>Index among the document's names.</summary>
    public int Index { get; }

    /// <summary>Index of the first token over the document.</summary>
    public int First => _document.Layers.Names[Index].First;

    /// <summary>Index after the last token.</summary>
    public int End => _document.Layers.Names[Index].End;

    /// <summary>What it names.</summary>
    public NameKind Kind => _document.Layers.Names[Index].Kind;

    /// <summary>Range in the article's text.</summary>
    public TextSpan Span => new(_document.Layers.Starts[First], _document.Layers.Ends[End - 1]);

    /// <summary>The name's slice of the text as a new string.</summary>
    public string Text => Span.In(_document.Text);

    /// <inheritdoc/>
    public override string ToString() => _document is null ? "" : $"{Kind}: {Text}";
}
