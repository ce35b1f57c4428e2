using System.Collections.Immutable;
using System.Globalization;
using Readout.Coding.Record;

namespace Readout.Archive.Reading;

/// <summary>An <see cref="EventQuery"/> as a condition of SQL over <c>events</c>, with its parameters. For one thread.</summary>
internal sealed class EventFilter
{
    private readonly List<string> _conditions = [];
    private readonly List<(string Name, object? Value)> _parameters = [];

    public EventFilter(EventQuery query)
    {
        _conditions.Add("events.current = 1");
        AddDays(query);
        AddPublication(query);
        AddParties("'actor'", query.Actors);
        AddParties("'recipient'", query.Recipients);
        AddParties("'actor', 'recipient'", query.Parties);
        AddParties("'speaker', 'for'", query.Speakers);
        if (query.Relation is { } relation) AddRelation(relation.First, relation.Second, query);
        AddAmong("events.type", [.. query.Types.Select(type => type.Spelt())]);
        AddAmong("events.mode", query.Modes);
        AddAmong("events.status", [.. query.Statuses.Select(status => status.Spelt())]);
        AddAmong("events.place_country", query.Places);
        AddAmong("events.key", query.Keys);
        AddContexts(query.Contexts);
        AddNumbers(query);
        if (query.Unit == EventUnit.Happening) AddLead();
    }

    /// <summary>The condition, for a query over <c>events</c>.</summary>
    public string Condition => string.Join(" AND ", _conditions);

    /// <summary>The values that the condition names.</summary>
    public (string Name, object? Value)[] Parameters => [.. _parameters];

    private void AddDays(EventQuery query)
    {
        if (query.From is { } from) _conditions.Add($"events.day >= {Parameter((long)from.DayNumber)}");
        if (query.To is { } to) _conditions.Add($"events.day <= {Parameter((long)to.DayNumber)}");
        if (query.Order != EventOrder.Kept) _conditions.Add("events.day IS NOT NULL");
    }

    private void AddPublication(EventQuery query)
    {
        List<string> conditions = [];
        if (query.PublishedFrom is { } from) conditions.Add($"revisions.published >= {Parameter(Store.Days.ToText(from))}");
        if (query.PublishedTo is { } to) conditions.Add($"revisions.published <= {Parameter(Store.Days.ToText(to))}");
        if (query.Sources.Length > 0) conditions.Add($"revisions.source IN ({List(query.Sources)})");
        if (conditions.Count > 0) _conditions.Add($"events.revision IN (SELECT revisions.id FROM revisions WHERE {string.Join(" AND ", conditions)})");
    }

    private void AddParties(string roles, ImmutableArray<string> actors)
    {
        if (actors.Length == 0) return;
        string values = List(actors);
        _conditions.Add(
            $"events.id IN (SELECT parties.event FROM parties WHERE parties.role IN ({roles}) AND parties.actor IN "
            + $"(SELECT actors.id FROM actors WHERE actors.code IN ({values}) OR actors.country IN ({values}) OR actors.reference IN ({values})))");
    }

    private void AddRelation(string first, string second, EventQuery query)
    {
        bool ordered = string.CompareOrdinal(first, second) < 0;
        string condition = $"dyads.low = {Parameter(ordered ? first : second)} AND dyads.high = {Parameter(ordered ? second : first)}";
        if (query.From is { } from) condition += $" AND dyads.day >= {Parameter((long)from.DayNumber)}";
        if (query.To is { } to) condition += $" AND dyads.day <= {Parameter((long)to.DayNumber)}";
        _conditions.Add($"events.id IN (SELECT dyads.event FROM dyads WHERE {condition})");
    }

    private void AddAmong(string column, ImmutableArray<string> values)
    {
        if (values.Length > 0) _conditions.Add($"{column} IN ({List(values)})");
    }

    private void AddContexts(ImmutableArray<string> contexts)
    {
        if (contexts.Length == 0) return;
        IEnumerable<string> any = contexts.Select(context => $"(' ' || events.contexts || ' ') LIKE {Parameter($"% {Literal(context)} %")} ESCAPE '!'");
        _conditions.Add($"({string.Join(" OR ", any)})");
    }

    private static string Literal(string text) =>
        text.Replace("!", "!!", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal);

    private void AddNumbers(EventQuery query)
    {
        if (query.Article is long article) _conditions.Add($"events.article = {Parameter(article)} AND events.revision IN (SELECT revision FROM articles WHERE id = {Parameter(article)})");
        if (query.Story is long story) _conditions.Add($"events.revision IN (SELECT articles.revision FROM articles WHERE articles.story = {Parameter(story)})");
        if (query.Happening is long happening) _conditions.Add($"events.happening = {Parameter(happening)}");
    }

    private void AddLead()
    {
        string fitting = string.Join(" AND ", _conditions).Replace("events.", "earlier.", StringComparison.Ordinal);
        _conditions.Add($"NOT EXISTS (SELECT 1 FROM events AS earlier WHERE earlier.happening = events.happening AND earlier.id < events.id AND {fitting})");
    }

    private string List(ImmutableArray<string> values) => string.Join(", ", values.Select(value => Parameter(value)));

    private string Parameter(object? value)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"@f{_parameters.Count}");
        _parameters.Add((name, value));
        return name;
    }
}
