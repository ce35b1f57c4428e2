using Readout.Archive.Store;

namespace Readout.Archive.Reading;

/// <summary>
/// Numbers of events in order of day. Rows are met by the index of the rarest condition and asked for the others, so that the newest of an
/// actor, a pair, a type cost about the same in every archive. For one thread.
/// </summary>
internal sealed class OrderedEvents
{
    // So many rows of a condition are passed over to see how far they reach.
    private const long Reached = 2_000;
    private const int MostAlternatives = 40;

    private readonly ArchiveConnection _connection;
    private readonly EventFilter _filter;
    private readonly int _limit;
    private readonly bool _isNewestFirst;
    private readonly (long Day, long Event)? _after;
    private readonly EventQuery _query;

    public OrderedEvents(ArchiveConnection connection, EventQuery query)
    {
        _connection = connection;
        _query = query;
        _filter = new EventFilter(query);
        _limit = query.Limit ?? int.MaxValue;
        _isNewestFirst = query.Order == EventOrder.NewestFirst;
        if (query.After is long after && _connection.Scalar("SELECT day FROM events WHERE id = @id", ("@id", after)) is long day) _after = (day, after);
    }

    private string Direction => _isNewestFirst ? "DESC" : "ASC";

    /// <summary>The numbers, at most the limit.</summary>
    public List<long> Numbers()
    {
        if (_query.After is not null && _after is null) return [];
        string sql = Sql();
        return _connection.Query(sql, row => row.GetInt64(0), Parameters(sql));
    }

    /// <summary>What the engine is asked.</summary>
    public string Sql()
    {
        if (!_filter.IsFew && Rarest() is { } lead) return Led(lead);
        string sorted = _filter.IsFew ? "+events.day" : "events.day";
        return $"SELECT events.id FROM events WHERE {_filter.Condition}{Bounds("events.day", "events.id")} ORDER BY {sorted} {Direction}, events.id {Direction} LIMIT @limit";
    }

    private string Led(EventLead lead)
    {
        string[] parts = [.. lead.Alternatives.Select(alternative => Part(lead, alternative))];
        return parts is [string only] ? only.Replace("SELECT events.id, events.day ", "SELECT events.id ", StringComparison.Ordinal)
            : $"SELECT id FROM ({string.Join(" UNION ", parts.Select(part => $"SELECT id, day FROM ({part}) AS part"))}) AS parts ORDER BY day {Direction}, id {Direction} LIMIT @limit";
    }

    private string Part(EventLead lead, string alternative)
    {
        string join = lead.Join is null ? "" : $" AND {lead.Join}";
        return $"SELECT events.id, events.day FROM {lead.From} WHERE {alternative}{join} AND {_filter.ConditionBut(lead)}{Bounds(lead.Day, lead.Event)} "
            + $"ORDER BY {lead.Day} {Direction}, {lead.Event} {Direction} LIMIT @limit";
    }

    private string Bounds(string day, string number)
    {
        string bounds = "";
        if (_query.From is not null) bounds += $" AND {day} >= @from";
        if (_query.To is not null) bounds += $" AND {day} <= @to";
        if (_after is not null) bounds += $" AND ({day}, {number}) {(_isNewestFirst ? "<" : ">")} (@day, @after)";
        return bounds;
    }

    /// <summary>The condition whose rows reach farthest from where the answer begins: it is the rarest there.</summary>
    private EventLead? Rarest()
    {
        EventLead[] leads = [.. _filter.Leads.Where(lead => lead.Alternatives.Length <= MostAlternatives)];
        EventLead[] inOrder = [.. leads.Where(lead => lead.IsInOrder)];
        if (leads.FirstOrDefault(lead => !lead.IsInOrder) is { } few && IsFew(few)) return few;
        return inOrder.Length < 2 ? inOrder.FirstOrDefault() : inOrder.MinBy(lead => lead.Alternatives.Max(alternative => Reach(lead, alternative)));
    }

    private long Reach(EventLead lead, string alternative)
    {
        string current = lead.Join is null ? " AND events.current = 1" : "";
        string sql = $"SELECT {lead.Day} FROM {lead.Alone} WHERE {alternative}{current}{Bounds(lead.Day, lead.Event)} ORDER BY {lead.Day} {Direction}, {lead.Event} {Direction} LIMIT 1 OFFSET {Reached}";
        long? day = (long?)_connection.Scalar(sql, Parameters(sql));
        return day is null ? long.MinValue : _isNewestFirst ? day.Value : -day.Value;
    }

    private bool IsFew(EventLead lead)
    {
        string sql = $"SELECT COUNT(*) FROM (SELECT 1 FROM {lead.Alone} WHERE {lead.Alternatives[0]} LIMIT {Reached}) AS few";
        return _connection.Number(sql, Parameters(sql)) < Reached;
    }

    /// <summary>The values that a question names.</summary>
    public (string Name, object? Value)[] Parameters(string sql)
    {
        List<(string Name, object? Value)> parameters = [.. _filter.Parameters, ("@limit", (long)_limit)];
        if (_query.From is { } from) parameters.Add(("@from", (long)from.DayNumber));
        if (_query.To is { } to) parameters.Add(("@to", (long)to.DayNumber));
        if (_after is { } after) parameters.AddRange([("@day", after.Day), ("@after", after.Event)]);
        return [.. parameters.Where(parameter => IsNamed(sql, parameter.Name))];
    }

    private static bool IsNamed(string sql, string name)
    {
        for (int at = sql.IndexOf(name, StringComparison.Ordinal); at >= 0; at = sql.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            int end = at + name.Length;
            if (end == sql.Length || !char.IsAsciiLetterOrDigit(sql[end])) return true;
        }

        return false;
    }
}
