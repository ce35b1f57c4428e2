using Readout.Text;

namespace Readout.Archive.Corrections;

/// <summary>Finds words again in a text that may have changed, by the words around them.</summary>
internal static class TriggerAlignment
{
    /// <summary>Characters kept on each side.</summary>
    public const int Around = 40;

    // Fewer characters in common than a word or two may be chance.
    private const int Enough = 10;

    /// <summary>Where the words stand; null where they do not, or at several places alike.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The words.</param>
    /// <param name="before">What stood before them.</param>
    /// <param name="after">What stood after them.</param>
    public static TextSpan? Find(string text, string words, string before, string after)
    {
        int best = -1;
        int bestScore = -1;
        bool tied = false;
        for (int at = text.IndexOf(words, StringComparison.Ordinal); at >= 0 && words.Length > 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            int score = Score(text, at, at + words.Length, before, after);
            if (score < bestScore) continue;
            tied = score == bestScore;
            bestScore = score;
            best = at;
        }

        int most = before.Length + after.Length;
        return best < 0 || tied || bestScore < Math.Min(Enough, most) ? null : new TextSpan(best, best + words.Length);
    }

    /// <summary>The words before and after a range.</summary>
    public static (string Before, string After) Context(string text, TextSpan span) =>
        (text[Math.Max(0, span.Start - Around)..span.Start], text[span.End..Math.Min(text.Length, span.End + Around)]);

    private static int Score(string text, int start, int end, string before, string after)
    {
        int same = 0;
        while (same < before.Length && start - same - 1 >= 0 && text[start - same - 1] == before[^(same + 1)]) same++;
        int next = 0;
        while (next < after.Length && end + next < text.Length && text[end + next] == after[next]) next++;
        return same + next;
    }
}
