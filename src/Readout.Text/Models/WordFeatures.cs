namespace Readout.Text.Models;

/// <summary>
/// What the network sees of a word: its normalised form, looked up in a vocabulary, and hashed rows for its form where
/// that differs, prefixes, suffixes and shape, whose embeddings are summed (after Bojanowski et al. 2017, with affixes in
/// place of inner n-grams). Pure; safe from every thread.
/// </summary>
internal static class WordFeatures
{
    /// <summary>Number of hashed rows of every word.</summary>
    public const int RowCount = 12;

    /// <summary>Longest form that is looked at; the rest of a longer one is ignored.</summary>
    public const int MaxLength = 64;

    private const uint FnvOffset = 2166136261;
    private const uint FnvPrime = 16777619;

    /// <summary>Writes the lower-cased form with every digit as <c>0</c>; returns its length.</summary>
    /// <param name="form">The form; cut at <see cref="MaxLength"/>.</param>
    /// <param name="target">At least <see cref="MaxLength"/> long.</param>
    public static int Normalize(ReadOnlySpan<char> form, Span<char> target)
    {
        int length = Math.Min(form.Length, MaxLength);
        for (int i = 0; i < length; i++)
        {
            char c = form[i];
            target[i] = c switch
            {
                >= 'a' and <= 'z' => c,
                >= 'A' and <= 'Z' => (char)(c | 0x20),
                >= '0' and <= '9' => '0',
                '\u2019' or '\u2018' => '\'',
                '\u201c' or '\u201d' => '"',
                < '\u0080' => c,
                _ => char.ToLowerInvariant(c),
            };
        }

        return length;
    }

    /// <summary>Fills the hashed rows of a word.</summary>
    /// <param name="form">The form as written.</param>
    /// <param name="normalized">Its normalised form.</param>
    /// <param name="mask">Rows of the table less one; the table's size is a power of two.</param>
    /// <param name="rows">Receives <see cref="RowCount"/> rows.</param>
    public static void Rows(ReadOnlySpan<char> form, ReadOnlySpan<char> normalized, uint mask, Span<int> rows)
    {
        int length = normalized.Length;
        if (form.Length > length) form = form[..length];
        rows[0] = Row(1, form.SequenceEqual(normalized) ? [] : form, mask);
        rows[1] = Row(2, normalized[..Math.Min(2, length)], mask);
        rows[2] = Row(3, normalized[..Math.Min(3, length)], mask);
        rows[3] = Row(4, normalized[..Math.Min(4, length)], mask);
        for (int size = 1; size <= 5; size++) rows[3 + size] = Row((uint)(4 + size), normalized[Math.Max(0, length - size)..], mask);
        Span<char> shape = stackalloc char[MaxLength + 1];
        rows[9] = Row(10, shape[..CollapsedShape(form, shape)], mask);
        rows[10] = Row(11, shape[..FullShape(form, shape)], mask);
        rows[11] = Row(12, shape[..InnerMarks(form, shape)], mask);
    }

    /// <summary>Whether the row at that place nearly tells which word it is: the cased form and affixes of three letters or more.</summary>
    public static bool Identifies(int place) => place is 0 or 2 or 3 or >= 6 and <= 8;

    /// <summary>The hashed row of a text under a kind of feature.</summary>
    public static int Row(uint kind, ReadOnlySpan<char> text, uint mask)
    {
        uint hash = (FnvOffset ^ kind) * FnvPrime;
        foreach (char c in text) hash = (hash ^ c) * FnvPrime;
        hash ^= hash >> 15;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        return (int)(hash & mask);
    }

    /// <summary>FNV-1a over the code units of a text.</summary>
    public static uint Hash(ReadOnlySpan<char> text)
    {
        uint hash = FnvOffset;
        foreach (char c in text) hash = (hash ^ c) * FnvPrime;
        return hash;
    }

    private static char Class(char c) => c switch
    {
        >= 'a' and <= 'z' => 'x',
        >= 'A' and <= 'Z' => 'X',
        >= '0' and <= '9' => 'd',
        < '\u0080' => c,
        _ when char.IsUpper(c) => 'X',
        _ when char.IsLetter(c) => 'x',
        _ when char.IsDigit(c) => 'd',
        _ => c,
    };

    private static int CollapsedShape(ReadOnlySpan<char> form, Span<char> shape)
    {
        int length = 0;
        foreach (char c in form)
        {
            char kind = Class(c);
            if (length == 0 || shape[length - 1] != kind) shape[length++] = kind;
        }

        return length;
    }

    private static int FullShape(ReadOnlySpan<char> form, Span<char> shape)
    {
        int length = Math.Min(form.Length, 6);
        for (int i = 0; i < length; i++) shape[i] = Class(form[i]);
        shape[length] = (char)('0' + Math.Min(form.Length, 12));
        return length + 1;
    }

    private static int InnerMarks(ReadOnlySpan<char> form, Span<char> shape)
    {
        int length = 0;
        foreach (char c in form)
        {
            if (Class(c) is not ('x' or 'X' or 'd')) shape[length++] = c;
        }

        shape[length++] = form.Length > 0 ? Class(form[0]) : ' ';
        return length;
    }
}
