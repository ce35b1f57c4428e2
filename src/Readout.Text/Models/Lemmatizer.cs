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

    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>>[] _wordsBySpan;
    private readonly Dictionary<string, Edit>.AlternateLookup<ReadOnlySpan<char>>[] _rulesBySpan;

    /// <summary>Takes the tables of a model.</summary>
    public Lemmatizer(ModelFile model)
        : this(model.Strings("lemma.words"), model.Strings("lemma.rules"))
    {
    }

    /// <summary>Takes tables as they are written.</summary>
    /// <param name="words">Lines <c>tag TAB form TAB lemma</c>.</param>
    /// <param name="rules">Lines <c>tag TAB suffix TAB script</c>; a script is the count to strip, a colon, what to add.</param>
    public Lemmatizer(IEnumerable<string> words, IEnumerable<string> rules)
    {
        _wordsBySpan = [.. Tables(words, w => w).Select(t => t.GetAlternateLookup<ReadOnlySpan<char>>())];
        _rulesBySpan = [.. Tables(rules, Edit.Parse).Select(t => t.GetAlternateLookup<ReadOnlySpan<char>>())];
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
        Span<char> buffer = form.Length <= 128 ? stackalloc char[2 * form.Length + LongestSuffix * 4] : new char[2 * form.Length + LongestSuffix * 4];
        Span<char> key = buffer[..form.Length];
        Normalize(form, tag, key);
        if (_wordsBySpan[(int)tag].TryGetValue(key, out string? lemma)) return lemma;
        for (int size = Math.Min(LongestSuffix, key.Length - 1); size >= 0; size--)
        {
            if (_rulesBySpan[(int)tag].TryGetValue(key[(key.Length - size)..], out Edit edit)) return edit.Apply(key, buffer[form.Length..], strings);
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

    private static Dictionary<string, T>[] Tables<T>(IEnumerable<string> lines, Func<string, T> value)
    {
        Dictionary<string, T>[] tables = new Dictionary<string, T>[PennTags.Count];
        for (int i = 0; i < tables.Length; i++) tables[i] = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (string line in lines)
        {
            string[] parts = line.Split('\t');
            tables[(int)PennTags.Parse(parts[0])][parts[1]] = value(parts[2]);
        }

        return tables;
    }
}

/// <summary>An edit of a form's end.</summary>
/// <param name="Strip">Characters to take away.</param>
/// <param name="Add">Characters to put in their place.</param>
internal readonly record struct Edit(int Strip, string Add)
{
    /// <summary>Reads a script: the count to strip, a colon, what to add.</summary>
    public static Edit Parse(string script)
    {
        int colon = script.IndexOf(':', StringComparison.Ordinal);
        return new Edit(int.Parse(script.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture), script[(colon + 1)..]);
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
