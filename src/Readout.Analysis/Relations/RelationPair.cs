namespace Readout.Analysis.Relations;

/// <summary>Who acts in a happening of a relation.</summary>
public enum Direction
{
    /// <summary>The first of the pair acts on the second.</summary>
    FirstActs = 1,

    /// <summary>The second of the pair acts on the first.</summary>
    SecondActs = 2,

    /// <summary>Both act: a meeting, a call, a treaty, an exchange of fire.</summary>
    Both = 3,
}

/// <summary>A relation: an unordered pair of states or organisations, by their codes. Immutable.</summary>
public sealed record RelationPair
{
    private RelationPair(string first, string second) => (First, Second) = (first, second);

    /// <summary>The code that comes first in ordinal order.</summary>
    public string First { get; }

    /// <summary>The other code.</summary>
    public string Second { get; }

    /// <summary>The relation of two codes, in either order.</summary>
    /// <exception cref="ArgumentException">A code is empty, or both are one.</exception>
    public static RelationPair Of(string one, string other)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(one);
        ArgumentException.ThrowIfNullOrWhiteSpace(other);
        int order = string.CompareOrdinal(one, other);
        if (order == 0) throw new ArgumentException($"A relation needs two sides, not {one} twice.", nameof(other));
        return order < 0 ? new RelationPair(one, other) : new RelationPair(other, one);
    }

    /// <summary><c>RUS-USA</c>.</summary>
    public override string ToString() => $"{First}-{Second}";
}
