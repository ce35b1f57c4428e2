using System.Collections.Frozen;
using System.Globalization;
using Readout.Analysis.Copies;

namespace Readout.Analysis.Stories;

/// <summary>
/// How common words are in English, by <c>data/words/frequencies.tsv</c>: what an archive that has seen few articles weighs words by.
/// Immutable; safe to use from every thread.
/// </summary>
public sealed class BackgroundWords
{
    private const string Resource = "Readout.Analysis.frequencies.tsv";
    private static readonly Lazy<BackgroundWords> Loaded = new(Load);
    private readonly FrozenDictionary<long, int> _counts;

    private BackgroundWords(FrozenDictionary<long, int> counts, int passages) => (_counts, Passages) = (counts, passages);

    /// <summary>The table that comes with the program.</summary>
    public static BackgroundWords English => Loaded.Value;

    /// <summary>Number of passages that were counted.</summary>
    public int Passages { get; }

    /// <summary>In how many of them a term stands; 0 where it was not seen twice.</summary>
    public int Count(long term) => _counts.GetValueOrDefault(term);

    /// <summary>Reads a table: a line <c>passages TAB n</c>, then <c>stem TAB n</c>; lines that begin with # are remarks.</summary>
    /// <exception cref="FormatException">A line is neither.</exception>
    public static BackgroundWords Parse(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Dictionary<long, int> counts = [];
        int passages = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab < 1 || !int.TryParse(line.AsSpan(tab + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int count)) throw new FormatException($"'{line}' is no word with its count.");
            if (passages == 0) passages = count;
            else counts[StoryTerm.OfWord(line.AsSpan(0, tab))] = count;
        }

        return new BackgroundWords(counts.ToFrozenDictionary(), passages);
    }

    private static BackgroundWords Load()
    {
        using Stream stream = typeof(BackgroundWords).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        using StreamReader reader = new(stream);
        return Parse(reader);
    }
}

/// <summary>Terms as hashes.</summary>
internal static class StoryTerm
{
    /// <summary>The term of a stem.</summary>
    public static long OfWord(ReadOnlySpan<char> stem) => unchecked((long)StableHash.Of(stem));
}
