namespace Readout.Text.Tokens;

/// <summary>Adds tokens, cutting what is longer than <see cref="Tokenizer.MaxTokenLength"/>.</summary>
internal static class TokenCut
{
    public static void Add(ReadOnlySpan<char> text, int start, int end, TokenBuffer output)
    {
        while (end - start > Tokenizer.MaxTokenLength)
        {
            int cut = start + Tokenizer.MaxTokenLength;
            if (char.IsLowSurrogate(text[cut]) && char.IsHighSurrogate(text[cut - 1])) cut--;
            output.Add(start, cut);
            start = cut;
        }

        output.Add(start, end);
    }
}
