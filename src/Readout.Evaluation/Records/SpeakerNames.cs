using System.Collections.Immutable;

namespace Readout.Evaluation.Records;

/// <summary>
/// What a speaker goes by in a coding: words of the text, the directory's name, a code. Empty where there is no speaker.
/// </summary>
/// <param name="Names">The names, none of them empty.</param>
public sealed record SpeakerNames(ImmutableArray<string> Names)
{
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal) { "the", "a", "an", "of", "s", "and", "his", "her", "its", "their" };

    /// <summary>No speaker.</summary>
    public static SpeakerNames None { get; } = new([]);

    /// <summary>Whether there is no speaker.</summary>
    public bool IsNone => Names.IsEmpty;

    /// <summary>The names given, without the empty ones.</summary>
    public static SpeakerNames Of(params IEnumerable<string?> names) =>
        new([.. names.Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => name!.Trim()).Distinct(StringComparer.Ordinal)]);

    /// <summary>
    /// Whether two codings mean the same speaker: both none, or the words of a name of the one are all among those of a
    /// name of the other (<c>Sands</c>, <c>Minister Ida Sands</c>), letter case, articles and <c>of</c> apart.
    /// </summary>
    public bool Agrees(SpeakerNames other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (IsNone || other.IsNone) return IsNone && other.IsNone;
        return Names.Any(name => other.Names.Any(second => Same(Words.Of(name), Words.Of(second))));
    }

    private static bool Same(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        HashSet<string> left = [.. first.Where(word => !Fillers.Contains(word))];
        HashSet<string> right = [.. second.Where(word => !Fillers.Contains(word))];
        return left.Count > 0 && right.Count > 0 && (left.IsSubsetOf(right) || right.IsSubsetOf(left));
    }
}
