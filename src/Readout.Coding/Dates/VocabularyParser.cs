using System.Globalization;
using Readout.Coding.Packs;

namespace Readout.Coding.Dates;

/// <summary>
/// Builds a <see cref="Vocabulary"/> from text: <c>[class]</c> or <c>[class!]</c> (strong) opens a class, a line
/// <c>word word = value</c> enters words. <c>^word</c> counts only when capitalised. <c>#</c> begins a comment.
/// </summary>
internal sealed class VocabularyParser(ICollection<DataProblem> problems)
{
    private readonly Dictionary<string, ushort> _index = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _words = [""];
    private readonly List<(string Name, bool Strong, List<(ushort, int)> Members)> _classes = [];

    /// <summary>Index of a word, entered where it is new.</summary>
    public ushort Enter(string word)
    {
        if (word.Length > 1 && word[0] == '^') Enter(word[1..]);
        if (_index.TryGetValue(word, out ushort known)) return known;
        ushort index = (ushort)_words.Count;
        _words.Add(word);
        _index[word] = index;
        return index;
    }

    /// <summary>Opens or reopens a class.</summary>
    public int Open(string name, bool strong)
    {
        int at = _classes.FindIndex(known => known.Name == name);
        if (at >= 0) return at;
        _classes.Add((name, strong, []));
        return _classes.Count - 1;
    }

    /// <summary>Puts a word into a class.</summary>
    public void Add(int wordClass, string word, int value) => _classes[wordClass].Members.Add((Enter(word), value));

    /// <summary>Whether a class of that name was opened, and its index.</summary>
    public int ClassOf(string name) => _classes.FindIndex(known => known.Name == name);

    public void Parse(DataFile file)
    {
        int current = -1;
        int number = 0;
        foreach (string raw in file.Text.Split('\n'))
        {
            number++;
            string line = DataLine.Strip(raw);
            if (line.Length == 0) continue;
            if (line[0] == '[') current = OpenLine(line);
            else if (current < 0) problems.Add(new DataProblem(file.Path, number, "words before the first [class]", "open a class"));
            else Members(file, number, line, current);
        }
    }

    public Vocabulary Build() => new(
        [.. _words],
        [.. _classes.Select(known => new WordClass(known.Name, known.Strong, [.. known.Members.Select(member => (member.Item1, member.Item2))]))]);

    private int OpenLine(string line)
    {
        string name = line.Trim('[', ']');
        bool strong = name.EndsWith('!');
        return Open(strong ? name[..^1] : name, strong);
    }

    private void Members(DataFile file, int number, string line, int current)
    {
        int equals = line.LastIndexOf(" = ", StringComparison.Ordinal);
        int value = 0;
        string words = equals < 0 ? line : line[..equals];
        if (equals >= 0 && !int.TryParse(line[(equals + 3)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            problems.Add(new DataProblem(file.Path, number, $"'{line[(equals + 3)..]}' is no whole number", "word word = 3"));
            return;
        }

        foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Add(current, word, value);
    }
}

/// <summary>Lines of the data files of dates.</summary>
internal static class DataLine
{
    /// <summary>The line without its comment (a # at the start or after white space) and the white space around it.</summary>
    public static string Strip(string raw)
    {
        string line = raw.Trim();
        if (line.StartsWith('#')) return "";
        int comment = line.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? line : line[..comment].TrimEnd();
    }
}
