using System.Collections.Frozen;
using System.Collections.Immutable;
using Readout.Coding.Packs;

namespace Readout.Coding.Actors;

/// <summary>
/// Who can act: states and territories, their bodies, people with dated offices, groups, international organisations,
/// generic agents and titles, with every name by which English news refers to them. Immutable; safe on every thread.
/// </summary>
/// <remarks>Sectors and the country field follow PLOVER (manual of 2021, chapter 4).</remarks>
public sealed partial class ActorDirectory
{
    private readonly Lazy<FrozenDictionary<string, int>> _byId;
    private readonly Lazy<FrozenDictionary<(string Code, string Role), Holding[]>> _holdings;
    private readonly Lazy<FrozenDictionary<string, int[]>> _people;
    private readonly Lazy<FrozenDictionary<(string Code, string Kind), ActorEntry>> _bodies;
    private readonly Lazy<SurnameIndex> _surnames;
    private readonly Lazy<Spellings> _spellings;
    private readonly Lazy<GivenNameIndex> _given;
    private readonly Lazy<int> _partyAgent;
    private readonly Lazy<FrozenDictionary<string, string>> _groupCountries;
    private readonly Lazy<FrozenSet<string>> _givenNames;
    private readonly Lazy<FrozenDictionary<(string Code, string Title), Holding[]>> _titles;

    internal ActorDirectory(DirectoryParts parts)
    {
        Parts = parts;
        _byId = new(() => parts.Entries.Select((entry, index) => (entry.Id, index)).DistinctBy(pair => pair.Id)
            .ToFrozenDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal));
        _holdings = new(() => IndexHoldings(parts.Entries));
        _people = new(() => IndexPeople(parts.Entries));
        _bodies = new(() => parts.Entries.Where(entry => entry.Kind == EntryKind.Body && !entry.Sort.EndsWith('+'))
            .DistinctBy(entry => (entry.Code, entry.Sort)).ToFrozenDictionary(entry => (entry.Code, entry.Sort)));
        _groupCountries = new(() => parts.Entries.Where(entry => entry.Kind == EntryKind.Group && entry.Code.Any(char.IsLower))
            .DistinctBy(entry => entry.Code).ToFrozenDictionary(entry => entry.Code, entry => entry.Country, StringComparer.Ordinal));
        _titles = new(() => IndexTitles(parts.Entries));
        _givenNames = new(() => parts.Entries.Where(entry => entry.Kind == EntryKind.Person && entry.Name.Contains(' ', StringComparison.Ordinal) && !entry.Name.StartsWith(entry.Surname, StringComparison.Ordinal))
            .Select(entry => Folding.Fold(entry.Name.AsSpan(0, entry.Name.IndexOf(' ', StringComparison.Ordinal)))).Concat(parts.GivenNames.Keys).Where(name => name.Length > 2).ToFrozenSet(StringComparer.Ordinal));
        _partyAgent = new(() => parts.Agents.IndexOf(parts.Agents.FirstOrDefault(agent => agent.Name == "party") ?? new AgentWord("", "", "")));
        _spellings = new(() => new Spellings(parts.Spellings));
        _given = new(() => new GivenNameIndex(parts));
        _surnames = new(() => new SurnameIndex(_people.Value.Keys));
    }

    internal DirectoryParts Parts { get; }

    internal ImmutableArray<ActorEntry> Entries => Parts.Entries;

    /// <summary>Number of actors: states, bodies, people, groups and organisations.</summary>
    public int Count => Parts.Entries.Length;

    /// <summary>
    /// Reads the files of <c>actors/</c>. A later file's entry with the same id replaces an earlier one, so that an
    /// overlay corrects what comes with the program.
    /// </summary>
    /// <param name="files">The data files; those outside <c>actors/</c> are passed over.</param>
    /// <param name="problems">Receives every error, with file, line and a suggestion.</param>
    public static ActorDirectory Parse(IReadOnlyList<DataFile> files, ICollection<DataProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(problems);
        return new ActorDirectory(new DirectoryReader(problems).Read(files));
    }

    /// <summary>The name that a code of the closed table stands for: a state, territory or organisation; null for other codes.</summary>
    /// <param name="code">The code in capitals: <c>RUS</c>, <c>UNO</c>.</param>
    public string? NameOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return State(code)?.Name ?? (Parts.Codes.TryGetValue(code, out (string Country, string Name) row) ? row.Name : null);
    }

    internal void Write(BinaryWriter writer) => DirectoryFormat.Write(writer, Parts);

    internal static ActorDirectory Read(BinaryReader reader) => new(DirectoryFormat.Read(reader));

    internal int IndexOf(string id) => _byId.Value.TryGetValue(id, out int index) ? index : -1;

    /// <summary>The body of a state that a kind's common name means; null where no file names it.</summary>
    internal ActorEntry? BodyOf(string code, string kind) => _bodies.Value.GetValueOrDefault((code, kind));

    internal ActorEntry? State(string code) => IndexOf("state/" + code) is var index and >= 0 ? Parts.Entries[index] : null;

    /// <summary>Who held the role for the state or body on the day; several where rows overlap.</summary>
    internal IEnumerable<Holding> Holders(string code, string role, DateOnly day)
    {
        if (!_holdings.Value.TryGetValue((code, role), out Holding[]? rows)) yield break;
        foreach (Holding row in rows)
        {
            if (row.Office.Covers(day)) yield return row;
        }
    }

    /// <summary>All rows of a role, by their first day.</summary>
    internal IReadOnlyList<Holding> Holdings(string code, string role) => _holdings.Value.GetValueOrDefault((code, role)) ?? [];

    /// <summary>Indexes of the people with a surname, folded.</summary>
    internal IReadOnlyList<int> PeopleNamed(string surname) => _people.Value.GetValueOrDefault(surname) ?? [];

    /// <summary>Folded surnames, for finding near ones.</summary>
    internal SurnameIndex Surnames => _surnames.Value;

    /// <summary>The people by given name.</summary>
    internal GivenNameIndex Given => _given.Value;

    /// <summary>Whether a folded word is the first name of somebody in the directory, or one of its list of given names.</summary>
    internal bool IsGivenName(string word) => _givenNames.Value.Contains(word);

    /// <summary>Index of the agent <c>party</c>; -1 where the data has none.</summary>
    internal int PartyAgent => _partyAgent.Value;

    /// <summary>Names of states and peoples, for finding near ones.</summary>
    internal Spellings Spellings => _spellings.Value;

    internal IEnumerable<(string Code, string Role)> Roles => _holdings.Value.Keys;

    internal bool Cue(string list, string word) => Parts.Cues.TryGetValue(list, out FrozenSet<string>? words) && words.Contains(word);

    /// <summary>PLOVER's country field of a code: the table's for an organisation, the home state of a group.</summary>
    internal string CountryOf(string code)
    {
        if (Parts.Codes.TryGetValue(code, out (string Country, string Name) row)) return row.Country;
        return _groupCountries.Value.GetValueOrDefault(code, code);
    }

    /// <summary>Rows of offices with exactly these words, folded.</summary>
    internal IReadOnlyList<Holding> HoldingsOf(string code, string title) => _titles.Value.GetValueOrDefault((code, title)) ?? [];

    private static FrozenDictionary<(string Code, string Role), Holding[]> IndexHoldings(ImmutableArray<ActorEntry> entries)
    {
        Dictionary<(string Code, string Role), List<Holding>> index = [];
        for (int i = 0; i < entries.Length; i++)
        {
            if (entries[i].Kind != EntryKind.Person) continue;
            foreach (OfficeRow office in entries[i].Offices)
            {
                foreach (string role in office.Roles)
                {
                    if (!index.TryGetValue((office.Code, role), out List<Holding>? list)) index[(office.Code, role)] = list = [];
                    list.Add(new Holding(i, office));
                }
            }
        }

        return index.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.OrderBy(row => row.Office.From).ThenBy(row => row.Person).ToArray());
    }

    private static FrozenDictionary<(string Code, string Title), Holding[]> IndexTitles(ImmutableArray<ActorEntry> entries) =>
        entries.SelectMany((entry, index) => entry.Kind == EntryKind.Person ? entry.Offices.Select(office => new Holding(index, office)) : [])
            .GroupBy(row => (row.Office.Code, Folding.Fold(row.Office.Title))).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static FrozenDictionary<string, int[]> IndexPeople(ImmutableArray<ActorEntry> entries)
    {
        Dictionary<string, List<int>> index = new(StringComparer.Ordinal);
        for (int i = 0; i < entries.Length; i++)
        {
            if (entries[i].Kind != EntryKind.Person || entries[i].Surname.Length == 0) continue;
            string key = Folding.Fold(entries[i].Surname);
            if (!index.TryGetValue(key, out List<int>? list)) index[key] = list = [];
            list.Add(i);
        }

        return index.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }
}

/// <summary>A person in an office.</summary>
/// <param name="Person">Index of the entry.</param>
/// <param name="Office">The row.</param>
internal readonly record struct Holding(int Person, OfficeRow Office);

/// <summary>What a directory is made of.</summary>
internal sealed record DirectoryParts
{
    public required ImmutableArray<ActorEntry> Entries { get; init; }

    public required ImmutableArray<AgentWord> Agents { get; init; }

    public required ImmutableArray<TitleReading> Titles { get; init; }

    public required ImmutableArray<BodyKind> Kinds { get; init; }

    public required ImmutableArray<TitleModifier> Modifiers { get; init; }

    /// <summary>The closed table: code to PLOVER country field and name.</summary>
    public required ImmutableSortedDictionary<string, (string Country, string Name)> Codes { get; init; }

    /// <summary>Folded given name to the number of its group of spellings.</summary>
    public required FrozenDictionary<string, int> GivenNames { get; init; }

    public required FrozenDictionary<string, FrozenSet<string>> Cues { get; init; }

    /// <summary>Dated members of organisations by code.</summary>
    public required ImmutableArray<Membership> Members { get; init; }

    public required ImmutableArray<AmbiguousName> Ambiguous { get; init; }

    public required PhraseTable Phrases { get; init; }

    /// <summary>Names of one word of states and their peoples, by which misspelt ones are known.</summary>
    public required ImmutableArray<Spelling> Spellings { get; init; }
}

/// <summary>A name of one word.</summary>
internal sealed record Spelling(string Word, SenseKind Kind, int Target);

/// <summary>A state's membership of an organisation.</summary>
internal sealed record Membership(string Organisation, string State, DateOnly From, DateOnly To);
