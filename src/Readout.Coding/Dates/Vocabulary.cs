using System.Collections.Immutable;

namespace Readout.Coding.Dates;

/// <summary>
/// The words that speak of time, by class. A word may belong to several classes with a value in each; a word that counts
/// only when capitalised (<c>^may</c>) has an entry of its own.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>The value of a word in a class to which it does not belong.</summary>
    public const int Absent = int.MinValue;

    private readonly Dictionary<string, ushort>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly int[][] _values;
    private readonly bool[] _strong;
    private readonly ushort[] _capital;

    public Vocabulary(ImmutableArray<string> words, ImmutableArray<WordClass> classes)
    {
        Words = words;
        Classes = classes;
        Dictionary<string, ushort> index = new(words.Length * 2, StringComparer.OrdinalIgnoreCase);
        for (int i = 1; i < words.Length; i++) index[words[i]] = (ushort)i;
        _lookup = index.GetAlternateLookup<ReadOnlySpan<char>>();
        _capital = new ushort[words.Length];
        _strong = new bool[words.Length];
        _values = new int[classes.Length][];
        for (int i = 1; i < words.Length; i++) _capital[i] = index.GetValueOrDefault("^" + words[i], (ushort)i);
        for (int i = 0; i < classes.Length; i++) Enter(i, classes[i]);
    }

    /// <summary>The words; index 0 is the unknown word.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>The classes in file order.</summary>
    public ImmutableArray<WordClass> Classes { get; }

    /// <summary>Index of a class by name; -1 where there is none.</summary>
    public int ClassOf(string name) => _classes.GetValueOrDefault(name, -1);

    /// <summary>The value of a word in a class, or <see cref="Absent"/>. O(1).</summary>
    public int Value(int wordClass, int lexeme) => _values[wordClass][lexeme];

    /// <summary>Whether the word can carry an expression of time by itself.</summary>
    public bool IsStrong(int lexeme) => _strong[lexeme];

    /// <summary>Whether an entry is the capitalised form of another.</summary>
    public bool IsCapitalOf(int lexeme, int plain) => plain != lexeme && _capital[plain] == lexeme;

    /// <summary>The entry of a written word, letter case as written; 0 for an unknown one. O(length).</summary>
    public ushort Find(ReadOnlySpan<char> word)
    {
        if (!_lookup.TryGetValue(word, out ushort lexeme)) return 0;
        return char.IsUpper(word[0]) ? _capital[lexeme] : lexeme;
    }

    private void Enter(int index, WordClass wordClass)
    {
        _classes[wordClass.Name] = index;
        int[] values = new int[Words.Length];
        Array.Fill(values, Absent);
        foreach ((ushort lexeme, int value) in wordClass.Members)
        {
            values[lexeme] = value;
            if (_capital[lexeme] != 0 && values[_capital[lexeme]] == Absent) values[_capital[lexeme]] = value;
            if (!wordClass.IsStrong) continue;
            _strong[lexeme] = true;
            _strong[_capital[lexeme]] = true;
        }

        _values[index] = values;
    }
}

/// <summary>A class of words, each with a number: the months with 1 to 12.</summary>
/// <param name="Name">As rules refer to it.</param>
/// <param name="IsStrong">Whether a member can carry an expression by itself.</param>
/// <param name="Members">Entries and their values.</param>
internal sealed record WordClass(string Name, bool IsStrong, ImmutableArray<(ushort Lexeme, int Value)> Members);
