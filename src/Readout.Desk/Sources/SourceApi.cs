using System.Collections.Immutable;
using Readout.Archive;
using Readout.Desk.Api;
using Readout.Desk.Hosting;
using Readout.Desk.Security;
using Readout.Jobs.Follow;

namespace Readout.Desk.Sources;

/// <summary>Sources as JSON, as the page shows them: <c>/api/sources</c>.</summary>
internal static class SourceApi
{
    /// <summary>Addresses that are given to the desk.</summary>
    /// <param name="Addresses">The addresses.</param>
    public sealed record Given(ImmutableArray<string> Addresses);

    public static void MapSourceApi(this IEndpointRouteBuilder desk)
    {
        desk.MapApi("/api/sources", new ApiOperation("sources", "Sources", "Feeds with their health, whether they are polled, and how an ingest stands."),
            (HttpContext context, SourceModels models) => models.Read(context.DeskReader()));
        desk.MapPost("/api/sources/feeds", async (Given given, HttpContext context, RecordArchive archive, SourceJobs jobs, DeskOptions options) =>
        {
            Uri[] feeds = Addresses(given);
            await jobs.BetweenAsync(() => FollowJob.Add(archive, feeds, options.Time.GetUtcNow()), context.RequestAborted).ConfigureAwait(false);
            return Results.NoContent();
        }).WithApi(new ApiOperation("add-feeds", "Sources", "Adds feeds; one that is known is asked again at once."));
        desk.MapDelete("/api/sources/feeds", async (HttpContext context, RecordArchive archive, SourceJobs jobs) =>
        {
            Uri address = FeedAddresses.One(context.Request.Query.Text("address") ?? "");
            IReadOnlyList<Uri> unknown = [];
            await jobs.BetweenAsync(() => unknown = FollowJob.Remove(archive, [address]), context.RequestAborted).ConfigureAwait(false);
            return unknown.Count == 0 ? Results.NoContent() : throw DeskFaultException.NotFound("feed of that address");
        }).WithApi(new ApiOperation("remove-feed", "Sources", "Forgets a feed; its articles stay.") { Parameters = [ApiParameter.Text("address", "Address of the feed.", "https://example.org/feed")] });
        desk.MapPost("/api/sources/ingest", (Given given, SourceJobs jobs) =>
        {
            Uri[] addresses = Addresses(given);
            jobs.Start(addresses.Length == 1 ? addresses[0].AbsoluteUri : $"{addresses.Length} addresses", [.. addresses.Select(address => address.AbsoluteUri)]);
            return Results.Accepted("/api/sources");
        }).WithApi(new ApiOperation("ingest", "Sources", "Begins to read addresses; 409 while something is being read."));
        desk.MapPost("/api/sources/stop", (SourceJobs jobs) =>
        {
            jobs.Stop();
            return Results.NoContent();
        }).WithApi(new ApiOperation("stop-ingest", "Sources", "Stops the ingest that is under way; what was read is kept."));
    }

    private static Uri[] Addresses(Given given) =>
        given.Addresses is { IsDefaultOrEmpty: false, Length: <= FeedAddresses.Most } list ? [.. list.Select(FeedAddresses.One)] : throw DeskFaultException.Bad($"\"addresses\" names 1 to {FeedAddresses.Most} addresses.");
}
