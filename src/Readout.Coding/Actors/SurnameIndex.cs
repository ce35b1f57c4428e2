using System.Numerics;

namespace Readout.Coding.Actors;

/// <summary>Finds surnames within a few letters of a misspelt one. Immutable.</summary>
internal sealed class SurnameIndex
{
    private readonly string[] _names;
    private readonly uint[] _letters;
    private readonly Lazy<ILookup<string, string>> _sounds;

    public SurnameIndex(IEnumerable<string> names)
    {
        _names = [.. names.Order(StringComparer.Ordinal)];
        _letters = [.. _names.Select(Letters)];
        _sounds = new(() => _names.ToLookup(PersonNames.Sound, StringComparer.Ordinal));
    }

    /// <summary>Surnames at most <paramref name="limit"/> edits away, nearest first, then in alphabetical order.</summary>
    public IEnumerable<(string Name, int Distance)> Near(string name, int limit)
    {
        uint letters = Letters(name);
        List<(string Name, int Distance)> near = [];
        for (int i = 0; i < _names.Length; i++)
        {
            if (Math.Abs(_names[i].Length - name.Length) > limit || BitOperations.PopCount(letters ^ _letters[i]) > 2 * limit) continue;
            int distance = PersonNames.Distance(name, _names[i], limit);
            if (distance <= limit) near.Add((_names[i], distance));
        }

        return near.OrderBy(pair => pair.Distance).ThenBy(pair => pair.Name, StringComparer.Ordinal);
    }

    /// <summary>Surnames that sound alike by their consonants, in alphabetical order.</summary>
    public IEnumerable<string> Alike(string name) => _sounds.Value[PersonNames.Sound(name)];

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
