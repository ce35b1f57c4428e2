using System.Numerics;

namespace Readout.Coding.Actors;

/// <summary>Finds surnames within a few letters of a misspelt one. Immutable.</summary>
internal sealed class SurnameIndex
{
    private const int Longest = 40;

    // By length, then in alphabetical order; _first[n] is where names of n letters begin.
    private readonly string[] _names;
    private readonly uint[] _letters;
    private readonly int[] _first = new int[Longest + 2];
    private readonly Lazy<ILookup<string, string>> _sounds;

    public SurnameIndex(IEnumerable<string> names)
    {
        _names = [.. names.OrderBy(Size).ThenBy(name => name, StringComparer.Ordinal)];
        foreach (string name in _names) _first[Size(name) + 1]++;
        for (int size = 1; size < _first.Length; size++) _first[size] += _first[size - 1];
        _letters = [.. _names.Select(Letters)];
        _sounds = new(() => _names.Order(StringComparer.Ordinal).ToLookup(PersonNames.Sound, StringComparer.Ordinal));
    }

    /// <summary>Surnames at most <paramref name="limit"/> edits away, nearest first, then in alphabetical order.</summary>
    public IEnumerable<(string Name, int Distance)> Near(string name, int limit)
    {
        uint letters = Letters(name);
        List<(string Name, int Distance)> near = [];
        int from = _first[Math.Max(0, Size(name) - limit)], end = _first[Math.Min(Longest, Size(name) + limit) + 1];
        for (int i = from; i < end; i++)
        {
            if (BitOperations.PopCount(letters ^ _letters[i]) > 2 * limit) continue;
            int distance = PersonNames.Distance(name, _names[i], limit);
            if (distance <= limit) near.Add((_names[i], distance));
        }

        return near.OrderBy(pair => pair.Distance).ThenBy(pair => pair.Name, StringComparer.Ordinal);
    }

    /// <summary>Surnames that sound alike by their consonants, in alphabetical order.</summary>
    public IEnumerable<string> Alike(string name) => _sounds.Value[PersonNames.Sound(name)];

    private static int Size(string name) => Math.Min(name.Length, Longest);

    private static uint Letters(string name)
    {
        uint mask = 0;
        foreach (char letter in name)
        {
            if (letter is >= 'a' and <= 'z') mask |= 1U << (letter - 'a');
        }

        return mask;
    }
}
