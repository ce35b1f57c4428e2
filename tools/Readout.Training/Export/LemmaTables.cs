using Readout.Text;
using Readout.Text.Models;
using Readout.Training.Corpora;

namespace Readout.Training.Export;

/// <summary>
/// Learns the lemmatiser's tables: for each tag and suffix the edit that most word types take, and the words that the
/// rules get wrong.
/// </summary>
internal static class LemmaTables
{
    public static (List<string> Words, List<string> Rules) Learn(IEnumerable<TreebankSentence> sentences)
    {
        Dictionary<(PennTag Tag, string Key), string> lemmas = MostFrequent(sentences);
        List<string> rules = Rules(lemmas);
        Lemmatizer byRule = new([], rules);
        StringPool strings = new();
        List<string> words =
        [
            .. lemmas.Where(p => byRule.Lemma(p.Key.Key, p.Key.Tag, strings) != p.Value)
                .Select(p => $"{p.Key.Tag.Label()}\t{p.Key.Key}\t{p.Value}")
                .Order(StringComparer.Ordinal),
        ];
        return (words, rules);
    }

    private static Dictionary<(PennTag, string), string> MostFrequent(IEnumerable<TreebankSentence> sentences)
    {
        Dictionary<(PennTag, string), Dictionary<string, int>> counts = [];
        foreach (TreebankSentence s in sentences)
        {
            for (int i = 0; i < s.Length; i++)
            {
                if (s.Tags[i] == PennTag.None || s.Lemmas[i] == "_" || s.Lemmas[i].Contains('\t', StringComparison.Ordinal)) continue;
                (PennTag, string) key = (s.Tags[i], Lemmatizer.Key(s.Forms[i], s.Tags[i]));
                if (!counts.TryGetValue(key, out Dictionary<string, int>? byLemma)) counts[key] = byLemma = new(StringComparer.Ordinal);
                byLemma[s.Lemmas[i]] = byLemma.GetValueOrDefault(s.Lemmas[i]) + 1;
            }
        }

        return counts.ToDictionary(p => p.Key, p => p.Value.OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).First().Key);
    }

    private static List<string> Rules(Dictionary<(PennTag Tag, string Key), string> lemmas)
    {
        Dictionary<(PennTag, string), Dictionary<string, int>> counts = [];
        foreach (((PennTag tag, string key), string lemma) in lemmas)
        {
            if (Script(key, lemma) is not { } script) continue;
            for (int size = 0; size <= Math.Min(Lemmatizer.LongestSuffix, key.Length - 1); size++)
            {
                (PennTag, string) at = (tag, key[(key.Length - size)..]);
                if (!counts.TryGetValue(at, out Dictionary<string, int>? byScript)) counts[at] = byScript = new(StringComparer.Ordinal);
                byScript[script] = byScript.GetValueOrDefault(script) + 1;
            }
        }

        Dictionary<(PennTag Tag, string Suffix), string> best = counts
            .Where(p => p.Value.Values.Sum() >= 2)
            .ToDictionary(p => p.Key, p => p.Value.OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).First().Key);
        return
        [
            .. best.Where(p => p.Key.Suffix.Length == 0 || Shorter(best, p.Key.Tag, p.Key.Suffix) != p.Value)
                .Select(p => $"{p.Key.Tag.Label()}\t{p.Key.Suffix}\t{p.Value}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string Shorter(Dictionary<(PennTag Tag, string Suffix), string> best, PennTag tag, string suffix)
    {
        for (int cut = 1; cut <= suffix.Length; cut++)
        {
            if (best.TryGetValue((tag, suffix[cut..]), out string? script)) return script;
        }

        return "0:";
    }

    private static string? Script(string form, string lemma)
    {
        int common = 0;
        while (common < form.Length && common < lemma.Length && form[common] == lemma[common]) common++;
        return common == 0 ? null : $"{form.Length - common}:{lemma[common..]}";
    }
}
