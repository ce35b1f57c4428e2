using System.Text;

namespace Readout.Coding.Actors;

/// <summary>
/// Letters without case and accents, so that <c>Nausėda</c> and <c>NAUSEDA</c> hash alike. Deterministic on every
/// machine: a fixed table for U+00C0 to U+024F, no culture.
/// </summary>
internal static class Folding
{
    private const string Latin =
        "AAAAAAACEEEEIIIIDNOOOOO?OUUUUYTsaaaaaaaceeeeiiiidnooooo?ouuuuytyAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGg"
        + "GgGgHhHhIiIiIiIiIi??JjKk?LlLlLl??LlNnNnNn?NnOoOoOoOoRrRrRrSsSsSsSsTtTt??UuUuUuUuUuUuWwYyYZzZzZz?"
        + "???????????????E????????????????Oo?????????????Uu????????????????????????????AaIiOoUuUuUuUuUu?Aa"
        + "Aa????GgKkOoOo??j???Gg??NnAa????AaAaEeEeIiIiOoOoRrRrUuUuSsTt??Hh??????AaEeOoOoOoOoYy????????????"
        + "????????????????";

    private const ulong Prime = 1099511628211UL;

    /// <summary>The hash of no word; the start of every phrase.</summary>
    public const ulong Seed = 14695981039346656037UL;

    /// <summary>The letter without its accent, letter case kept; the letter itself where it has none.</summary>
    public static char Plain(char letter)
    {
        if (letter < 0xC0 || letter >= 0xC0 + Latin.Length) return letter;
        char plain = Latin[letter - 0xC0];
        return plain == '?' ? letter : plain;
    }

    /// <summary>The letter without accent and case.</summary>
    public static char Fold(char letter) => char.ToLowerInvariant(Plain(letter));

    /// <summary>The word without accents and case.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        StringBuilder folded = new(word.Length);
        foreach (char letter in word) folded.Append(Fold(letter));
        return folded.ToString();
    }

    /// <summary>Extends the hash of a phrase by a word (FNV-1a over folded letters, a separator between words).</summary>
    public static ulong Extend(ulong hash, ReadOnlySpan<char> word)
    {
        foreach (char letter in word) hash = (hash ^ Fold(letter)) * Prime;
        return (hash ^ 0x20UL) * Prime;
    }

    /// <summary>ASCII lower case with hyphens: <c>marco-rubio</c>.</summary>
    public static string Slug(string name)
    {
        StringBuilder slug = new(name.Length);
        foreach (char letter in name)
        {
            char folded = Fold(letter);
            if (char.IsAsciiLetterOrDigit(folded)) slug.Append(folded);
            else if (letter is not ('.' or '\'' or '\u2019') && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }
}
