using System.Collections.Immutable;
using Readout.Coding.Record;

namespace Readout.Archive.Reading;

/// <summary>A meeting followed over articles. Immutable.</summary>
public sealed record KeptMeeting
{
    /// <summary>Number in the archive.</summary>
    public required long Id { get; init; }

    /// <summary>Identifier of its entry in a calendar; it never changes.</summary>
    public required string Uid { get; init; }

    /// <summary>How often that entry has changed.</summary>
    public required int Sequence { get; init; }

    /// <summary>How far it has come.</summary>
    public required MeetingState State { get; init; }

    /// <summary>leader, minister, official, expert, or null.</summary>
    public string? Level { get; init; }

    /// <summary>First day, or null where none is set.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Where, or null.</summary>
    public string? Place { get; init; }

    /// <summary>Alpha-3 code of the place's country, or null.</summary>
    public string? PlaceCountry { get; init; }

    /// <summary>Codes of who takes part, ascending.</summary>
    public ImmutableArray<string> Parties { get; init; } = [];

    /// <summary>The articles that tell of it, in the order in which they were printed.</summary>
    public ImmutableArray<KeptTelling> Tellings { get; init; } = [];
}

/// <summary>What one article tells of a meeting.</summary>
/// <param name="Article">Number of the article.</param>
/// <param name="Source">The publisher, or null.</param>
/// <param name="Title">The headline, or null.</param>
/// <param name="Published">Day of publication, or null.</param>
/// <param name="State">How far the meeting has come by its account.</param>
/// <param name="From">First day, or null.</param>
/// <param name="To">Last day, or null.</param>
public sealed record KeptTelling(long Article, string? Source, string? Title, DateOnly? Published, MeetingState State, DateOnly? From, DateOnly? To);

/// <summary>Which meetings to read. Immutable.</summary>
public sealed record MeetingQuery
{
    /// <summary>The states of meetings that are still ahead.</summary>
    public static ImmutableArray<MeetingState> Ahead { get; } = [MeetingState.Proposed, MeetingState.Planned, MeetingState.Confirmed, MeetingState.Postponed];

    /// <summary>First day that counts, or null: a meeting counts that may fall on it or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day that counts, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Codes of which each must take part; empty for all.</summary>
    public ImmutableArray<string> Parties { get; init; } = [];

    /// <summary>States that count; empty for all.</summary>
    public ImmutableArray<MeetingState> States { get; init; } = [];

    /// <summary>Whether meetings without a day count, where a first or last day is asked for.</summary>
    public bool Undated { get; init; }

    /// <summary>Number of the meeting after which the answer begins, in its order; null from the beginning.</summary>
    public long? After { get; init; }

    /// <summary>At most so many; null for all.</summary>
    public int? Limit { get; init; }
}
