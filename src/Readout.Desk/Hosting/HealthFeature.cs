using Readout.Archive;
using Readout.Desk.Security;

namespace Readout.Desk.Hosting;

/// <summary>
/// For those who watch over the desk: <c>/health/live</c> while it answers at all, <c>/health/ready</c> once it can be read from and read with,
/// <c>/health</c> with both told apart.
/// </summary>
internal sealed class HealthFeature : IDeskFeature
{
    public void AddTo(IServiceCollection services)
    {
    }

    public void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/health/live", () => Results.Json(new { status = "ok" })).WithMetadata(ForAnybody.Instance);
        desk.MapGet("/health/ready", (RecordArchive archive, DeskKnowledge knowledge) =>
        {
            AskArchive(archive);
            if (!knowledge.IsLoaded) throw new DeskFaultException(StatusCodes.Status503ServiceUnavailable, "The desk is starting", "It is still loading what it reads articles with. Ask again in a moment.");
            return Results.Json(new { status = "ok" });
        }).WithMetadata(ForAnybody.Instance);
        desk.MapGet("/health", (RecordArchive archive, DeskKnowledge knowledge) =>
        {
            AskArchive(archive);
            return Results.Json(new { status = knowledge.IsLoaded ? "ok" : "starting", archive = "ok", reader = knowledge.IsLoaded ? "ok" : "loading" });
        }).WithMetadata(ForAnybody.Instance);
    }

    // One question that reads from the archive; where it fails, the desk answers 503 like everywhere.
    private static void AskArchive(RecordArchive archive) => _ = archive.Articles.Find(1);
}
