namespace Readout.Coding.Places;

/// <summary>Folding of characters and comparison of a name with a slice of text.</summary>
internal static class NameFold
{
    // Letters with marks of Latin-1 and Latin Extended-A and B as place names use them, each with its base letter.
    private static readonly (string Marked, char Base)[] Marks =
    [
        ("àáâãäåāăąǎạảấầậắặ", 'a'), ("çćĉċč", 'c'), ("ďđ", 'd'), ("èéêëēĕėęěẹếềệə", 'e'), ("ĝğġģ", 'g'), ("ĥħḥ", 'h'),
        ("ìíîïĩīĭįıịỉ", 'i'), ("ķ", 'k'), ("ĺļľŀł", 'l'), ("ñńņň", 'n'), ("òóôõöøōŏőọốồộơớờợ", 'o'), ("ŕŗř", 'r'),
        ("śŝşšșṣ", 's'), ("ţťŧțṭ", 't'), ("ùúûüũūŭůűųụưứừự", 'u'), ("ýÿỳỹ", 'y'), ("źżžẓ", 'z'),
    ];

    private static readonly char[] Folds = BuildFolds();

    /// <summary>The base letter of a letter with marks, a plain apostrophe or hyphen; the character itself otherwise.</summary>
    public static char Fold(char c) => c < 128 ? c : c < Folds.Length ? Folds[c] : c;

    /// <summary>A name with every character folded, letter case kept.</summary>
    public static string Fold(string name) => string.Create(name.Length, name, static (span, from) =>
    {
        for (int i = 0; i < span.Length; i++) span[i] = Fold(from[i]);
    });

    /// <summary>Hash of the folded lower-case letters from <paramref name="start"/> to the first other character (FNV-1a).</summary>
    public static uint FirstWordHash(string text, int start)
    {
        uint hash = 2166136261;
        for (int i = start; i < text.Length && char.IsLetter(text[i]); i++)
        {
            hash = (hash ^ char.ToLowerInvariant(Fold(text[i]))) * 16777619;
        }

        return hash;
    }

    /// <summary>
    /// Offset after the name <paramref name="key"/> where it stands in <paramref name="text"/> at <paramref name="start"/>;
    /// -1 where it does not.
    /// </summary>
    public static int MatchAt(string text, int start, string key)
    {
        int at = start;
        bool firstWord = true;
        bool sameCase = true;
        bool capitals = key.Length > 3;
        for (int i = 0; i < key.Length; i++)
        {
            char wanted = key[i];
            if (wanted == ' ')
            {
                firstWord = false;
                if (!SkipSpace(text, ref at)) return -1;
                continue;
            }

            char found = at < text.Length ? Fold(text[at]) : '\0';
            if (wanted == '.' && found != '.') continue;
            if (char.ToLowerInvariant(found) != char.ToLowerInvariant(wanted)) return -1;
            if (!char.IsLetter(wanted)) firstWord = false;
            if (char.IsLower(found)) capitals = false;
            if (firstWord && found != wanted && !(i == 0 && IsArticle(key))) sameCase = false;
            at++;
        }

        return sameCase || capitals ? at : -1;
    }

    /// <summary>Whether a name begins with an article that running text may write small.</summary>
    private static bool IsArticle(string key) => key.StartsWith("The ", StringComparison.Ordinal)
        || key.StartsWith("Al-", StringComparison.Ordinal) || key.StartsWith("El-", StringComparison.Ordinal);

    private static bool SkipSpace(string text, ref int at)
    {
        int from = at;
        int breaks = 0;
        while (at < text.Length && at < from + 3 && char.IsWhiteSpace(text[at]))
        {
            if (text[at++] == '\n') breaks++;
        }

        return at > from && breaks < 2;
    }

    private static char[] BuildFolds()
    {
        char[] folds = new char[0x2020];
        for (int i = 0; i < folds.Length; i++) folds[i] = (char)i;
        foreach ((string marked, char letter) in Marks)
        {
            foreach (char c in marked)
            {
                folds[c] = letter;
                if (char.ToUpperInvariant(c) != c) folds[char.ToUpperInvariant(c)] = char.ToUpperInvariant(letter);
            }
        }

        folds['\u0130'] = 'I';
        foreach (char c in "\u2018\u2019\u02BC\u02BB\u02BF\u02BE\u0060\u00B4") folds[c] = '\'';
        foreach (char c in "\u2010\u2011\u2012\u2013") folds[c] = '-';
        return folds;
    }
}
