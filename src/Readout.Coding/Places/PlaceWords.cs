using System.Collections.Frozen;
using System.Collections.Immutable;
using Readout.Coding.Packs;
using Readout.Text;

namespace Readout.Coding.Places;

/// <summary>The word lists of <c>places/words.txt</c>, each under its heading there.</summary>
internal enum PlaceWordList
{
    /// <summary>Names that hold a place's name and are none: <c>Geneva Convention</c>.</summary>
    NotPlaces,

    /// <summary>Place names that people bear: <c>Jordan</c>, <c>Washington</c>.</summary>
    PersonNames,

    /// <summary>Titles before a person's name: <c>Mr.</c>, <c>President</c>.</summary>
    Titles,

    /// <summary>Prepositions that say where.</summary>
    Locative,

    /// <summary>Prepositions under which an event noun carries its own place on to the deed: <c>during talks in Doha</c>.</summary>
    During,

    /// <summary>Nouns after which <c>of</c> or a name says which place: <c>city of</c>, <c>province of</c>.</summary>
    PlaceNouns,

    /// <summary>Nouns for parts and surroundings whose modifier or possessor is the place: <c>airport</c>, <c>coast</c>.</summary>
    SiteNouns,

    /// <summary>Words beside a name that mean a division of a state: <c>governor</c>, <c>senator</c>.</summary>
    RegionSigns,

    /// <summary>Words beside a name that mean a city: <c>mayor</c>, <c>suburb</c>.</summary>
    CitySigns,

    /// <summary>Words beside a name that mean a state: <c>republic</c>, <c>ambassador</c>.</summary>
    StateSigns,

    /// <summary>Prepositions that say where only before waters, islands, borders and bases: <c>on the island</c>, not <c>sanctions on Cuba</c>.</summary>
    LocativeSites,

    /// <summary>Verbs whose object has its own place, which is not that of the deed: <c>support the opposition in Minsk</c>.</summary>
    Stance,

    /// <summary>Verbs of speech acts: their own place is where somebody spoke.</summary>
    Speech,

    /// <summary>Verbs that carry a noun for the deed: <c>hold</c> talks.</summary>
    Light,

    /// <summary>Subjects whose own place is that of what they do: <c>the court in Arusha</c>.</summary>
    VenueAgents,

    /// <summary>Verbs whose subject is the venue: <c>host</c>.</summary>
    Host,

    /// <summary>Verbs whose object is the destination: <c>visit</c>.</summary>
    Visit,

    /// <summary>Verbs of arriving, with a place after <c>in</c>, <c>at</c>, <c>to</c>.</summary>
    Arrive,

    /// <summary>Nouns for a visit, with a place after <c>to</c>, <c>of</c>.</summary>
    VisitNouns,

    /// <summary>Verbs whose object may be the place hit, seized or besieged.</summary>
    Attack,

    /// <summary>Those of them that are physical even where the object is a state: <c>invade</c>.</summary>
    AttackState,

    /// <summary>Nouns for such deeds: <c>shelling of</c>, <c>attack on</c>.</summary>
    AttackNouns,

    /// <summary>Verbs of leaving a place that was held: <c>withdraw from</c>.</summary>
    Withdraw,

    /// <summary>Nouns of leaving: <c>withdrawal from</c>.</summary>
    WithdrawNouns,

    /// <summary>Verbs of sending to a place.</summary>
    Send,

    /// <summary>What must be sent for the destination to be the place: troops, ships, food.</summary>
    Sent,

    /// <summary>Nouns for sending: <c>deployment to</c>.</summary>
    SendNouns,

    /// <summary>Nouns for meetings and gatherings, whose modifier may be the venue: <c>the Geneva talks</c>.</summary>
    GatheringNouns,

    /// <summary>Written datelines: months and their short forms.</summary>
    Months,
}

/// <summary>The word lists, by heading. Immutable.</summary>
internal sealed class PlaceWords
{
    private static readonly FrozenDictionary<string, PlaceWordList> Headings =
        Enum.GetValues<PlaceWordList>().ToFrozenDictionary(Heading, StringComparer.Ordinal);

    private static readonly string[] Endings = ["s", "es", "d", "ed", "ing"];

    private readonly ImmutableArray<string>[] _lists;
    private readonly HashSet<string>[] _sets;

    private PlaceWords(ImmutableArray<string>[] lists)
    {
        _lists = lists;
        _sets = [.. lists.Select(list => list.ToHashSet(StringComparer.Ordinal))];
    }

    /// <summary>Lists without words.</summary>
    public static PlaceWords Empty { get; } = new([.. Enum.GetValues<PlaceWordList>().Select(_ => ImmutableArray<string>.Empty)]);

    /// <summary>The words of a list, in the file's order.</summary>
    public ImmutableArray<string> this[PlaceWordList list] => _lists[(int)list];

    /// <summary>Whether a list has a word, letter case included.</summary>
    public bool Has(PlaceWordList list, string word) => _sets[(int)list].Contains(word);

    /// <summary>Whether a list has a word's lemma, or what is left of its form without a regular ending.</summary>
    public bool HasLemma(PlaceWordList list, Token token)
    {
        if (Has(list, token.Lemma.AsSpan()) || Has(list, token.Form)) return true;
        ReadOnlySpan<char> form = token.Form;
        foreach (string ending in Endings)
        {
            if (form.Length > ending.Length + 2 && form.EndsWith(ending, StringComparison.Ordinal) && Has(list, form[..^ending.Length])) return true;
        }

        return false;
    }

    /// <summary>Whether a list has a slice of text in small letters.</summary>
    public bool Has(PlaceWordList list, ReadOnlySpan<char> word)
    {
        if (word.Length > 64) return false;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return _sets[(int)list].GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower);
    }

    /// <summary>Reads <c>[heading]</c> lines, each followed by lines of words parted by commas.</summary>
    public static PlaceWords Parse(DataFile file, ICollection<DataProblem> problems)
    {
        List<string>[] lists = [.. Enum.GetValues<PlaceWordList>().Select(_ => new List<string>())];
        int current = -1;
        int number = 0;
        foreach (ReadOnlySpan<char> raw in file.Text.AsSpan().EnumerateLines())
        {
            number++;
            string line = raw.Trim().ToString();
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '[') current = Section(line, file.Path, number, problems);
            else if (current >= 0) lists[current].AddRange(line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            else problems.Add(new DataProblem(file.Path, number, "words outside a known section", "put a [heading] above them"));
        }

        for (int i = 0; i < lists.Length; i++)
        {
            if (lists[i].Count == 0) problems.Add(new DataProblem(file.Path, 0, $"[{Heading((PlaceWordList)i)}] is missing or empty", null));
        }

        return new PlaceWords([.. lists.Select(list => list.ToImmutableArray())]);
    }

    /// <summary>Writes the lists in the order of <see cref="PlaceWordList"/>.</summary>
    public void Write(BinaryWriter writer)
    {
        foreach (ImmutableArray<string> list in _lists)
        {
            writer.Write(list.Length);
            foreach (string word in list) writer.Write(word);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static PlaceWords Read(BinaryReader reader)
    {
        ImmutableArray<string>[] lists = new ImmutableArray<string>[Enum.GetValues<PlaceWordList>().Length];
        for (int i = 0; i < lists.Length; i++)
        {
            ImmutableArray<string>.Builder list = ImmutableArray.CreateBuilder<string>(reader.ReadInt32());
            for (int j = 0; j < list.Capacity; j++) list.Add(reader.ReadString());
            lists[i] = list.MoveToImmutable();
        }

        return new PlaceWords(lists);
    }

    private static int Section(string line, string path, int number, ICollection<DataProblem> problems)
    {
        string heading = line.Trim('[', ']', ' ');
        if (Headings.TryGetValue(heading, out PlaceWordList list)) return (int)list;
        problems.Add(new DataProblem(path, number, $"unknown section [{heading}]", string.Join(", ", Headings.Keys.Order(StringComparer.Ordinal))));
        return -1;
    }

    /// <summary><c>place-nouns</c> of <see cref="PlaceWordList.PlaceNouns"/>.</summary>
    private static string Heading(PlaceWordList list) =>
        string.Concat(list.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
