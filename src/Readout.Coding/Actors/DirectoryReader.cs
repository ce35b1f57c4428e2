using System.Collections.Frozen;
using System.Collections.Immutable;
using Readout.Coding.Packs;

namespace Readout.Coding.Actors;

/// <summary>Reads the text files of <c>actors/</c> into the parts of a directory. One use each.</summary>
internal sealed partial class DirectoryReader(ICollection<DataProblem> problems)
{
    private readonly List<ActorEntry> _entries = [];
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private readonly List<AgentWord> _agents = [];
    private readonly List<TitleReading> _titles = [];
    private readonly List<BodyKind> _kinds = [];
    private readonly List<TitleModifier> _modifiers = [];
    private readonly SortedDictionary<string, (string Country, string Name)> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _givenNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _cues = new(StringComparer.Ordinal);
    private readonly List<Membership> _members = [];
    private readonly List<AmbiguousName> _ambiguous = [];
    private readonly PhraseTableBuilder _phrases = new();
    private readonly List<Spelling> _spellings = [];

    /// <summary>Sectors of PLOVER 2021, table of chapter 4.</summary>
    internal static readonly FrozenSet<string> Sectors = new[]
    {
        "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
        "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
    }.ToFrozenSet(StringComparer.Ordinal);

    public DirectoryParts Read(IReadOnlyList<DataFile> files)
    {
        List<DataFile> mine = [.. files.Where(file => file.Path.StartsWith("actors/", StringComparison.Ordinal) && file.Path.EndsWith(".txt", StringComparison.Ordinal))];
        foreach (Func<string, Action<DataFile>?> pass in new[] { First, Second, Third, Fourth })
        {
            foreach (DataFile file in mine) pass(file.Path)?.Invoke(file);
        }

        return new DirectoryParts
        {
            Entries = [.. _entries],
            Agents = [.. _agents],
            Titles = [.. _titles],
            Kinds = [.. _kinds],
            Modifiers = [.. _modifiers],
            Codes = _codes.ToImmutableSortedDictionary(StringComparer.Ordinal),
            GivenNames = _givenNames.ToFrozenDictionary(StringComparer.Ordinal),
            Cues = _cues.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal),
            Members = [.. _members],
            Ambiguous = [.. _ambiguous],
            Phrases = _phrases.Build(),
            Spellings = [.. _spellings],
        };
    }

    private Action<DataFile>? First(string path) => path switch
    {
        "actors/codes.txt" => ReadCodes,
        "actors/kinds.txt" => ReadKinds,
        "actors/given-names.txt" => ReadGivenNames,
        "actors/cues.txt" => ReadCues,
        "actors/ambiguous.txt" => ReadAmbiguous,
        "actors/agents.txt" => ReadAgents,
        "actors/titles.txt" => ReadTitles,
        _ => null,
    };

    private Action<DataFile>? Second(string path) => path switch
    {
        "actors/states.txt" => ReadStates,
        _ => null,
    };

    private Action<DataFile>? Third(string path) => path switch
    {
        "actors/igos.txt" => ReadOrganisations,
        _ => null,
    };

    private Action<DataFile>? Fourth(string path)
    {
        if (path.StartsWith("actors/bodies/", StringComparison.Ordinal)) return ReadBodies;
        if (path.StartsWith("actors/groups/", StringComparison.Ordinal)) return ReadGroups;
        if (path.StartsWith("actors/people/", StringComparison.Ordinal)) return ReadPeople;
        if (First(path) is null && Second(path) is null && Third(path) is null) return ReportUnknown;
        return null;
    }

    private void ReportUnknown(DataFile file) =>
        problems.Add(new DataProblem(file.Path, 0, "no such file belongs to the actor directory", "see docs/actors.md for the files and their names"));

    private void Report(DataBlock block, int line, string message, string? suggestion = null) =>
        problems.Add(new DataProblem(block.Path, line, message, suggestion));

    private List<DataBlock> Blocks(DataFile file, out string check, params string[] keys)
    {
        Dictionary<string, string> settings = new(StringComparer.Ordinal);
        List<DataBlock> blocks = DataBlock.Read(file, ["checked", .. keys], settings, problems);
        check = settings.GetValueOrDefault("checked", "");
        return blocks;
    }

    private int Add(ActorEntry entry, DataBlock block)
    {
        if (!_byId.TryGetValue(entry.Id, out int index))
        {
            _byId[entry.Id] = _entries.Count;
            _entries.Add(entry);
            return _entries.Count - 1;
        }

        if (_entries[index].Source.StartsWith(block.Path + ":", StringComparison.Ordinal))
            Report(block, block.Head.Number, $"'{entry.Id}' is written twice in this file", "give one of them an id of its own, or join them");
        _entries[index] = entry;
        return index;
    }

    private bool CheckSector(DataBlock block, int line, string sector)
    {
        if (Sectors.Contains(sector)) return true;
        Report(block, line, $"'{sector}' is no PLOVER sector", "one of " + string.Join(' ', Sectors.Order(StringComparer.Ordinal)));
        return false;
    }

    private bool CheckCode(DataBlock block, int line, string code)
    {
        if (_codes.ContainsKey(code) || _byId.ContainsKey("state/" + code)) return true;
        Report(block, line, $"'{code}' is neither a state of states.txt nor a code of codes.txt", "use the alpha-3 code, such as USA");
        return false;
    }

    private static string Where(DataBlock block) => $"{block.Path}:{block.Head.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    private static string First(DataBlock block, string key)
    {
        foreach (DataLine line in block.Lines)
        {
            if (line.Key == key) return line.Value;
        }

        return "";
    }

    private static IEnumerable<string> All(DataBlock block, string key) => block.Lines.Where(line => line.Key == key).SelectMany(line => line.Items);

    private void CheckKeys(DataBlock block, params ReadOnlySpan<string> allowed)
    {
        foreach (DataLine line in block.Lines)
        {
            if (line.Key.Length == 0 || !allowed.Contains(line.Key))
                Report(block, line.Number, $"'{line.Text}' is not understood here", "keys are " + string.Join(", ", allowed.ToArray()));
        }
    }
}
