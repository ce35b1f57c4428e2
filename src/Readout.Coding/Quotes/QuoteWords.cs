using System.Collections.Immutable;
using Readout.Coding.Packs;

namespace Readout.Coding.Quotes;

/// <summary>
/// The words that attribute, from <c>words/quotes.txt</c>. Immutable; safe to use from every thread.
/// </summary>
public sealed class QuoteWords
{
    /// <summary>The data file, relative to the data folder.</summary>
    public const string File = "words/quotes.txt";

    private static readonly string[] SetNames = ["vehicles", "surveys", "carriers", "spokespeople", "labels"];

    private readonly Dictionary<string, ImmutableArray<CueWord>>[] _cues;
    private readonly HashSet<string>[] _sets;

    internal QuoteWords(Dictionary<string, ImmutableArray<CueWord>>[] cues, HashSet<string>[] sets)
    {
        _cues = cues;
        _sets = sets;
    }

    /// <summary>Builds the words from data files; files other than <see cref="File"/> are passed over.</summary>
    /// <param name="files">The data files.</param>
    /// <param name="problems">Receives what is wrong in them.</param>
    public static QuoteWords Parse(IReadOnlyList<DataFile> files, ICollection<DataProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(problems);
        QuoteWordsParser parser = new(SetNames, problems);
        foreach (DataFile file in files.Where(file => file.Path == File)) parser.Parse(file);
        return parser.Build();
    }

    /// <summary>The rules of a lemma; empty where the word attributes nothing.</summary>
    internal ImmutableArray<CueWord> Rules(CueClass kind, string lemma) =>
        _cues[(int)kind].TryGetValue(lemma, out ImmutableArray<CueWord> rules) ? rules : [];

    /// <summary>Whether the verb says that somebody speaks, in whose words a quotation may follow: <c>say</c>, <c>warn</c>.</summary>
    internal bool IsSpeech(string verb)
    {
        foreach (CueWord rule in Rules(CueClass.Verb, verb))
        {
            if (rule.Level == CueLevel.Speech && rule.Takes.HasFlag(Complements.Quote)) return true;
        }

        return false;
    }

    /// <summary>Whether words are said in it: a statement, an interview.</summary>
    internal bool IsVehicle(string lemma) => _sets[0].Contains(lemma);

    /// <summary>Whether it is a poll or a study.</summary>
    internal bool IsSurvey(string lemma) => _sets[1].Contains(lemma);

    /// <summary>Whether it makes an act of saying out of a noun of saying: to issue a statement.</summary>
    internal bool IsCarrier(string lemma) => _sets[2].Contains(lemma);

    /// <summary>Whether somebody of that lemma speaks for a body; the word before, if any, may be needed: press secretary.</summary>
    internal bool IsSpokesperson(string lemma, string? before) =>
        _sets[3].Contains(lemma) || (before is not null && _sets[3].Contains($"{before} {lemma}"));

    /// <summary>Whether a word before a colon labels a text and names no speaker.</summary>
    internal bool IsLabel(string lemma) => _sets[4].Contains(lemma);

    internal void Write(BinaryWriter writer)
    {
        foreach (Dictionary<string, ImmutableArray<CueWord>> cues in _cues)
        {
            writer.Write(cues.Count);
            foreach ((string lemma, ImmutableArray<CueWord> rules) in cues.OrderBy(pair => pair.Key, StringComparer.Ordinal)) Write(writer, lemma, rules);
        }

        foreach (HashSet<string> set in _sets)
        {
            writer.Write(set.Count);
            foreach (string word in set.Order(StringComparer.Ordinal)) writer.Write(word);
        }
    }

    internal static QuoteWords Read(BinaryReader reader)
    {
        Dictionary<string, ImmutableArray<CueWord>>[] cues = new Dictionary<string, ImmutableArray<CueWord>>[Enum.GetValues<CueClass>().Length];
        for (int i = 0; i < cues.Length; i++)
        {
            int count = reader.ReadInt32();
            cues[i] = new Dictionary<string, ImmutableArray<CueWord>>(count, StringComparer.Ordinal);
            for (int j = 0; j < count; j++) cues[i].Add(reader.ReadString(), ReadRules(reader));
        }

        HashSet<string>[] sets = new HashSet<string>[SetNames.Length];
        for (int i = 0; i < sets.Length; i++)
        {
            sets[i] = new HashSet<string>(StringComparer.Ordinal);
            int count = reader.ReadInt32();
            for (int j = 0; j < count; j++) sets[i].Add(reader.ReadString());
        }

        return new QuoteWords(cues, sets);
    }

    private static void Write(BinaryWriter writer, string lemma, ImmutableArray<CueWord> rules)
    {
        writer.Write(lemma);
        writer.Write((byte)rules.Length);
        foreach (CueWord rule in rules)
        {
            writer.Write(rule.Particle ?? "");
            writer.Write((byte)rule.Level);
            writer.Write(rule.Stance ?? "");
            writer.Write((ushort)rule.Takes);
            writer.Write((byte)rule.Prepositions.Length);
            foreach (string preposition in rule.Prepositions) writer.Write(preposition);
        }
    }

    private static ImmutableArray<CueWord> ReadRules(BinaryReader reader)
    {
        CueWord[] rules = new CueWord[reader.ReadByte()];
        for (int i = 0; i < rules.Length; i++)
        {
            string particle = reader.ReadString();
            CueLevel level = (CueLevel)reader.ReadByte();
            string stance = reader.ReadString();
            Complements takes = (Complements)reader.ReadUInt16();
            string[] prepositions = new string[reader.ReadByte()];
            for (int j = 0; j < prepositions.Length; j++) prepositions[j] = reader.ReadString();
            rules[i] = new CueWord(particle.Length == 0 ? null : particle, level, stance.Length == 0 ? null : stance, takes, [.. prepositions]);
        }

        return [.. rules];
    }
}
