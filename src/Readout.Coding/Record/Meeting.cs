using System.Collections.Immutable;

namespace Readout.Coding.Record;

/// <summary>How far a meeting has come.</summary>
public enum MeetingState
{
#pragma warning disable CS1591 // The words are their own definition.
    Proposed, Planned, Confirmed, Refused, Postponed, Cancelled, Held,
#pragma warning restore CS1591
}

/// <summary>A consultation that is planned, proposed, refused, postponed, cancelled or held.</summary>
public sealed record Meeting
{
    /// <summary>Identifier within the record: <c>m1</c>, <c>m2</c> …</summary>
    public required string Id { get; init; }

    /// <summary>Identifiers of the events that tell of it.</summary>
    public ImmutableArray<string> Events { get; init; } = [];

    /// <summary>Indexes of the mentions that take part.</summary>
    public ImmutableArray<int> Parties { get; init; } = [];

    /// <summary>Indexes of the mentions that are said to stay away.</summary>
    public ImmutableArray<int> Absent { get; init; } = [];

    /// <summary>First day it may fall on, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day it may fall on (inclusive), or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Where it is to be, or null.</summary>
    public EventPlace? Place { get; init; }

    /// <summary>leader, minister, official, expert; null where the text does not say.</summary>
    public string? Level { get; init; }

    /// <summary>How far it has come.</summary>
    public MeetingState State { get; init; }
}
