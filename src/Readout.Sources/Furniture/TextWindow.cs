namespace Readout.Sources.Furniture;

/// <summary>
/// Chooses the run of paragraphs that is an article in the copied text of a whole page: the contiguous run of the greatest
/// score, where sentences count for their length and rows of short lines, which menus and lists of links are made of, count
/// against it (maximum subsequence segmentation: Pasternack and Roth, WWW 2009, with fixed weights). Stateless.
/// </summary>
internal static class TextWindow
{
    private const int ShortestRow = 3;
    private const int LinePenalty = 80;
    private const int TailPenalty = 500;
    private const int MostCounted = 1000;

    /// <summary>First paragraph of the run and the one after its last; everything where no row of short lines is found.</summary>
    /// <param name="paragraphs">The text.</param>
    /// <param name="judge">Whether a paragraph is text (sentences, quotations, items), a short line, or known furniture.</param>
    /// <param name="isTail">Whether a line announces what follows an article.</param>
    public static (int First, int End) Choose(IReadOnlyList<string> paragraphs, Func<string, LineSort> judge, Func<string, bool> isTail)
    {
        int[] scores = Scores(paragraphs, judge, isTail);
        if (!Array.Exists(scores, score => score < 0)) return (0, paragraphs.Count);
        long best = 0;
        long sum = 0;
        int start = 0;
        (int First, int End) chosen = (0, paragraphs.Count);
        for (int i = 0; i < scores.Length; i++)
        {
            if (sum <= 0) (sum, start) = (0, i);
            sum += scores[i];
            if (sum > best) (best, chosen) = (sum, (start, i + 1));
        }

        return chosen;
    }

    private static int[] Scores(IReadOnlyList<string> paragraphs, Func<string, LineSort> judge, Func<string, bool> isTail)
    {
        int[] scores = new int[paragraphs.Count];
        List<int> row = [];
        for (int i = 0; i < paragraphs.Count; i++)
        {
            LineSort sort = judge(paragraphs[i]);
            if (isTail(paragraphs[i])) scores[i] = -TailPenalty;
            else if (sort == LineSort.Short) row.Add(i);
            if (sort != LineSort.Text) continue;
            scores[i] = Math.Min(paragraphs[i].Length, MostCounted);
            CloseRow(scores, row);
        }

        CloseRow(scores, row);
        return scores;
    }

    private static void CloseRow(int[] scores, List<int> row)
    {
        if (row.Count >= ShortestRow)
        {
            foreach (int index in row) scores[index] = -LinePenalty;
        }

        row.Clear();
    }
}

/// <summary>What a line of copied text looks like.</summary>
internal enum LineSort
{
    /// <summary>A sentence, a quotation or an item of a list.</summary>
    Text,

    /// <summary>A line that is none.</summary>
    Short,

    /// <summary>A line known to be furniture, which says nothing of those around it.</summary>
    Furniture,
}
