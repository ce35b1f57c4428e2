namespace Readout.Text.Tokens;

/// <summary>Decides whether a full stop after letters belongs to them.</summary>
internal static class Abbreviations
{
    /// <summary>
    /// Whether the stop at <paramref name="at"/> belongs to the token from <paramref name="start"/>: an acronym
    /// (<c>U.S.</c>), an initial before a capital, or an abbreviation of the lexicon.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Start of the token.</param>
    /// <param name="segment">Start of the letters after the token's last inner stop.</param>
    /// <param name="at">Offset of the stop.</param>
    /// <param name="limit">End of the text that may be looked at.</param>
    /// <param name="lexicon">The known abbreviations.</param>
    public static bool TakesStop(ReadOnlySpan<char> text, int start, int segment, int at, int limit, TokenLexicon lexicon)
    {
        if (at - segment == 1 && segment - start >= 2 && text[segment - 1] == '.' && !char.IsAsciiDigit(text[segment])) return true;
        if (at - start > 10) return false;
        AbbreviationKind kind = lexicon.Abbreviation(text[start..(at + 1)]);
        if (kind is not (AbbreviationKind.None or AbbreviationKind.BeforeNumber)) return true;
        char next = NextVisible(text, at + 1, limit);
        if (kind == AbbreviationKind.BeforeNumber && char.IsDigit(next)) return true;
        return at - start == 1 && IsInitial(text, start, at, next, limit);
    }

    // J. Smith, but not "I." or the end of a sentence before a word that opens one.
    private static bool IsInitial(ReadOnlySpan<char> text, int start, int at, char next, int limit)
    {
        if (CharClasses.Of(text[start]) != CharClass.Upper || CharClasses.Of(next) != CharClass.Upper) return false;
        return text[start] != 'I' || AfterNext(text, at + 1, limit) == '.';
    }

    private static char NextVisible(ReadOnlySpan<char> text, int position, int limit)
    {
        int bound = Math.Min(limit, position + 8);
        while (position < bound && char.IsWhiteSpace(text[position])) position++;
        return position < bound ? text[position] : '\0';
    }

    private static char AfterNext(ReadOnlySpan<char> text, int position, int limit)
    {
        int bound = Math.Min(limit, position + 8);
        while (position < bound && char.IsWhiteSpace(text[position])) position++;
        return position + 1 < bound ? text[position + 1] : '\0';
    }
}
