using Readout.Text;

namespace Readout.Training.Corpora;

/// <summary>
/// Puts other names of the same kind and length in the place of a sentence's names (mention replacement, Dai and Adel
/// 2020), so that the name finder learns contexts and lists rather than the few names of the treebank. Tags and trees
/// stay as they are: only names that are proper nouns throughout are replaced.
/// </summary>
internal sealed class NameSwap
{
    private readonly string[] _given, _surnames;
    private readonly Dictionary<int, string[][]> _places, _organizations;

    /// <summary>Reads the lists of <c>data/words/names</c>.</summary>
    public NameSwap(string folder)
    {
        _given = [.. Names(folder, "given").Where(n => n.Length == 1).Select(n => n[0])];
        _surnames = [.. Names(folder, "surnames").Where(n => n.Length == 1).Select(n => n[0])];
        _places = ByLength(Names(folder, "places"));
        _organizations = ByLength(Names(folder, "organizations"));
    }

    /// <summary>The sentence with other names, or null where none of its names can be replaced.</summary>
    public TreebankSentence? Vary(TreebankSentence sentence, Random random)
    {
        string[] forms = [.. sentence.Forms];
        bool changed = false;
        foreach ((int start, int end, int kind) in NameLabels.Spans(sentence.Names))
        {
            if (!IsProper(sentence, start, end)) continue;
            string[]? other = Other(end - start, kind, random);
            if (other is null) continue;
            for (int i = start; i < end; i++) forms[i] = InCaseOf(sentence.Forms[i], other[i - start]);
            changed = true;
        }

        return changed ? sentence with { Forms = forms } : null;
    }

    private static bool IsProper(TreebankSentence s, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (s.Tags[i] != PennTag.NNP || !s.Forms[i].All(char.IsLetter)) return false;
        }

        return true;
    }

    private string[]? Other(int length, int kind, Random random)
    {
        if (kind > 0)
        {
            return (kind == 1 ? _organizations : _places).TryGetValue(length, out string[][]? names) ? names[random.Next(names.Length)] : null;
        }

        string[] person = new string[length];
        for (int i = 0; i < length; i++) person[i] = _surnames[random.Next(_surnames.Length)];
        if (length > 1 || random.Next(2) == 0) person[0] = _given[random.Next(_given.Length)];
        if (length > 2 && random.Next(2) == 0) person[1] = _given[random.Next(_given.Length)];
        return person;
    }

    private static string InCaseOf(string form, string name)
    {
        if (form.Length > 1 && form.All(char.IsUpper)) return name.ToUpperInvariant();
        return char.IsLower(form[0]) ? name.ToLowerInvariant() : name;
    }

    private static Dictionary<int, string[][]> ByLength(IEnumerable<string[]> names) =>
        names.GroupBy(n => n.Length).ToDictionary(g => g.Key, g => g.ToArray());

    private static IEnumerable<string[]> Names(string folder, string list) => File.ReadLines(Path.Combine(folder, list + ".txt"))
        .Select(l => l.Trim())
        .Where(l => l.Length > 0 && l[0] != '#' && l.All(c => char.IsLetter(c) || c == ' '))
        .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
