namespace Readout.Text.Tokens;

/// <summary>What a token looks like to the sentence splitter.</summary>
internal enum TokenShape : byte
{
    /// <summary>No token: the edge of the text.</summary>
    Edge,

    /// <summary>A word that starts with a small letter.</summary>
    Lower,

    /// <summary>A word that starts with a capital.</summary>
    Capital,

    /// <summary>A word of capitals, two or more.</summary>
    Upper,

    /// <summary>One capital.</summary>
    Letter,

    /// <summary>A token that starts with a digit.</summary>
    Number,

    /// <summary>A word that ends in a full stop.</summary>
    Abbreviated,

    /// <summary><c>.</c></summary>
    Stop,

    /// <summary><c>?</c>, and runs that start with it.</summary>
    Question,

    /// <summary><c>!</c>, and runs that start with it.</summary>
    Exclamation,

    /// <summary>Two stops or more, or the ellipsis.</summary>
    Ellipsis,

    /// <summary><c>:</c></summary>
    Colon,

    /// <summary><c>;</c></summary>
    Semicolon,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary>An opening bracket.</summary>
    Open,

    /// <summary>A closing bracket.</summary>
    Close,

    /// <summary>A quotation mark or an apostrophe standing alone.</summary>
    Quote,

    /// <summary>A clitic: an apostrophe with letters.</summary>
    Clitic,

    /// <summary>A hyphen or dash.</summary>
    Dash,

    /// <summary>A host, an address, a mail address.</summary>
    Address,

    /// <summary>Any other sign.</summary>
    Sign,
}

/// <summary>Finds the shape of a token.</summary>
internal static class TokenShapes
{
    /// <summary>The shape of the token <c>[start, end)</c>. O(1) but for words with a stop inside.</summary>
    public static TokenShape Of(ReadOnlySpan<char> text, int start, int end)
    {
        int length = end - start;
        switch (CharClasses.Of(text[start]))
        {
            case CharClass.Lower: return length > 2 && text[end - 1] == '.' ? TokenShape.Abbreviated : Worded(text, start, end, TokenShape.Lower);
            case CharClass.Upper: return Capitalised(text, start, end);
            case CharClass.Digit: return TokenShape.Number;
            case CharClass.Dot: return length == 1 && text[start] == '.' ? TokenShape.Stop : char.IsAsciiDigit(text[end - 1]) ? TokenShape.Number : TokenShape.Ellipsis;
            case CharClass.Exclamation: return text[start] == '?' ? TokenShape.Question : TokenShape.Exclamation;
            case CharClass.Comma: return TokenShape.Comma;
            case CharClass.Colon: return length > 1 ? TokenShape.Sign : text[start] == ':' ? TokenShape.Colon : TokenShape.Semicolon;
            case CharClass.Hyphen: return TokenShape.Dash;
            case CharClass.Apostrophe: return length > 1 && CharClasses.Of(text[start + 1]) <= CharClass.Upper ? TokenShape.Clitic : TokenShape.Quote;
            case CharClass.Quote: return TokenShape.Quote;
            case CharClass.Open: return TokenShape.Open;
            case CharClass.Close: return TokenShape.Close;
            default: return TokenShape.Sign;
        }
    }

    private static TokenShape Capitalised(ReadOnlySpan<char> text, int start, int end)
    {
        if (end - start == 1) return TokenShape.Letter;
        if (text[end - 1] == '.') return TokenShape.Abbreviated;
        bool upper = CharClasses.Of(text[start + 1]) == CharClass.Upper && CharClasses.Of(text[end - 1]) != CharClass.Lower;
        return Worded(text, start, end, upper ? TokenShape.Upper : TokenShape.Capital);
    }

    private static TokenShape Worded(ReadOnlySpan<char> text, int start, int end, TokenShape shape) =>
        end - start > 5 && text[start..end].IndexOfAny('.', '@') >= 0 ? TokenShape.Address : shape;
}
