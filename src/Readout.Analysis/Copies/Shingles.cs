using System.Collections.Immutable;

namespace Readout.Analysis.Copies;

/// <summary>
/// The runs of three words of a text, as hashes (Broder 1997): what two texts share of them is what they share of their wording. Case,
/// punctuation and white space do not count. Immutable.
/// </summary>
public sealed class Shingles
{
    /// <summary>Words in a run: few enough that an editor's change costs three runs only.</summary>
    public const int Width = 3;

    /// <summary>Runs at the beginning that the second sketch is made of: a copy cut at the end keeps them.</summary>
    private const int LeadLength = 60;

    /// <summary>Words beyond this are not looked at: a longer text is a book, and its beginning tells whose copy it is.</summary>
    private const int WordLimit = 20_000;

    private readonly ulong[] _sorted;
    private readonly ulong[] _lead;

    private Shingles(ulong[] sorted, ulong[] lead) => (_sorted, _lead) = (sorted, lead);

    /// <summary>Number of different runs.</summary>
    public int Count => _sorted.Length;

    internal ReadOnlySpan<ulong> All => _sorted;

    internal ReadOnlySpan<ulong> Lead => _lead;

    /// <summary>The runs of a text. Time linear in its length, but for the sorting of the hashes.</summary>
    public static Shingles Of(ReadOnlySpan<char> text)
    {
        List<ulong> words = WordHashes(text);
        int runs = Math.Max(0, words.Count - Width + 1);
        ulong[] hashes = new ulong[runs];
        for (int i = 0; i < runs; i++) hashes[i] = StableHash.Join(StableHash.Join(words[i], words[i + 1]), words[i + 2]);
        ulong[] lead = hashes[..Math.Min(runs, LeadLength)];
        Array.Sort(hashes);
        return new Shingles([.. hashes.Distinct()], lead);
    }

    /// <summary>How many runs two texts share.</summary>
    public static int Shared(Shingles one, Shingles other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        int shared = 0;
        for (int i = 0, j = 0; i < one._sorted.Length && j < other._sorted.Length;)
        {
            int order = one._sorted[i].CompareTo(other._sorted[j]);
            if (order == 0) shared++;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }

        return shared;
    }

    /// <summary>The keys under which near-duplicates are looked up.</summary>
    public ImmutableArray<long> Bands() => CopySketch.Bands(this);

    private static List<ulong> WordHashes(ReadOnlySpan<char> text)
    {
        List<ulong> words = [];
        Span<char> word = stackalloc char[64];
        int length = 0;
        for (int i = 0; i <= text.Length && words.Count < WordLimit; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                if (length < word.Length) word[length++] = char.ToLowerInvariant(text[i]);
            }
            else if (length > 0 && !(i < text.Length && text[i] is '\'' or '’'))
            {
                words.Add(StableHash.Of(word[..length]));
                length = 0;
            }
        }

        return words;
    }
}
