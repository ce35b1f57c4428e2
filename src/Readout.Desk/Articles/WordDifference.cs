using System.Collections.Immutable;

namespace Readout.Desk.Articles;

/// <summary>Words that two texts share, or that one of them has. Immutable.</summary>
/// <param name="Kind">same, removed or added.</param>
/// <param name="Text">The words, with the blanks after them.</param>
public sealed record DifferencePart(string Kind, string Text);

/// <summary>
/// What differs between two texts, word by word: a shortest script of words to remove and to add (E. W. Myers, An O(ND) Difference
/// Algorithm and Its Variations, Algorithmica 1, 1986). Pure.
/// </summary>
internal static class WordDifference
{
    /// <summary>Longer texts are compared by this many of their first words.</summary>
    public const int MostWords = 6_000;

    // Texts further apart are told as one removed and one added: what a reader could follow ends well before.
    private const int MostSteps = 1_000;

    /// <summary>The texts as parts in order; the parts that are not added give the first, those not removed the second.</summary>
    public static ImmutableArray<DifferencePart> Of(string first, string second)
    {
        string[] before = Words(first, MostWords);
        string[] after = Words(second, MostWords);
        int head = 0;
        while (head < before.Length && head < after.Length && before[head] == after[head]) head++;
        int tail = 0;
        while (tail < before.Length - head && tail < after.Length - head && before[^(tail + 1)] == after[^(tail + 1)]) tail++;
        List<(string Kind, string Word)> words = [.. before[..head].Select(word => ("same", word))];
        words.AddRange(Script(before[head..(before.Length - tail)], after[head..(after.Length - tail)]));
        words.AddRange(before[(before.Length - tail)..].Select(word => ("same", word)));
        return Joined(words);
    }

    /// <summary>How many words a text has, counted to just beyond <see cref="MostWords"/>.</summary>
    public static int Count(string text) => Words(text, MostWords + 1).Length;

    private static List<(string Kind, string Word)> Script(string[] before, string[] after)
    {
        List<int[]> trace = Trace(before, after);
        if (trace.Count == 0) return [.. before.Select(word => ("removed", word)), .. after.Select(word => ("added", word))];
        List<(string, string)> script = [];
        int x = before.Length;
        int y = after.Length;
        for (int steps = trace.Count - 1; steps > 0; steps--)
        {
            int[] reach = trace[steps];
            int middle = steps + 1;
            int diagonal = x - y;
            bool adds = diagonal == -steps || (diagonal != steps && reach[middle + diagonal - 1] < reach[middle + diagonal + 1]);
            int from = adds ? diagonal + 1 : diagonal - 1;
            int startX = reach[middle + from] + (adds ? 0 : 1);
            int startY = reach[middle + from] - from + (adds ? 1 : 0);
            for (; x > startX && y > startY; y--) script.Add(("same", before[--x]));
            script.Add(adds ? ("added", after[--y]) : ("removed", before[--x]));
        }

        while (x > 0) script.Add(("same", before[--x]));
        script.Reverse();
        return script;
    }

    // For each number of steps, how far each diagonal had come before them; empty where the texts are too far apart.
    private static List<int[]> Trace(string[] before, string[] after)
    {
        int most = Math.Min(before.Length + after.Length, MostSteps);
        int middle = most + 1;
        int[] reach = new int[(2 * most) + 3];
        List<int[]> trace = [];
        for (int steps = 0; steps <= most; steps++)
        {
            trace.Add(reach[(middle - steps - 1)..(middle + steps + 2)]);
            for (int diagonal = -steps; diagonal <= steps; diagonal += 2)
            {
                bool adds = diagonal == -steps || (diagonal != steps && reach[middle + diagonal - 1] < reach[middle + diagonal + 1]);
                int x = adds ? reach[middle + diagonal + 1] : reach[middle + diagonal - 1] + 1;
                while (x < before.Length && x - diagonal < after.Length && before[x] == after[x - diagonal]) x++;
                reach[middle + diagonal] = x;
                if (x >= before.Length && x - diagonal >= after.Length) return trace;
            }
        }

        return [];
    }

    private static ImmutableArray<DifferencePart> Joined(List<(string Kind, string Word)> words)
    {
        ImmutableArray<DifferencePart>.Builder parts = ImmutableArray.CreateBuilder<DifferencePart>();
        for (int start = 0, end; start < words.Count; start = end)
        {
            end = start;
            while (end < words.Count && words[end].Kind == words[start].Kind) end++;
            parts.Add(new DifferencePart(words[start].Kind, string.Concat(words.GetRange(start, end - start).Select(word => word.Word))));
        }

        return parts.ToImmutable();
    }

    // Each word with the blanks after it, so that nothing is lost.
    private static string[] Words(string text, int most)
    {
        List<string> words = [];
        for (int start = 0, end; start < text.Length && words.Count < most; start = end)
        {
            end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            words.Add(text[start..end]);
        }

        return [.. words];
    }
}
