namespace Readout.Text.Conllu;

/// <summary>
/// Which neighbouring tokens UD English writes as one multiword token: a word and its clitics (<c>do|n't</c>,
/// <c>John|'s</c>, <c>we|'d|'ve</c>) and the fused pairs <c>can|not</c>, <c>gon|na</c>, <c>got|ta</c> and their like.
/// </summary>
internal static class Contraction
{
    /// <summary>Index after the last token written together with <paramref name="first"/>.</summary>
    public static int End(Document document, int first, int limit)
    {
        int end = first + 1;
        while (end < limit && document.Token(end).Start == document.Token(end - 1).End
            && Joins(document.Token(end - 1).Form, document.Token(end)))
        {
            end++;
        }

        return end;
    }

    private static bool Joins(ReadOnlySpan<char> left, Token next)
    {
        ReadOnlySpan<char> right = next.Form;
        if (!char.IsLetterOrDigit(left[^1]) && left[^1] is not '.') return false;
        if (right[0] is '\'' or '’') return right.Length == 1 ? next.Tag == PennTag.POS : IsClitic(right[1..]);
        if (Is(right, "n't") || Is(right, "n’t")) return true;
        if (right.Length > 3 || !char.IsAsciiLetter(right[0])) return false;
        return (Is(left, "can") && Is(right, "not")) || (Is(left, "got") && Is(right, "ta"))
            || ((Is(left, "gon") || Is(left, "wan")) && Is(right, "na"))
            || ((Is(left, "gim") || Is(left, "lem")) && Is(right, "me"))
            || (Is(left, "du") && Is(right, "n")) || (Is(left, "n") && Is(right, "no"));
    }

    private static bool IsClitic(ReadOnlySpan<char> rest) => Is(rest, "s") || Is(rest, "m")
        || Is(rest, "re") || Is(rest, "ve") || Is(rest, "ll") || Is(rest, "d");

    private static bool Is(ReadOnlySpan<char> form, string word) => form.Equals(word, StringComparison.OrdinalIgnoreCase);
}
