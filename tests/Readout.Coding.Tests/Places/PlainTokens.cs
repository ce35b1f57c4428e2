using Readout.Text;

namespace Readout.Coding.Tests.Places;

/// <summary>
/// Documents with tokens and sentences only: words, with punctuation, <c>'s</c> and hyphens apart; full stops of short
/// forms stay with their word. Names can be given by hand.
/// </summary>
internal static class PlainTokens
{
    private static readonly HashSet<string> Short = new(StringComparer.Ordinal)
    {
        "St.", "Mr.", "Mrs.", "Ms.", "Dr.", "Sen.", "Rep.", "Gov.", "Gen.", "Ala.", "Ga.", "Tenn.", "Va.", "Ohio.", "Ont.", "Jan.", "Feb.", "Mar.",
    };

    public static Document Read(string text, string? title = null, IEnumerable<(string Text, NameKind Kind)>? names = null)
    {
        Article article = Article.Compose("test", title, [.. text.Split("\n\n").Select(part => (BlockKind.Paragraph, part))]);
        List<int> starts = [];
        List<int> ends = [];
        List<int> first = [];
        foreach (ArticleBlock block in article.Blocks)
        {
            first.Add(starts.Count);
            Block(article.Text, block.Span, starts, ends, first);
        }

        return new Document(article, new DocumentLayers
        {
            Starts = [.. starts],
            Ends = [.. ends],
            SentenceFirst = [.. first.Where(index => index < starts.Count).Distinct()],
            Names = [.. Names(article.Text, starts, ends, names ?? [])],
        });
    }

    private static void Block(string text, TextSpan span, List<int> starts, List<int> ends, List<int> first)
    {
        int at = span.Start;
        while (at < span.End)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            int end = Token(text, at, span.End);
            starts.Add(at);
            ends.Add(end);
            if (text[at] is '.' or '?' or '!' && end < span.End) first.Add(starts.Count);
            at = end;
        }
    }

    private static int Token(string text, int at, int limit)
    {
        if (text[at] is '\'' or '’' && at + 1 < limit && text[at + 1] == 's') return at + 2;
        if (!char.IsLetterOrDigit(text[at])) return at + 1;
        int end = at;
        while (end < limit && (char.IsLetterOrDigit(text[end]) || IsInner(text, end, limit))) end++;
        if (end < limit && text[end] == '.' && (text[at..end].Contains('.', StringComparison.Ordinal) || Short.Contains(text[at..(end + 1)]))) end++;
        return end;
    }

    private static bool IsInner(string text, int at, int limit)
    {
        if (at + 1 >= limit || !char.IsLetterOrDigit(text[at + 1])) return false;
        if (text[at] is '.' or ',') return true;
        return text[at] is '\'' or '’' && !(text[at + 1] == 's' && (at + 2 >= limit || !char.IsLetter(text[at + 2])));
    }

    private static IEnumerable<NameSpan> Names(string text, List<int> starts, List<int> ends, IEnumerable<(string Text, NameKind Kind)> names)
    {
        foreach ((string name, NameKind kind) in names)
        {
            int at = text.IndexOf(name, StringComparison.Ordinal);
            yield return new NameSpan(starts.IndexOf(at), ends.IndexOf(at + name.Length) + 1, kind);
        }
    }
}
