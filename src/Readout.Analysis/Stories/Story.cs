using System.Buffers.Binary;

namespace Readout.Analysis.Stories;

/// <summary>
/// The articles about one matter: the sum of their vectors, with in how many of them each term stands. Changes as articles come and
/// go; whoever keeps it writes it back.
/// </summary>
public sealed class Story
{
    /// <summary>Terms that are kept; the lightest go when there are more.</summary>
    internal const int TermLimit = 320;

    private const int EntrySize = 24;
    private readonly Dictionary<long, Sum> _terms = [];

    /// <summary>A story without articles.</summary>
    /// <param name="id">Its number: that of the article it began with.</param>
    public Story(long id) => Id = id;

    /// <summary>Its number.</summary>
    public long Id { get; }

    /// <summary>Number of articles.</summary>
    public int Count { get; private set; }

    /// <summary>First day on which one was published, as <see cref="DateOnly.DayNumber"/>, or null.</summary>
    public int? FirstDay { get; private set; }

    /// <summary>Last such day, or null.</summary>
    public int? LastDay { get; private set; }

    /// <summary>Adds an article.</summary>
    public void Add(ArticleVector article, int? day)
    {
        ArgumentNullException.ThrowIfNull(article);
        Count++;
        foreach (TermWeight term in article.Terms) Add(term.Term, new Sum(term.Weight, 1, term.IsName ? 1 : 0));
        Extend(day, day);
        Prune();
    }

    /// <summary>Takes an article out; the days that it covered stay.</summary>
    public void Remove(ArticleVector article)
    {
        ArgumentNullException.ThrowIfNull(article);
        Count--;
        foreach (TermWeight term in article.Terms)
        {
            if (!_terms.TryGetValue(term.Term, out Sum sum)) continue;
            Sum left = new(sum.Weight - term.Weight, sum.Articles - 1, sum.Names - (term.IsName ? 1 : 0));
            if (left.Articles <= 0 || left.Weight <= 0) _terms.Remove(term.Term);
            else _terms[term.Term] = left;
        }
    }

    /// <summary>Takes all articles of another story.</summary>
    public void Merge(Story other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Count += other.Count;
        foreach ((long term, Sum sum) in other._terms) Add(term, sum);
        Extend(other.FirstDay, other.LastDay);
        Prune();
    }

    /// <summary>The mean product of an article of this story with one of the other.</summary>
    public long Link(Story other)
    {
        ArgumentNullException.ThrowIfNull(other);
        (Dictionary<long, Sum> few, Dictionary<long, Sum> many) = _terms.Count <= other._terms.Count ? (_terms, other._terms) : (other._terms, _terms);
        long product = 0;
        foreach ((long term, Sum sum) in few)
        {
            if (many.TryGetValue(term, out Sum match)) product += sum.Weight * match.Weight;
        }

        return product / ((long)Count * other.Count);
    }

    /// <summary>The mean product of an article with those of this story.</summary>
    /// <param name="article">The article.</param>
    /// <param name="isMember">Whether it is one of them; it is then not compared with itself.</param>
    public long Link(ArticleVector article, bool isMember)
    {
        ArgumentNullException.ThrowIfNull(article);
        long product = isMember ? -ArticleVector.Product(article, article) : 0;
        foreach (TermWeight term in article.Terms)
        {
            if (_terms.TryGetValue(term.Term, out Sum sum)) product += sum.Weight * term.Weight;
        }

        int others = isMember ? Count - 1 : Count;
        return others == 0 ? 0 : product / others;
    }

    /// <summary>
    /// How much of what names this story's matter is missing from another, in thousandths: names that stand in at least half of its
    /// articles, by weight, less what share of the other's articles has them.
    /// </summary>
    public int Missing(Story other)
    {
        ArgumentNullException.ThrowIfNull(other);
        long total = 0;
        long missing = 0;
        foreach ((long term, Sum sum) in _terms)
        {
            if (2 * sum.Names < sum.Articles || 2 * sum.Articles < Count) continue;
            long found = other._terms.TryGetValue(term, out Sum match) ? Math.Min(1000, 1000L * match.Articles * Count / ((long)other.Count * sum.Articles)) : 0;
            total += sum.Weight;
            missing += sum.Weight * (1000 - found) / 1000;
        }

        return total == 0 ? 0 : (int)(1000 * missing / total);
    }

    /// <summary>The story as bytes, to be kept: the same for the same story, whatever the order in which it grew.</summary>
    public byte[] ToBytes()
    {
        byte[] bytes = new byte[_terms.Count * EntrySize];
        int position = 0;
        foreach ((long term, Sum sum) in _terms.OrderBy(term => term.Key))
        {
            Span<byte> entry = bytes.AsSpan(position, EntrySize);
            BinaryPrimitives.WriteInt64LittleEndian(entry, term);
            BinaryPrimitives.WriteInt64LittleEndian(entry[8..], sum.Weight);
            BinaryPrimitives.WriteInt32LittleEndian(entry[16..], sum.Articles);
            BinaryPrimitives.WriteInt32LittleEndian(entry[20..], sum.Names);
            position += EntrySize;
        }

        return bytes;
    }

    /// <summary>The story that <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are no story.</exception>
    public static Story FromBytes(long id, int count, int? firstDay, int? lastDay, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % EntrySize != 0) throw new FormatException("The bytes are no story.");
        Story story = new(id) { Count = count, FirstDay = firstDay, LastDay = lastDay };
        for (int i = 0; i < bytes.Length; i += EntrySize)
        {
            ReadOnlySpan<byte> entry = bytes.Slice(i, EntrySize);
            Sum sum = new(BinaryPrimitives.ReadInt64LittleEndian(entry[8..]), BinaryPrimitives.ReadInt32LittleEndian(entry[16..]), BinaryPrimitives.ReadInt32LittleEndian(entry[20..]));
            story._terms.Add(BinaryPrimitives.ReadInt64LittleEndian(entry), sum);
        }

        return story;
    }

    private void Add(long term, Sum sum)
    {
        Sum known = _terms.GetValueOrDefault(term);
        _terms[term] = new Sum(known.Weight + sum.Weight, known.Articles + sum.Articles, known.Names + sum.Names);
    }

    private void Extend(int? first, int? last)
    {
        FirstDay = FirstDay is null ? first : first is null ? FirstDay : Math.Min(FirstDay.Value, first.Value);
        LastDay = LastDay is null ? last : last is null ? LastDay : Math.Max(LastDay.Value, last.Value);
    }

    private void Prune()
    {
        if (_terms.Count <= TermLimit) return;
        foreach (long term in _terms.OrderByDescending(term => term.Value.Weight).ThenBy(term => term.Key).Skip(TermLimit).Select(term => term.Key).ToList()) _terms.Remove(term);
    }

    private readonly record struct Sum(long Weight, int Articles, int Names);
}
