using System.Collections.Immutable;
using System.Globalization;
using Readout.Archive.Store;
using Readout.Coding.Record;

namespace Readout.Archive.Reading;

/// <summary>
/// An <see cref="EventQuery"/> as conditions of SQL over <c>events</c>, with their parameters. Where the answer is in order of day, a
/// condition is one that a row is asked for as it is met, and <see cref="Leads"/> says by what the rows may be met; else it is a set that is made
/// once. For one thread.
/// </summary>
internal sealed class EventFilter
{
    private readonly List<(string Sql, EventLead? Lead)> _conditions = [];
    private readonly SqlValues _values = new("f");
    private readonly bool _isOrdered;

    public EventFilter(EventQuery query)
    {
        _isOrdered = query.Order != EventOrder.Kept;
        Add("events.current = 1");
        AddDays(query);
        AddNumbers(query);
        if (query.Relation is { } relation) AddRelation(relation.First, relation.Second, query);
        AddParties(1, "'actor'", query.Actors);
        AddParties(2, "'recipient'", query.Recipients);
        AddParties(3, "'actor', 'recipient'", query.Parties);
        AddParties(12, "'speaker', 'for'", query.Speakers);
        AddPublication(query);
        AddAmong("events.place_country", query.Places, leads: true);
        AddAmong("events.type", [.. query.Types.Select(type => type.Spelt())], leads: true);
        AddAmong("events.mode", query.Modes);
        AddAmong("events.status", [.. query.Statuses.Select(status => status.Spelt())]);
        AddAmong("events.key", query.Keys);
        if (query.Contexts.Length > 0) Add(_values.HasAny("events.contexts", query.Contexts));
        IsFew = query.Article is not null || query.Story is not null || query.Happening is not null || query.Keys.Length > 0;
        if (query.Unit == EventUnit.Happening) AddLead();
    }

    /// <summary>Whether the rows are those of an article, a story, a happening or some keys, and may be sorted.</summary>
    public bool IsFew { get; }

    /// <summary>The condition, for a query over <c>events</c>.</summary>
    public string Condition => ConditionBut(null);

    /// <summary>The values that the conditions name.</summary>
    public (string Name, object? Value)[] Parameters => _values.All;

    /// <summary>By what the rows may be met in order of day, the likely rarest first.</summary>
    public IEnumerable<EventLead> Leads => _conditions.Select(condition => condition.Lead).OfType<EventLead>();

    /// <summary>The condition without the one that a lead stands for.</summary>
    public string ConditionBut(EventLead? lead) => string.Join(" AND ", _conditions.Where(condition => lead is null || condition.Lead != lead).Select(condition => condition.Sql));

    private void Add(string condition, EventLead? lead = null) => _conditions.Add((condition, lead));

    private void AddDays(EventQuery query)
    {
        if (query.From is { } from) Add($"events.day >= {Parameter((long)from.DayNumber)}");
        if (query.To is { } to) Add($"events.day <= {Parameter((long)to.DayNumber)}");
        if (_isOrdered) Add("events.day IS NOT NULL");
    }

    private void AddPublication(EventQuery query)
    {
        List<string> conditions = [];
        if (query.Sources.Length > 0) conditions.Add($"led.source IN ({_values.List(query.Sources)})");
        if (query.PublishedFrom is { } from) conditions.Add($"led.published >= {Parameter(Days.ToText(from))}");
        if (query.PublishedTo is { } to) conditions.Add($"led.published <= {Parameter(Days.ToText(to))}");
        if (conditions.Count == 0) return;
        string condition = string.Join(" AND ", conditions);
        Add(_isOrdered ? $"EXISTS (SELECT 1 FROM revisions AS led WHERE led.id = events.revision AND {condition})" : $"events.revision IN (SELECT led.id FROM revisions AS led WHERE {condition})",
            new EventLead("revisions", "events.revision = led.id", [condition], IsInOrder: false));
    }

    private void AddParties(int roles, string names, ImmutableArray<string> who)
    {
        if (who.Length == 0) return;
        string[] values = [.. who.Distinct(StringComparer.Ordinal).Select(value => Parameter(value))];
        string among = string.Join(", ", values);
        string byRole = string.Create(CultureInfo.InvariantCulture, $"(led.roles & {roles}) <> 0");
        Add(_isOrdered
                ? $"EXISTS (SELECT 1 FROM event_parties AS led WHERE led.who IN ({among}) AND led.day = events.day AND led.event = events.id AND {byRole})"
                : $"events.id IN (SELECT parties.event FROM parties WHERE parties.role IN ({names}) AND parties.actor IN "
                    + $"(SELECT actors.id FROM actors WHERE actors.code IN ({among}) OR actors.country IN ({among}) OR actors.reference IN ({among})))",
            new EventLead("event_parties", "events.id = led.event", [.. values.Select(value => $"led.who = {value} AND {byRole}")]));
    }

    private void AddRelation(string first, string second, EventQuery query)
    {
        bool ordered = string.CompareOrdinal(first, second) < 0;
        string condition = $"led.low = {Parameter(ordered ? first : second)} AND led.high = {Parameter(ordered ? second : first)}";
        string days = "";
        if (query.From is { } from) days += $" AND led.day >= {Parameter((long)from.DayNumber)}";
        if (query.To is { } to) days += $" AND led.day <= {Parameter((long)to.DayNumber)}";
        Add(_isOrdered
                ? $"EXISTS (SELECT 1 FROM dyads AS led WHERE {condition} AND led.day = events.day AND led.event = events.id)"
                : $"events.id IN (SELECT led.event FROM dyads AS led WHERE {condition}{days})",
            new EventLead("dyads", "events.id = led.event", [condition]));
    }

    private void AddAmong(string column, ImmutableArray<string> values, bool leads = false)
    {
        if (values.Length == 0) return;
        string[] names = [.. values.Distinct(StringComparer.Ordinal).Select(value => Parameter(value))];
        Add($"{column} IN ({string.Join(", ", names)})", leads ? new EventLead("events", null, [.. names.Select(name => $"{column} = {name}")]) : null);
    }

    private void AddNumbers(EventQuery query)
    {
        if (query.Article is long article) Add($"events.article = {Parameter(article)} AND events.revision IN (SELECT revision FROM articles WHERE id = {Parameter(article)})");
        if (query.Story is long story) Add($"events.revision IN (SELECT articles.revision FROM articles WHERE articles.story = {Parameter(story)})");
        if (query.Happening is long happening) Add($"events.happening = {Parameter(happening)}");
    }

    // The first report that fits stands for its happening.
    private void AddLead()
    {
        string fitting = Condition.Replace("events.", "earlier.", StringComparison.Ordinal);
        Add($"NOT EXISTS (SELECT 1 FROM events AS earlier WHERE earlier.happening = events.happening AND earlier.id < events.id AND {fitting})");
    }

    private string Parameter(object? value) => _values.Add(value);
}
