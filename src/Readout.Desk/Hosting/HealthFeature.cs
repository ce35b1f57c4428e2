using Readout.Archive;
using Readout.Desk.Security;

namespace Readout.Desk.Hosting;

/// <summary><c>/health</c>: whether the desk can answer, for those who watch over it.</summary>
internal sealed class HealthFeature : IDeskFeature
{
    public void AddTo(IServiceCollection services)
    {
    }

    public void Map(IEndpointRouteBuilder desk) => desk.MapGet("/health", (RecordArchive archive, DeskKnowledge knowledge) =>
    {
        // One question that reads from the archive; where it fails, the desk answers 503 like everywhere.
        _ = archive.Articles.Find(1);
        return Results.Json(new { status = knowledge.IsLoaded ? "ok" : "starting", archive = "ok", reader = knowledge.IsLoaded ? "ok" : "loading" });
    }).WithMetadata(ForAnybody.Instance);
}
