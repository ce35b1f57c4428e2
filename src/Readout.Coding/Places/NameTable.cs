namespace Readout.Coding.Places;

/// <summary>
/// Names looked up at a position of a text. Names are filed under the letters of their first word; within one file the
/// longest comes first. Letters with marks equal their base letters, apostrophes and hyphens equal their typographic
/// forms, a full stop may be missing. The first word must agree in letter case, or the whole slice is in capitals.
/// Immutable; safe to read from every thread.
/// </summary>
internal sealed class NameTable
{
    private readonly NameEntry[] _entries;
    private readonly int[] _slots;
    private readonly int _mask;

    private NameTable(NameEntry[] entries, int[] slots)
    {
        _entries = entries;
        _slots = slots;
        _mask = slots.Length - 1;
    }

    /// <summary>Number of distinct names.</summary>
    public int Count => _entries.Length;

    /// <summary>Builds a table; equal names share one entry, with their values in the order given.</summary>
    public static NameTable Build(IEnumerable<(string Name, int Value)> names)
    {
        Dictionary<string, List<int>> byName = new(StringComparer.Ordinal);
        foreach ((string name, int value) in names)
        {
            string key = NameFold.Fold(name);
            if (!byName.TryGetValue(key, out List<int>? values)) byName[key] = values = [];
            if (!values.Contains(value)) values.Add(value);
        }

        NameEntry[] entries = [.. byName.Select(pair => new NameEntry(NameFold.FirstWordHash(pair.Key, 0), pair.Key, [.. pair.Value]))];
        Array.Sort(entries, NameEntry.Compare);
        return new NameTable(entries, Slots(entries));
    }

    /// <summary>Appends the entries as numbers, their keys in the pool.</summary>
    public void Write(List<int> numbers, StringPool pool)
    {
        numbers.Add(_entries.Length);
        foreach (NameEntry entry in _entries)
        {
            numbers.AddRange([(int)entry.Hash, pool.Number(entry.Key), entry.Values.Length]);
            numbers.AddRange(entry.Values);
        }
    }

    /// <summary>Reads what <see cref="Write"/> appended.</summary>
    public static NameTable Read(int[] numbers, ref int at, string[] strings)
    {
        NameEntry[] entries = new NameEntry[numbers[at++]];
        for (int i = 0; i < entries.Length; i++)
        {
            int[] values = numbers.AsSpan(at + 3, numbers[at + 2]).ToArray();
            entries[i] = new NameEntry((uint)numbers[at], strings[numbers[at + 1]], values);
            at += 3 + values.Length;
        }

        return new NameTable(entries, Slots(entries));
    }

    /// <summary>The values of a name given whole; empty where it is unknown.</summary>
    public int[] Find(string name)
    {
        string key = NameFold.Fold(name);
        for (int i = FirstEntry(NameFold.FirstWordHash(key, 0)); i >= 0 && i < _entries.Length; i++)
        {
            if (_entries[i].Hash != NameFold.FirstWordHash(key, 0)) break;
            if (string.Equals(_entries[i].Key, key, StringComparison.Ordinal)) return _entries[i].Values;
        }

        return [];
    }

    /// <summary>Index of the first entry filed under a first word's hash; -1 where there is none. O(1).</summary>
    public int FirstEntry(uint hash)
    {
        for (uint slot = hash; ; slot++)
        {
            int entry = _slots[slot & (uint)_mask] - 1;
            if (entry < 0) return -1;
            if (_entries[entry].Hash == hash) return entry;
        }
    }

    /// <summary>The entry at an index.</summary>
    public ref readonly NameEntry this[int index] => ref _entries[index];

    private static int[] Slots(NameEntry[] entries)
    {
        int size = 16;
        while (size < entries.Length * 2) size *= 2;
        int[] slots = new int[size];
        for (int i = 0; i < entries.Length; i++)
        {
            if (i > 0 && entries[i - 1].Hash == entries[i].Hash) continue;
            uint slot = entries[i].Hash;
            while (slots[slot & (uint)(size - 1)] != 0) slot++;
            slots[slot & (uint)(size - 1)] = i + 1;
        }

        return slots;
    }
}

/// <summary>A name with what it names.</summary>
/// <param name="Hash">Hash of the letters of its first word.</param>
/// <param name="Key">The folded name, letter case kept.</param>
/// <param name="Values">What it names.</param>
internal readonly record struct NameEntry(uint Hash, string Key, int[] Values)
{
    /// <summary>Orders by hash, then longest first, then ordinally.</summary>
    public static int Compare(NameEntry left, NameEntry right)
    {
        int byHash = left.Hash.CompareTo(right.Hash);
        if (byHash != 0) return byHash;
        int byLength = right.Key.Length.CompareTo(left.Key.Length);
        return byLength != 0 ? byLength : string.CompareOrdinal(left.Key, right.Key);
    }
}
