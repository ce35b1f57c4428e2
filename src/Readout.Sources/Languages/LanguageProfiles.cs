namespace Readout.Sources.Languages;

/// <summary>A language that texts are told by.</summary>
/// <param name="Code">ISO 639-1 code, or ISO 639-3 where it has none.</param>
/// <param name="Name">English name.</param>
/// <param name="Script">Script it is written in.</param>
internal sealed record LanguageProfile(string Code, string Name, Script Script);

/// <summary>The profiles of <c>data/words/languages.txt</c>. Immutable, thread-safe.</summary>
internal sealed class LanguageProfiles
{
    private readonly List<LanguageProfile> _languages = [];
    private readonly Dictionary<string, List<int>> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<int>> _letters = [];

    private LanguageProfiles(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            string entry = line.Trim();
            if (entry.Length == 0 || entry[0] == '#') continue;
            if (entry[0] == '[') Open(entry);
            else if (entry.StartsWith("letters ", StringComparison.Ordinal)) AddLetters(entry["letters ".Length..]);
            else AddWords(entry);
        }
    }

    /// <summary>The profiles that ship with the program, read on first use.</summary>
    public static LanguageProfiles Default { get; } = Load();

    /// <summary>The languages in the file's order.</summary>
    public IReadOnlyList<LanguageProfile> Languages => _languages;

    /// <summary>Indexes of the languages that a lower-case word is common in; empty for none.</summary>
    public IReadOnlyList<int> WithWord(ReadOnlySpan<char> word) =>
        _words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out List<int>? languages) ? languages : [];

    /// <summary>Indexes of the languages that a lower-case letter sets off; empty for none.</summary>
    public IReadOnlyList<int> WithLetter(char letter) => _letters.TryGetValue(letter, out List<int>? languages) ? languages : [];

    private static LanguageProfiles Load()
    {
        using Stream stream = typeof(LanguageProfiles).Assembly.GetManifestResourceStream("words/languages.txt")
            ?? throw new InvalidOperationException("the program was built without its data file words/languages.txt; build it again from a full checkout");
        using StreamReader reader = new(stream);
        return new LanguageProfiles(reader);
    }

    private void Open(string entry)
    {
        string[] parts = entry.Trim('[', ']').Split(' ');
        _languages.Add(new LanguageProfile(parts[0], parts[1], Enum.Parse<Script>(parts[2])));
    }

    private void AddWords(string entry)
    {
        int language = _languages.Count - 1;
        foreach (string word in entry.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!_words.TryGetValue(word, out List<int>? languages)) _words[word] = languages = [];
            if (!languages.Contains(language)) languages.Add(language);
        }
    }

    private void AddLetters(string entry)
    {
        foreach (char letter in entry)
        {
            if (letter == ' ') continue;
            if (!_letters.TryGetValue(letter, out List<int>? languages)) _letters[letter] = languages = [];
            languages.Add(_languages.Count - 1);
        }
    }
}
