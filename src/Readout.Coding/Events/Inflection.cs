using Readout.Coding.Codebooks;

namespace Readout.Coding.Events;

/// <summary>
/// Finds the codebook's word behind an inflected form that the lemmatiser did not know: <c>vetoed</c>, <c>extradited</c>.
/// Tries the regular endings of English verbs and nouns and takes the first stem that the codebook has.
/// </summary>
internal static class Inflection
{
    private static readonly (string Ending, string Stem)[] Rules =
    [
        ("ied", "y"), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("es", ""), ("es", "e"), ("s", ""), ("men", "man"),
    ];

    /// <summary>Number of the word that the form may be of; -1 where the codebook has none such.</summary>
    public static int Find(ReadOnlySpan<char> form, WordTable words)
    {
        if (form.Length is < 5 or > 40) return -1;
        Span<char> lower = stackalloc char[form.Length + 2];
        int length = form.ToLowerInvariant(lower);
        Span<char> candidate = stackalloc char[form.Length + 2];
        foreach ((string ending, string stem) in Rules)
        {
            if (!lower[..length].EndsWith(ending, StringComparison.Ordinal)) continue;
            lower[..(length - ending.Length)].CopyTo(candidate);
            stem.CopyTo(candidate[(length - ending.Length)..]);
            int size = length - ending.Length + stem.Length;
            int found = words.Find(candidate[..size]);
            if (found >= 0) return found;
            bool doubled = stem.Length == 0 && size > 3 && candidate[size - 1] == candidate[size - 2];
            if (doubled && words.Find(candidate[..(size - 1)]) is var single and >= 0) return single;
        }

        return -1;
    }
}
