using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Readout.Analysis.Stories;

/// <summary>An article as weighted terms, of unit length, in ascending order of the terms. Immutable.</summary>
public sealed class ArticleVector
{
    /// <summary>The length of every vector.</summary>
    public const int Unit = 4096;

    /// <summary>Terms that are kept, the weightiest ones.</summary>
    public const int TermLimit = 64;

    /// <summary>Terms under which stories are looked up, the weightiest ones.</summary>
    public const int KeyLimit = 12;

    private const int EntrySize = 12;

    private ArticleVector(ImmutableArray<TermWeight> terms) => Terms = terms;

    /// <summary>The terms.</summary>
    public ImmutableArray<TermWeight> Terms { get; }

    /// <summary>
    /// Weighs terms by how rare they are: the logarithm of the inverse document frequency to the power of 1.5, names half as
    /// much again. How often a term stands in the article does not count: in a few sentences that is chance.
    /// </summary>
    /// <param name="terms">The terms, ascending.</param>
    /// <param name="frequencies">In how many articles that arrived before each stands.</param>
    /// <param name="articles">Number of articles that arrived before.</param>
    /// <param name="background">How common words are in general.</param>
    public static ArticleVector Of(ImmutableArray<ArticleTerm> terms, IReadOnlyList<int> frequencies, long articles, BackgroundWords background)
    {
        ArgumentNullException.ThrowIfNull(frequencies);
        ArgumentNullException.ThrowIfNull(background);
        int all = FixedMath.Log2(2 * (articles + background.Passages + 2));
        List<TermWeight> weighed = [];
        for (int i = 0; i < terms.Length; i++)
        {
            long seen = frequencies[i] + 1L + background.Count(terms[i].Hash);
            int rarity = all - FixedMath.Log2(2 * seen + 1);
            if (rarity <= 0) continue;
            long weight = rarity * FixedMath.Root((long)rarity * FixedMath.One) / FixedMath.One;
            weighed.Add(new TermWeight(terms[i].Hash, (int)(terms[i].IsName ? weight * 3 / 2 : weight), terms[i].IsName));
        }

        return Normalised(weighed);
    }

    /// <summary>The terms under which stories are looked up, weightiest first.</summary>
    public IEnumerable<long> Keys() => Terms.OrderByDescending(term => term.Weight).ThenBy(term => term.Term).Take(KeyLimit).Select(term => term.Term);

    /// <summary>The product of two vectors: <see cref="Unit"/> squared where they are the same.</summary>
    public static long Product(ArticleVector one, ArticleVector other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        long product = 0;
        for (int i = 0, j = 0; i < one.Terms.Length && j < other.Terms.Length;)
        {
            int order = one.Terms[i].Term.CompareTo(other.Terms[j].Term);
            if (order == 0) product += (long)one.Terms[i].Weight * other.Terms[j].Weight;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }

        return product;
    }

    /// <summary>The vector as bytes, to be kept: twelve a term.</summary>
    public byte[] ToBytes()
    {
        byte[] bytes = new byte[Terms.Length * EntrySize];
        for (int i = 0; i < Terms.Length; i++)
        {
            Span<byte> entry = bytes.AsSpan(i * EntrySize, EntrySize);
            BinaryPrimitives.WriteInt64LittleEndian(entry, Terms[i].Term);
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], (Terms[i].Weight << 1) | (Terms[i].IsName ? 1 : 0));
        }

        return bytes;
    }

    /// <summary>The vector that <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are no vector.</exception>
    public static ArticleVector FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % EntrySize != 0) throw new FormatException("The bytes are no vector of an article.");
        ImmutableArray<TermWeight>.Builder terms = ImmutableArray.CreateBuilder<TermWeight>(bytes.Length / EntrySize);
        for (int i = 0; i < bytes.Length; i += EntrySize)
        {
            int packed = BinaryPrimitives.ReadInt32LittleEndian(bytes[(i + 8)..]);
            terms.Add(new TermWeight(BinaryPrimitives.ReadInt64LittleEndian(bytes[i..]), packed >> 1, (packed & 1) != 0));
        }

        return new ArticleVector(terms.MoveToImmutable());
    }

    private static ArticleVector Normalised(List<TermWeight> weighed)
    {
        TermWeight[] kept = [.. weighed.OrderByDescending(term => term.Weight).ThenBy(term => term.Term).Take(TermLimit).OrderBy(term => term.Term)];
        long length = Math.Max(1, FixedMath.Root(kept.Sum(term => (long)term.Weight * term.Weight)));
        return new ArticleVector([.. kept.Select(term => term with { Weight = (int)(term.Weight * (long)Unit / length) })]);
    }
}
