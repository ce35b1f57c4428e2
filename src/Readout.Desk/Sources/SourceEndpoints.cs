using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Readout.Archive;
using Readout.Desk.Hosting;
using Readout.Jobs.Follow;

namespace Readout.Desk.Sources;

/// <summary>The forms of sources; all of them are for editors.</summary>
internal static class SourceEndpoints
{
    public static void MapSourceForms(this IEndpointRouteBuilder desk)
    {
        RequestSizeLimitAttribute large = new(UploadedFiles.MostBytes);
        desk.MapPost("/sources/feeds", AddFeedsAsync).WithMetadata(large);
        desk.MapPost("/sources/feeds/remove", (HttpContext context, RecordArchive archive, SourceJobs jobs) => FeedAsync(context, jobs, address => FollowJob.Remove(archive, [address])));
        desk.MapPost("/sources/feeds/ask", (HttpContext context, RecordArchive archive, SourceJobs jobs, DeskOptions options) =>
            FeedAsync(context, jobs, address => FollowJob.Add(archive, [address], options.Time.GetUtcNow())));
        desk.MapPost("/sources/files", ReadFilesAsync).WithMetadata(large);
        desk.MapPost("/sources/address", ReadAddressAsync);
        desk.MapPost("/sources/samples", (SourceJobs jobs, SourceModels models) =>
        {
            jobs.Start("the samples", [models.Samples ?? throw DeskFaultException.NotFound("sample here")]);
            return DeskPages.SeeOther("/sources");
        });
        desk.MapPost("/sources/stop", (SourceJobs jobs) =>
        {
            jobs.Stop();
            return DeskPages.SeeOther("/sources");
        });
        desk.MapPost("/sources/follow", async (HttpContext context, SourceJobs jobs) =>
        {
            IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
            jobs.SetFollow(form["on"] == "true");
            return DeskPages.SeeOther("/sources");
        });
    }

    private static async Task<IResult> AddFeedsAsync(HttpContext context, RecordArchive archive, SourceJobs jobs, DeskOptions options)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        ImmutableArray<Uri> feeds = FeedAddresses.OfText(form["address"].ToString());
        if (form.Files["list"] is { Length: > 0 } list) feeds = [.. feeds, .. await FeedAddresses.OfListAsync(list, context.RequestAborted).ConfigureAwait(false)];
        if (feeds.IsEmpty) throw DeskFaultException.Bad("No feed was named: give an address, or a list of feeds (OPML).");
        await jobs.BetweenAsync(() => FollowJob.Add(archive, feeds, options.Time.GetUtcNow()), context.RequestAborted).ConfigureAwait(false);
        return DeskPages.SeeOther("/sources#feeds");
    }

    private static async Task<IResult> FeedAsync(HttpContext context, SourceJobs jobs, Action<Uri> work)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        Uri address = FeedAddresses.One(form["address"].ToString());
        await jobs.BetweenAsync(() => work(address), context.RequestAborted).ConfigureAwait(false);
        return DeskPages.SeeOther("/sources#feeds");
    }

    private static async Task<IResult> ReadFilesAsync(HttpContext context, SourceJobs jobs)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        UploadedFiles files = await UploadedFiles.KeepAsync(form.Files, context.RequestAborted).ConfigureAwait(false);
        try
        {
            jobs.Start(files.Paths.Count == 1 ? form.Files[0].FileName : $"{files.Paths.Count} files", files.Paths, files.Delete);
        }
        catch
        {
            files.Delete();
            throw;
        }

        return DeskPages.SeeOther("/sources");
    }

    private static async Task<IResult> ReadAddressAsync(HttpContext context, SourceJobs jobs)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        Uri address = FeedAddresses.One(form["address"].ToString());
        jobs.Start(address.AbsoluteUri, [address.AbsoluteUri]);
        return DeskPages.SeeOther("/sources");
    }
}
