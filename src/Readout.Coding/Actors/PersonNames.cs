using System.Text;

namespace Readout.Coding.Actors;

/// <summary>The parts of people's names as English news writes them.</summary>
internal static class PersonNames
{
    private static readonly string[] Particles =
    [
        "von", "van", "der", "den", "de", "da", "dos", "do", "di", "del", "della", "la", "le", "bin", "ibn", "ben", "ter", "zu", "du",
        "abu", "al", "el", "bint", "san", "st.", "mac", "ould", "ol",
    ];

    private static readonly string[] Suffixes = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"];

    /// <summary>The last word with the particles before it: <c>von der Leyen</c>, <c>al-Assad</c>.</summary>
    public static string Surname(string name)
    {
        List<string> words = [.. name.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        while (words.Count > 1 && Suffixes.Contains(words[^1].TrimEnd(',').ToLowerInvariant())) words.RemoveAt(words.Count - 1);
        int first = words.Count - 1;
        while (first > 1 && Particles.Contains(words[first - 1].ToLowerInvariant())) first--;
        return string.Join(' ', words.Skip(first)).TrimEnd(',');
    }

    /// <summary>The name without single letters: <c>George W. Bush</c> is <c>George Bush</c>.</summary>
    public static string WithoutInitials(string name) =>
        string.Join(' ', name.Split(' ').Where(word => word.TrimEnd('.').Length > 1 && !Suffixes.Contains(word.ToLowerInvariant())));

    /// <summary>The surname without the Arabic article: <c>al-Assad</c> is <c>Assad</c>.</summary>
    public static string WithoutArticle(string surname)
    {
        foreach (string article in (string[])["al-", "el-", "Al-", "El-", "al ", "Al ", "El "])
        {
            if (surname.StartsWith(article, StringComparison.Ordinal) && surname.Length > article.Length + 2) return surname[article.Length..];
        }

        return surname;
    }

    /// <summary>
    /// The consonants of a folded word by how they sound, vowels left out: <c>Schmidt</c> and <c>Schmitt</c> are alike.
    /// </summary>
    /// <remarks>Soundex (Russell and Odell, US patents 1261167 and 1435663) without its limit of four, with the first letter coded like the others and <c>w</c> with <c>v</c>.</remarks>
    public static string Sound(string word)
    {
        const string Classes = "01230120022455012623010202";
        StringBuilder sound = new();
        char before = '0';
        for (int i = 0; i < word.Length; i++)
        {
            char letter = word[i];
            if (letter is < 'a' or > 'z') continue;
            char kind = letter == 'w' && i == 0 ? '1' : Classes[letter - 'a'];
            if (i == 0 && kind == '0') sound.Append('a');
            if (kind != '0' && kind != before) sound.Append(kind);
            if (letter is not ('h' or 'w')) before = kind;
        }

        return sound.ToString();
    }

    /// <summary>Edits (insert, delete, replace, swap neighbours) between two folded words, at most <paramref name="limit"/> + 1.</summary>
    /// <remarks>Optimal string alignment distance.</remarks>
    public static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit) return limit + 1;
        int width = right.Length + 1;
        Span<int> cost = 3 * width <= 256 ? stackalloc int[3 * width] : new int[3 * width];
        Span<int> before = cost[..width], above = cost[width..(2 * width)], row = cost[(2 * width)..];
        for (int j = 0; j < width; j++) above[j] = j;
        int leastAbove = 0;
        for (int i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            int least = i;
            for (int j = 1; j < width; j++) least = Math.Min(least, row[j] = Step(before, above, row, left, right, i, j));
            if (least > limit && leastAbove > limit) return limit + 1;
            leastAbove = least;
            Span<int> free = before;
            before = above;
            above = row;
            row = free;
        }

        return Math.Min(above[right.Length], limit + 1);
    }

    // Rows i-2, i-1 and i of the table of costs; a swap looks two rows back.
    private static int Step(ReadOnlySpan<int> before, ReadOnlySpan<int> above, ReadOnlySpan<int> row, string left, string right, int i, int j)
    {
        int replace = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
        int best = Math.Min(replace, Math.Min(above[j], row[j - 1]) + 1);
        bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
        return swapped ? Math.Min(best, before[j - 2] + 1) : best;
    }
}
