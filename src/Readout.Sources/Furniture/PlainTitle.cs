using Readout.Sources.Pages;

namespace Readout.Sources.Furniture;

/// <summary>Tells the title among the lines above a text. Stateless.</summary>
internal static class PlainTitle
{
    /// <summary>More lines above a text than an article has of its own: they are a page's.</summary>
    public const int FewLines = 4;

    private const int Longest = 200;
    private const int LeastWords = 4;
    private const int LeastShared = 2;
    private const int ParagraphsCompared = 8;
    private static readonly char[] s_parting =
        [' ', ',', '.', ':', ';', '?', '!', '"', '“', '”', '‘', '’', '\'', '(', ')', '-', '–', '—', '…'];

    /// <summary>
    /// Index of the title, or -1. Of many lines it is the one that shares most words with the text, the first of equals, for
    /// menus and other stories' headlines stand among them; else, of those right above the text, the first of four words
    /// or more, or the longest.
    /// </summary>
    /// <param name="lines">The lines above the text, from the top.</param>
    /// <param name="near">Index of the first of those right above the text.</param>
    /// <param name="text">The paragraphs below them.</param>
    public static int Find(List<string> lines, int near, IEnumerable<string> text)
    {
        if (lines.Count > FewLines && MostShared(lines, text) is >= 0 and int shared) return shared;
        int best = -1;
        for (int i = near; i < lines.Count; i++)
        {
            if (lines[i].Length > Longest || FurnitureLines.Default.IsOffer(lines[i])) continue;
            if (Words(lines[i]) >= LeastWords) return i;
            if (best < 0 || Words(lines[i]) > Words(lines[best])) best = i;
        }

        return best;
    }

    /// <summary>A question or an exclamation may be a headline; a line that ends with a full stop, a colon or a quotation is none.</summary>
    public static bool IsHeadline(string text) =>
        text.Length <= 120 && text[^1] is '?' or '!' && !text.AsSpan(0, text.Length - 1).ContainsAny('.', '?', '!');

    private static int MostShared(List<string> lines, IEnumerable<string> text)
    {
        HashSet<string> words = [.. text.Take(ParagraphsCompared).SelectMany(LongWords)];
        int best = -1;
        int most = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            if (!MayBe(lines[i])) continue;
            int all = 0;
            int shared = 0;
            foreach (string word in LongWords(lines[i]))
            {
                all++;
                if (words.Contains(word)) shared++;
            }

            if (shared >= LeastShared && 3 * shared >= all && shared > most) (best, most) = (i, shared);
        }

        return best;
    }

    private static bool MayBe(string line) =>
        line.Length <= Longest && Words(line) >= LeastWords && (!RunningText.EndsSentence(line) || IsHeadline(line) || line[^1] is '’' or '\'' or '”' or '"')
        && !Captions.EndsWithCredit(line) && !FurnitureLines.Default.IsOffer(line);

    /// <summary>The distinct words of four letters or more, in lower case.</summary>
    private static IEnumerable<string> LongWords(string text) =>
        text.ToLowerInvariant().Split(s_parting, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= 4).Distinct(StringComparer.Ordinal);

    private static int Words(string text) => text.Count(c => c == ' ') + 1;
}
