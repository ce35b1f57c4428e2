using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Readout.Desk.Api;
using Readout.Desk.Layout;

namespace Readout.Desk.Calendar;

/// <summary>Meetings of a month, or from a day on. Immutable.</summary>
public sealed record CalendarModel
{
    /// <summary>month or list.</summary>
    public required string View { get; init; }

    /// <summary>First day of the month, or from which the list begins.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Today.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Those who take part in all of them.</summary>
    public required ImmutableArray<ActorName> Parties { get; init; }

    /// <summary>The states that count; empty for all.</summary>
    public required ImmutableArray<string> States { get; init; }

    /// <summary>The weeks of a month, Monday to Sunday; empty in a list.</summary>
    public ImmutableArray<CalendarWeek> Weeks { get; init; } = [];

    /// <summary>The meetings, by first day.</summary>
    public required ImmutableArray<MeetingLine> Meetings { get; init; }

    /// <summary>The cursor of the next page of a list, or null.</summary>
    public string? Next { get; init; }

    /// <summary>What of the query string says which meetings.</summary>
    [JsonIgnore]
    public string Query { get; init; } = "";
}

/// <summary>A week of a calendar. Immutable.</summary>
/// <param name="Days">Its seven days.</param>
public sealed record CalendarWeek(ImmutableArray<CalendarDay> Days);

/// <summary>A day of a calendar. Immutable.</summary>
/// <param name="Day">The day.</param>
/// <param name="IsOfMonth">Whether it is of the month shown.</param>
/// <param name="Meetings">Meetings set for it.</param>
public sealed record CalendarDay(DateOnly Day, bool IsOfMonth, ImmutableArray<MeetingLine> Meetings);

/// <summary>A page of meetings. Immutable.</summary>
/// <param name="Meetings">The meetings, by first day; those without one last.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record MeetingsModel(ImmutableArray<MeetingLine> Meetings, string? Next) : IPaged;
