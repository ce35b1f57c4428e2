using System.Buffers;

namespace Readout.Analysis.Stories;

/// <summary>
/// Brings the forms of a word together by their endings and keeps its first six letters, so that <c>planned</c> and <c>planning</c>,
/// <c>hijacked</c> and <c>hijackers</c> count as one. Coarse on purpose: what it joins wrongly is rare inside one
/// story. The plural is the S-stemmer (Harman 1991).
/// </summary>
internal static class WordStem
{
    private const int Kept = 6;
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>Shortens a word in lower case in place and gives its length.</summary>
    public static int Shorten(Span<char> word, int length)
    {
        if (char.IsDigit(word[0])) return length;
        length = Plural(word, length);
        length = Tense(word, length, out bool cut);
        if (!cut && length > 4 && word[length - 1] == 'e') length--;
        return Math.Min(length, Kept);
    }

    private static int Plural(Span<char> word, int length)
    {
        ReadOnlySpan<char> text = word[..length];
        if (length > 4 && text.EndsWith("ies") && word[length - 4] is not ('a' or 'e'))
        {
            word[length - 3] = 'y';
            return length - 2;
        }

        if (length > 4 && text.EndsWith("es") && word[length - 3] is not ('a' or 'e' or 'o')) return length - 1;
        return length > 3 && text.EndsWith("s") && word[length - 2] is not ('u' or 's') ? length - 1 : length;
    }

    private static int Tense(Span<char> word, int length, out bool cut)
    {
        ReadOnlySpan<char> text = word[..length];
        int suffix = text.EndsWith("ing") ? 3 : text.EndsWith("ed") ? 2 : 0;
        cut = suffix > 0 && length - suffix >= 3 && text[..(length - suffix)].ContainsAny(Vowels);
        if (!cut) return length;
        length -= suffix;
        bool doubled = word[length - 1] == word[length - 2] && word[length - 1] is not ('l' or 's' or 'z');
        return doubled ? length - 1 : length;
    }
}
