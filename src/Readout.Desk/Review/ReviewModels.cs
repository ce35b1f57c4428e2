using System.Collections.Immutable;
using Readout.Analysis.Happenings;
using Readout.Analysis.Phrasing;
using Readout.Archive;
using Readout.Archive.Corrections;
using Readout.Archive.Reading;
using Readout.Archive.Replies;
using Readout.Archive.Review;
using Readout.Coding.Record;
using Readout.Desk.Api;
using Readout.Desk.Articles;
using Readout.Desk.Hosting;
using Readout.Desk.Layout;
using Readout.Desk.Security;

namespace Readout.Desk.Review;

/// <summary>Reads what waits for an editor. Safe to call from every thread.</summary>
/// <param name="archive">The archive.</param>
/// <param name="cursors">Where pages begin.</param>
internal sealed class ReviewModels(RecordArchive archive, PageCursors cursors)
{
    /// <summary>Confidence below which a coding is in doubt unless the reader says otherwise, in a hundred.</summary>
    public const int UsualBelow = 50;

    /// <summary>The greatest that may be asked for.</summary>
    public const int MostBelow = (int)(ReviewReader.Sure * 100);

    private const int APage = 15;
    private const int MostAccounts = 40;
    private const int MostReplies = 30;

    private readonly ReviewReader _review = new(archive);
    private readonly ReplyBook _replies = new(archive);

    /// <summary>A page of a queue.</summary>
    /// <param name="query">The queue (<c>of</c>), the confidence (<c>below</c>) and where to begin (<c>cursor</c>).</param>
    /// <param name="reader">Who asks.</param>
    /// <exception cref="DeskFaultException">The query cannot be understood.</exception>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public ReviewModel Read(IQueryCollection query, DeskReader reader)
    {
        string of = query.Choice("of", "doubt", "dispute", "second", "lost");
        int below = (int)query.Number("below", UsualBelow, 1, MostBelow);
        ReviewCursor? after = cursors.Read("review", query, 2) is { } place ? new ReviewCursor(BitConverter.Int64BitsToDouble(place[0]), place[1]) : null;
        ReviewModel model = new()
        {
            Of = of,
            Below = below,
            Progress = _review.Progress(below / 100.0, reader.Name),
            Replies = reader.IsEditor ? _replies.CountWaiting() : 0,
        };
        return of == "lost" ? Lost(model, query, after) : Waiting(model, query, after, reader);
    }

    /// <summary>The replies that wait.</summary>
    public ApprovalModel Approvals(long after)
    {
        IReadOnlyList<Reply> waiting = _replies.Waiting(MostReplies + 1, after);
        Dictionary<long, KeptArticle?> articles = waiting.Select(reply => reply.Article).Distinct().ToDictionary(id => id, archive.Articles.Find);
        return new ApprovalModel(
            [
                .. waiting.Take(MostReplies).Select(reply => new WaitingReply(
                    reply.Id, articles[reply.Article] is { } kept ? ArticleLine.Of(kept) : new ArticleLine(reply.Article, null, null, null, null, null),
                    reply.Name, reply.SentBy, reply.Body, reply.SentAt)),
            ],
            waiting.Count > MostReplies ? waiting[MostReplies - 1].Id : null);
    }

    private ReviewModel Waiting(ReviewModel model, IQueryCollection query, ReviewCursor? after, DeskReader reader)
    {
        IReadOnlyList<WaitingEvent> waiting = model.Of switch
        {
            "doubt" => _review.InDoubt(model.Below / 100.0, APage + 1, after),
            "dispute" => _review.InDispute(APage + 1, after),
            _ => _review.SecondLook(reader.Name, APage + 1, after),
        };
        IReadOnlyList<KeptEvent> events = archive.Events.Load([.. waiting.Take(APage).Select(one => one.Event)]);
        Dictionary<long, HappeningSummary?> happenings = model.Of != "dispute" ? []
            : events.Select(kept => kept.Happening).OfType<long>().Distinct().ToDictionary(id => id, Summary);
        return model with
        {
            Events = [.. events.Select(kept => new ReviewLine(EventLineModel.Of(kept), kept.Frame, Disputed(kept.Happening is { } id ? happenings.GetValueOrDefault(id) : null)))],
            Next = waiting.Count > APage ? Cursor(query, waiting[APage - 1].Cursor) : null,
        };
    }

    private ReviewModel Lost(ReviewModel model, IQueryCollection query, ReviewCursor? after)
    {
        IReadOnlyList<LostCorrection> lost = _review.Lost(APage + 1, after?.Number ?? 0);
        return model with
        {
            Lost = [.. lost.Take(APage).Select(Line)],
            Next = lost.Count > APage ? Cursor(query, new ReviewCursor(0, lost[APage - 1].Correction.Id)) : null,
        };
    }

    private static LostLine Line(LostCorrection lost)
    {
        Correction correction = lost.Correction;
        return new LostLine(
            correction.Id, correction.Article, correction.Before + correction.Trigger + correction.After, correction.Before.Length, correction.Before.Length + correction.Trigger.Length,
            ArticleModels.Verdict(correction, new CorrectionResult(correction.Id, CorrectionOutcome.Review, null, lost.Reason)));
    }

    private HappeningSummary? Summary(long happening)
    {
        KeptEvent[] events = [.. archive.Events.Read(new EventQuery { Happening = happening, Limit = MostAccounts })];
        return events.Length == 0 ? null : HappeningSummary.Of([.. events.Select(kept => new Account(kept.Id, kept.Article.Id, kept.Article.CopyGroup, kept.ToReport()))]);
    }

    private static ImmutableArray<string> Disputed(HappeningSummary? summary) => summary is null ? [] :
    [
        .. summary.Claims.Where(claim => claim.Standing == Standing.Disputed).GroupBy(claim => claim.Aspect, StringComparer.Ordinal)
            .Select(group => $"{ClaimWords.Aspect(group.Key, summary.Type.Spelt())}: {string.Join(" or ", group.Select(claim => $"{ClaimWords.Value(claim.Aspect, claim.Value)} ({Wording.Count(claim.Events.Length, "account")})"))}"),
    ];

    private string Cursor(IQueryCollection query, ReviewCursor place) => cursors.Write("review", query, BitConverter.DoubleToInt64Bits(place.Value), place.Number);
}
