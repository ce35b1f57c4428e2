using System.Collections.Frozen;

namespace Readout.Coding.Actors;

/// <summary>The people of a directory by their given names, spellings of one name being one. Immutable.</summary>
internal sealed class GivenNameIndex
{
    private readonly FrozenDictionary<string, int> _spellings;
    private readonly string[] _given;
    private readonly FrozenDictionary<string, int[]> _people;

    /// <param name="parts">The directory's parts.</param>
    public GivenNameIndex(DirectoryParts parts)
    {
        _spellings = parts.GivenNames;
        _given = [.. parts.Entries.Select(entry => entry.Kind == EntryKind.Person ? Folding.Fold(entry.Name.Split(' ', '-')[0]) : "")];
        _people = Enumerable.Range(0, _given.Length).Where(entry => _given[entry].Length > 0).GroupBy(entry => Key(_given[entry]))
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The folded given name of a person, by index of the entry.</summary>
    public string Of(int person) => _given[person];

    /// <summary>Whether two folded given names are spellings of one.</summary>
    public bool Same(string given, string other) => given == other || _spellings.TryGetValue(given, out int left) && _spellings.TryGetValue(other, out int right) && left == right;

    /// <summary>Indexes of the people with a folded given name in any of its spellings, in order.</summary>
    public ReadOnlySpan<int> People(string given) => _people.GetValueOrDefault(Key(given));

    private string Key(string given) => _spellings.TryGetValue(given, out int name) ? "=" + name.ToString(System.Globalization.CultureInfo.InvariantCulture) : given;
}
