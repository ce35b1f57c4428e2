namespace Readout.Archive.Reading;

/// <summary>An article that the archive has, as its newest revision tells it. Immutable.</summary>
public sealed record KeptArticle
{
    /// <summary>Number in the archive, in the order in which articles came.</summary>
    public required long Id { get; init; }

    /// <summary>What it is known by over its revisions: canonical address, <c>id:SOURCE/ID</c> or <c>sha256:CONTENT</c>.</summary>
    public required string Identity { get; init; }

    /// <summary>Identifier that the input gave it, as the record has it.</summary>
    public required string GivenId { get; init; }

    /// <summary>Number of the revision's row.</summary>
    public required long Revision { get; init; }

    /// <summary>Which revision of the article it is, from 1.</summary>
    public required int RevisionNumber { get; init; }

    /// <summary>Address it was published at, or null.</summary>
    public string? Url { get; init; }

    /// <summary>The publisher's name or host, or null.</summary>
    public string? Source { get; init; }

    /// <summary>The headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Day of publication, or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Number of the first article of its group of copies; its own where it is no copy.</summary>
    public required long CopyGroup { get; init; }

    /// <summary>Number of its story, or null.</summary>
    public long? Story { get; init; }
}

/// <summary>A revision of an article. Immutable.</summary>
/// <param name="Id">Number of its row.</param>
/// <param name="Number">Which revision of the article it is, from 1.</param>
/// <param name="ContentHash">SHA-256 of what reading depends on.</param>
/// <param name="Title">The headline, or null.</param>
/// <param name="Published">Day of publication, or null.</param>
/// <param name="TextLength">Length of the text in UTF-16 code units.</param>
/// <param name="Codings">Its codings, oldest first; the last one counts.</param>
public sealed record KeptRevision(
    long Id, int Number, string ContentHash, string? Title, DateOnly? Published, int TextLength, System.Collections.Immutable.ImmutableArray<KeptCoding> Codings);

/// <summary>A coding of a revision. Immutable.</summary>
/// <param name="Id">Number of its row.</param>
/// <param name="Pack">The knowledge that coded it.</param>
/// <param name="Events">How many events it has.</param>
/// <param name="Quotes">How many quotes it has.</param>
/// <param name="Meetings">How many meetings it has.</param>
public sealed record KeptCoding(long Id, Coding.Record.PackIdentity Pack, int Events, int Quotes, int Meetings);
