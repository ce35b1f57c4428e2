namespace Readout.Sources.Pages;

/// <summary>Tells sentences from labels.</summary>
internal static class RunningText
{
    private const int Shortest = 40;

    /// <summary>Characters of running text in a block: its length without links, 0 where it reads as a label or a list of links.</summary>
    public static int Measure(string text, int linkLength, string tag)
    {
        int length = text.Length + WideExtra(text);
        if (length < Shortest || PageTags.IsHeading(tag)) return 0;
        int plain = length - linkLength;
        if (2 * linkLength > text.Length) return 0;
        bool sentence = EndsSentence(text) || length >= 160;
        return sentence ? plain : tag == "p" ? plain / 2 : 0;
    }

    /// <summary>Whether the text ends with a mark that ends sentences, quotation marks and brackets after it ignored.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        int end = text.Length;
        while (end > 0 && (text[end - 1] is '"' or '\'' or '”' or '’' or '»' or ')' or ']' or '」' or '』' || char.IsWhiteSpace(text[end - 1]))) end--;
        return end > 0 && text[end - 1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '۔' or '؟' or ':' or ';';
    }

    /// <summary>Ideographs, kana and Hangul carry about twice what a letter does.</summary>
    private static int WideExtra(string text)
    {
        int wide = 0;
        foreach (char c in text)
        {
            if (c is >= '\u2E80' and <= '\uD7A3') wide++;
        }

        return wide;
    }
}
