using Microsoft.Net.Http.Headers;
using Readout.Desk.Api;
using Readout.Desk.Hosting;

namespace Readout.Desk.Calendar;

/// <summary>Meetings: <c>/calendar</c>, <c>/calendar.ics</c>, <c>/api/meetings</c>.</summary>
internal sealed class CalendarFeature : IDeskFeature
{
    public void AddTo(IServiceCollection services) => services.AddSingleton<CalendarModels>();

    public void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/calendar", (HttpContext context, CalendarModels calendar) => DeskPages.Show<CalendarPage>(calendar.Read(context.Request.Query)));
        desk.MapGet("/calendar.ics", (HttpContext context, CalendarModels calendar) =>
        {
            byte[] file = calendar.Calendar(CalendarAsk.Of(context.Request.Query));
            return Results.Bytes(file, "text/calendar; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file).AsSpan(0, 12))}\""));
        });
        desk.MapApi("/api/meetings",
            new ApiOperation("meetings", "Meetings", "Meetings followed over articles, by first day: who, when, where, how far each has come, and what each article told.")
            {
                Parameters =
                [
                    ApiParameter.Day("from", "Meetings that may fall on this day or later.", "1987-05-01"),
                    ApiParameter.Day("to", "Meetings that may fall on this day or before."),
                    ApiParameter.Texts("party", "Codes of which each takes part.", "NOR"),
                    ApiParameter.Choose("state", "How far they have come.", CalendarAsk.States),
                    ApiParameter.Choice("undated", "Whether meetings without a day count where a day is given.", "no", "yes"),
                    ApiParameter.Limit(),
                    ApiParameter.Cursor,
                ],
            },
            (HttpContext context, CalendarModels calendar) =>
            {
                IQueryCollection query = context.Request.Query;
                return calendar.Meetings(query, query.Day("from"), query.Day("to"), (int)query.Number("limit", 50, 1, 200));
            });
    }
}
