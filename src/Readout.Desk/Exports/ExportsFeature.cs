using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Readout.Analysis.Relations;
using Readout.Analysis.Relations.Charts;
using Readout.Archive;
using Readout.Archive.Exports;
using Readout.Archive.Reading;
using Readout.Coding.Record;
using Readout.Desk.Api;
using Readout.Desk.Calendar;
using Readout.Desk.Hosting;
using Readout.Desk.Relation;

namespace Readout.Desk.Exports;

/// <summary>The files that pages offer, and the events as a table: <c>/api/exports</c>.</summary>
internal sealed class ExportsFeature : IDeskFeature
{
    private static readonly ApiParameter s_from = ApiParameter.Day("from", "First day; open without it.", "1987-03-01");
    private static readonly ApiParameter s_to = ApiParameter.Day("to", "Last day, inclusive; open without it.");
    private static readonly ApiParameter s_by = ApiParameter.Choose("by", "Length of the steps; what suits the days without it.", "day", "week", "month") with { IsMany = false };
    private static readonly ImmutableArray<ApiParameter> s_sides = [ApiParameter.Path("a", "The first side: its code or its name.", "NOR"), ApiParameter.Path("b", "The second side.", "CHL")];

    // Each reads through the whole archive, beside those who look at pages.
    private static readonly SemaphoreSlim s_atOnce = new(2);

    private static ExportsModel Everything { get; } = new(
    [
        new("events", "Events as a table, in the order in which they were kept", "text/csv", "/api/exports/events?from={day}&to={day}&status={status}&unit={unit}&layout={layout}&format=csv", ExportRequest.LayoutNames),
        new("events", "The same, an object a line", "application/jsonl", "/api/exports/events?from={day}&to={day}&status={status}&unit={unit}&layout={layout}&format=jsonl", ExportRequest.LayoutNames),
        new("relation", "The series of a relation with its index", "text/csv", "/api/exports/relations/{a}/{b}/series.csv?from={day}&to={day}&by={step}", []),
        new("relation", "The chart of a relation", "image/svg+xml", "/api/exports/relations/{a}/{b}/chart.svg?from={day}&to={day}&by={step}", []),
        new("meetings", "Meetings, for a calendar", "text/calendar", "/api/exports/meetings.ics?party={code}", []),
    ]);

    public void AddTo(IServiceCollection services)
    {
    }

    public void Map(IEndpointRouteBuilder desk)
    {
        desk.MapApi("/api/exports", new ApiOperation("exports", "Exports", "The files that can be taken out of the archive."), () => Everything);
        desk.MapApi("/api/exports/events",
            new ApiOperation("export-events", "Exports", "Events as a file: all of them, or those of some days.")
            {
                Description = "At most two are written at once; a third is told to wait (503). Parquet comes by `readout export`.",
                Parameters =
                [
                    ApiParameter.Choice("layout", "Columns: Readout's own, or those of another data set.", ExportRequest.LayoutNames), ApiParameter.Choice("format", "Text, or an object a line.", "csv", "jsonl"),
                    ApiParameter.Choice("unit", "What a row stands for.", "report", "happening"), s_from, s_to,
                    ApiParameter.Choose("status", "How the events stand; those of the layout without it.", [.. Enum.GetValues<EventStatus>().Select(status => status.Spelt())]),
                ],
            },
            EventsAsync).Produces<string>(StatusCodes.Status200OK, contentType: "text/csv", additionalContentTypes: ["text/tab-separated-values", "application/jsonl"]);
        desk.MapApi("/api/exports/relations/{a}/{b}/series.csv", new ApiOperation("export-series", "Exports", "The series of a relation with its index, as the page offers it.") { Parameters = [.. s_sides, s_from, s_to, s_by] },
            (string a, string b, HttpContext context, RelationModels models) => Tagged(Encoding.UTF8.GetBytes(RelationCsv.Write(Report(a, b, context, models).Report)), "text/csv; charset=utf-8"))
            .Produces<string>(StatusCodes.Status200OK, contentType: "text/csv");
        desk.MapApi("/api/exports/relations/{a}/{b}/chart.svg", new ApiOperation("export-chart", "Exports", "The chart of a relation, as the page offers it.") { Parameters = [.. s_sides, s_from, s_to, s_by] }, Chart)
            .Produces<string>(StatusCodes.Status200OK, contentType: "image/svg+xml");
        desk.MapApi("/api/exports/meetings.ics",
            new ApiOperation("export-meetings", "Exports", "Meetings as iCalendar, as the calendar offers them: those of the last three months and all that lie ahead.")
            {
                Parameters = [ApiParameter.Texts("party", "Codes of which each takes part.", "NOR")],
            },
            (HttpContext context, CalendarModels calendar) => Tagged(calendar.Calendar(CalendarAsk.Of(context.Request.Query)), "text/calendar; charset=utf-8"))
            .Produces<string>(StatusCodes.Status200OK, contentType: "text/calendar");
    }

    private static IResult Tagged(byte[] file, string type) =>
        Results.Bytes(file, type, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file).AsSpan(0, 12))}\""));

    private static (RelationSides Sides, RelationReport Report) Report(string a, string b, HttpContext context, RelationModels models)
    {
        RelationSides sides = models.Sides(a, b);
        return (sides, models.Report(sides, RelationAsk.Of(context.Request.Query)) ?? throw DeskFaultException.NotFound($"happening between {sides.First.Name} and {sides.Second.Name}"));
    }

    private static IResult Chart(string a, string b, HttpContext context, RelationModels models)
    {
        (RelationSides sides, RelationReport report) = Report(a, b, context, models);
        if (report.Series.Points.IsEmpty) throw DeskFaultException.NotFound("chart of these days");
        (RelationSide first, RelationSide second) = sides.AreTurned ? (sides.Second, sides.First) : (sides.First, sides.Second);
        return Tagged(Encoding.UTF8.GetBytes(RelationSvg.Draw(report, first.Name, second.Name)), "image/svg+xml");
    }

    private static async Task<IResult> EventsAsync(HttpContext context, RecordArchive archive)
    {
        ExportRequest request = Request(context.Request.Query);
        if (!await s_atOnce.WaitAsync(TimeSpan.Zero, context.RequestAborted).ConfigureAwait(false))
        {
            throw new DeskFaultException(StatusCodes.Status503ServiceUnavailable, "Two exports are being written", "Wait until one is done.") { RetryAfter = TimeSpan.FromSeconds(30) };
        }

        return new EventFile(archive, request, s_atOnce);
    }

    private static ExportRequest Request(IQueryCollection query) => new()
    {
        Format = query.Choice("format", "csv", "jsonl") == "csv" ? ExportFormat.Csv : ExportFormat.JsonLines,
        Layout = query.Text("layout") ?? ExportRequest.LayoutNames[0],
        Unit = query.Choice("unit", "report", "happening") == "report" ? EventUnit.Report : EventUnit.Happening,
        From = query.Day("from"),
        To = query.Day("to"),
        Statuses = [.. query["status"].Where(status => !string.IsNullOrWhiteSpace(status)).Select(status => Enum.Parse<EventStatus>(status!, ignoreCase: true))],
    };

    /// <summary>Events that are written as they are read.</summary>
    private sealed class EventFile(RecordArchive archive, ExportRequest request, SemaphoreSlim place) : IResult
    {
        private const int BufferBytes = 1 << 16;

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            try
            {
                bool isOwn = request.Layout == ExportRequest.LayoutNames[0];
                httpContext.Response.ContentType = request.Format == ExportFormat.JsonLines ? "application/jsonl" : isOwn ? "text/csv; charset=utf-8" : "text/tab-separated-values; charset=utf-8";
                httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{request.Layout}.{(request.Format == ExportFormat.JsonLines ? "jsonl" : isOwn ? "csv" : "tsv")}\"";
                if (httpContext.Features.Get<IHttpBodyControlFeature>() is { } control) control.AllowSynchronousIO = true;
                await Task.Run(() => Write(httpContext), httpContext.RequestAborted).ConfigureAwait(false);
            }
            finally
            {
                place.Release();
            }
        }

        private void Write(HttpContext context)
        {
            using ResponseStream body = new(context.Response.Body, context.RequestAborted);
            using BufferedStream buffered = new(body, BufferBytes);
            new Exporter(archive).Write(request, buffered);
            buffered.Flush();
        }
    }
}
