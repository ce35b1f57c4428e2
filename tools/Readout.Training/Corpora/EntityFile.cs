using System.Text.Json;
using Readout.Text;

namespace Readout.Training.Corpora;

/// <summary>
/// Turns GUM's named entities into name labels by the conventions of Universal NER: no determiner, title or
/// modifier, no plural peoples; persons, organisations and places only.
/// </summary>
internal sealed class EntityFile
{
    private readonly Dictionary<string, List<(int Start, int End, int Kind)>> _spans = new(StringComparer.Ordinal);
    private readonly HashSet<string> _titles;

    public EntityFile(string path, string namesFolder)
    {
        _titles = new HashSet<string>(File.ReadLines(Path.Combine(namesFolder, "keywords.txt")), StringComparer.Ordinal);
        foreach (string line in File.ReadLines(path))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            List<(int, int, int)> spans = [];
            foreach (JsonElement span in json.RootElement.GetProperty("spans").EnumerateArray())
            {
                int kind = Array.IndexOf(["person", "organization", "place"], span.GetProperty("type").GetString());
                if (kind >= 0 && span.GetProperty("named").GetBoolean())
                    spans.Add((span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32(), kind));
            }

            _spans[json.RootElement.GetProperty("id").GetString()!] = spans;
        }
    }

    /// <summary>The sentence with labels, or as it is where the file does not know it.</summary>
    public TreebankSentence Label(TreebankSentence sentence)
    {
        if (!_spans.TryGetValue(sentence.Id, out List<(int Start, int End, int Kind)>? spans)) return sentence;
        sbyte[] labels = new sbyte[sentence.Length];
        foreach ((int start, int end, int kind) in spans.OrderByDescending(s => s.End - s.Start).ThenBy(s => s.Start))
        {
            if (end > sentence.Length) continue;
            (int first, int last) = kind == 0 ? Person(sentence, start, end) : Trim(sentence, start, end);
            if (first >= last || labels.AsSpan(first, last - first).ContainsAnyExcept((sbyte)0)) continue;
            for (int i = first; i < last; i++) labels[i] = (sbyte)(2 * kind + (i == first ? 1 : 2));
        }

        return sentence with { Names = labels };
    }

    private static bool IsName(TreebankSentence s, int i) => s.Tags[i] is PennTag.NNP or PennTag.NNPS;

    /// <summary>The proper nouns that close the phrase, without titles; empty where a common noun heads it.</summary>
    private (int First, int Last) Person(TreebankSentence s, int start, int end)
    {
        if (s.Tags[end - 1] == PennTag.POS) end--;
        int first = end;
        while (first > start && s.Tags[first - 1] == PennTag.NNP) first--;
        while (first < end && _titles.Contains(s.Forms[first])) first++;
        return (first, end);
    }

    /// <summary>The phrase without determiner, where it is proper nouns and their joints alone; else empty.</summary>
    private static (int First, int Last) Trim(TreebankSentence s, int start, int end)
    {
        if (s.Tags[end - 1] == PennTag.POS) end--;
        while (start < end && s.Tags[start] == PennTag.DT) start++;
        if (start >= end || !IsName(s, start) || !IsName(s, end - 1)) return (0, 0);
        for (int i = start; i < end; i++)
        {
            bool joint = s.Forms[i] is "of" or "the" or "and" or "for" or "&" || s.Tags[i] is PennTag.POS or PennTag.HYPH or PennTag.CD;
            if (!IsName(s, i) && !joint) return (0, 0);
        }

        return (start, end);
    }
}
