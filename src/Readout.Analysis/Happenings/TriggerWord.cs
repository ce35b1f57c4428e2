using Readout.Analysis.Stories;

namespace Readout.Analysis.Happenings;

/// <summary>The words that name a deed, compared by the stem of the first.</summary>
internal static class TriggerWord
{
    private const int LongestWord = 24;

    /// <summary>Whether two triggers are forms of one word: <c>expelled</c>, <c>expulsion</c> are not, <c>expelled</c>, <c>expels</c> are.</summary>
    public static bool Same(string one, string other)
    {
        Span<char> first = stackalloc char[LongestWord];
        Span<char> second = stackalloc char[LongestWord];
        return Stem(one, first).SequenceEqual(Stem(other, second));
    }

    private static ReadOnlySpan<char> Stem(string trigger, Span<char> into)
    {
        ReadOnlySpan<char> word = trigger.AsSpan();
        int space = word.IndexOf(' ');
        if (space > 0) word = word[..space];
        if (word.Length > LongestWord) word = word[..LongestWord];
        int length = word.ToLowerInvariant(into);
        return length == 0 ? [] : into[..WordStem.Shorten(into, length)];
    }
}
