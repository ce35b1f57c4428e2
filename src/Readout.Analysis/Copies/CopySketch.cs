using System.Collections.Immutable;

namespace Readout.Analysis.Copies;

/// <summary>
/// MinHash (Broder 1997) of a text's runs of words, cut into bands (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, 3.4). With two
/// values a band and twelve bands, texts that share half of their runs meet in a band with probability 0.97, those
/// that share a hundredth with 0.001. Six more bands are over the lead alone, for copies that are cut short.
/// </summary>
internal static class CopySketch
{
    private const int Rows = 2;
    private const int WholeBands = 12;
    private const int LeadBands = 6;

    /// <summary>The bands; none where the text has fewer runs than can be told apart.</summary>
    public static ImmutableArray<long> Bands(Shingles shingles)
    {
        if (shingles.Count < CopyCheck.Smallest) return [];
        ImmutableArray<long>.Builder bands = ImmutableArray.CreateBuilder<long>(WholeBands + LeadBands);
        AddBands(bands, shingles.All, WholeBands, seed: 1);
        AddBands(bands, shingles.Lead, LeadBands, seed: 1_000_003);
        return bands.MoveToImmutable();
    }

    private static void AddBands(ImmutableArray<long>.Builder bands, ReadOnlySpan<ulong> hashes, int count, ulong seed)
    {
        for (int band = 0; band < count; band++)
        {
            ulong key = seed + (ulong)band;
            for (int row = 0; row < Rows; row++) key = StableHash.Join(key, Least(hashes, StableHash.Mix(seed + (ulong)(band * Rows + row) * 0x9E3779B97F4A7C15)));
            bands.Add(unchecked((long)key));
        }
    }

    /// <summary>The least of the hashes under one permutation.</summary>
    private static ulong Least(ReadOnlySpan<ulong> hashes, ulong permutation)
    {
        ulong least = ulong.MaxValue;
        foreach (ulong hash in hashes) least = Math.Min(least, (hash ^ permutation) * 0xD6E8FEB86659FD93);
        return least;
    }
}
