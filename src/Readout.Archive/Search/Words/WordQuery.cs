using System.Collections.Immutable;

namespace Readout.Archive.Search.Words;

/// <summary>Words that stand together, or a beginning of a word.</summary>
/// <param name="Words">Letters and digits alone; several are a phrase.</param>
/// <param name="IsPrefix">Whether the last word may go on.</param>
internal sealed record WordTerm(ImmutableArray<string> Words, bool IsPrefix)
{
    public bool Equals(WordTerm? other) => other is not null && IsPrefix == other.IsPrefix && Words.SequenceEqual(other.Words, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(IsPrefix, Words.Length, Words.IsEmpty ? "" : Words[0]);
}

/// <summary>
/// What a person typed, understood: each of <see cref="All"/> must occur by one of its terms, none of <see cref="None"/> may.
/// Nothing of the text reaches an engine but words of letters and digits. Immutable.
/// </summary>
/// <remarks>
/// The language: words set apart by spaces all occur; <c>"words in quotation marks"</c> stand together; <c>begin*</c> is a
/// beginning; <c>this OR that</c> is either; <c>-without</c> does not occur. Everything else is punctuation, which parts words
/// that then stand together: <c>U.S.</c> is the phrase of U and S.
/// </remarks>
internal sealed record WordQuery(ImmutableArray<ImmutableArray<WordTerm>> All, ImmutableArray<WordTerm> None)
{
    /// <summary>Terms after these are refused.</summary>
    public const int MostTerms = 32;

    /// <summary>Characters after these are refused.</summary>
    public const int Longest = 1000;

    /// <summary>Beginnings of fewer letters are refused: in a large archive they are those of half of its words.</summary>
    public const int ShortestBeginning = 2;

    public bool IsEmpty => All.IsEmpty && None.IsEmpty;

    /// <summary>Whether a beginning of a word is among the terms.</summary>
    public bool HasBeginnings => All.Any(group => group.Any(term => term.IsPrefix)) || None.Any(term => term.IsPrefix);

    /// <summary>Understands a text.</summary>
    /// <exception cref="ArgumentException">It is too long, has a beginning that is too short, or only says what must not occur.</exception>
    public static WordQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest) throw new ArgumentException($"a search has at most {Longest} characters");
        List<ImmutableArray<WordTerm>> all = [];
        List<WordTerm> none = [];
        bool isAlternative = false;
        foreach (QueryPart part in QueryPart.Split(text))
        {
            if (part is { IsQuoted: false, IsNegated: false, Text: "OR" })
            {
                isAlternative = all.Count > 0;
                continue;
            }

            if (Term(part) is not { } term) continue;
            if (part.IsNegated) none.Add(term);
            else if (isAlternative) all[^1] = all[^1].Add(term);
            else all.Add([term]);
            isAlternative = false;
        }

        if (all.Sum(group => group.Length) + none.Count > MostTerms) throw new ArgumentException($"a search has at most {MostTerms} words or phrases");
        if (all.Count == 0 && none.Count > 0) throw new ArgumentException("a search needs a word to look for, not only words to leave out");
        return new WordQuery([.. all], [.. none]);
    }

    private static WordTerm? Term(QueryPart part)
    {
        List<string> words = [];
        int start = -1;
        for (int i = 0; i <= part.Text.Length; i++)
        {
            bool inWord = i < part.Text.Length && IsWordPart(part.Text, i);
            if (inWord && start < 0) start = i;
            if (!inWord && start >= 0)
            {
                words.Add(part.Text[start..i]);
                start = -1;
            }
        }

        if (words.Count == 0) return null;
        if (part.IsPrefix && words[^1].Length < ShortestBeginning) throw new ArgumentException($"'{words[^1]}*' is too short: a beginning has at least {ShortestBeginning} letters");
        return new WordTerm([.. words], part.IsPrefix);
    }

    // Letters and digits of every script, and the marks that stand on letters.
    private static bool IsWordPart(string text, int index) =>
        char.IsLetterOrDigit(text, index)
        || char.GetUnicodeCategory(text, index) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark
        || (index > 0 && char.IsSurrogatePair(text[index - 1], text[index]) && char.IsLetterOrDigit(text, index - 1));
}

/// <summary>A stretch of a query's text between spaces or between quotation marks.</summary>
internal readonly record struct QueryPart(string Text, bool IsQuoted, bool IsNegated, bool IsPrefix)
{
    public static IEnumerable<QueryPart> Split(string text)
    {
        int i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            bool negated = text[i] is '-' or '−' && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]);
            if (negated) i++;
            bool quoted = IsQuote(text[i]);
            if (quoted) i++;
            int end = i;
            while (end < text.Length && (quoted ? !IsQuote(text[end]) : !char.IsWhiteSpace(text[end]) && !IsQuote(text[end]))) end++;
            string words = text[i..end];
            i = quoted && end < text.Length ? end + 1 : end;
            bool prefix = !quoted && words.EndsWith('*');
            if (quoted && i < text.Length && text[i] == '*')
            {
                prefix = true;
                i++;
            }

            yield return new QueryPart(words, quoted, negated, prefix);
        }
    }

    private static bool IsQuote(char letter) => letter is '"' or '“' or '”' or '„' or '«' or '»';
}
