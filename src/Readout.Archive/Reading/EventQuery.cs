using System.Collections.Immutable;
using Readout.Coding.Record;

namespace Readout.Archive.Reading;

/// <summary>What a row of an answer stands for.</summary>
public enum EventUnit
{
    /// <summary>Each article's account by itself.</summary>
    Report,

    /// <summary>The happening that reports of several articles tell of, once: by its first report that fits.</summary>
    Happening,
}

/// <summary>The order of an answer.</summary>
public enum EventOrder
{
    /// <summary>As they were kept.</summary>
    Kept,

    /// <summary>By day, then as they were kept; events without a day are left out.</summary>
    OldestFirst,

    /// <summary>By day backwards; events without a day are left out.</summary>
    NewestFirst,
}

/// <summary>
/// Which events are asked for. Conditions that are given all hold; within a list one of its values does. An actor is
/// given as a code or country (<c>RUS</c>, <c>EUR</c>) or as a directory identifier (<c>person/…</c>). Only the newest
/// revision and coding of an article counts. Immutable.
/// </summary>
public sealed record EventQuery
{
    /// <summary>First day (<see cref="KeptEvent.Day"/>), or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, inclusive, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>First day of publication, or null.</summary>
    public DateOnly? PublishedFrom { get; init; }

    /// <summary>Last day of publication, inclusive, or null.</summary>
    public DateOnly? PublishedTo { get; init; }

    /// <summary>Who acts.</summary>
    public ImmutableArray<string> Actors { get; init; } = [];

    /// <summary>Who is acted upon.</summary>
    public ImmutableArray<string> Recipients { get; init; } = [];

    /// <summary>Who acts or is acted upon.</summary>
    public ImmutableArray<string> Parties { get; init; } = [];

    /// <summary>Two codes between which it runs, either way; null for all.</summary>
    public (string First, string Second)? Relation { get; init; }

    /// <summary>Whose account it is, or for whom the speaker speaks.</summary>
    public ImmutableArray<string> Speakers { get; init; } = [];

    /// <summary>PLOVER types.</summary>
    public ImmutableArray<EventType> Types { get; init; } = [];

    /// <summary>PLOVER modes.</summary>
    public ImmutableArray<string> Modes { get; init; } = [];

    /// <summary>PLOVER contexts.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>Auxiliary modes.</summary>
    public ImmutableArray<EventStatus> Statuses { get; init; } = [];

    /// <summary>Sources of the articles.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Countries of the places.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>Number of an article, or null.</summary>
    public long? Article { get; init; }

    /// <summary>Number of a story, or null.</summary>
    public long? Story { get; init; }

    /// <summary>Number of a happening, or null.</summary>
    public long? Happening { get; init; }

    /// <summary>Keys of events; empty for all.</summary>
    public ImmutableArray<string> Keys { get; init; } = [];

    /// <summary>What a row stands for.</summary>
    public EventUnit Unit { get; init; }

    /// <summary>Order of the answer.</summary>
    public EventOrder Order { get; init; }

    /// <summary>Number of the event after which the answer begins, in its order; null from the beginning.</summary>
    public long? After { get; init; }

    /// <summary>At most so many; null for all.</summary>
    public int? Limit { get; init; }
}
