using System.Collections.Immutable;
using Readout.Coding.Record;

namespace Readout.Archive.Exports.Calendars;

/// <summary>A meeting followed over articles, as a calendar shows it. Immutable.</summary>
internal sealed record CalendarMeeting
{
    /// <summary>Identity that stays while the meeting is postponed, confirmed and held.</summary>
    public required string Uid { get; init; }

    /// <summary>How often what is known of it has changed.</summary>
    public int Sequence { get; init; }

    public MeetingState State { get; init; }

    /// <summary>First day, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, inclusive, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Names of those who take part.</summary>
    public ImmutableArray<string> Parties { get; init; } = [];

    /// <summary>Names of those who are said to stay away.</summary>
    public ImmutableArray<string> Absent { get; init; } = [];

    public string? Place { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>leader, minister, official, expert, or null.</summary>
    public string? Level { get; init; }

    /// <summary>Day of the newest article that tells of it; the calendar's stamp, so that no clock goes into the file.</summary>
    public required DateOnly Told { get; init; }

    /// <summary>The articles that tell of it, oldest first: address, else identifier.</summary>
    public ImmutableArray<string> Articles { get; init; } = [];
}
