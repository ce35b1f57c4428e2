using Microsoft.AspNetCore.Mvc;
using Readout.Desk.Api;
using Readout.Desk.Hosting;
using Readout.Desk.Security;

namespace Readout.Desk.Today;

/// <summary>What changed since the reader last looked: <c>/</c>, <c>/api/today</c>, and <c>POST /today/seen</c>.</summary>
internal sealed class TodayFeature : IDeskFeature
{
    public void AddTo(IServiceCollection services) => services.AddSingleton<TodayModels>();

    public void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/", (HttpContext context, TodayModels models) => DeskPages.Show<TodayPage>(Read(context, models)));
        desk.MapApi("/api/today",
            new ApiOperation("today", "Today", "What changed since a moment: relations that moved and why, new stories, meetings ahead, statements of note.")
            {
                Parameters = [ApiParameter.Choose("since", "Since when: since the reader last looked, a week or a month ago.", "look", "week", "month") with { IsMany = false }],
            },
            (HttpContext context, TodayModels models) => Read(context, models));
        desk.MapPost("/today/seen", Seen).WithMetadata(ForReaders.Instance);
    }

    private static TodayModel Read(HttpContext context, TodayModels models) =>
        models.Read(context.DeskReader(), context.Request.Query.Text("since") is null ? null : context.Request.Query.Choice("since", "look", "week", "month"));

    private static IResult Seen(HttpContext context, TodayModels models, [FromForm] long revision)
    {
        models.Seen(context.DeskReader(), revision);
        return DeskPages.SeeOther("/");
    }
}
