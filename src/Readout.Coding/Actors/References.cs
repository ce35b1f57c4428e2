using System.Collections.Immutable;
using Readout.Coding.Record;

namespace Readout.Coding.Actors;

/// <summary>Whose something is, settled to a code.</summary>
internal readonly record struct Belonging(string? Code, string? Country, string? Sector, ActorEntry? Entry)
{
    public static Belonging None => default;

    /// <summary>Whether it is a group by a common noun: <c>the rebel group</c>.</summary>
    public bool IsGroup { get; init; }

    public static Belonging Of(ActorReference actor, ActorEntry? entry) => new(actor.Code, actor.Country, actor.Sector, entry) { IsGroup = entry is null && actor.Kind == "agent" };
}

/// <summary>Makes references to actors as they were on one day.</summary>
/// <param name="directory">The directory.</param>
/// <param name="date">The article's day, or null.</param>
/// <param name="latest">Whether, without a day, the latest office is meant.</param>
internal sealed class References(ActorDirectory directory, DateOnly? date, bool latest)
{
    public DateOnly? Date => date;

    /// <summary>A state, body, group, organisation or person.</summary>
    public ActorReference Entry(int index)
    {
        ActorEntry entry = directory.Entries[index];
        if (entry.Kind == EntryKind.Person) return Person(index, null);
        return new ActorReference
        {
            Id = entry.Id,
            Name = entry.Name,
            Kind = KindOf(entry),
            Code = entry.Code,
            Country = entry.Country.Length > 0 ? entry.Country : null,
            Sector = SectorOf(entry),
        };
    }

    /// <summary>A state's government by a metonym or a capital.</summary>
    public ActorReference Government(int state)
    {
        ActorEntry entry = directory.Entries[state];
        return new ActorReference
        {
            Id = entry.Id,
            Name = entry.Name,
            Kind = "government",
            Code = entry.Code,
            Country = entry.Country,
            Sector = entry.Sector.Length > 0 ? entry.Sector : "GOV",
        };
    }

    /// <summary>A city or part of a state.</summary>
    public ActorReference Place(int state, string words)
    {
        ActorEntry entry = directory.Entries[state];
        return new ActorReference { Name = words, Kind = "place", Code = entry.Code, Country = entry.Country };
    }

    /// <summary>A person of the directory with the office held on the day.</summary>
    public ActorReference Person(int index, string? writtenAs)
    {
        ActorEntry entry = directory.Entries[index];
        OfficeRow? office = OfficeOn(entry);
        OfficeRow? last = office ?? LastBefore(entry);
        string code = office is null && last is not null && directory.State(last.Code) is null ? entry.Code : last?.Code ?? entry.Code;
        return new ActorReference
        {
            Id = entry.Id,
            Name = entry.Name,
            Kind = "person",
            Code = code,
            Country = directory.CountryOf(code),
            Sector = SectorIn(office, entry) ?? (last is not null ? Former(last) : CommonSector(entry)),
            Office = IsPrivate(office, entry) ? null : office?.Title,
            VariantOf = writtenAs is null ? null : entry.Name,
        };
    }

    /// <summary>The sector of the office held; a former office of state makes a private one ELI.</summary>
    private string? SectorIn(OfficeRow? office, ActorEntry person) => IsPrivate(office, person) ? "ELI" : office?.Sector;

    private bool IsPrivate(OfficeRow? office, ActorEntry person) => office is { Sector: "CVL" } && LastBefore(person) is { } last && Former(last) == "ELI";

    /// <summary>A person as the holder of a row, where nothing but a title tells the time.</summary>
    public ActorReference Holder(int index, OfficeRow office)
    {
        ActorEntry entry = directory.Entries[index];
        return new ActorReference
        {
            Id = entry.Id,
            Name = entry.Name,
            Kind = "person",
            Code = office.Code,
            Country = directory.CountryOf(office.Code),
            Sector = office.Sector,
            Office = office.Title,
        };
    }

    /// <summary>The row that counts on the day: one with a role before one without, then the latest begun.</summary>
    public OfficeRow? OfficeOn(ActorEntry person)
    {
        DateOnly? day = date ?? (latest ? DateOnly.MaxValue : null);
        if (day is null) return null;
        OfficeRow? best = null;
        foreach (OfficeRow row in person.Offices)
        {
            if (!row.Covers(day.Value)) continue;
            if (best is null || (row.Roles.Length > 0, row.From).CompareTo((best.Roles.Length > 0, best.From)) > 0) best = row;
        }

        return best;
    }

    public bool HoldsOffice(int person) => OfficeOn(directory.Entries[person]) is not null;

    private OfficeRow? LastBefore(ActorEntry person)
    {
        DateOnly? day = date ?? (latest ? DateOnly.MaxValue : null);
        if (day is null) return null;
        return person.Offices.Where(row => row.To < day.Value).MaxBy(row => row.To);
    }

    /// <summary>Who has left an executive, legislative or military office is ELI (PLOVER); others stay what they were.</summary>
    private static string Former(OfficeRow last) => last.Sector is "GOV" or "LEG" or "MIL" or "SPY" or "COP" or "JUD" ? "ELI" : last.Sector;

    private static string? CommonSector(ActorEntry person)
    {
        string sector = person.Offices[0].Sector;
        return person.Offices.All(row => row.Sector == sector && row.To == DateOnly.MaxValue) ? sector : null;
    }

    public string? SectorOf(ActorEntry entry)
    {
        DateOnly day = date ?? DateOnly.MaxValue;
        foreach (OfficeRow row in entry.Offices)
        {
            if (entry.Kind == EntryKind.Group && row.Covers(day)) return row.Sector;
        }

        return entry.Sector.Length > 0 ? entry.Sector : null;
    }

    /// <summary>A generic agent of an owner.</summary>
    public static ActorReference Agent(AgentWord agent, string words, Belonging owner)
    {
        string sector = OwnedSector(agent.Sector, owner);
        return new ActorReference { Name = words, Kind = "agent", Code = owner.Code, Country = owner.Country, Sector = sector };
    }

    /// <summary>A kind of body of an owner: the directory's own entry where it has one, else one made of code and kind.</summary>
    public ActorReference Body(BodyKind kind, string words, Belonging owner)
    {
        ActorEntry? entry = owner.Code is null || !kind.One ? null : directory.BodyOf(owner.Code, kind.Name);
        return new ActorReference
        {
            Id = entry?.Id ?? (owner.Code is not null && kind.One ? $"body/{Folding.Slug(owner.Code)}-{kind.Name}" : null),
            Name = entry?.Name ?? words,
            Kind = kind.Name is "government" or "presidency" ? "government" : "body",
            Code = owner.Code,
            Country = owner.Country,
            Sector = owner.Entry?.Kind == EntryKind.Group ? OwnedSector(kind.Sector, owner) : entry?.Sector ?? kind.Sector,
        };
    }

    /// <summary>A body's, group's or breakaway region's people take its sector; a state's take their own.</summary>
    public static string OwnedSector(string sector, Belonging owner)
    {
        bool general = sector is "" or "GOV" or "MIL" or "UAF" or "PTY" or "COP" or "UNK";
        if (owner.Sector is null) return sector;
        if (owner.Entry is null) return sector is "" or "UNK" && owner.IsGroup ? owner.Sector : sector;
        return owner.Entry.Kind switch
        {
            EntryKind.Body when general => owner.Sector,
            EntryKind.Group when general || sector == "REB" => owner.Sector,
            _ => sector,
        };
    }

    private static string KindOf(ActorEntry entry) => entry.Kind switch
    {
        EntryKind.State => "state",
        EntryKind.Igo => "igo",
        EntryKind.Body => entry.Sort.TrimEnd('+') is "government" or "presidency" ? "government" : "body",
        _ => entry.Sort switch { "company" => "company", "ngo" => "ngo", _ => "group" },
    };

    /// <summary>One who is not settled.</summary>
    public static ActorReference Unsettled(string name, string kind, Belonging owner, string? sector, string reason, ImmutableArray<string> candidates = default) => new()
    {
        Name = name,
        Kind = kind,
        Code = owner.Code,
        Country = owner.Country,
        Sector = string.IsNullOrEmpty(sector) ? null : sector,
        Unresolved = reason,
        Candidates = candidates.IsDefault ? [] : candidates,
    };
}
