using Microsoft.Net.Http.Headers;
using Readout.Desk.Hosting;
using Readout.Desk.Security;

namespace Readout.Desk.Layout;

/// <summary><c>/assets/{name}</c>: the desk's own styles and scripts.</summary>
internal sealed class AssetsFeature : IDeskFeature
{
    public void AddTo(IServiceCollection services)
    {
    }

    public void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/assets/{name}", Answer).WithMetadata(ForAnybody.Instance);
        desk.MapGet("/favicon.ico", (HttpContext context, DeskAssets assets) => Answer("icon.svg", context, assets)).WithMetadata(ForAnybody.Instance);
    }

    private static IResult Answer(string name, HttpContext context, DeskAssets assets)
    {
        if (assets.Find(name) is not { } asset) throw DeskFaultException.NotFound($"file {name}");
        bool isNamedByHash = context.Request.Query["v"] == asset.Hash;
        context.Response.Headers.CacheControl = isNamedByHash ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(asset.Bytes, asset.Type, entityTag: new EntityTagHeaderValue($"\"{asset.Hash}\""));
    }
}
