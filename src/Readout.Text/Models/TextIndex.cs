namespace Readout.Text.Models;

/// <summary>
/// A table from short texts to numbers that keeps 64-bit hashes in place of the texts (FNV-1a over code units), so that it
/// is filled from a mapped file without making strings. Two texts of one hash are taken for one; among a hundred thousand
/// texts the chance of a pair is below one in a thousand million. Safe from every thread once filled.
/// </summary>
internal sealed class TextIndex
{
    private readonly ulong[] _keys;
    private readonly int[] _values;
    private readonly int _mask;

    /// <summary>Starts empty, with room for so many texts.</summary>
    public TextIndex(int count)
    {
        int size = 16;
        while (size < count * 2) size *= 2;
        _keys = new ulong[size];
        _values = new int[size];
        _mask = size - 1;
    }

    /// <summary>The text's number, to read or to set; 0 where it is new.</summary>
    public ref int this[ReadOnlySpan<char> text] => ref _values[Place(Hash(text))];

    /// <summary>The text's number, or <paramref name="missing"/>.</summary>
    public int Find(ReadOnlySpan<char> text, int missing)
    {
        ulong hash = Hash(text);
        int at = (int)(hash >> 20) & _mask;
        while (_keys[at] != hash)
        {
            if (_keys[at] == 0) return missing;
            at = (at + 1) & _mask;
        }

        return _values[at];
    }

    private int Place(ulong hash)
    {
        int at = (int)(hash >> 20) & _mask;
        while (_keys[at] != hash && _keys[at] != 0) at = (at + 1) & _mask;
        _keys[at] = hash;
        return at;
    }

    private static ulong Hash(ReadOnlySpan<char> text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text) hash = (hash ^ c) * 1099511628211;
        hash ^= hash >> 32;
        return hash == 0 ? 1 : hash;
    }
}
