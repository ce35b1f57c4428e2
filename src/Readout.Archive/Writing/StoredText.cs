namespace Readout.Archive.Writing;

/// <summary>Text as every engine can keep it.</summary>
internal static class StoredText
{
    /// <summary>
    /// The text with U+0000 and halves of surrogate pairs as U+FFFD: PostgreSQL keeps neither in text. Lengths, and so
    /// spans, stay as they are.
    /// </summary>
    public static string Of(string text)
    {
        int first = FirstUnstorable(text, 0);
        if (first < 0) return text;
        char[] storable = text.ToCharArray();
        for (int i = first; i >= 0; i = FirstUnstorable(text, i + 1)) storable[i] = '\uFFFD';
        return new string(storable);
    }

    /// <summary>The same for what may be null.</summary>
    public static string? OrNull(string? text) => text is null ? null : Of(text);

    private static int FirstUnstorable(string text, int from)
    {
        for (int i = from; i < text.Length; i++)
        {
            if (text[i] == '\0') return i;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else return i;
        }

        return -1;
    }
}
