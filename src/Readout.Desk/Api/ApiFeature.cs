using Microsoft.AspNetCore.Http.Json;
using Readout.Archive;
using Readout.Desk.Api.Document;
using Readout.Desk.Api.Guide;
using Readout.Desk.Api.Happenings;
using Readout.Desk.Api.Status;
using Readout.Desk.Hosting;

namespace Readout.Desk.Api;

/// <summary>The frame of the API, its document and the page that shows it, and the endpoints that belong to no page.</summary>
internal sealed class ApiFeature : IDeskFeature
{
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<PageCursors>().AddSingleton<StatusModels>();
        services.Configure<JsonOptions>(json => ApiJson.Configure(json.SerializerOptions));
        ApiDocument.AddTo(services);
    }

    public void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/openapi/v1.json", async (ApiDocument document) => new TaggedJson(new RawJson(await document.JsonAsync().ConfigureAwait(false))));
        desk.MapGet("/api", async (ApiDocument document) => DeskPages.Show<GuidePage>(GuideModel.Of(await document.JsonAsync().ConfigureAwait(false))));
        desk.MapGet("/openapi/ask/{operation}", async (string operation, HttpRequest request, ApiDocument document) =>
            Results.Redirect(GuideModel.Of(await document.JsonAsync().ConfigureAwait(false)).Address(operation, request.Query)));
        desk.MapApi("/api/happenings/{id:long}",
            new ApiOperation("happening", "Events", "A happening with each source's account of it.")
            {
                Description = "Articles that report the same deed are one happening. The claims say what all of them tell, what one alone tells and where they contradict one another.",
                Parameters = [ApiParameter.PathNumber("id", "Number of the happening: `happening` of an event.", 1)],
                Finds = "happening",
            },
            (long id, RecordArchive archive) => HappeningModel.Find(archive, id));
        desk.MapApi("/api/status", new ApiOperation("status", "Archive", "What the archive holds."), (StatusModels status) => status.NowAsync());
    }
}
