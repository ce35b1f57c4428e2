using System.Globalization;
using Readout.Archive;
using Readout.Archive.Watches;
using Readout.Desk.Hosting;
using Readout.Desk.Security;
using Readout.Jobs.Watches.Mail;

namespace Readout.Desk.Watches;

/// <summary>The forms of watches. A reader changes watches of one's own, an editor all. An editor says who gets mail; a reader asks for it, and confirms by mail.</summary>
internal static class WatchEndpoints
{
    public static void MapWatchForms(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/watches", (HttpContext context, WatchTools tools) => Save(null, context, tools)).WithMetadata(ForReaders.Instance);
        desk.MapPost("/watches/{id:long}", (long id, HttpContext context, WatchTools tools) => Save(id, context, tools)).WithMetadata(ForReaders.Instance);
        desk.MapPost("/watches/{id:long}/delete", Delete).WithMetadata(ForReaders.Instance);
        desk.MapPost("/watches/{id:long}/pause", (long id, HttpContext context, RecordArchive archive, WatchModels models) => SetActive(id, false, context, archive, models)).WithMetadata(ForReaders.Instance);
        desk.MapPost("/watches/{id:long}/resume", (long id, HttpContext context, RecordArchive archive, WatchModels models) => SetActive(id, true, context, archive, models)).WithMetadata(ForReaders.Instance);
        desk.MapPost("/watches/{id:long}/run", RunAsync).WithMetadata(ForReaders.Instance);
        desk.MapPost("/watches/{id:long}/subscribers", SubscribeAsync).WithMetadata(ForReaders.Instance);
        desk.MapPost("/watches/{id:long}/subscribers/{subscriber:long}/remove", Unsubscribe);
        // The key came by mail: who has it reads that address.
        desk.MapPost("/watches/confirm/{key}", (string key, RecordArchive archive, WatchModels models, DeskOptions options) =>
            DeskPages.Show<ConfirmPage>(models.Confirm(new RequestStore(archive).Confirm(key, options.Time.GetUtcNow())))).WithMetadata(ForAnybody.Instance, ProvenByItsAddress.Instance);
        // What mail programs send by themselves (RFC 8058): no cookie, no token; the key is in the address, and to leave twice is to leave.
        desk.MapPost("/watches/leave/{key}", (string key, RecordArchive archive, WatchModels models) =>
        {
            LeaveModel model = models.Leave(key, isDone: true);
            new MailStore(archive).Unsubscribe(key);
            return DeskPages.Show<LeavePage>(model);
        }).WithMetadata(ForAnybody.Instance, ProvenByItsAddress.Instance);
    }

    /// <summary>The watch, where whoever asks may change it.</summary>
    /// <exception cref="DeskFaultException">There is none, or they may not.</exception>
    public static Watch Own(long id, HttpContext context, WatchModels models)
    {
        Watch watch = models.Find(id);
        return WatchModels.MayChange(watch, context.DeskReader()) ? watch : throw DeskFaultException.Forbidden("A watch is changed by who made it, or by an editor.");
    }

    private static async Task<IResult> Save(long? id, HttpContext context, WatchTools tools)
    {
        if (id is { } number) Own(number, context, tools.Models);
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        WatchFormModel model = WatchForms.Read(name => form[name], id);
        try
        {
            WatchDraft draft = WatchForms.Draft(model, tools.Knowledge.Sides);
            WatchStore store = new(tools.Archive);
            DateTimeOffset now = tools.Options.Time.GetUtcNow();
            Watch? watch = id is { } changed ? store.Change(changed, draft, now) : store.Add(draft, context.DeskReader().Name, now);
            return watch is null ? throw DeskFaultException.NotFound($"watch {id}") : To(watch.Id);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return DeskPages.Show<WatchFormPage>(model with { Fault = exception.Message }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static IResult Delete(long id, HttpContext context, RecordArchive archive, WatchModels models)
    {
        Own(id, context, models);
        new WatchStore(archive).Remove(id);
        return DeskPages.SeeOther("/watches");
    }

    private static IResult SetActive(long id, bool active, HttpContext context, RecordArchive archive, WatchModels models)
    {
        Own(id, context, models);
        new WatchStore(archive).SetActive(id, active);
        return To(id);
    }

    private static async Task<IResult> RunAsync(long id, HttpContext context, WatchModels models, WatchRunner runner)
    {
        KeptBrief? kept = await runner.RunNowAsync(Own(id, context, models), context.RequestAborted).ConfigureAwait(false);
        return kept is null ? To(id) : DeskPages.SeeOther(string.Create(CultureInfo.InvariantCulture, $"/watches/{id}/briefs/{kept.Id}"));
    }

    private static async Task<IResult> SubscribeAsync(long id, HttpContext context, RecordArchive archive, WatchModels models, DeskOptions options)
    {
        models.Find(id);
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        try
        {
            string address = MailAddresses.Bare(form["address"].ToString());
            if (!context.DeskReader().IsEditor) return Ask(id, address, context.DeskReader(), archive, options);
            new MailStore(archive).Subscribe(id, address, options.Time.GetUtcNow());
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw DeskFaultException.Bad($"{exception.Message}. Nobody was added.");
        }

        return To(id);
    }

    private static IResult Ask(long id, string address, DeskReader reader, RecordArchive archive, DeskOptions options)
    {
        if (options.Mail is null) throw new DeskFaultException(StatusCodes.Status409Conflict, "This desk sends no mail", "It has no mail server. The Atom feed of the watch has the same briefs.");
        return new RequestStore(archive).TryAsk(id, address, reader.Name, options.Time.GetUtcNow())
            ? DeskPages.SeeOther(string.Create(CultureInfo.InvariantCulture, $"/watches/{id}?said=asked"))
            : throw new DeskFaultException(StatusCodes.Status429TooManyRequests, "Too many requests for mail", "Wait an hour; an address is asked to confirm at most three times a day.") { RetryAfter = TimeSpan.FromHours(1) };
    }

    private static IResult Unsubscribe(long id, long subscriber, RecordArchive archive)
    {
        MailStore mails = new(archive);
        if (mails.Subscribers(id).FirstOrDefault(one => one.Id == subscriber) is { } found) mails.Unsubscribe(found.LeaveKey);
        return To(id);
    }

    private static IResult To(long id) => DeskPages.SeeOther(string.Create(CultureInfo.InvariantCulture, $"/watches/{id}"));
}

/// <summary>What the saving of a watch needs of the desk.</summary>
internal sealed record WatchTools(RecordArchive Archive, DeskOptions Options, DeskKnowledge Knowledge, WatchModels Models);
