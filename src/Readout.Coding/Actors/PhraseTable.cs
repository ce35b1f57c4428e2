namespace Readout.Coding.Actors;

/// <summary>How a phrase names its target.</summary>
internal enum SenseKind : byte
{
    /// <summary>A name of an entry.</summary>
    Name,

    /// <summary>An adjective of a state or organisation: <c>Russian</c>.</summary>
    Adjective,

    /// <summary>One of a people: <c>Russian</c>, <c>Dane</c>.</summary>
    People,

    /// <summary>Several of a people: <c>Russians</c>.</summary>
    PeoplePlural,

    /// <summary>A capital, place or government by the words around it.</summary>
    Capital,

    /// <summary>A metonym that always means the government: <c>the Kremlin</c>.</summary>
    Government,

    /// <summary>A city or part of a state.</summary>
    Place,

    /// <summary>A person's surname alone.</summary>
    Surname,

    /// <summary>A generic agent in the singular.</summary>
    Agent,

    /// <summary>A generic agent in the plural.</summary>
    AgentPlural,

    /// <summary>A title.</summary>
    Title,

    /// <summary>The common name of a kind of body: <c>foreign ministry</c>.</summary>
    BodyName,

    /// <summary>A modifier of titles: <c>former</c>.</summary>
    Modifier,

    /// <summary>A form of an adjective that stands only before a hyphen: <c>Franco-</c>.</summary>
    Combining,
}

/// <summary>One meaning of a phrase.</summary>
/// <param name="Kind">How it names.</param>
/// <param name="Target">Index into the directory's list for the kind.</param>
/// <param name="Case">Two bits a word from the lowest: 0 any letter case, 1 a capital first, 2 all capitals.</param>
internal readonly record struct Sense(SenseKind Kind, int Target, uint Case)
{
    /// <summary>In place of a letter case: the word is written otherwise than the directory has it.</summary>
    public const uint Misspelt = uint.MaxValue;
}

/// <summary>
/// Phrases by the hash of their words: an open-addressed table in which every prefix of a phrase is a node, so that a
/// walk stops at the first word that no phrase goes on with. Immutable; safe on every thread.
/// </summary>
internal sealed class PhraseTable
{
    private readonly ulong[] _keys;
    private readonly int[] _values;
    private readonly Sense[] _senses;
    private readonly int _mask;

    private PhraseTable(ulong[] keys, int[] values, Sense[] senses)
    {
        _keys = keys;
        _values = values;
        _senses = senses;
        _mask = keys.Length - 1;
    }

    /// <summary>Whether some phrase begins with the words hashed.</summary>
    public bool HasPrefix(ulong hash) => Find(hash) >= 0;

    /// <summary>The meanings of exactly the words hashed; empty where they are only the beginning of a phrase.</summary>
    public ReadOnlySpan<Sense> SensesOf(ulong hash)
    {
        int slot = Find(hash);
        if (slot < 0 || _values[slot] < 0) return [];
        int start = _values[slot] >> 8;
        return _senses.AsSpan(start, _values[slot] & 0xFF);
    }

    private int Find(ulong hash)
    {
        int slot = (int)(hash >> 20) & _mask;
        while (_keys[slot] != 0)
        {
            if (_keys[slot] == hash) return slot;
            slot = (slot + 1) & _mask;
        }

        return -1;
    }

    public static PhraseTable Build(IReadOnlyDictionary<ulong, List<Sense>> phrases, IReadOnlyCollection<ulong> prefixes)
    {
        SortedDictionary<ulong, List<Sense>> all = [];
        foreach (ulong prefix in prefixes) all[prefix] = [];
        foreach ((ulong hash, List<Sense> list) in phrases) all[hash] = list;
        int size = 1024;
        while (size < all.Count * 2) size *= 2;
        ulong[] keys = new ulong[size];
        int[] values = new int[size];
        List<Sense> senses = [];
        foreach ((ulong hash, List<Sense> list) in all)
        {
            int slot = (int)(hash >> 20) & (size - 1);
            while (keys[slot] != 0) slot = (slot + 1) & (size - 1);
            keys[slot] = hash;
            int count = Math.Min(list.Count, 255);
            values[slot] = count == 0 ? -1 : (senses.Count << 8) | count;
            senses.AddRange(list.Take(count));
        }

        return new PhraseTable(keys, values, [.. senses]);
    }

    public void Write(BinaryWriter writer)
    {
        int used = _keys.Count(key => key != 0);
        writer.Write(_keys.Length);
        writer.Write(used);
        for (int i = 0; i < _keys.Length; i++)
        {
            if (_keys[i] == 0) continue;
            writer.Write(i);
            writer.Write(_keys[i]);
            writer.Write(_values[i]);
        }

        writer.Write(_senses.Length);
        foreach (Sense sense in _senses)
        {
            writer.Write((byte)sense.Kind);
            writer.Write(sense.Target);
            writer.Write(sense.Case);
        }
    }

    public static PhraseTable Read(BinaryReader reader)
    {
        int size = reader.ReadInt32();
        int used = reader.ReadInt32();
        ulong[] keys = new ulong[size];
        int[] values = new int[size];
        byte[] block = reader.ReadBytes(used * 16);
        for (int i = 0; i < used; i++)
        {
            int slot = BitConverter.ToInt32(block, i * 16);
            keys[slot] = BitConverter.ToUInt64(block, (i * 16) + 4);
            values[slot] = BitConverter.ToInt32(block, (i * 16) + 12);
        }

        int count = reader.ReadInt32();
        byte[] packed = reader.ReadBytes(count * 9);
        Sense[] senses = new Sense[count];
        for (int i = 0; i < count; i++)
        {
            senses[i] = new Sense(
                (SenseKind)packed[i * 9], BitConverter.ToInt32(packed, (i * 9) + 1), BitConverter.ToUInt32(packed, (i * 9) + 5));
        }

        return new PhraseTable(keys, values, senses);
    }
}

/// <summary>Collects phrases while the text files are read.</summary>
internal sealed class PhraseTableBuilder
{
    private readonly Dictionary<ulong, List<Sense>> _phrases = [];
    private readonly HashSet<ulong> _prefixes = [];

    /// <summary>Adds a meaning of a phrase; the same meaning is kept once. Words are maximal runs of letters and digits.</summary>
    public void Add(string phrase, SenseKind kind, int target, bool anyCase = false)
    {
        ulong hash = Folding.Seed;
        uint cases = 0;
        List<(int Start, int End)> words = WordRuns.Split(phrase);
        if (words.Count is 0 or > 16) return;
        for (int i = 0; i < words.Count; i++)
        {
            ReadOnlySpan<char> word = phrase.AsSpan(words[i].Start, words[i].End - words[i].Start);
            hash = Folding.Extend(hash, word);
            if (i + 1 < words.Count) _prefixes.Add(hash);
            if (!anyCase) cases |= CaseOf(word, words.Count) << (2 * i);
        }

        if (!_phrases.TryGetValue(hash, out List<Sense>? senses)) _phrases[hash] = senses = [];
        Sense sense = new(kind, target, cases);
        if (!senses.Contains(sense)) senses.Add(sense);
    }

    public PhraseTable Build()
    {
        _prefixes.ExceptWith(_phrases.Keys);
        return PhraseTable.Build(_phrases, _prefixes);
    }

    private static uint CaseOf(ReadOnlySpan<char> word, int words)
    {
        if (!char.IsUpper(word[0])) return 0;
        bool acronym = word.Length is > 1 and < 6 || words > 1;
        foreach (char letter in word)
        {
            if (char.IsLower(letter)) acronym = false;
        }

        return acronym ? 2U : 1U;
    }
}
