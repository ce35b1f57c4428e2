using System.Globalization;
using System.Text.Json.Serialization;
using Readout.Analysis.Relations;

namespace Readout.Desk.Relation;

/// <summary>The days that a page shows of a relation, and the ways to other days. Immutable.</summary>
public sealed record RelationRange
{
    /// <summary>First day shown.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day shown.</summary>
    public required DateOnly To { get; init; }

    /// <summary>First day of all that is known.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Last day of all that is known.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>Steps that the reader asked for: day, week, month; null where they follow the days.</summary>
    public string? By { get; init; }

    /// <summary>Address of the page without its query string.</summary>
    [JsonIgnore]
    public string Page { get; init; } = "";

    /// <summary>Whether the table has a row for every step, however many they are.</summary>
    [JsonIgnore]
    public bool HasAllRows { get; init; }

    /// <summary>The same days with every row of the table.</summary>
    [JsonIgnore]
    public string WithAllRows => Page + Ask(From, To) + "&table=all";

    /// <summary>Half of the days shown further back.</summary>
    [JsonIgnore]
    public string Earlier => Between(Math.Max(First.DayNumber - Span / 2, From.DayNumber - Math.Max(1, Span / 2)), Span);

    /// <summary>Half of the days shown further on.</summary>
    [JsonIgnore]
    public string Later => Between(Math.Min(Last.DayNumber - Span / 2, From.DayNumber + Math.Max(1, Span / 2)), Span);

    /// <summary>The middle half of the days shown.</summary>
    [JsonIgnore]
    public string Closer => Between(From.DayNumber + Span / 4, Math.Max(7, Span / 2));

    /// <summary>Twice the days shown.</summary>
    [JsonIgnore]
    public string Farther => Span * 2 >= Last.DayNumber - First.DayNumber ? All : Between(From.DayNumber - Span / 2, Span * 2);

    /// <summary>All that is known.</summary>
    [JsonIgnore]
    public string All => Page + Ask(First, Last);

    /// <summary>The query string of what is shown: for exports.</summary>
    [JsonIgnore]
    public string Query => Ask(From, To);

    private int Span => To.DayNumber - From.DayNumber + 1;

    private string Between(int first, int days)
    {
        int from = Math.Clamp(first, 0, DateOnly.MaxValue.DayNumber);
        return Page + Ask(DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(Math.Min(from + days - 1, DateOnly.MaxValue.DayNumber)));
    }

    private string Ask(DateOnly from, DateOnly to) =>
        string.Create(CultureInfo.InvariantCulture, $"?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}{(By is null ? "" : "&by=" + By)}");

    internal static string? Name(PeriodKind? by) => by?.ToString().ToLowerInvariant();
}
