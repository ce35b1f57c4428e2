using System.Collections.Immutable;
using Readout.Coding.Record;

namespace Readout.Coding.Actors;

/// <summary>Finds who held a title of an owner on the day.</summary>
internal sealed class TitleResolver(ActorDirectory directory, References references)
{
    /// <summary>The reading of a title that fits its owner: one restricted to the owner's state before a general one.</summary>
    public TitleReading Reading(ImmutableArray<int> readings, string? code)
    {
        TitleReading? general = null;
        foreach (int index in readings)
        {
            TitleReading reading = directory.Parts.Titles[index];
            if (code is not null && reading.Only.Contains(code)) return reading;
            if (reading.Only.IsEmpty) general ??= reading;
        }

        return general ?? directory.Parts.Titles[readings[0]] with { Role = "" };
    }

    /// <summary>The role key that a title has with its owner: `chief` of an army is its military chief.</summary>
    public string Role(TitleReading reading, Belonging owner)
    {
        if (reading.Role is not ("leader" or "spokesperson") || owner.Entry is not { Kind: EntryKind.Body } body) return reading.Role;
        foreach (BodyKind kind in directory.Parts.Kinds)
        {
            if (kind.Name == body.Sort) return reading.Role == "leader" ? kind.Head : kind.Voice;
        }

        return "";
    }

    /// <summary>Sector of a title's holder.</summary>
    public static string Sector(TitleReading reading, Belonging owner, bool former)
    {
        if (former) return "ELI";
        if (reading.Sector.Length > 0 && reading.Sector != "GOV") return References.OwnedSector(reading.Sector, owner);
        if (owner.Entry is { Kind: EntryKind.Body or EntryKind.Group } && owner.Sector is not null) return owner.Sector;
        if (reading.Sector.Length > 0) return reading.Sector;
        if (owner.IsGroup) return owner.Sector ?? "";
        return owner.Code is null ? "" : owner.Entry?.Kind is EntryKind.Igo && owner.Sector is not null ? owner.Sector : "GOV";
    }

    /// <summary>
    /// The people who held the title on the day: by the words of the office first, then by role key. Empty without a day.
    /// </summary>
    public ImmutableArray<int> Holders(TitleReading reading, Belonging owner, string words)
    {
        if (references.Date is not DateOnly day || owner.Code is null) return [];
        string role = Role(reading, owner);
        ImmutableArray<int> byRole = role.Length == 0 ? [] : ByRole(owner.Code, role, day);
        if (!byRole.IsEmpty) return byRole;
        if (reading.Role == "leader" && owner.Entry is { Kind: EntryKind.State }) return Leaders(owner.Code, day);
        return ByWords(owner.Code, words, day);
    }

    private ImmutableArray<int> ByRole(string code, string role, DateOnly day) =>
        [.. directory.Holders(code, role, day).Select(holding => holding.Person).Distinct()];

    /// <summary>The leader of a state: whoever governs; a monarch or a ceremonial head only where nobody else does.</summary>
    private ImmutableArray<int> Leaders(string code, DateOnly day)
    {
        ImmutableArray<Holding> state = [.. directory.Holders(code, "head-of-state", day)];
        ImmutableArray<int> government = ByRole(code, "head-of-government", day);
        bool reigns = state.Any(row => row.Office.Title is "King" or "Queen" or "Emperor" or "Grand Duke" || row.Office.Title.StartsWith("Governor", StringComparison.Ordinal));
        if (reigns && !government.IsEmpty) return government;
        return [.. state.Select(row => row.Person).Concat(government).Distinct()];
    }

    private ImmutableArray<int> ByWords(string code, string words, DateOnly day)
    {
        string wanted = Folding.Fold(words);
        if (!wanted.Contains(' ', StringComparison.Ordinal)) return [];
        return [.. directory.HoldingsOf(code, wanted).Where(row => row.Office.Covers(day)).Select(row => row.Person).Distinct()];
    }

    /// <summary>The reference for a title that stands for its holder; of several, the one whom the text names.</summary>
    public ActorReference Reference(TitleReading reading, Belonging owner, string words, string officeWords, bool former, bool keepsRole, Func<string, bool> named)
    {
        string sector = Sector(reading, owner, former);
        if (former) return References.Unsettled(words, "person", owner, "ELI", "a former holder, not named");
        if (!keepsRole) return References.Unsettled(words, "person", owner, sector, "the holder is not named");
        ImmutableArray<int> holders = Holders(reading, owner, officeWords);
        if (holders.Length > 1 && holders.Count(index => named(directory.Entries[index].Id)) == 1) holders = [holders.First(index => named(directory.Entries[index].Id))];
        if (holders.Length == 1) return references.Person(holders[0], null);
        if (owner.Code is null) return References.Unsettled(words, "person", owner, sector, "whose is not said");
        if (holders.Length > 1)
        {
            return References.Unsettled(
                words, "person", owner, sector, "two holders of the office on that date", [.. holders.Select(index => directory.Entries[index].Id)]);
        }

        string reason = references.Date is null ? "no date: the holder is not settled" : "the directory names no holder on that date";
        return References.Unsettled(words, "person", owner, sector, reason);
    }
}
