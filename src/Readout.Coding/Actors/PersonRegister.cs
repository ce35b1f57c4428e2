using System.Collections.Immutable;
using Readout.Coding.Record;

namespace Readout.Coding.Actors;

/// <summary>What is known of a person when the name is read: title, owner and words around it.</summary>
internal sealed record PersonContext(TitleReading? Title, string TitleWords, Belonging Owner, bool Former)
{
    public static PersonContext None { get; } = new(null, "", Belonging.None, false);
}

/// <summary>One person of a document.</summary>
internal sealed class DocumentPerson
{
    /// <summary>Index of the entry; -1 for one in no directory.</summary>
    public int Entry { get; init; } = -1;

    public required string Name { get; init; }

    /// <summary>Folded surname.</summary>
    public required string Surname { get; init; }

    public required ActorReference Actor { get; set; }

    public Gender Gender { get; init; }

    /// <summary>Key that is the same for every mention of the person.</summary>
    public string Key => Entry >= 0 ? Actor.Id! : "name/" + Name;

    /// <summary>Titles by which the text introduced the person, folded.</summary>
    public HashSet<string> Titles { get; } = new(StringComparer.Ordinal);
}

/// <summary>The people of one document: full names settle who a surname means.</summary>
internal sealed class PersonRegister(ActorDirectory directory, References references, TitleResolver titles)
{
    private readonly Dictionary<string, List<DocumentPerson>> _bySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocumentPerson> _byName = new(StringComparer.Ordinal);

    /// <summary>Someone by full name of the directory; several entries where there are namesakes.</summary>
    public DocumentPerson Known(string name, ImmutableArray<int> entries, PersonContext context)
    {
        if (_byName.TryGetValue(Folding.Fold(name), out DocumentPerson? seen)) return seen;
        ImmutableArray<int> fitting = entries.Length > 1 ? Narrow(entries, context) : entries;
        DocumentPerson person = fitting.Length == 1 ? Titled(fitting[0], context) ?? FromEntry(fitting[0], null) : Namesakes(name, fitting);
        return Keep(name, person);
    }

    /// <summary>Someone by a name that no phrase of the directory gives.</summary>
    public DocumentPerson Unknown(string name, PersonContext context)
    {
        if (_byName.TryGetValue(Folding.Fold(name), out DocumentPerson? seen))
        {
            if (seen.Entry < 0 && seen.Actor.Code is null && context.Owner.Code is not null) seen.Actor = Stranger(name, context, seen.Actor.Candidates);
            return seen;
        }

        string[] words = [.. PersonNames.WithoutInitials(name).Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(word => Folding.Fold(word))];
        if (words.Length == 0) words = [Folding.Fold(name)];
        (int Entry, ImmutableArray<string> Near) match = Match(name, words, context);
        DocumentPerson person = match.Entry >= 0
            ? FromEntry(match.Entry, name)
            : new DocumentPerson { Name = name, Surname = Folding.Fold(PersonNames.Surname(name)), Actor = Stranger(name, context, match.Near) };
        return Keep(name, person);
    }

    /// <summary>
    /// Someone by surname: the document's latest person of that name, or the one holder of an office in the directory.
    /// </summary>
    public DocumentPerson BySurname(string surname, ImmutableArray<int> entries, PersonContext context)
    {
        string key = Folding.Fold(surname);
        if (_bySurname.TryGetValue(key, out List<DocumentPerson>? people)) return people[^1];
        if (_byName.TryGetValue(key, out DocumentPerson? seen)) return seen;
        ImmutableArray<int> fitting = Narrow(entries, context);
        if (fitting.Length == 1 && (references.Date is not null || entries.Length == 1 || Confirms(fitting[0], context)))
            return Keep(surname, Titled(fitting[0], context) ?? FromEntry(fitting[0], null));
        context = context with { Owner = context.Owner.Code is null ? Common(fitting) : context.Owner };
        string reason = fitting.Length > 1 || references.Date is null ? "several people of that surname" : "no person of that surname held office on that date";
        DocumentPerson person = new()
        {
            Name = surname,
            Surname = key,
            Actor = Stranger(surname, context, [.. (fitting.IsEmpty ? entries : fitting).Select(index => directory.Entries[index].Id)], reason),
        };
        return Keep(surname, person);
    }

    /// <summary>The state that all of several people are of.</summary>
    private Belonging Common(ImmutableArray<int> entries)
    {
        ImmutableArray<ActorReference> all = [.. entries.Select(entry => references.Person(entry, null))];
        return all.Length > 1 && all.All(actor => actor.Code == all[0].Code) ? new Belonging(all[0].Code, all[0].Country, null, null) : Belonging.None;
    }

    /// <summary>Whether the document has a person of the surname already.</summary>
    public bool HasSurname(string surname) => _bySurname.ContainsKey(Folding.Fold(surname));

    private DocumentPerson Keep(string name, DocumentPerson person)
    {
        _byName[Folding.Fold(name)] = person;
        foreach (string surname in new[] { person.Surname, Folding.Fold(PersonNames.WithoutArticle(person.Surname)), Folding.Fold(PersonNames.Surname(name)) }.Distinct(StringComparer.Ordinal))
        {
            if (!_bySurname.TryGetValue(surname, out List<DocumentPerson>? people)) _bySurname[surname] = people = [];
            if (!people.Contains(person)) people.Add(person);
        }

        return person;
    }

    private DocumentPerson FromEntry(int entry, string? writtenAs)
    {
        ActorEntry known = directory.Entries[entry];
        return new DocumentPerson
        {
            Entry = entry,
            Name = known.Name,
            Surname = Folding.Fold(known.Surname),
            Gender = known.Gender,
            Actor = references.Person(entry, writtenAs),
        };
    }

    /// <summary>Without a day, the office that the title names; null with a day, and where there is no such office.</summary>
    private DocumentPerson? Titled(int entry, PersonContext context)
    {
        if (references.Date is not null || context.Title is null || context.Former) return null;
        OfficeRow? row = directory.Entries[entry].Offices.LastOrDefault(office => Fits(office, context));
        if (row is null) return null;
        DocumentPerson person = FromEntry(entry, null);
        person.Actor = references.Holder(entry, row);
        return person;
    }

    private DocumentPerson Namesakes(string name, ImmutableArray<int> entries)
    {
        ImmutableArray<ActorReference> all = [.. entries.Select(entry => references.Person(entry, null))];
        Belonging owner = Common(entries);
        return new DocumentPerson
        {
            Name = name,
            Surname = Folding.Fold(PersonNames.Surname(name)),
            Actor = References.Unsettled(name, "person", owner, null, "two people of that name", [.. all.Select(actor => actor.Id!)]),
        };
    }

    /// <summary>Those who fit title and owner; else those in office; else the one who leads, where only one does.</summary>
    private ImmutableArray<int> Narrow(ImmutableArray<int> entries, PersonContext context)
    {
        entries = [.. entries.Distinct()];
        ImmutableArray<int> titled = [.. entries.Where(entry => Confirms(entry, context))];
        if (titled.Length == 1) return titled;
        if (context.Owner.Code is not null && entries.Any(entry => references.Person(entry, null).Code == context.Owner.Code))
            entries = [.. entries.Where(entry => references.Person(entry, null).Code == context.Owner.Code)];
        ImmutableArray<int> holding = [.. entries.Where(references.HoldsOffice)];
        if (holding.Length <= 1) return holding.IsEmpty ? FormerOnly(entries) : holding;
        ImmutableArray<int> leading = [.. holding.Where(entry => references.OfficeOn(directory.Entries[entry])!.Roles.Any(role => role is "head-of-state" or "head-of-government"))];
        return leading.Length == 1 ? leading : holding;
    }

    /// <summary>A former leader keeps the surname that nobody in office has.</summary>
    private ImmutableArray<int> FormerOnly(ImmutableArray<int> entries)
    {
        if (references.Date is not DateOnly day) return entries;
        bool Left(OfficeRow row) => row.To < day && row.To.Year + 30 > day.Year;
        ImmutableArray<int> former = [.. entries.Where(entry => directory.Entries[entry].Offices.Any(Left))];
        ImmutableArray<int> led = [.. former.Where(entry => directory.Entries[entry].Offices.Any(row => Left(row) && row.Roles.Any(role => role is "head-of-state" or "head-of-government")))];
        return led.Length == 1 ? led : former;
    }

    private (int Entry, ImmutableArray<string> Near) Match(string name, string[] words, PersonContext context)
    {
        if (words.Length < 2) return (-1, NearSurnames(words[0], context));
        List<(int Entry, int Rank)> found = [];
        string last = Folding.Fold(PersonNames.Surname(name));
        int limit = last.Length >= 6 ? 2 : last.Length >= 5 ? 1 : 0;
        foreach ((string surname, int distance) in directory.Surnames.Near(last, limit))
        {
            foreach (int entry in directory.PeopleNamed(surname))
            {
                int given = GivenDistance(words[0], entry);
                if (given == 0 || (given == 1 && distance <= 1 && last.Length >= 5)) found.Add((entry, (distance * 2) + given));
            }
        }

        found = [.. found.OrderBy(pair => pair.Rank).ThenBy(pair => pair.Entry)];
        ImmutableArray<string> near = [.. found.Take(3).Select(pair => directory.Entries[pair.Entry].Id)];
        List<(int Entry, int Rank)> exact = [.. found.Where(pair => pair.Rank == 0)];
        if (exact.Count == 1) return (exact[0].Entry, near);
        List<(int Entry, int Rank)> confirmed = [.. found.Where(pair => Confirms(pair.Entry, context))];
        if (confirmed.Count >= 1 && (confirmed.Count == 1 || confirmed[0].Rank < confirmed[1].Rank)) return (confirmed[0].Entry, near);
        int holder = HolderNamed(words, last, context);
        return holder >= 0 ? (holder, near) : (-1, near.IsEmpty ? SameGiven(words[0], context) : near);
    }

    /// <summary>The one holder of the office that the title names, where the given name agrees and the surname begins or sounds alike.</summary>
    private int HolderNamed(string[] words, string last, PersonContext context)
    {
        if (context.Title is null || context.Former) return -1;
        ImmutableArray<int> holders = titles.Holders(context.Title, context.Owner, context.TitleWords);
        if (holders.Length != 1 || GivenDistance(words[0], holders[0]) > 0) return -1;
        string surname = Folding.Fold(directory.Entries[holders[0]].Surname);
        return PersonNames.Distance(surname, last, Math.Max(2, surname.Length / 2)) <= surname.Length / 2 ? holders[0] : -1;
    }

    private ImmutableArray<string> SameGiven(string given, PersonContext context)
    {
        if (context.Title is null || references.Date is not DateOnly day) return [];
        string wanted = Folding.Fold(context.Title.Name);
        List<string> near = [];
        foreach (int person in directory.Given.People(given))
        {
            ActorEntry entry = directory.Entries[person];
            if (context.Owner.Code is not null && entry.Code != context.Owner.Code || !references.HoldsOffice(person)) continue;
            if (!entry.Offices.Any(row => row.Covers(day) && Folding.Fold(row.Title).Contains(wanted, StringComparison.Ordinal))) continue;
            near.Add(entry.Id);
            if (near.Count == 3) break;
        }

        return [.. near];
    }

    private ImmutableArray<string> NearSurnames(string surname, PersonContext context)
    {
        if (surname.Length < 5) return [];
        string sound = PersonNames.Sound(surname);
        List<DocumentPerson> alike = [.. _bySurname.Where(pair => pair.Value[^1].Entry >= 0).Where(pair => PersonNames.Sound(pair.Key) == sound || PersonNames.Distance(pair.Key, surname, 2) <= 2)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value[^1])];
        if (alike.Count > 0) return [.. alike.Select(person => directory.Entries[person.Entry].Id).Distinct(StringComparer.Ordinal).Take(3)];
        IEnumerable<int> near = directory.Surnames.Near(surname, surname.Length >= 7 ? 2 : 1).Select(pair => pair.Name).Concat(directory.Surnames.Alike(surname))
            .Distinct(StringComparer.Ordinal).SelectMany(directory.PeopleNamed);
        return [.. near.Where(references.HoldsOffice).OrderByDescending(entry => Confirms(entry, context)).Take(3).Select(entry => directory.Entries[entry].Id)];
    }

    /// <summary>0 for the same given name in any of its spellings, 1 for a letter's difference, 9 for another name.</summary>
    private int GivenDistance(string given, int entry)
    {
        string other = directory.Given.Of(entry);
        if (directory.Given.Same(given, other)) return 0;
        return given.Length >= 4 && PersonNames.Distance(given, other, 1) <= 1 ? 1 : 9;
    }

    /// <summary>Whether the title before the name is one that the person held on the day, or once held where it is a former one.</summary>
    private bool Confirms(int entry, PersonContext context)
    {
        if (context.Title is null) return false;
        ActorEntry person = directory.Entries[entry];
        return person.Offices.Any(row => (context.Former || references.Date is null || row.Covers(references.Date.Value)) && Fits(row, context));
    }

    /// <summary>Whether the row is the office that the title names.</summary>
    private bool Fits(OfficeRow row, PersonContext context)
    {
        if (context.Title is not TitleReading title || context.Owner.Code is not null && row.Code != context.Owner.Code) return false;
        return title.Role.Length > 0 && row.Roles.Contains(titles.Role(title, context.Owner))
            || Folding.Fold(row.Title).Contains(Folding.Fold(title.Name), StringComparison.Ordinal)
            || context.TitleWords.Length > 0 && Folding.Fold(row.Title) == Folding.Fold(context.TitleWords);
    }

    private static ActorReference Stranger(string name, PersonContext context, ImmutableArray<string> near, string? reason = null)
    {
        string? sector = context.Title is null ? null : TitleResolver.Sector(context.Title, context.Owner, context.Former);
        reason ??= near.IsEmpty ? "not in the directory" : "not in the directory; near names are among the candidates";
        return References.Unsettled(name, "person", context.Owner, sector, reason, near);
    }
}
