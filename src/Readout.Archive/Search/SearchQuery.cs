using System.Collections.Immutable;
using Readout.Coding.Record;

namespace Readout.Archive.Search;

/// <summary>The order of what is found.</summary>
public enum SearchOrder
{
    /// <summary>The last ones kept first.</summary>
    NewestKept,

    /// <summary>By day of the event, else of its publication, the newest first. It is events that are found, those without any day left out.</summary>
    NewestDay,
}

/// <summary>
/// What is looked for: words, and what the events must be in the sentences that have them. Conditions that are given all hold;
/// within a list one of its values does. Immutable.
/// </summary>
public sealed record SearchQuery
{
    /// <summary>
    /// Words that all occur; <c>"a phrase"</c>, <c>begin*</c>, <c>this OR that</c>, <c>-without</c>. Empty to look by facets alone.
    /// </summary>
    public string Words { get; init; } = "";

    /// <summary>Parties: directory identifiers, names or codes.</summary>
    public ImmutableArray<string> Actors { get; init; } = [];

    /// <summary>Countries of parties, as PLOVER's country field has them.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>PLOVER types.</summary>
    public ImmutableArray<EventType> Types { get; init; } = [];

    /// <summary>PLOVER modes.</summary>
    public ImmutableArray<string> Modes { get; init; } = [];

    /// <summary>PLOVER contexts.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>Auxiliary modes.</summary>
    public ImmutableArray<EventStatus> Statuses { get; init; } = [];

    /// <summary>Publishers' names or hosts.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Whose account it is: directory identifiers or names.</summary>
    public ImmutableArray<string> Speakers { get; init; } = [];

    /// <summary>First day of the event, else of its publication; null for open.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, inclusive, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The order of the hits.</summary>
    public SearchOrder Order { get; init; }

    /// <summary>Where the page before ended (<see cref="SearchPage.Next"/>), or null for the first.</summary>
    public long? After { get; init; }

    /// <summary>At most so many hits, 1 to 1000.</summary>
    public int Limit { get; init; } = 20;
}
