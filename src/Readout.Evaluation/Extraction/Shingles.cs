using System.Text;
using Readout.Evaluation.Scoring;

namespace Readout.Evaluation.Extraction;

/// <summary>Runs of four words, as article-extraction-benchmark's evaluate.py builds and scores them.</summary>
internal static class Shingles
{
    private const int Size = 4;

    /// <summary>
    /// The words of a text: runs of letters, digits and underscores, letter case kept (Python's <c>\w+</c>, which takes
    /// no combining marks).
    /// </summary>
    public static IReadOnlyList<string> Words(string text)
    {
        List<string> words = [];
        int start = -1;
        int position = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsWord(rune))
            {
                if (start < 0) start = position;
            }
            else if (start >= 0)
            {
                words.Add(text[start..position]);
                start = -1;
            }

            position += rune.Utf16SequenceLength;
        }

        if (start >= 0) words.Add(text[start..]);
        return words;
    }

    /// <summary>The shingles; one short one where there are fewer words, none where there is no word.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> words)
    {
        if (words.Count == 0) return [];
        List<string> shingles = [];
        for (int i = 0; i < Math.Max(1, words.Count - Size + 1); i++) shingles.Add(string.Join(' ', words.Skip(i).Take(Size)));
        return shingles;
    }

    /// <summary>A page's precision: 1 where nothing is wrong or lacking, 0 where nothing was predicted.</summary>
    public static double Precision(MatchCounts page) => page.Gold == 0 && page.Predicted == 0 ? 1 : page.Precision ?? 0;

    /// <summary>A page's recall: 1 where nothing is wrong or lacking, 0 where the gold is empty.</summary>
    public static double Recall(MatchCounts page) => page.Gold == 0 && page.Predicted == 0 ? 1 : page.Recall ?? 0;

    private static bool IsWord(Rune rune) => rune.Value == '_' || Rune.IsLetter(rune) || Rune.IsNumber(rune);
}
