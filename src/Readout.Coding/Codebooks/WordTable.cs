namespace Readout.Coding.Codebooks;

/// <summary>
/// The words that the codebook speaks of, each with a small number; phrases are entries too and are found by their
/// last word. Filled while the codebook is read, then only read: safe to share between threads from then on.
/// </summary>
internal sealed class WordTable
{
    private readonly List<string> _words = [];
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<Phrase>> _phrases = [];
    private readonly SortedDictionary<int, int> _forms = [];
    private bool[] _predicates = [];
    private Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public WordTable() => _lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Number of entries.</summary>
    public int Count => _words.Count;

    /// <summary>The entry with this number; the words of a phrase are parted by blanks.</summary>
    public string this[int id] => _words[id];

    /// <summary>The lemma of an irregular form; -1 where the codebook lists none.</summary>
    public int LemmaOf(int form) => form >= 0 && _forms.TryGetValue(form, out int lemma) ? lemma : -1;

    /// <summary>Notes an irregular form of a lemma.</summary>
    public void AddForm(string form, string lemma) => _forms[Intern(form)] = Intern(lemma);

    /// <summary>Whether frames are found by the word; settled when the codebook is put together.</summary>
    public bool IsPredicate(int word) => _predicates[word];

    /// <summary>Notes by which words frames are found.</summary>
    public void SettlePredicates(Func<int, bool> isPredicate)
    {
        _predicates = new bool[_words.Count];
        for (int i = 0; i < _predicates.Length; i++) _predicates[i] = isPredicate(i);
    }

    /// <summary>The number of a word or phrase, given one where it has none yet.</summary>
    public int Intern(string text)
    {
        if (_ids.TryGetValue(text, out int id)) return id;
        id = _words.Count;
        _words.Add(text);
        _ids.Add(text, id);
        if (text.Contains(' ', StringComparison.Ordinal)) AddPhrase(id, text);
        else if (text.Length > 3 && text.IndexOf('-', StringComparison.Ordinal) > 0) AddPhrase(id, text.Replace("-", " - ", StringComparison.Ordinal));
        return id;
    }

    /// <summary>The number of a word, letter case ignored; -1 where the codebook does not know it.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (_lookup.TryGetValue(word, out int id)) return id;
        if (word.Length is 0 or > 64 || !HasUpper(word)) return -1;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return _lookup.TryGetValue(lower, out id) ? id : -1;
    }

    /// <summary>The phrases that end in a word, longest first; empty where there are none.</summary>
    public IReadOnlyList<Phrase> PhrasesEnding(int word) => _phrases.TryGetValue(word, out List<Phrase>? found) ? found : [];

    /// <summary>Writes the entries in the order of their numbers.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(_words.Count);
        foreach (string word in _words) writer.Write(word);
        writer.Write(_forms.Count);
        foreach ((int form, int lemma) in _forms)
        {
            writer.Write(form);
            writer.Write(lemma);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static WordTable Read(BinaryReader reader)
    {
        WordTable table = new();
        int count = reader.ReadInt32();
        table._ids.EnsureCapacity(count);
        table._lookup = table._ids.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int i = 0; i < count; i++) table.Intern(reader.ReadString());
        int forms = reader.ReadInt32();
        for (int i = 0; i < forms; i++) table._forms[reader.ReadInt32()] = reader.ReadInt32();
        return table;
    }

    private void AddPhrase(int id, string text)
    {
        string[] parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int[] words = new int[parts.Length];
        for (int i = 0; i < parts.Length; i++) words[i] = Intern(parts[i]);
        int last = words[^1];
        if (!_phrases.TryGetValue(last, out List<Phrase>? list)) _phrases[last] = list = [];
        int at = list.FindIndex(other => other.Words.Length < words.Length);
        list.Insert(at < 0 ? list.Count : at, new Phrase(id, words));
    }

    private static bool HasUpper(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (char.IsUpper(c)) return true;
        }

        return false;
    }

    /// <summary>A phrase and the numbers of its words in order.</summary>
    internal readonly record struct Phrase(int Id, int[] Words);
}
