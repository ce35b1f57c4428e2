using System.Collections.Immutable;
using Readout.Archive.Review;
using Readout.Desk.Api;
using Readout.Desk.Layout;

namespace Readout.Desk.Review;

/// <summary>What waits for an editor's judgement. Immutable.</summary>
public sealed record ReviewModel : IPaged
{
    /// <summary>Which queue: doubt (codings that are little sure), dispute (sources disagree), second (judged by somebody else), lost (corrections that lost their place).</summary>
    public required string Of { get; init; }

    /// <summary>Codings less sure than so many in a hundred are in doubt.</summary>
    public required int Below { get; init; }

    /// <summary>The events that wait.</summary>
    public ImmutableArray<ReviewLine> Events { get; init; } = [];

    /// <summary>The corrections that lost their place.</summary>
    public ImmutableArray<LostLine> Lost { get; init; } = [];

    /// <summary>What waits and what was judged.</summary>
    public required ReviewProgress Progress { get; init; }

    /// <summary>Replies that wait for an editor, counted up to a hundred.</summary>
    public int Replies { get; init; }

    /// <inheritdoc/>
    public string? Next { get; init; }
}

/// <summary>An event that waits. Immutable.</summary>
/// <param name="Event">The event.</param>
/// <param name="Frame">The frame that fired, or <c>ranker</c>.</param>
/// <param name="Disputed">What sources say differently of it, in words.</param>
public sealed record ReviewLine(EventLineModel Event, string Frame, ImmutableArray<string> Disputed);

/// <summary>A correction that lost its place. Immutable.</summary>
/// <param name="Id">Number of the correction.</param>
/// <param name="Article">Number of the article.</param>
/// <param name="Words">The words around the deed, as the person had them.</param>
/// <param name="Start">Where the deed's words begin in <paramref name="Words"/>.</param>
/// <param name="End">Where they end.</param>
/// <param name="Verdict">What the person said.</param>
public sealed record LostLine(long Id, long Article, string Words, int Start, int End, Articles.Verdict Verdict);

/// <summary>Replies that wait for an editor. Immutable.</summary>
/// <param name="Replies">The replies, oldest first.</param>
/// <param name="After">Number after which the next page begins, or null on the last.</param>
public sealed record ApprovalModel(ImmutableArray<WaitingReply> Replies, long? After);

/// <summary>A reply as an editor sees it; the address stays out of pages. Immutable.</summary>
/// <param name="Id">Number of the reply.</param>
/// <param name="Article">The article.</param>
/// <param name="Name">Who replies.</param>
/// <param name="SentBy">The account that sent it.</param>
/// <param name="Body">What they reply.</param>
/// <param name="At">When.</param>
public sealed record WaitingReply(long Id, ArticleLine Article, string Name, string SentBy, string Body, DateTimeOffset At);
