using System.Text.Json;
using Readout.Analysis.Watches;
using Readout.Archive;
using Readout.Archive.Watches;
using Readout.Desk.Api;
using Readout.Desk.Hosting;
using Readout.Desk.Security;

namespace Readout.Desk.Watches;

/// <summary>Watches and briefs as JSON, as the pages show them: <c>/api/watches</c>.</summary>
internal static class WatchApi
{
    /// <summary>A watch as it is given to be saved.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Rhythm"><c>daily 6</c>, <c>weekly monday 6</c> or <c>move</c>; daily without it.</param>
    /// <param name="Question">What it asks for, in codes.</param>
    public sealed record WatchGiven(string Name, string? Rhythm, QuestionGiven Question);

    /// <summary>A question as it is given: relations as <c>USA-RUS</c>.</summary>
    public sealed record QuestionGiven(
        string[]? Relations, string[]? Actors, string[]? Countries, string[]? Types, string[]? Modes, string[]? Contexts, string[]? Statuses, string? Words);

    /// <summary>The number of a watch that was saved.</summary>
    public sealed record WatchAdded(long Id);

    public static void MapWatchApi(this IEndpointRouteBuilder desk)
    {
        ApiParameter number = ApiParameter.PathNumber("id", "Number of the watch.", 1);
        desk.MapApi("/api/watches", new ApiOperation("watches", "Watches", "The watches."), (WatchModels models) => models.All());
        desk.MapApi("/api/watches/{id:long}", new ApiOperation("watch", "Watches", "A watch with its newest brief, and its briefs from the newest on.") { Parameters = [number, ApiParameter.Cursor], Finds = "watch" },
            (long id, HttpContext context, WatchModels models) => models.Watch(id, context.Request.Query, context.DeskReader()));
        desk.MapApi("/api/watches/{id:long}/briefs/{number:long}",
            new ApiOperation("brief", "Watches", "A brief that a watch yielded.") { Parameters = [number, ApiParameter.PathNumber("number", "Number of the brief.", 1)], Finds = "brief" },
            (long id, long number, WatchModels models) => models.Brief(id, number));
        desk.MapApi("/api/watches/{id:long}/preview",
            new ApiOperation("watch-preview", "Watches", "What a brief would say of some days; nothing is kept or sent.")
            {
                Parameters = [number, ApiParameter.Day("from", "First day of publication; a day or a week before the last without it."), ApiParameter.Day("to", "Last day of publication; today without it.")],
                Finds = "watch",
            },
            (long id, HttpRequest request, WatchModels models) => models.Preview(id, request.Query.Day("from"), request.Query.Day("to")));
        desk.MapPost("/api/watches", AddAsync).WithMetadata(ForReaders.Instance).Accepts<WatchGiven>("application/json")
            .WithApi(new ApiOperation("add-watch", "Watches", "Saves a watch; its first brief comes at its next turn.") { Answers = typeof(WatchAdded) });
        desk.MapDelete("/api/watches/{id:long}", (long id, HttpContext context, RecordArchive archive, WatchModels models) =>
        {
            WatchEndpoints.Own(id, context, models);
            new WatchStore(archive).Remove(id);
            return Results.NoContent();
        }).WithMetadata(ForReaders.Instance).WithApi(new ApiOperation("delete-watch", "Watches", "Deletes a watch with its briefs and its readers.") { Parameters = [number] });
    }

    /// <summary>Saves <c>{"name", "rhythm", "question": {…}}</c>; the question as <see cref="WatchQuestionJson"/> has it, in codes.</summary>
    private static async Task<IResult> AddAsync(HttpContext context, RecordArchive archive, DeskOptions options)
    {
        try
        {
            using JsonDocument body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted).ConfigureAwait(false);
            JsonElement json = body.RootElement;
            if (json.ValueKind != JsonValueKind.Object) throw new FormatException("a watch is a JSON object");
            WatchDraft draft = new(Text(json, "name", ""), WatchQuestionJson.Read(json.TryGetProperty("question", out JsonElement question) ? question : default), WatchRhythm.Parse(Text(json, "rhythm", "daily")));
            Watch watch = new WatchStore(archive).Add(draft, context.DeskReader().Name, options.Time.GetUtcNow());
            return Results.Json(new WatchAdded(watch.Id), statusCode: StatusCodes.Status201Created);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or JsonException)
        {
            throw DeskFaultException.Bad(exception is JsonException ? "The body is no JSON." : exception.Message + ".");
        }
    }

    private static string Text(JsonElement json, string name, string usual) =>
        !json.TryGetProperty(name, out JsonElement value) ? usual : value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new FormatException($"\"{name}\" is text");
}
