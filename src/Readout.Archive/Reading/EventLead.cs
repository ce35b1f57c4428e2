using System.Collections.Immutable;

namespace Readout.Archive.Reading;

/// <summary>A table with an index by which the rows of a query can be met in order of day. Immutable.</summary>
/// <param name="Table">The table, called <c>led</c>; <c>events</c> leads itself.</param>
/// <param name="Join">What makes its row an event's, or null where it is the event's own.</param>
/// <param name="Alternatives">Conditions, each of which the index gives in order of day; a row fits one of them or several.</param>
/// <param name="IsInOrder">Whether its rows come in order of day; else it may lead only where there are few.</param>
internal sealed record EventLead(string Table, string? Join, ImmutableArray<string> Alternatives, bool IsInOrder = true)
{
    /// <summary>The column of its day.</summary>
    public string Day => IsInOwn || !IsInOrder ? "events.day" : "led.day";

    /// <summary>The column of its event's number.</summary>
    public string Event => IsInOwn || !IsInOrder ? "events.id" : "led.event";

    /// <summary>What the query reads from: the order of the tables is the order in which they are read.</summary>
    public string From => IsInOwn ? "events" : $"{Table} AS led CROSS JOIN events";

    /// <summary>What the lead alone is read from.</summary>
    public string Alone => IsInOwn ? "events" : $"{Table} AS led";

    private bool IsInOwn => Join is null;
}
