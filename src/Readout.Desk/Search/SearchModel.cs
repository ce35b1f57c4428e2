using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Readout.Desk.Api;
using Readout.Desk.Layout;
using Readout.Text;

namespace Readout.Desk.Search;

/// <summary>A page of what a search found. Immutable.</summary>
public sealed record SearchModel : IPaged
{
    /// <summary>The words that were looked for.</summary>
    public required string Words { get; init; }

    /// <summary>The facets that were chosen, with the address of the search without each.</summary>
    public required ImmutableArray<ChosenFacet> Chosen { get; init; }

    /// <summary>First day, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Why the words cannot be looked for, or null.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether anything was looked for.</summary>
    public bool IsAsked { get; init; }

    /// <summary>events where a facet was given, else sentences: what is counted.</summary>
    public string Of { get; init; } = "sentences";

    /// <summary>How many were found.</summary>
    public long Total { get; init; }

    /// <summary>Whether there are more than that, since counting stopped.</summary>
    public bool IsMore { get; init; }

    /// <summary>The sentences found, newest first.</summary>
    public ImmutableArray<SearchLine> Hits { get; init; } = [];

    /// <summary>What the events found are, and how often.</summary>
    public ImmutableArray<FacetList> Facets { get; init; } = [];

    /// <inheritdoc/>
    public string? Next { get; init; }

    /// <summary>The search as a query string, in one form for one question.</summary>
    public required string Query { get; init; }

    /// <summary>Whether this is not the first page.</summary>
    [JsonIgnore]
    public bool IsLater { get; init; }

    /// <summary>The searches that the reader keeps.</summary>
    [JsonIgnore]
    public ImmutableArray<SavedLine> Saved { get; init; } = [];
}

/// <summary>A facet that was chosen. Immutable.</summary>
/// <param name="Name">Which facet.</param>
/// <param name="Value">Its value.</param>
/// <param name="Label">How it is shown.</param>
/// <param name="Without">Address of the search without it.</param>
public sealed record ChosenFacet(string Name, string Value, string Label, string Without);

/// <summary>A sentence that was found. Immutable.</summary>
/// <param name="Article">Its article.</param>
/// <param name="Sentence">Its number in the record, from 0.</param>
/// <param name="Text">Its words.</param>
/// <param name="Marks">Where the words that were looked for stand in <paramref name="Text"/>.</param>
/// <param name="Events">The events that it tells; only those that fit, where facets were given.</param>
public sealed record SearchLine(ArticleLine Article, int Sentence, string Text, ImmutableArray<TextSpan> Marks, ImmutableArray<EventLineModel> Events)
{
    /// <summary>Address of the first event, else of the article.</summary>
    public string Address => Events.IsEmpty ? Article.Address : Events[0].Address;
}

/// <summary>A facet with its values, the most frequent first. Immutable.</summary>
/// <param name="Name">type, mode, context, status, country, actor, speaker, source or year.</param>
/// <param name="Values">Its values.</param>
public sealed record FacetList(string Name, ImmutableArray<FacetLine> Values);

/// <summary>A value of a facet. Immutable.</summary>
/// <param name="Value">What it is asked by.</param>
/// <param name="Label">How it is shown.</param>
/// <param name="Count">In how many events.</param>
/// <param name="Address">Address of the search with it too.</param>
/// <param name="IsChosen">Whether it is chosen already.</param>
public sealed record FacetLine(string Value, string Label, int Count, string Address, bool IsChosen);

/// <summary>A search that the reader keeps. Immutable.</summary>
/// <param name="Name">What they call it.</param>
/// <param name="Address">Address of the search.</param>
/// <param name="MadeAt">When it was kept.</param>
public sealed record SavedLine(string Name, string Address, DateTimeOffset MadeAt);
