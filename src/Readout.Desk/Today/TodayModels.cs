using System.Collections.Immutable;
using Readout.Archive;
using Readout.Archive.Arrivals;
using Readout.Archive.Reading;
using Readout.Desk.Hosting;
using Readout.Desk.Layout;
using Readout.Desk.Security;

namespace Readout.Desk.Today;

/// <summary>Reads what changed. Safe to call from every thread.</summary>
/// <param name="archive">The archive.</param>
/// <param name="knowledge">Names of codes.</param>
/// <param name="time">What day it is.</param>
public sealed class TodayModels(RecordArchive archive, DeskKnowledge knowledge, TimeProvider time)
{
    private const int MostRelations = 6;
    private const int EventsARelation = 3;
    private const int MostStories = 6;
    private const int MostStatements = 6;
    private const int MostMeetings = 8;
    private const int MeetingDays = 45;

    private readonly ArrivalReader _arrivals = new(archive);
    private readonly LookBook _looks = new(archive);

    /// <summary>What changed for a reader.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="since"><c>look</c>, <c>week</c> or <c>month</c>; null for the last look, or the week where there was none.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public TodayModel Read(DeskReader reader, string? since)
    {
        ArgumentNullException.ThrowIfNull(reader);
        LastLook? look = _looks.Of(reader.Name);
        if (since is null or "look") since = look is null ? "week" : "look";
        DateOnly today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        DateOnly? to = _arrivals.NewestDay(today);
        DateOnly? from = since == "look" || to is null ? null : to.Value.AddDays(since == "month" ? -30 : -6);
        ArrivalWindow window = since == "look" ? _arrivals.After(look!.Revision) : from is { } first ? _arrivals.Published(first, to!.Value) : new ArrivalWindow(0, []);
        long newest = _arrivals.Newest();
        TodayModel model = new()
        {
            IsEmpty = newest == 0,
            Since = since,
            LookedAt = look?.At,
            From = from,
            To = to,
            Articles = window.Count,
            Looked = window.Revisions.Length,
            Newest = newest,
            Meetings = newest == 0 ? [] : Meetings(today),
        };
        return window.IsEmpty ? model : model with { Relations = Relations(window), Stories = Stories(window), Statements = Lines(_arrivals.Statements(window, MostStatements)) };
    }

    /// <summary>Notes that a reader has seen what there was up to a revision.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public void Seen(DeskReader reader, long revision)
    {
        ArgumentNullException.ThrowIfNull(reader);
        _looks.Note(reader.Name, new LastLook(Math.Min(revision, _arrivals.Newest()), time.GetUtcNow()));
    }

    private ImmutableArray<MovedRelation> Relations(ArrivalWindow window) =>
    [
        .. PairDeeds.Of(_arrivals.Deeds(window)).Take(MostRelations).Select(Relation)
            .OrderByDescending(moved => Math.Abs(moved.Mean - (moved.Usual ?? 0))).ThenBy(moved => moved.First, StringComparer.Ordinal).ThenBy(moved => moved.Second, StringComparer.Ordinal),
    ];

    private MovedRelation Relation(PairDeeds pair)
    {
        UsualScore before = _arrivals.Usual(pair.First, pair.Second, pair.From.AddDays(-RelationCourse.UsualDays), pair.From.AddDays(-1));
        double? usual = before.Happenings < RelationCourse.LeastUsual ? null : before.Mean;
        return new MovedRelation(
            pair.First, knowledge.NameOf(pair.First), pair.Second, knowledge.NameOf(pair.Second), pair.Happenings.Length, pair.Mean, usual, RelationCourse.Of(pair.Mean, usual),
            Lines([.. pair.Happenings.Take(EventsARelation).Select(deed => deed.Event)]));
    }

    private ImmutableArray<GrownStory> Stories(ArrivalWindow window)
    {
        IReadOnlyList<ArrivedStory> stories = _arrivals.Stories(window, MostStories);
        Dictionary<long, EventLineModel> leads = ById([.. stories.Select(story => story.Lead).OfType<long>()]);
        return
        [
            .. stories.Select(story => new GrownStory(
                story.Id, story.Title ?? "Without a headline", story.New, story.Articles, story.From, story.To, story.Lead is { } lead ? leads.GetValueOrDefault(lead) : null)),
        ];
    }

    private ImmutableArray<MeetingLine> Meetings(DateOnly today)
    {
        IReadOnlyList<KeptMeeting> ahead = archive.Meetings.Read(new MeetingQuery
        {
            From = today,
            To = today.AddDays(MeetingDays),
            States = MeetingQuery.Ahead,
            Limit = MostMeetings,
        });
        ImmutableDictionary<long, long> numbers = _arrivals.EventsOf([.. ahead.Select(meeting => meeting.Id)]);
        Dictionary<long, EventLineModel> events = ById([.. numbers.Values]);
        return
        [
            .. ahead.Select(meeting => MeetingLine.Of(meeting, knowledge) with { Event = numbers.TryGetValue(meeting.Id, out long number) ? events.GetValueOrDefault(number) : null }),
        ];
    }

    private ImmutableArray<EventLineModel> Lines(IReadOnlyList<long> numbers) => [.. archive.Events.Load(numbers).Select(EventLineModel.Of)];

    private Dictionary<long, EventLineModel> ById(IReadOnlyList<long> numbers) => archive.Events.Load([.. numbers.Distinct()]).ToDictionary(kept => kept.Id, EventLineModel.Of);
}
