using System.Collections.Immutable;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Analysis.Stories;

/// <summary>A term of an article.</summary>
/// <param name="Hash">The term.</param>
/// <param name="IsName">Whether it stands for a name: a person, a place, a body.</param>
public readonly record struct ArticleTerm(long Hash, bool IsName);

/// <summary>
/// What an article's story is recognised by: the stems of its beginning, names marked as such. A news text tells its matter at the
/// top; what follows is background that it shares with other stories.
/// </summary>
public static class StoryTerms
{
    private const int WordLimit = 150;
    private const int LongestWord = 32;

    /// <summary>The terms of a record, each once, in ascending order.</summary>
    public static ImmutableArray<ArticleTerm> Of(ArticleRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        SortedDictionary<long, bool> terms = [];
        AddWords(record, terms);
        return [.. terms.Select(term => new ArticleTerm(term.Key, term.Value))];
    }

    private static void AddWords(ArticleRecord record, SortedDictionary<long, bool> terms)
    {
        string text = record.Article.Text;
        HashSet<int> beginnings = [.. record.Sentences.Select(sentence => sentence.Start)];
        HashSet<int> named = NamedOffsets(record);
        Span<char> word = stackalloc char[LongestWord];
        int count = 0;
        int position = 0;
        while (position < text.Length && count < WordLimit)
        {
            TextSpan span = Next(text, position);
            position = span.End;
            if (span.IsEmpty) break;
            count++;
            ReadOnlySpan<char> form = WithoutGenitive(span.Of(text));
            if (form.Length > LongestWord) form = form[..LongestWord];
            int length = form.ToLowerInvariant(word);
            if (ClosedWords.Contains(word[..length])) continue;
            bool name = named.Contains(span.Start) || (char.IsUpper(form[0]) && !beginnings.Contains(span.Start));
            length = WordStem.Shorten(word, length);
            long term = StoryTerm.OfWord(word[..length]);
            terms[term] = name || terms.GetValueOrDefault(term);
        }
    }

    /// <summary>Where the words inside names of actors begin.</summary>
    private static HashSet<int> NamedOffsets(ArticleRecord record)
    {
        HashSet<int> offsets = [];
        foreach (Mention mention in record.Mentions.Where(mention => mention.Form == MentionForm.Name))
        {
            for (int i = mention.Span.Start; i < mention.Span.End; i++)
            {
                if (char.IsUpper(record.Article.Text[i])) offsets.Add(i);
            }
        }

        return offsets;
    }

    /// <summary>The next run of letters and digits, with a point or an apostrophe inside it; empty at the end.</summary>
    private static TextSpan Next(string text, int position)
    {
        while (position < text.Length && !char.IsLetterOrDigit(text[position])) position++;
        int end = position;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] is '.' or ',' or '\'' or '’' && Joins(text, end)))) end++;
        return new TextSpan(position, end);
    }

    private static bool Joins(string text, int at)
    {
        if (at + 1 >= text.Length) return false;
        return text[at] == ',' ? char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]) : char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);
    }

    private static ReadOnlySpan<char> WithoutGenitive(ReadOnlySpan<char> word) =>
        word.Length > 2 && word[^1] is 's' or 'S' && word[^2] is '\'' or '’' ? word[..^2] : word;
}
