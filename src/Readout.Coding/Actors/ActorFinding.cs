using System.Collections.Immutable;
using Readout.Coding.Record;

namespace Readout.Coding.Actors;

/// <summary>What a phrase was found to name, and why. Immutable.</summary>
public sealed record ActorFinding
{
    /// <summary>The words that were looked up.</summary>
    public required string Words { get; init; }

    /// <summary>The day that was asked for; null for the latest known.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Who is named; <see cref="ActorReference.Unresolved"/> says why where it is open.</summary>
    public required ActorReference Actor { get; init; }

    /// <summary>What the directory knows of the words, in their order.</summary>
    public required ImmutableArray<WordMeaning> Meanings { get; init; }

    /// <summary>The entries that are named, and the candidates where it is open.</summary>
    public required ImmutableArray<ActorCard> Entries { get; init; }
}

/// <summary>A stretch of the words with one thing that it may mean.</summary>
/// <param name="Words">The stretch.</param>
/// <param name="Meaning">What it may mean: <c>adjective of Denmark (state/DNK)</c>.</param>
public sealed record WordMeaning(string Words, string Meaning);

/// <summary>What the directory keeps of one actor.</summary>
public sealed record ActorCard
{
    /// <summary>Identifier: <c>person/marco-rubio</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The directory's name.</summary>
    public required string Name { get; init; }

    /// <summary>state, body, person, group or igo.</summary>
    public required string Kind { get; init; }

    /// <summary>Code of the closed table or short name.</summary>
    public required string Code { get; init; }

    /// <summary>PLOVER's country field; null where it has none.</summary>
    public string? Country { get; init; }

    /// <summary>PLOVER's sector on the day; null where it has none.</summary>
    public string? Sector { get; init; }

    /// <summary>Dated offices of a person, dated sectors of a group, in the order of the file.</summary>
    public ImmutableArray<ActorOffice> Offices { get; init; } = [];

    /// <summary>What decides where the name is ambiguous; empty where it is not.</summary>
    public string Decides { get; init; } = "";

    /// <summary>File and line of the entry: <c>actors/people/USA.txt:12</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Month of the last check, <c>2025-06</c>; empty where none is given.</summary>
    public string Checked { get; init; } = "";

    internal static IEnumerable<ActorCard> Of(ActorDirectory directory, References references, ActorReference actor, ImmutableArray<Mention> mentions)
    {
        IEnumerable<string?> ids = [actor.Id, .. actor.Candidates, .. mentions.SelectMany(mention => new[] { mention.Actor.Id }.Concat(mention.Actor.Candidates))];
        foreach (string? id in ids.Distinct(StringComparer.Ordinal))
        {
            if (id is not null && directory.IndexOf(id) is var index and >= 0) yield return Of(directory, references, index);
        }
    }

    internal static ActorCard Of(ActorDirectory directory, References references, int index)
    {
        ActorEntry entry = directory.Entries[index];
        ActorReference reference = references.Entry(index);
        OfficeRow? held = entry.Kind == EntryKind.Person ? references.OfficeOn(entry) : null;
        return new ActorCard
        {
            Id = entry.Id,
            Name = entry.Name,
            Kind = reference.Kind,
            Code = reference.Code ?? "",
            Country = reference.Country,
            Sector = reference.Sector,
            Offices = [.. entry.Offices.Select(row => ActorOffice.Of(row, row == held))],
            Decides = entry.Decides,
            Source = entry.Source,
            Checked = entry.Checked,
        };
    }
}

/// <summary>A dated office or sector.</summary>
/// <param name="From">First day; null where open.</param>
/// <param name="To">Last day; null where it goes on.</param>
/// <param name="Code">Code of the state or body.</param>
/// <param name="Sector">PLOVER's sector.</param>
/// <param name="Title">The office in words; empty where only a sector is dated.</param>
/// <param name="Roles">Role keys.</param>
/// <param name="Checked">Month of the last check; empty where none is given.</param>
/// <param name="IsHeld">Whether it is the one that counts on the day asked for.</param>
public sealed record ActorOffice(
    DateOnly? From, DateOnly? To, string Code, string Sector, string Title, ImmutableArray<string> Roles, string Checked, bool IsHeld)
{
    internal static ActorOffice Of(OfficeRow row, bool isHeld) => new(
        row.From == DateOnly.MinValue ? null : row.From, row.To == DateOnly.MaxValue ? null : row.To, row.Code, row.Sector, row.Title, row.Roles, row.Checked, isHeld);
}
