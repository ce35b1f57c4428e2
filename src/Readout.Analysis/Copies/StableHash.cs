namespace Readout.Analysis.Copies;

/// <summary>Hashes that are the same on every machine and in every run, fit to be kept.</summary>
internal static class StableHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>64 bits of a text: FNV-1a over its code units, then mixed.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        ulong hash = Offset;
        foreach (char unit in text)
        {
            hash = (hash ^ (byte)unit) * Prime;
            hash = (hash ^ (byte)(unit >> 8)) * Prime;
        }

        return Mix(hash);
    }

    /// <summary>A bijection that spreads every bit over all (the finaliser of SplitMix64, Steele and others 2014).</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>Joins two hashes; the order counts.</summary>
    public static ulong Join(ulong first, ulong second) => Mix(first * Prime + second);
}
