using System.Collections.Immutable;
using Readout.Desk.Layout;

namespace Readout.Desk.Articles;

/// <summary>An article as its page shows it. Immutable.</summary>
public sealed record ArticleModel
{
    /// <summary>Number of the article.</summary>
    public required long Id { get; init; }

    /// <summary>Number of the revision's row that is shown.</summary>
    public required long RevisionRow { get; init; }

    /// <summary>Which revision is shown, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>The headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The publisher, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Who wrote it, or null.</summary>
    public string? Byline { get; init; }

    /// <summary>The section that it appeared under, or null.</summary>
    public string? Section { get; init; }

    /// <summary>Day of publication, or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Address at its source, where that is one of the web; else null.</summary>
    public Uri? Address { get; init; }

    /// <summary>Number of its story, or null.</summary>
    public long? Story { get; init; }

    /// <summary>The text with its marks.</summary>
    public required ReaderModel Reader { get; init; }

    /// <summary>Which part of a long text is shown, from 1.</summary>
    public int Part { get; init; } = 1;

    /// <summary>In how many parts it is shown.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>Events that stand in other parts: identifier, part, type and words.</summary>
    public ImmutableArray<(string Id, int Part, string Words)> Elsewhere { get; init; } = [];

    /// <summary>The card that is open for a correction or a note, or null.</summary>
    public string? Open { get; init; }

    /// <summary>The reader's own notes.</summary>
    public ImmutableArray<NoteView> Notes { get; init; } = [];

    /// <summary>What people said of its events, oldest first.</summary>
    public ImmutableArray<Verdict> Log { get; init; } = [];

    /// <summary>Articles with the same words, this one left out.</summary>
    public ImmutableArray<ArticleLine> Copies { get; init; } = [];

    /// <summary>Articles of the same story.</summary>
    public ImmutableArray<ArticleLine> Related { get; init; } = [];

    /// <summary>Its revisions, oldest first.</summary>
    public ImmutableArray<RevisionLine> Revisions { get; init; } = [];

    /// <summary>Approved replies, oldest first.</summary>
    public ImmutableArray<ReplyView> Replies { get; init; } = [];

    /// <summary>Whether the newest revision is shown: only that may be corrected.</summary>
    public bool IsNewest => Revisions.IsEmpty || Revisions[^1].Number == Revision;

    /// <summary>Address of the page.</summary>
    public string Page => FormattableString.Invariant($"/article/{Id}");
}

/// <summary>A note of the reader who asks. Immutable.</summary>
/// <param name="Id">Number of the note.</param>
/// <param name="Card">Card that it stands by; null where its words are not in the text any more.</param>
/// <param name="Words">The words that it stands beside.</param>
/// <param name="Body">What is noted.</param>
/// <param name="At">When.</param>
public sealed record NoteView(long Id, string? Card, string Words, string Body, DateTimeOffset At);

/// <summary>A revision in a list. Immutable.</summary>
/// <param name="Number">Which revision, from 1.</param>
/// <param name="Title">The headline, or null.</param>
/// <param name="Published">Day of publication, or null.</param>
/// <param name="Length">Length of its text in UTF-16 code units.</param>
/// <param name="Codings">How many codings it has.</param>
public sealed record RevisionLine(int Number, string? Title, DateOnly? Published, int Length, int Codings);

/// <summary>A reply as everybody may see it: without its address. Immutable.</summary>
/// <param name="Id">Number of the reply.</param>
/// <param name="Name">Who replies.</param>
/// <param name="Body">What they reply.</param>
/// <param name="At">When.</param>
public sealed record ReplyView(long Id, string Name, string Body, DateTimeOffset At);
