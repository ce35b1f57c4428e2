using System.Globalization;

namespace Readout.Text.Tokens;

/// <summary>What kind of abbreviation a token with its full stop is.</summary>
internal enum AbbreviationKind : byte
{
    /// <summary>None that the lexicon knows.</summary>
    None,

    /// <summary>A title before a name.</summary>
    Title,

    /// <summary>A company's or a name's suffix.</summary>
    Company,

    /// <summary>A month.</summary>
    Month,

    /// <summary>Any other.</summary>
    Word,

    /// <summary>An abbreviation only before a number.</summary>
    BeforeNumber,
}

/// <summary>
/// The word lists of the tokeniser, read from <c>data/words/english-tokens.txt</c>. Immutable; safe for several threads.
/// </summary>
internal sealed class TokenLexicon
{
    private readonly Dictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> _abbreviations;
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _fused;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _prefixes;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _suffixes;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _units;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _apostropheFirst;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _slash;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _domains;
    private readonly string[] _emoticons;

    // Lengths at which a fused word starts with a letter, one bit a length, so that most words need no look-up.
    private readonly uint[] _fusedLengths = new uint[128];

    private TokenLexicon(Dictionary<string, List<string>> sections)
    {
        _abbreviations = Abbreviations(sections).GetAlternateLookup<ReadOnlySpan<char>>();
        _fused = Fused(sections["fused"]).GetAlternateLookup<ReadOnlySpan<char>>();
        _prefixes = Lookup(sections["prefixes"]);
        _suffixes = Lookup(sections["suffixes"]);
        _units = Lookup(sections["units"]);
        _apostropheFirst = Lookup(sections["apostrophe first"]);
        _slash = Lookup(sections["slash"]);
        _domains = Lookup(sections["domains"]);
        _emoticons = [.. sections["emoticons"].OrderByDescending(emoticon => emoticon.Length)];
    }

    /// <summary>Reads the lists.</summary>
    /// <exception cref="FormatException">A section is missing or unknown, or a word stands outside one.</exception>
    public static TokenLexicon Parse(string text)
    {
        Dictionary<string, List<string>> sections = new(StringComparer.Ordinal);
        foreach (string name in SectionNames) sections[name] = [];
        List<string>? current = null;
        int number = 0;
        foreach (string raw in text.Split('\n'))
        {
            number++;
            string line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '[' && line[^1] == ']')
            {
                current = sections.GetValueOrDefault(line[1..^1]) ?? throw Wrong(number, $"unknown section {line}");
                continue;
            }

            if (current is null) throw Wrong(number, "a word stands before the first section");
            current.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        foreach ((string name, List<string> words) in sections)
        {
            if (words.Count == 0) throw Wrong(number, $"section [{name}] is missing or empty");
        }

        return new TokenLexicon(sections);
    }

    /// <summary>The kind of an abbreviation, its full stop included.</summary>
    public AbbreviationKind Abbreviation(ReadOnlySpan<char> word) => _abbreviations.TryGetValue(word, out AbbreviationKind kind) ? kind : AbbreviationKind.None;

    /// <summary>Lengths of the parts of a fused word; null for any other word.</summary>
    public int[]? Fused(ReadOnlySpan<char> word)
    {
        if (word[0] >= 128 || word.Length >= 32 || (_fusedLengths[word[0]] & (1u << word.Length)) == 0) return null;
        return _fused.TryGetValue(word, out int[]? parts) ? parts : null;
    }

    public bool IsPrefix(ReadOnlySpan<char> word) => word.Length <= 8 && _prefixes.Contains(word);

    public bool IsSuffix(ReadOnlySpan<char> word) => word.Length <= 8 && _suffixes.Contains(word);

    public bool IsUnit(ReadOnlySpan<char> word) => word.Length <= 8 && _units.Contains(word);

    public bool IsApostropheFirst(ReadOnlySpan<char> word) => word.Length <= 8 && _apostropheFirst.Contains(word);

    public bool IsSlashWord(ReadOnlySpan<char> word) => word.Length <= 8 && _slash.Contains(word);

    public bool IsDomain(ReadOnlySpan<char> label) => label.Length <= 8 && _domains.Contains(label);

    /// <summary>Length of the emoticon that opens <paramref name="text"/>; 0 where there is none.</summary>
    public int Emoticon(ReadOnlySpan<char> text)
    {
        foreach (string emoticon in _emoticons)
        {
            if (text.StartsWith(emoticon, StringComparison.Ordinal)) return emoticon.Length;
        }

        return 0;
    }

    private static readonly string[] SectionNames =
    [
        "titles", "companies", "months", "months before a number", "words", "before a number", "fused", "prefixes",
        "suffixes", "units", "apostrophe first", "slash", "domains", "emoticons",
    ];

    private static FormatException Wrong(int line, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Word list of the tokeniser, line {line}: {what}."));

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(List<string> words) =>
        new HashSet<string>(words, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static Dictionary<string, AbbreviationKind> Abbreviations(Dictionary<string, List<string>> sections)
    {
        Dictionary<string, AbbreviationKind> kinds = new(StringComparer.Ordinal);
        AddAll("before a number", AbbreviationKind.BeforeNumber);
        AddAll("months before a number", AbbreviationKind.BeforeNumber);
        AddAll("words", AbbreviationKind.Word);
        AddAll("months", AbbreviationKind.Month);
        AddAll("companies", AbbreviationKind.Company);
        AddAll("titles", AbbreviationKind.Title);
        return kinds;

        // A capital in the list is kept ("Ill." is not "ill."); a word listed small may open a sentence or stand in capitals.
        void AddAll(string section, AbbreviationKind kind)
        {
            foreach (string word in sections[section])
            {
                kinds[word] = kind;
                kinds[word.ToUpperInvariant()] = kind;
                kinds[char.ToUpperInvariant(word[0]) + word[1..]] = kind;
            }
        }
    }

    private Dictionary<string, int[]> Fused(List<string> words)
    {
        Dictionary<string, int[]> parts = new(StringComparer.OrdinalIgnoreCase);
        foreach (string word in words)
        {
            string whole = word.Replace("+", "", StringComparison.Ordinal);
            parts[whole] = [.. word.Split('+').Select(part => part.Length)];
            _fusedLengths[char.ToLowerInvariant(whole[0])] |= 1u << whole.Length;
            _fusedLengths[char.ToUpperInvariant(whole[0])] |= 1u << whole.Length;
        }

        return parts;
    }
}
