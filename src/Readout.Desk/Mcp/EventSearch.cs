using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using ModelContextProtocol;
using Readout.Archive.Reading;
using Readout.Archive.Search;
using Readout.Coding.Record;

namespace Readout.Desk.Mcp;

/// <summary>The tool <c>search_events</c>.</summary>
internal sealed class EventSearch(Sources sources)
{
    /// <summary>What was found. Immutable.</summary>
    internal sealed record Answer
    {
        [Description("The events.")]
        public required ImmutableArray<ToldEvent> Events { get; init; }

        [Description("Give it as `after` to go on; null where there are no more.")]
        public string? Next { get; init; }
    }

    public Answer Find(
        [Description("Words that the sentences have: all of them, \"a phrase\", begin*, this OR that, -without.")] string? words = null,
        [Description("Who acts or is acted upon, any of these: codes (USA, RUS, EUR), names, or identifiers (person/…).")] string[]? actors = null,
        [Description("Two sides between which it runs, either way: exactly two codes or names.")] string[]? between = null,
        [Description("PLOVER types, any of these: AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT.")] string[]? types = null,
        [Description("Any of these: actual, historical, future, hypothetical, negated.")] string[]? statuses = null,
        [Description("First day of the events, YYYY-MM-DD.")] string? from = null,
        [Description("Last day of the events, YYYY-MM-DD.")] string? to = null,
        [Description("How many at most, 1 to 50.")] int limit = 20,
        [Description("Where to go on: `next` of the answer before, with all else as it was.")] string? after = null) => Sources.Answer(() =>
        {
            Sources.Number(limit, nameof(limit), 1, 50);
            long? place = After(after);
            EventQuery query = new()
            {
                Parties = sources.Actors(actors, nameof(actors)),
                Relation = Pair(between),
                Types = Sources.Among<EventType>(types, nameof(types), Spelling.Spelt),
                Statuses = Sources.Among<EventStatus>(statuses, nameof(statuses), Spelling.Spelt),
                From = Sources.Day(from, nameof(from)),
                To = Sources.Day(to, nameof(to)),
                Order = EventOrder.NewestFirst,
                After = place,
                Limit = limit + 1,
            };
            return Sources.Words(words, nameof(words)) is { } sought ? ByWords(sought, query, limit) : Newest(query, limit);
        });

    private Answer Newest(EventQuery query, int limit)
    {
        KeptEvent[] events = [.. sources.Archive.Events.Read(query)];
        bool more = events.Length > limit;
        return new Answer
        {
            Events = [.. events.Take(limit).Select(kept => ToldEvent.Of(kept, sources))],
            Next = more ? events[limit - 1].Id.ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    // Without any other condition the events of all statuses are meant: sentences without an event are no answer.
    private Answer ByWords(string words, EventQuery query, int limit)
    {
        if (query.Relation is not null) throw new McpException("words and between do not go together; give the two sides as actors, and words that tell the rest");
        SearchPage page = new Searcher(sources.Archive).Find(new SearchQuery
        {
            Words = words,
            Actors = query.Parties,
            Types = query.Types,
            Statuses = query.Statuses.IsEmpty ? [.. Enum.GetValues<EventStatus>()] : query.Statuses,
            From = query.From,
            To = query.To,
            After = query.After,
            Limit = limit,
        });
        return new Answer
        {
            Events = [.. page.Hits.SelectMany(hit => hit.Events).Select(kept => ToldEvent.Of(kept, sources))],
            Next = page.Next?.ToString(CultureInfo.InvariantCulture),
        };
    }

    private (string, string)? Pair(string[]? between) => between switch
    {
        null or [] => null,
        [{ } one, { } other] => (sources.Code(one, nameof(between)), sources.Code(other, nameof(between))),
        _ => throw new McpException("between needs exactly two sides"),
    };

    private static long? After(string? after) =>
        string.IsNullOrWhiteSpace(after) ? null
        : long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out long place) ? place
        : throw new McpException("after is not the next of an answer before; begin again without it");
}
