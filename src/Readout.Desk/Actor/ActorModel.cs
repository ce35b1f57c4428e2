using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Readout.Desk.Api;
using Readout.Desk.Layout;
using Readout.Desk.Relation;

namespace Readout.Desk.Actor;

/// <summary>A state, body, group or person: what the directory knows and what the archive tells. Immutable.</summary>
public sealed record ActorModel : IPaged
{
    /// <summary>Directory identifier, else the code.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>state, body, person, group, igo, or unknown for one in no directory.</summary>
    public required string Kind { get; init; }

    /// <summary>Code of the closed table, or null.</summary>
    public string? Code { get; init; }

    /// <summary>PLOVER's country field, or null.</summary>
    public string? Country { get; init; }

    /// <summary>PLOVER's sector today, or null.</summary>
    public string? Sector { get; init; }

    /// <summary>Offices of a person, dated sectors of a group; the newest first.</summary>
    public required ImmutableArray<OfficeLine> Offices { get; init; }

    /// <summary>Who holds the offices of a state or body on the day of the page.</summary>
    public required ImmutableArray<HolderLine> Holders { get; init; }

    /// <summary>Where the directory has it, and when that was last checked; null for one in no directory.</summary>
    public string? Checked { get; init; }

    /// <summary>With whom it met or spoke, the most frequent of the newest meetings and calls first.</summary>
    public required ImmutableArray<ContactSum> Contacts { get; init; }

    /// <summary>What it says, the newest first.</summary>
    public required ImmutableArray<QuoteLine> Quotes { get; init; }

    /// <summary>The states and organisations that it deals with, the most frequent of the newest events first.</summary>
    public required ImmutableArray<RelationSum> Relations { get; init; }

    /// <summary>Its events, the newest first.</summary>
    public required ImmutableArray<EventLineModel> Events { get; init; }

    /// <summary>The cursor of further events, or null.</summary>
    public string? Next { get; init; }

    /// <summary>Whether this is not the first page of events.</summary>
    [JsonIgnore]
    public bool IsLater { get; init; }

    /// <summary>Address of its page.</summary>
    public string Address => new ActorName(Id, Name, Code, null).Address!;
}

/// <summary>A dated office. Immutable.</summary>
/// <param name="From">First day; null where open.</param>
/// <param name="To">Last day; null where it goes on.</param>
/// <param name="Of">The state or body.</param>
/// <param name="Sector">PLOVER's sector.</param>
/// <param name="Title">The office in words; empty where only a sector is dated.</param>
/// <param name="IsHeld">Whether it is held on the day of the page.</param>
public sealed record OfficeLine(DateOnly? From, DateOnly? To, RelationSide Of, string Sector, string Title, bool IsHeld);

/// <summary>Who holds an office. Immutable.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Since">Since when, or null.</param>
public sealed record HolderLine(ActorName Actor, DateOnly? Since);

/// <summary>Meetings and calls with somebody. Immutable.</summary>
/// <param name="With">Whom.</param>
/// <param name="Count">How many of the newest.</param>
/// <param name="Last">The newest.</param>
public sealed record ContactSum(ActorName With, int Count, EventLineModel Last);

/// <summary>Dealings with a state or organisation. Immutable.</summary>
/// <param name="Sides">The actor's code and the other's, or null where the actor has no code.</param>
/// <param name="With">The other side.</param>
/// <param name="Count">How many of the newest events.</param>
/// <param name="Cooperation">How many of them are cooperation.</param>
public sealed record RelationSum(RelationSides? Sides, RelationSide With, int Count, int Cooperation);
