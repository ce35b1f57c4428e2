using System.Security.Cryptography;
using System.Text;
using Readout.Archive.Watches;
using Readout.Desk.Hosting;
using Readout.Desk.Security;

namespace Readout.Desk.Watches;

/// <summary>What is read of watches: pages, feed, calendar.</summary>
internal static class WatchPages
{
    public static void MapWatchPages(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/watches", (WatchModels models) => DeskPages.Show<WatchesPage>(models.All()));
        desk.MapGet("/watches/new", (HttpRequest request) => DeskPages.Show<WatchFormPage>(WatchForms.Read(name => request.Query[name], null)));
        desk.MapGet("/watches/{id:long}", (long id, HttpContext context, WatchModels models) =>
            DeskPages.Show<WatchPage>(models.Watch(id, context.Request.Query, context.DeskReader())));
        desk.MapGet("/watches/confirm/{key}", (string key, WatchModels models) => DeskPages.Show<ConfirmPage>(models.Confirm(key))).WithMetadata(ForAnybody.Instance);
        desk.MapGet("/watches/{id:long}/edit", (long id, WatchModels models) => DeskPages.Show<WatchFormPage>(WatchForms.Of(models.Find(id))));
        desk.MapGet("/watches/{id:long}/briefs/{number:long}", (long id, long number, WatchModels models) => DeskPages.Show<WatchBriefPage>(models.Brief(id, number)));
        desk.MapGet("/watches/{id:long}/preview", (long id, HttpRequest request, WatchModels models) =>
            DeskPages.Show<WatchBriefPage>(models.Preview(id, request.Query.Day("from"), request.Query.Day("to"))));
        desk.MapGet("/watches/{id:long}/atom", (long id, HttpContext context, WatchModels models, DeskOptions options) =>
            Results.Bytes(models.Feed(Opened(id, context, models), Address(context, options)), "application/atom+xml; charset=utf-8")).WithMetadata(ForAnybody.Instance);
        desk.MapGet("/watches/{id:long}/calendar.ics", (long id, HttpContext context, WatchModels models) =>
            Results.Bytes(models.Calendar(Opened(id, context, models)), "text/calendar; charset=utf-8")).WithMetadata(ForAnybody.Instance);
        desk.MapGet("/watches/leave/{key}", (string key, WatchModels models) => DeskPages.Show<LeavePage>(models.Leave(key, isDone: false))).WithMetadata(ForAnybody.Instance);
    }

    /// <summary>The address of the desk as its readers know it.</summary>
    public static Uri Address(HttpContext context, DeskOptions options) => options.Mail?.Desk ?? options.PublicUrl ?? new Uri($"{context.Request.Scheme}://{context.Request.Host}/");

    // Whoever does not have the key is told what one is told who asks for a watch that is not there.
    private static Watch Opened(long id, HttpContext context, WatchModels models)
    {
        Watch watch = models.Find(id);
        byte[] key = Encoding.UTF8.GetBytes(context.Request.Query.Text("key") ?? "");
        return CryptographicOperations.FixedTimeEquals(key, Encoding.UTF8.GetBytes(watch.FeedKey)) ? watch : throw DeskFaultException.NotFound($"watch {id}");
    }
}
