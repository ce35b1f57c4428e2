using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Readout.Archive.Ingests;
using Readout.Desk.Hosting;
using Readout.Desk.Security;

namespace Readout.Desk.Sources;

/// <summary>What is read of sources: the page, and how an ingest stands, live or as a page that loads itself again.</summary>
internal static class SourcePages
{
    private const int SecondsBetween = 3;

    public static void MapSourcePages(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/sources", (HttpContext context, SourceModels models) => DeskPages.Show<SourcesPage>(models.Read(context.DeskReader())));
        desk.MapGet("/sources/job", (HttpContext context, SourceModels models) =>
        {
            SourcesModel model = models.Read(context.DeskReader());
            if (model.UnderWay is not null) context.Response.Headers["Refresh"] = SecondsBetween.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return DeskPages.Show<SourceJobPage>(model);
        });
        desk.MapGet("/sources/progress", (SourceJobs jobs, CancellationToken cancellation) => TypedResults.ServerSentEvents(Events(jobs, cancellation))).ExcludeFromDescription();
    }

    private static async IAsyncEnumerable<SseItem<IngestItem>> Events(SourceJobs jobs, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (IngestItem item in jobs.WatchAsync(cancellation).ConfigureAwait(false)) yield return new SseItem<IngestItem>(item, item.IsUnderWay ? "progress" : "done");
    }
}
