using System.Globalization;

namespace Readout.Text.Tokens;

/// <summary>
/// What a UTF-16 code unit is to the tokeniser. The order matters: up to <see cref="Upper"/> a code unit is part of a
/// plain word, up to <see cref="Digit"/> of any word.
/// </summary>
internal enum CharClass : byte
{
    /// <summary>Letters without case, lower-case letters, combining marks, joiners and other invisible marks.</summary>
    Lower,

    /// <summary>Capitals.</summary>
    Upper,

    /// <summary>Numbers.</summary>
    Digit,

    /// <summary>White space.</summary>
    Space,

    /// <summary><c>.</c> and the ellipsis.</summary>
    Dot,

    /// <summary><c>!</c> and <c>?</c>.</summary>
    Exclamation,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary><c>:</c> and <c>;</c>.</summary>
    Colon,

    /// <summary>Hyphens and dashes.</summary>
    Hyphen,

    /// <summary>The apostrophe in both its forms.</summary>
    Apostrophe,

    /// <summary>Quotation marks that open, close or do both.</summary>
    Quote,

    /// <summary>Opening brackets.</summary>
    Open,

    /// <summary>Closing brackets.</summary>
    Close,

    /// <summary><c>/</c> and <c>\</c>.</summary>
    Slash,

    /// <summary>Currency signs.</summary>
    Currency,

    /// <summary>Signs of which a run is one token: <c>*</c>, <c>=</c>, <c>_</c>, <c>~</c>, <c>&lt;</c>.</summary>
    Run,

    /// <summary>Emoji and their parts: surrogates, pictographs, variation selectors.</summary>
    Pictograph,

    /// <summary>Anything else, control characters included: a token of its own.</summary>
    Other,
}

/// <summary>The class of every UTF-16 code unit, as a table of 65,536 bytes.</summary>
internal static class CharClasses
{
    private static readonly CharClass[] Table = Build();

    /// <summary>The table, indexed by code unit.</summary>
    public static ReadOnlySpan<CharClass> All => Table;

    /// <summary>The class of <paramref name="c"/>.</summary>
    public static CharClass Of(char c) => Table[c];

    private static CharClass[] Build()
    {
        CharClass[] table = new CharClass[char.MaxValue + 1];
        for (int i = 0; i < table.Length; i++) table[i] = Classify((char)i);
        return table;
    }

    private static CharClass Classify(char c) => c switch
    {
        '.' or '…' => CharClass.Dot,
        '!' or '?' or '¡' or '¿' => CharClass.Exclamation,
        ',' => CharClass.Comma,
        ':' or ';' => CharClass.Colon,
        '\'' or '’' => CharClass.Apostrophe,
        '"' or '`' or '\u00B4' => CharClass.Quote,
        '/' or '\\' => CharClass.Slash,
        '*' or '=' or '_' or '~' or '+' or '#' or '<' or '>' or '|' => CharClass.Run,
        '\u2028' or '\u2029' => CharClass.Space,
        '\uFE0E' or '\uFE0F' => CharClass.Pictograph,
        _ when char.IsWhiteSpace(c) => CharClass.Space,
        _ => ByCategory(CharUnicodeInfo.GetUnicodeCategory(c)),
    };

    private static CharClass ByCategory(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => CharClass.Upper,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharClass.Digit,
        UnicodeCategory.LowercaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format => CharClass.Lower,
        UnicodeCategory.DashPunctuation => CharClass.Hyphen,
        UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation => CharClass.Quote,
        UnicodeCategory.OpenPunctuation => CharClass.Open,
        UnicodeCategory.ClosePunctuation => CharClass.Close,
        UnicodeCategory.CurrencySymbol => CharClass.Currency,
        UnicodeCategory.Surrogate or UnicodeCategory.OtherSymbol => CharClass.Pictograph,
        _ => CharClass.Other,
    };
}
