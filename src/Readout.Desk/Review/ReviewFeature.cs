using System.Globalization;
using Readout.Archive;
using Readout.Archive.Corrections;
using Readout.Archive.Replies;
using Readout.Archive.Review;
using Readout.Desk.Api;
using Readout.Desk.Articles;
using Readout.Desk.Hosting;
using Readout.Desk.Security;

namespace Readout.Desk.Review;

/// <summary>What waits for an editor: <c>/review</c>, and replies at <c>/review/replies</c>.</summary>
internal sealed class ReviewFeature : IDeskFeature
{
    public void AddTo(IServiceCollection services) => services.AddSingleton<ReviewModels>();

    public void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/review", (HttpContext context, ReviewModels models) => DeskPages.Show<ReviewPage>(models.Read(context.Request.Query, context.DeskReader())));
        desk.MapPost("/review/judge", JudgeAsync);
        desk.MapPost("/review/settle/{correction:long}", Settle);
        desk.MapGet("/review/replies", Approvals);
        desk.MapPost("/review/replies/{reply:long}", DecideAsync);
        desk.MapApi("/api/review",
            new ApiOperation("review", "Events", "Events that wait for an editor's judgement, with what people judged so far.")
            {
                Parameters =
                [
                    ApiParameter.Choice("of", "Which queue: codings in doubt, happenings in dispute, events that somebody else judged, corrections that lost their place.", "doubt", "dispute", "second", "lost"),
                    ApiParameter.Number("below", "Codings less sure than so many in a hundred are in doubt.", ReviewModels.UsualBelow, 1, ReviewModels.MostBelow),
                    ApiParameter.Cursor,
                ],
                Answers = typeof(ReviewModel),
            },
            (HttpContext context, ReviewModels models) => models.Read(context.Request.Query, context.DeskReader()));
    }

    private static async Task<IResult> JudgeAsync(HttpContext context, ArticleChanges changes)
    {
        IFormCollection form = await context.Request.ReadFormAsync().ConfigureAwait(false);
        CorrectionKind kind = form["do"].ToString() switch
        {
            "accept" => CorrectionKind.Accept,
            "reject" => CorrectionKind.Reject,
            _ => throw DeskFaultException.Bad("An event is accepted or rejected here."),
        };
        await changes.CorrectAsync(form["key"].ToString(), kind, form, context.DeskReader()).ConfigureAwait(false);
        return DeskPages.SeeOther(Back(form));
    }

    // Only to this page, whatever the form says.
    private static string Back(IFormCollection form)
    {
        string of = form["of"].ToString() is ("dispute" or "second" or "lost") and var queue ? queue : "doubt";
        int below = int.TryParse(form["below"], NumberStyles.None, CultureInfo.InvariantCulture, out int given) && given is >= 1 and <= ReviewModels.MostBelow ? given : ReviewModels.UsualBelow;
        return string.Create(CultureInfo.InvariantCulture, $"/review?of={of}&below={below}");
    }

    private static IResult Settle(long correction, HttpContext context, RecordArchive archive, TimeProvider time)
    {
        try
        {
            new ReviewReader(archive).Settle(correction, context.DeskReader().Name, time.GetUtcNow());
        }
        catch (ArgumentException)
        {
            throw DeskFaultException.NotFound("such correction");
        }

        return DeskPages.SeeOther("/review?of=lost");
    }

    private static Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult Approvals(HttpContext context, ReviewModels models)
    {
        if (!context.DeskReader().IsEditor) throw DeskFaultException.Forbidden("Only an editor of this desk may.");
        return DeskPages.Show<ApprovalPage>(models.Approvals(context.Request.Query.Number("after", 0, 0, long.MaxValue)));
    }

    private static async Task<IResult> DecideAsync(long reply, HttpContext context, RecordArchive archive, TimeProvider time)
    {
        IFormCollection form = await context.Request.ReadFormAsync().ConfigureAwait(false);
        ReplyState state = form["do"].ToString() switch
        {
            "approve" => ReplyState.Approved,
            "refuse" => ReplyState.Refused,
            _ => throw DeskFaultException.Bad("A reply is approved or refused."),
        };
        if (new ReplyBook(archive).Decide(reply, state, context.DeskReader().Name, time.GetUtcNow()) is null) throw DeskFaultException.NotFound("such reply that waits");
        return DeskPages.SeeOther("/review/replies");
    }
}
