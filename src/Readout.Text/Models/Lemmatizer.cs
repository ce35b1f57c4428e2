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

    private readonly Dictionary<string, string>[] _words;
    private readonly Dictionary<string, string>[] _rules;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>>[] _rulesBySpan;

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
        _words = Tables(words);
        _rules = Tables(rules);
        _rulesBySpan = [.. _rules.Select(r => r.GetAlternateLookup<ReadOnlySpan<char>>())];
    }

    /// <summary>The form that a lemma is looked up by: as written for proper nouns, else in lower case.</summary>
    public static string Key(ReadOnlySpan<char> form, PennTag tag)
    {
        if (tag is PennTag.NNP or PennTag.NNPS) return form.ToString();
        Span<char> lower = form.Length <= 128 ? stackalloc char[form.Length] : new char[form.Length];
        form.ToLowerInvariant(lower);
        lower.Replace('\u2019', '\'');
        return lower.ToString();
    }

    /// <summary>The lemma of a form under a tag.</summary>
    public string Lemma(ReadOnlySpan<char> form, PennTag tag)
    {
        string key = Key(form, tag);
        if (_words[(int)tag].TryGetValue(key, out string? lemma)) return lemma;
        for (int size = Math.Min(LongestSuffix, key.Length - 1); size >= 0; size--)
        {
            if (_rulesBySpan[(int)tag].TryGetValue(key.AsSpan(key.Length - size), out string? script)) return Apply(key, script);
        }

        return key;
    }

    /// <summary>Edits a form by a script.</summary>
    public static string Apply(string form, string script)
    {
        int colon = script.IndexOf(':', StringComparison.Ordinal);
        int strip = int.Parse(script.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture);
        return strip >= form.Length ? form : string.Concat(form.AsSpan(0, form.Length - strip), script.AsSpan(colon + 1));
    }

    private static Dictionary<string, string>[] Tables(IEnumerable<string> lines)
    {
        Dictionary<string, string>[] tables = new Dictionary<string, string>[PennTags.Count];
        for (int i = 0; i < tables.Length; i++) tables[i] = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in lines)
        {
            string[] parts = line.Split('\t');
            tables[(int)PennTags.Parse(parts[0])][parts[1]] = parts[2];
        }

        return tables;
    }
}
