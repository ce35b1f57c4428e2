using System.Collections.Immutable;

namespace Readout.Text.Conllu;

/// <summary>One sentence of CoNLL-U: its comment lines and its token lines in order. Immutable.</summary>
public sealed record ConlluSentence
{
    /// <summary>The comment lines as written, <c>#</c> included.</summary>
    public ImmutableArray<string> Comments { get; init; } = [];

    /// <summary>All token lines in order: words, multiword ranges, empty nodes.</summary>
    public required ImmutableArray<ConlluToken> Lines { get; init; }

    /// <summary>The words alone: the nodes of the basic tree.</summary>
    public IEnumerable<ConlluToken> Words => Lines.Where(line => line.Kind == ConlluLineKind.Word);

    /// <summary>The value of <c># sent_id</c>, or null.</summary>
    public string? Id => Comment("sent_id");

    /// <summary>The value of <c># text</c>, or null.</summary>
    public string? Text => Comment("text");

    /// <summary>Whether the sentence opens a document: <c># newdoc</c>, with or without an identifier.</summary>
    public bool OpensDocument => HasComment("newdoc");

    /// <summary>Whether the sentence opens a paragraph: <c># newpar</c>, with or without an identifier.</summary>
    public bool OpensParagraph => HasComment("newpar");

    /// <summary>The value of the first comment <c># name = value</c>; null where there is none.</summary>
    public string? Comment(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (string line in Comments)
        {
            int equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && line.AsSpan(1, equals - 1).Trim().SequenceEqual(name)) return line[(equals + 1)..].TrimStart(' ');
        }

        return null;
    }

    private bool HasComment(string name)
    {
        foreach (string line in Comments)
        {
            ReadOnlySpan<char> body = line.AsSpan(1).Trim();
            if (body.StartsWith(name, StringComparison.Ordinal) && (body.Length == name.Length || body[name.Length] is ' ' or '='))
            {
                return true;
            }
        }

        return false;
    }
}
