using System.Collections.Immutable;
using Readout.Archive;
using Readout.Archive.Reading;
using Readout.Coding.Record;
using Readout.Desk.Api;
using Readout.Desk.Hosting;
using Readout.Desk.Layout;

namespace Readout.Desk.Search;

/// <summary>A page of events. Immutable.</summary>
/// <param name="Events">The events, in the order asked for.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record EventsModel(ImmutableArray<EventLineModel> Events, string? Next) : IPaged;

/// <summary>Reads events by what they are. Safe to call from every thread.</summary>
internal sealed class EventsModels(RecordArchive archive, PageCursors cursors)
{
    private const string List = "events";
    private static readonly ImmutableArray<string> s_types = [.. Enum.GetValues<EventType>().Select(type => type.Spelt())];
    private static readonly ImmutableArray<string> s_statuses = [.. Enum.GetValues<EventStatus>().Select(status => status.Spelt())];

    /// <summary>What the endpoint takes and gives.</summary>
    public static ApiOperation Operation { get; } = new("events", "Events", "Events by who, whom, what, when, where and in whose words.")
    {
        Description = "Conditions that are given all hold; of several values of one, one does. Actors are codes or countries (`NOR`) or directory identifiers (`person/…`). "
            + "Each event has the sentence that tells it. Where the unit is the happening, reports of several articles count once.",
        Parameters =
        [
            ApiParameter.Texts("actor", "Who acts.", "NOR"),
            ApiParameter.Texts("recipient", "Who is acted upon."),
            ApiParameter.Texts("party", "Who acts or is acted upon."),
            ApiParameter.Text("between", "Two codes, between which it runs either way.", "NOR-CHL"),
            ApiParameter.Texts("speaker", "Whose account it is, or for whom the speaker speaks."),
            ApiParameter.Choose("type", "PLOVER types.", s_types),
            ApiParameter.Texts("mode", "PLOVER modes."),
            ApiParameter.Texts("context", "PLOVER contexts."),
            ApiParameter.Choose("status", "Statuses.", s_statuses),
            ApiParameter.Texts("source", "Publishers of the articles."),
            ApiParameter.Texts("place", "Countries of the places."),
            ApiParameter.Day("from", "First day of the event.", "1987-03-01"),
            ApiParameter.Day("to", "Last day of the event, inclusive."),
            ApiParameter.Day("publishedFrom", "First day of publication.", "1987-03-01"),
            ApiParameter.Day("publishedTo", "Last day of publication, inclusive."),
            ApiParameter.Number("article", "Number of an article.", null, 1, long.MaxValue),
            ApiParameter.Number("story", "Number of a story.", null, 1, long.MaxValue),
            ApiParameter.Number("happening", "Number of a happening.", null, 1, long.MaxValue),
            ApiParameter.Choice("unit", "What an entry stands for.", "report", "happening"),
            ApiParameter.Choice("order", "The order; events without a day are only in the order in which they were kept.", "newest", "oldest", "kept"),
            ApiParameter.Limit(),
            ApiParameter.Cursor,
        ],
    };

    /// <summary>A page of the events that fit.</summary>
    /// <exception cref="DeskFaultException">The query cannot be understood.</exception>
    public EventsModel Read(IQueryCollection query)
    {
        int limit = (int)query.Number("limit", 50, 1, 200);
        ImmutableArray<KeptEvent> events = [.. archive.Events.Read(Query(query) with { After = cursors.Read(List, query)?[0], Limit = limit + 1 })];
        string? next = events.Length > limit ? cursors.Write(List, query, events[limit - 1].Id) : null;
        return new EventsModel([.. events.Take(limit).Select(EventLineModel.Of)], next);
    }

    private static EventQuery Query(IQueryCollection query) => new()
    {
        Actors = Values(query, "actor"),
        Recipients = Values(query, "recipient"),
        Parties = Values(query, "party"),
        Relation = Pair(query.Text("between")),
        Speakers = Values(query, "speaker"),
        Types = [.. Values(query, "type").Select(label => (EventType)s_types.IndexOf(label))],
        Modes = Values(query, "mode"),
        Contexts = Values(query, "context"),
        Statuses = [.. Values(query, "status").Select(label => (EventStatus)s_statuses.IndexOf(label))],
        Sources = Values(query, "source"),
        Places = Values(query, "place"),
        From = query.Day("from"),
        To = query.Day("to"),
        PublishedFrom = query.Day("publishedFrom"),
        PublishedTo = query.Day("publishedTo"),
        Article = Number(query, "article"),
        Story = Number(query, "story"),
        Happening = Number(query, "happening"),
        Unit = query.Choice("unit", "report", "happening") == "happening" ? EventUnit.Happening : EventUnit.Report,
        Order = query.Choice("order", "newest", "oldest", "kept") switch
        {
            "newest" => EventOrder.NewestFirst,
            "oldest" => EventOrder.OldestFirst,
            _ => EventOrder.Kept,
        },
    };

    private static (string, string)? Pair(string? between)
    {
        if (between is null) return null;
        string[] codes = between.Split('-', StringSplitOptions.TrimEntries);
        return codes is [{ Length: > 0 } one, { Length: > 0 } other] && one != other ? (one, other) : throw DeskFaultException.Bad("between takes two codes: NOR-CHL.");
    }

    private static long? Number(IQueryCollection query, string name) => query.Number(name, 0, 1, long.MaxValue) is var number and > 0 ? number : null;

    private static ImmutableArray<string> Values(IQueryCollection query, string name) => [.. query[name].Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!.Trim())];
}
