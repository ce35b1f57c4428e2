using System.Collections.Immutable;
using System.Data.Common;
using Readout.Archive.Store;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Archive.Reading;

/// <summary>Puts events together from their rows. For one thread.</summary>
internal sealed class EventRows
{
    private readonly ArchiveConnection _connection;
    private readonly IReadOnlyList<long> _numbers;
    private readonly object _parameter;

    public EventRows(ArchiveConnection connection, IReadOnlyList<long> numbers)
    {
        _connection = connection;
        _numbers = numbers;
        _parameter = connection.Dialect.Numbers(numbers);
    }

    /// <summary>The events of the numbers, in their order.</summary>
    public IReadOnlyList<KeptEvent> Events()
    {
        if (_numbers.Count == 0) return [];
        ILookup<(long, string), (long Place, KeptParty Party)> parties = Parties();
        ILookup<long, KeptAttribution> attributions = Attributions(parties);
        ILookup<long, (string Kind, PeopleCount Count)> sizes = Sizes();
        Dictionary<long, KeptEvent> events = _connection.Query(Sql(Select, "events.id"), EventColumns.Read, ("@numbers", _parameter)).ToDictionary(kept => kept.Id);
        return
        [
            .. _numbers.Where(events.ContainsKey).Select(number => events[number] with
            {
                Actors = [.. parties[(number, "actor")].Select(pair => pair.Party)],
                Recipients = [.. parties[(number, "recipient")].Select(pair => pair.Party)],
                Attribution = [.. attributions[number]],
                Size = Size(sizes[number]),
            }),
        ];
    }

    private const string Select = """
        SELECT events.id, events.key, events.number, articles.id, articles.identity, revisions.given_id, revisions.id, revisions.number,
               revisions.url, revisions.source, revisions.title, revisions.published, articles.copy_group, articles.story, packs.version, packs.hash,
               sentences.number, sentences.span_start, sentences.span_end, sentences.text, events.span_start, events.span_end,
               events.trigger_start, events.trigger_end, events.trigger_text, events.type, events.mode, events.contexts, events.action, events.cameo,
               events.goldstein, events.plover_score, events.status, events.status_spans, events.day, events.date_from, events.date_to,
               events.date_granularity, events.date_unresolved, events.date_reference, events.place_name, events.place_country, events.place_latitude,
               events.place_longitude, events.place_start, events.place_end, events.place_unresolved, events.frame, events.confidence, events.happening,
               (SELECT COUNT(*) FROM articles AS copies WHERE copies.copy_group = articles.copy_group)
        FROM events JOIN articles ON articles.id = events.article JOIN revisions ON revisions.id = events.revision
        JOIN codings ON codings.id = events.coding JOIN packs ON packs.id = codings.pack JOIN sentences ON sentences.id = events.sentence
        """;

    private string Sql(string select, string column) => $"{select} WHERE {_connection.Dialect.IsAmong(column, "@numbers")}";

    private ILookup<(long, string), (long Place, KeptParty Party)> Parties() => _connection.Query(
        Sql("""
            SELECT parties.event, parties.role, parties.place, parties.actor, actors.reference, actors.name, actors.kind, actors.code, actors.country,
                   actors.sector, actors.office, parties.mention, parties.mention_start, parties.mention_end, parties.mention_text
            FROM parties JOIN actors ON actors.id = parties.actor
            """, "parties.event") + " ORDER BY parties.event, parties.role, parties.place",
        row => (Event: row.GetInt64(0), Role: row.GetString(1), Place: row.GetInt64(2), Party: ReadParty(row)),
        ("@numbers", _parameter)).ToLookup(row => (row.Event, row.Role), row => (row.Place, row.Party));

    private static KeptParty ReadParty(DbDataReader row) => new(
        row.GetInt64(3), row.TextOrNull(4), row.GetString(5), row.GetString(6), row.TextOrNull(7), row.TextOrNull(8), row.TextOrNull(9), row.TextOrNull(10),
        row.GetInt32(11), new TextSpan(row.GetInt32(12), row.GetInt32(13)), row.GetString(14));

    private ILookup<long, KeptAttribution> Attributions(ILookup<(long, string), (long Place, KeptParty Party)> parties) => _connection.Query(
        Sql("SELECT event, place, quote, cue_start, cue_end, stance FROM attributions", "event") + " ORDER BY event, place",
        row =>
        {
            long number = row.GetInt64(0);
            long place = row.GetInt64(1);
            TextSpan? cue = row.IsDBNull(3) ? null : new TextSpan(row.GetInt32(3), row.GetInt32(4));
            return (number, new KeptAttribution(At(parties[(number, "speaker")], place), At(parties[(number, "for")], place), row.TextOrNull(2), cue, row.TextOrNull(5)));
        },
        ("@numbers", _parameter)).ToLookup(pair => pair.number, pair => pair.Item2);

    private static KeptParty? At(IEnumerable<(long Place, KeptParty Party)> parties, long place) =>
        parties.Where(pair => pair.Place == place).Select(pair => pair.Party).FirstOrDefault();

    private ILookup<long, (string Kind, PeopleCount Count)> Sizes() => _connection.Query(
        Sql("SELECT event, kind, at_least, at_most, span_start, span_end FROM sizes", "event"),
        row => (Event: row.GetInt64(0), Kind: row.GetString(1), Count: new PeopleCount(
            (int?)row.NumberOrNull(2), (int?)row.NumberOrNull(3), new TextSpan(row.GetInt32(4), row.GetInt32(5)))),
        ("@numbers", _parameter)).ToLookup(row => row.Event, row => (row.Kind, row.Count));

    private static EventSize Size(IEnumerable<(string Kind, PeopleCount Count)> counts)
    {
        Dictionary<string, PeopleCount> byKind = counts.ToDictionary(pair => pair.Kind, pair => pair.Count, StringComparer.Ordinal);
        return byKind.Count == 0 ? EventSize.None : new EventSize(
            byKind.GetValueOrDefault("dead"), byKind.GetValueOrDefault("injured"), byKind.GetValueOrDefault("detained"), byKind.GetValueOrDefault("participants"));
    }
}
