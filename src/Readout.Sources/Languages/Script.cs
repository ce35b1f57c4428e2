namespace Readout.Sources.Languages;

/// <summary>Writing systems told apart by their code points (Unicode blocks).</summary>
internal enum Script
{
    /// <summary>No letter.</summary>
    None,
#pragma warning disable CS1591 // The names are Unicode's own.
    Latin, Cyrillic, Greek, Armenian, Georgian, Hebrew, Arabic, Devanagari, Bengali, Gurmukhi, Gujarati, Tamil, Telugu, Kannada,
    Malayalam, Sinhala, Thai, Lao, Myanmar, Khmer, Ethiopic, Hangul, Kana, Han,
#pragma warning restore CS1591
}

/// <summary>Classifies letters by script.</summary>
internal static class Scripts
{
    private static readonly (char First, char Last, Script Script)[] s_blocks =
    [
        ('A', 'Z', Script.Latin), ('a', 'z', Script.Latin), ('\u00AA', '\u024F', Script.Latin), ('\u0370', '\u03FF', Script.Greek),
        ('\u0400', '\u052F', Script.Cyrillic), ('\u0531', '\u058F', Script.Armenian), ('\u0590', '\u05FF', Script.Hebrew),
        ('\u0600', '\u06FF', Script.Arabic), ('\u0750', '\u077F', Script.Arabic), ('\u0900', '\u097F', Script.Devanagari),
        ('\u0980', '\u09FF', Script.Bengali), ('\u0A00', '\u0A7F', Script.Gurmukhi), ('\u0A80', '\u0AFF', Script.Gujarati),
        ('\u0B80', '\u0BFF', Script.Tamil), ('\u0C00', '\u0C7F', Script.Telugu), ('\u0C80', '\u0CFF', Script.Kannada),
        ('\u0D00', '\u0D7F', Script.Malayalam), ('\u0D80', '\u0DFF', Script.Sinhala), ('\u0E00', '\u0E7F', Script.Thai),
        ('\u0E80', '\u0EFF', Script.Lao), ('\u1000', '\u109F', Script.Myanmar), ('\u10A0', '\u10FF', Script.Georgian),
        ('\u1100', '\u11FF', Script.Hangul), ('\u1200', '\u137F', Script.Ethiopic), ('\u1780', '\u17FF', Script.Khmer),
        ('\u1E00', '\u1EFF', Script.Latin), ('\u1F00', '\u1FFF', Script.Greek), ('\u3040', '\u30FF', Script.Kana),
        ('\u3130', '\u318F', Script.Hangul), ('\u3400', '\u9FFF', Script.Han), ('\uAC00', '\uD7A3', Script.Hangul),
        ('\uFB50', '\uFDFF', Script.Arabic), ('\uFE70', '\uFEFC', Script.Arabic),
    ];

    /// <summary>The script of a letter; <see cref="Script.None"/> for anything else.</summary>
    public static Script Of(char c)
    {
        if (c < '\u00AA') return char.IsAsciiLetter(c) ? Script.Latin : Script.None;
        if (!char.IsLetter(c) && !char.IsBetween(c, '\u0900', '\u109F')) return Script.None;
        foreach ((char first, char last, Script script) in s_blocks)
        {
            if (c >= first && c <= last) return script;
        }

        return Script.None;
    }
}
