using System.Collections.Immutable;

namespace Readout.Coding.Actors;

/// <summary>
/// Finds the state, capital or people that a misspelt word is one edit away from: a letter too many, too few or wrong, or two
/// neighbours swapped, the first letter right. Immutable.
/// </summary>
internal sealed class Spellings(ImmutableArray<Spelling> words)
{
    /// <summary>Length of the shortest word that is compared; shorter ones are near too many others.</summary>
    public const int Shortest = 7;

    /// <summary>The meanings, where all that are near are of one state; empty otherwise. O(n) in the words.</summary>
    /// <param name="word">The folded word.</param>
    public ImmutableArray<Sense> Near(string word)
    {
        if (word.Length < Shortest) return [];
        List<Spelling> near = [.. words.Where(spelling => spelling.Word[0] == word[0] && PersonNames.Distance(word, spelling.Word, 1) <= 1)];
        return near.Select(spelling => spelling.Target).Distinct().Count() == 1 ? [.. near.Select(spelling => new Sense(spelling.Kind, spelling.Target, Sense.Misspelt)).Distinct()] : [];
    }
}
