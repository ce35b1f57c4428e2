using System.Globalization;

namespace Readout.Text.Models;

/// <summary>
/// Finds lemmas by Penn tag: a list of words whose lemma no rule gives, then the longest known suffix's edit (strip so
/// many characters, add others). Immutable; safe from every thread.
/// </summary>
internal sealed class Lemmatizer
{
    /// <summary>Longest suffix that has a rule.</summary>
    public const int LongestSuffix = 6;

    private readonly TextIndex _words, _rules;
    private readonly List<string> _lemmas = [];
    private readonly List<Edit> _edits = [];
    private readonly StringPool _scripts = new();

    /// <summary>Takes the tables of a model.</summary>
    public Lemmatizer(ModelFile model)
    {
        _words = new TextIndex(model.Count("lemma.words"));
        _rules = new TextIndex(model.Count("lemma.rules"));
        model.Each("lemma.words", (_, line) => AddWord(line));
        model.Each("lemma.rules", (_, line) => AddRule(line));
    }

    /// <summary>Takes tables as they are written.</summary>
    /// <param name="words">Lines <c>tag TAB form TAB lemma</c>.</param>
    /// <param name="rules">Lines <c>tag TAB suffix TAB script</c>; a script is the count to strip, a colon, what to add.</param>
    public Lemmatizer(IReadOnlyCollection<string> words, IReadOnlyCollection<string> rules)
    {
        _words = new TextIndex(words.Count);
        _rules = new TextIndex(rules.Count);
        foreach (string line in words) AddWord(line);
        foreach (string line in rules) AddRule(line);
    }

    /// <summary>The form that a lemma is looked up by: as written for proper nouns, else in lower case.</summary>
    public static string Key(string form, PennTag tag)
    {
        char[] key = new char[form.Length];
        Normalize(form, tag, key);
        return new string(key);
    }

    /// <summary>The lemma of a form under a tag.</summary>
    /// <param name="form">The form as written.</param>
    /// <param name="tag">Its tag.</param>
    /// <param name="strings">Where the lemma's string is taken from.</param>
    public string Lemma(ReadOnlySpan<char> form, PennTag tag, StringPool strings)
    {
        int room = 2 * form.Length + LongestSuffix * 4 + 1;
        Span<char> buffer = form.Length <= 128 ? stackalloc char[room] : new char[room];
        Span<char> key = buffer.Slice(1, form.Length);
        Normalize(form, tag, key);
        buffer[0] = Mark(tag);
        int word = _words.Find(buffer[..(form.Length + 1)], 0);
        if (word > 0) return _lemmas[word - 1];
        Span<char> suffix = stackalloc char[LongestSuffix + 1];
        suffix[0] = Mark(tag);
        for (int size = Math.Min(LongestSuffix, key.Length - 1); size >= 0; size--)
        {
            key[(key.Length - size)..].CopyTo(suffix[1..]);
            int rule = _rules.Find(suffix[..(size + 1)], 0);
            if (rule > 0) return _edits[rule - 1].Apply(key, buffer[(form.Length + 1)..], strings);
        }

        return strings.Get(key);
    }

    private static void Normalize(ReadOnlySpan<char> form, PennTag tag, Span<char> key)
    {
        if (tag is PennTag.NNP or PennTag.NNPS)
        {
            form.CopyTo(key);
            return;
        }

        form.ToLowerInvariant(key);
        key.Replace('\u2019', '\'');
    }

    /// <summary>One character that stands for the tag at the head of a key.</summary>
    private static char Mark(PennTag tag) => (char)('!' + (int)tag);

    private void AddWord(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> lemma = Split(line, out string key);
        _lemmas.Add(lemma.ToString());
        _words[key] = _lemmas.Count;
    }

    private void AddRule(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> script = Split(line, out string key);
        _edits.Add(Edit.Parse(script, _scripts));
        _rules[key] = _edits.Count;
    }

    /// <summary>Parts a line into tag and form, which make the key, and the rest.</summary>
    private static ReadOnlySpan<char> Split(ReadOnlySpan<char> line, out string key)
    {
        int first = line.IndexOf('\t'), second = first + 1 + line[(first + 1)..].IndexOf('\t');
        key = string.Concat([Mark(PennTags.Parse(line[..first]))], line[(first + 1)..second]);
        return line[(second + 1)..];
    }
}

/// <summary>An edit of a form's end.</summary>
/// <param name="Strip">Characters to take away.</param>
/// <param name="Add">Characters to put in their place.</param>
internal readonly record struct Edit(int Strip, string Add)
{
    /// <summary>Reads a script: the count to strip, a colon, what to add.</summary>
    /// <param name="script">The script.</param>
    /// <param name="strings">Where the string to add is taken from.</param>
    public static Edit Parse(ReadOnlySpan<char> script, StringPool strings)
    {
        int colon = script.IndexOf(':');
        return new Edit(int.Parse(script[..colon], NumberStyles.None, CultureInfo.InvariantCulture), strings.Get(script[(colon + 1)..]));
    }

    /// <summary>The edited form; the form itself where nothing would be left of it.</summary>
    /// <param name="form">The form.</param>
    /// <param name="buffer">Room for the result.</param>
    /// <param name="strings">Where the string is taken from.</param>
    public string Apply(ReadOnlySpan<char> form, Span<char> buffer, StringPool strings)
    {
        if (Strip >= form.Length) return strings.Get(form);
        int kept = form.Length - Strip;
        if (kept + Add.Length > buffer.Length) return string.Concat(form[..kept], Add);
        form[..kept].CopyTo(buffer);
        Add.CopyTo(buffer[kept..]);
        return strings.Get(buffer[..(kept + Add.Length)]);
    }
}
