using System.Globalization;
using Readout.Analysis.Watches;
using Readout.Archive;
using Readout.Archive.Watches;
using Readout.Archive.Watches.Making;
using Readout.Desk.Api;
using Readout.Desk.Hosting;
using Readout.Desk.Relation;
using Readout.Desk.Security;
using Readout.Jobs.Watches.Renderings;

namespace Readout.Desk.Watches;

/// <summary>Reads what the pages of watches show. Safe to call from every thread.</summary>
internal sealed class WatchModels(RecordArchive archive, CountedPairs pairs, DeskOptions options, PageCursors cursors)
{
    private const int BriefsAPage = 30;
    private const int BriefsInFeed = 50;
    private const int MostMails = 50;
    private readonly WatchStore _watches = new(archive);
    private readonly BriefStore _briefs = new(archive);
    private readonly MailStore _mails = new(archive);
    private readonly RequestStore _requests = new(archive);

    public WatchesModel All() => new([.. _watches.All().Select(Item)]);

    public Watch Find(long id) => _watches.Find(id) ?? throw DeskFaultException.NotFound($"watch {id.ToString(CultureInfo.InvariantCulture)}");

    public WatchModel Watch(long id, IQueryCollection query, DeskReader reader)
    {
        Watch watch = Find(id);
        string list = string.Create(CultureInfo.InvariantCulture, $"briefs/{id}");
        long? before = cursors.Read(list, query) is [long place] ? place : null;
        IReadOnlyList<KeptBrief> briefs = _briefs.Of(id, BriefsAPage + 1, before);
        return new WatchModel
        {
            Watch = Item(watch),
            Newest = before is null && briefs.Count > 0 ? _briefs.Content(briefs[0].Id) : null,
            Briefs = [.. briefs.Take(BriefsAPage).Select(Item)],
            Next = briefs.Count > BriefsAPage ? cursors.Write(list, query, briefs[BriefsAPage - 1].Id) : null,
            Feed = Keyed(watch, "atom"),
            Calendar = Keyed(watch, "calendar.ics"),
            Subscribers = reader.IsEditor ? [.. _mails.Subscribers(id).Select(one => new SubscriberItem(one.Id, one.Address, one.Since))] : [],
            Mails = reader.IsEditor ? [.. _mails.Of(id, MostMails).Where(mail => mail.State is not (MailState.Sent or MailState.Withdrawn)).Select(Item)] : [],
            MayChange = MayChange(watch, reader),
            MaySubscribe = reader.IsEditor,
            MayAsk = !reader.IsEditor && reader.Role != DeskRole.None && reader.MayWrite && options.Mail is not null,
            SendsMail = options.Mail is not null,
        };
    }

    public WatchBriefModel Brief(long id, long number)
    {
        Watch watch = Find(id);
        if (_briefs.Find(number) is not { } kept || kept.Watch != id || _briefs.Content(number) is not { } brief) throw DeskFaultException.NotFound($"brief {number.ToString(CultureInfo.InvariantCulture)} of this watch");
        return new WatchBriefModel(Item(watch), Item(kept), brief, DateOnly.FromDateTime(kept.From.UtcDateTime), DateOnly.FromDateTime(kept.To.UtcDateTime));
    }

    /// <summary>What a brief would say of some days; the last day or week where none are given.</summary>
    public WatchBriefModel Preview(long id, DateOnly? from, DateOnly? to)
    {
        Watch watch = Find(id);
        DateOnly last = to ?? DateOnly.FromDateTime(options.Time.GetUtcNow().UtcDateTime);
        DateOnly first = from ?? last.AddDays(-(int)watch.Rhythm.FirstPeriod.TotalDays);
        if (first > last) throw DeskFaultException.Bad("The first day lies after the last.");
        Brief brief = new BriefMaker(archive, pairs.Answer).Make(watch.Name, watch.Question, BriefSpan.Days(first, last), WatchProgress.None).Brief;
        return new WatchBriefModel(Item(watch), null, brief, first, last);
    }

    public byte[] Feed(Watch watch, Uri desk)
    {
        BriefLinks links = new(desk);
        (KeptBrief, Brief)[] entries = [.. _briefs.Of(watch.Id, BriefsInFeed).Select(kept => (kept, _briefs.Content(kept.Id)!))];
        return BriefAtom.Write(watch, entries, links, new Uri(desk, Keyed(watch, "atom")));
    }

    public byte[] Calendar(Watch watch) => new WatchCalendar(archive).Write(watch.Question, DateOnly.FromDateTime(options.Time.GetUtcNow().UtcDateTime));

    public LeaveModel Leave(string key, bool isDone) =>
        _mails.FindByKey(key) is { } subscriber && _watches.Find(subscriber.Watch) is { } watch
            ? new LeaveModel(key, watch.Name, isDone)
            : throw DeskFaultException.NotFound("reader of that address");

    public ConfirmModel Confirm(string key) => Confirm(_requests.Find(key, options.Time.GetUtcNow()));

    public ConfirmModel Confirm(WatchRequest? request) =>
        request is not null && _watches.Find(request.Watch) is { } watch
            ? new ConfirmModel(request.Key, watch.Name, request.Address, request.IsConfirmed)
            : throw new DeskFaultException(StatusCodes.Status404NotFound, "There is nothing to confirm", "What was asked for is too old, or the watch is no more. Ask once more on the page of the watch.");

    /// <summary>Whether somebody may change a watch: who made it, and editors.</summary>
    public static bool MayChange(Watch watch, DeskReader reader) => reader.IsEditor || (reader.Role == DeskRole.Reader && reader.Name == watch.MadeBy);

    private WatchItem Item(Watch watch) => new()
    {
        Id = watch.Id,
        Name = watch.Name,
        Asked = QuestionWords.Of(watch.Question, archive),
        Rhythm = watch.Rhythm.Told,
        IsActive = watch.IsActive,
        MadeBy = watch.MadeBy,
        NextAt = watch.NextAt,
        Newest = _briefs.Of(watch.Id, 1).Select(Item).FirstOrDefault(),
    };

    private static BriefItem Item(KeptBrief kept) => new(kept.Id, kept.From, kept.To, kept.HasNews);

    private static MailItem Item(WatchMail mail) =>
        new(mail.Brief.Id, mail.Subscriber.Address, mail.State.ToString().ToLowerInvariant(), mail.Problem, mail.State == MailState.Waiting ? mail.NextAt : null);

    private static string Keyed(Watch watch, string what) => string.Create(CultureInfo.InvariantCulture, $"/watches/{watch.Id}/{what}?key={watch.FeedKey}");
}
