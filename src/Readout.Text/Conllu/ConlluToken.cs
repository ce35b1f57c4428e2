namespace Readout.Text.Conllu;

/// <summary>What a line of CoNLL-U stands for.</summary>
public enum ConlluLineKind
{
    /// <summary>A syntactic word, numbered <c>1</c>, <c>2</c>, ….</summary>
    Word,

    /// <summary>A multiword token: a range of words written as one, numbered <c>3-4</c>.</summary>
    Range,

    /// <summary>An empty node of the enhanced graph, numbered <c>8.1</c>.</summary>
    Empty,
}

/// <summary>
/// One line of CoNLL-U with its ten columns kept as they are written; an unfilled column is <c>_</c>. Immutable.
/// Columns as in https://universaldependencies.org/format.html.
/// </summary>
public sealed record ConlluToken
{
    /// <summary>Column 1: <c>3</c>, <c>3-4</c> or <c>3.1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Column 2: the word as it stands in the text.</summary>
    public required string Form { get; init; }

    /// <summary>Column 3.</summary>
    public string Lemma { get; init; } = "_";

    /// <summary>Column 4: the universal tag.</summary>
    public string Upos { get; init; } = "_";

    /// <summary>Column 5: the tag of the language, for English Penn's.</summary>
    public string Xpos { get; init; } = "_";

    /// <summary>Column 6: <c>Name=Value</c> pairs parted by <c>|</c>.</summary>
    public string Feats { get; init; } = "_";

    /// <summary>Column 7: the head's number, 0 for a root.</summary>
    public string Head { get; init; } = "_";

    /// <summary>Column 8: relation to the head.</summary>
    public string Deprel { get; init; } = "_";

    /// <summary>Column 9: the enhanced graph.</summary>
    public string Deps { get; init; } = "_";

    /// <summary>Column 10: anything else, <c>Name=Value</c> pairs parted by <c>|</c>.</summary>
    public string Misc { get; init; } = "_";

    /// <summary>What the line stands for, by the look of <see cref="Id"/>.</summary>
    public ConlluLineKind Kind => Id.Contains('-', StringComparison.Ordinal) ? ConlluLineKind.Range
        : Id.Contains('.', StringComparison.Ordinal) ? ConlluLineKind.Empty : ConlluLineKind.Word;

    /// <summary>Whether no space follows: <c>SpaceAfter=No</c> in <see cref="Misc"/>.</summary>
    public bool NoSpaceAfter => MiscValue("SpaceAfter") == "No";

    /// <summary>The value of <paramref name="name"/> in <see cref="Misc"/>, null where it is absent.</summary>
    public string? MiscValue(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (Range part in Misc.AsSpan().Split('|'))
        {
            ReadOnlySpan<char> pair = Misc.AsSpan()[part];
            if (pair.Length > name.Length && pair[name.Length] == '=' && pair.StartsWith(name, StringComparison.Ordinal))
            {
                return pair[(name.Length + 1)..].ToString();
            }
        }

        return null;
    }

    /// <summary>The line as it is written, without its line break.</summary>
    public override string ToString() =>
        string.Join('\t', Id, Form, Lemma, Upos, Xpos, Feats, Head, Deprel, Deps, Misc);
}
