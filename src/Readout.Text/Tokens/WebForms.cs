namespace Readout.Text.Tokens;

/// <summary>Finds addresses, hosts and file names: tokens whose punctuation belongs to them.</summary>
internal static class WebForms
{
    /// <summary>
    /// End of the address, mail address, host or file name that starts at <paramref name="start"/>;
    /// <paramref name="start"/> where there is none. Looks no further than <paramref name="end"/>. O(end - start).
    /// </summary>
    public static int Match(ReadOnlySpan<char> text, int start, int end, TokenLexicon lexicon)
    {
        ReadOnlySpan<char> rest = text[start..end];
        if (StartsAddress(rest)) return start + AddressLength(rest);
        int mail = MailLength(rest);
        return start + (mail > 0 ? mail : HostLength(rest, lexicon));
    }

    private static bool StartsAddress(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return rest.Length > 4;
        int letters = 0;
        while (letters < rest.Length && letters < 12 && char.IsAsciiLetter(rest[letters])) letters++;
        ReadOnlySpan<char> after = rest[letters..];
        if (letters < 3 || after.Length < 3) return false;
        return after.StartsWith("://", StringComparison.Ordinal)
            || (after[0] == ':' && rest.StartsWith("mailto", StringComparison.OrdinalIgnoreCase))
            || (after[0] == ':' && rest.StartsWith("doi", StringComparison.OrdinalIgnoreCase));
    }

    private static int AddressLength(ReadOnlySpan<char> rest)
    {
        int length = rest.IndexOfAny('<', '>', '"');
        if (length < 0) length = rest.Length;
        bool bracket = rest[..length].Contains('(');
        while (length > 1 && IsTrailing(rest[length - 1], bracket)) length--;
        return length;
    }

    private static bool IsTrailing(char c, bool bracket) => c is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' or '”' or ']' or '}' or '…'
        || (c == ')' && !bracket);

    private static int MailLength(ReadOnlySpan<char> rest)
    {
        int at = 0;
        while (at < rest.Length && (char.IsAsciiLetterOrDigit(rest[at]) || rest[at] is '.' or '_' or '%' or '+' or '-')) at++;
        if (at == 0 || at + 3 >= rest.Length || rest[at] != '@') return 0;
        int length = at + 1;
        while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is '.' or '-' or '_')) length++;
        while (rest[length - 1] is '.' or '-') length--;
        return rest[at..length].Contains('.') || length > at + 3 ? length : 0;
    }

    private static int HostLength(ReadOnlySpan<char> rest, TokenLexicon lexicon)
    {
        int length = 0;
        int lastDot = -1;
        while (length < rest.Length && IsHostCharacter(rest[length]))
        {
            if (rest[length] == '.') lastDot = length;
            length++;
        }

        if (lastDot == length - 1 && lastDot > 0)
        {
            length = lastDot;
            lastDot = rest[..length].LastIndexOf('.');
        }

        if (lastDot <= 0 || rest[lastDot - 1] == '.') return 0;
        if (!lexicon.IsDomain(rest[(lastDot + 1)..length])) return IsNewsgroup(rest[..length]) ? length : 0;
        if (!rest[..lastDot].ContainsAnyInRange('A', 'z') && !rest[..lastDot].ContainsAnyInRange('0', '9')) return 0;
        if (length < rest.Length && rest[length] == '/') return AddressLength(rest);
        return length;
    }

    // alt.history.naval: three labels or more, all in small letters.
    private static bool IsNewsgroup(ReadOnlySpan<char> name)
    {
        int label = 0;
        int labels = 1;
        foreach (char c in name)
        {
            if (c == '.' && label < 2) return false;
            if (c != '.' && c != '-' && !char.IsAsciiLetterLower(c)) return false;
            labels += c == '.' ? 1 : 0;
            label = c == '.' ? 0 : label + 1;
        }

        return labels > 2 && label > 1;
    }

    private static bool IsHostCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '#' or '~';
}
