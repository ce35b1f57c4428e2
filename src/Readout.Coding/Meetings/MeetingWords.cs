using System.Collections.Immutable;
using Readout.Coding.Packs;

namespace Readout.Coding.Meetings;

/// <summary>The classes of <c>words/meetings.txt</c>, in the order of <see cref="MeetingWords.ClassNames"/>.</summary>
internal enum MeetingClass : byte
{
    Verbs,
    Visits,
    Hosts,
    Nouns,
    WeakNouns,
    VisitNouns,
    Planned,
    Confirmed,
    Proposed,
    Refused,
    Postponed,
    Cancelled,
    Coming,
    Absent,
    Present,
    Rosters,
    Leader,
    Minister,
    Official,
    Expert,
}

/// <summary>The words of meetings. Immutable; safe to use from every thread.</summary>
public sealed class MeetingWords
{
    /// <summary>The data file, relative to the data folder.</summary>
    public const string File = "words/meetings.txt";

    internal static readonly ImmutableArray<string> ClassNames =
    [
        "verbs", "visits", "hosts", "nouns", "weak nouns", "visit nouns", "planned", "confirmed", "proposed", "refused", "postponed", "cancelled",
        "coming", "absent", "present", "rosters", "leader", "minister", "official", "expert",
    ];

    private readonly ImmutableArray<string>[] _lists;
    private readonly HashSet<string>[] _classes;

    private MeetingWords(ImmutableArray<string>[] lists)
    {
        _lists = lists;
        _classes = [.. lists.Select(list => new HashSet<string>(list, StringComparer.Ordinal))];
    }

    /// <summary>Builds the words from data files; files other than <see cref="File"/> are passed over.</summary>
    /// <param name="files">The data files.</param>
    /// <param name="problems">Receives what is wrong in them.</param>
    public static MeetingWords Parse(IReadOnlyList<DataFile> files, ICollection<DataProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(problems);
        List<string>[] lists = [.. ClassNames.Select(_ => new List<string>())];
        foreach (DataFile file in files.Where(file => file.Path == File)) Parse(file, lists, problems);
        return new MeetingWords([.. lists.Select(list => list.Distinct(StringComparer.Ordinal).ToImmutableArray())]);
    }

    /// <summary>Whether a lemma, or two words set apart by a space, are of a class.</summary>
    internal bool Is(MeetingClass kind, string words) => _classes[(int)kind].Contains(words);

    /// <summary>Whether a phrase in lower case holds a word or words of a class as whole words.</summary>
    internal bool Holds(MeetingClass kind, string phrase)
    {
        foreach (string words in _lists[(int)kind])
        {
            int at = phrase.IndexOf(words, StringComparison.Ordinal);
            if (at < 0) continue;
            bool whole = (at == 0 || !char.IsLetter(phrase[at - 1])) && (at + words.Length == phrase.Length || !char.IsLetter(phrase[at + words.Length]));
            if (whole) return true;
        }

        return false;
    }

    internal void Write(BinaryWriter writer)
    {
        foreach (ImmutableArray<string> list in _lists)
        {
            writer.Write(list.Length);
            foreach (string word in list) writer.Write(word);
        }
    }

    internal static MeetingWords Read(BinaryReader reader)
    {
        ImmutableArray<string>[] lists = new ImmutableArray<string>[ClassNames.Length];
        for (int i = 0; i < lists.Length; i++)
        {
            string[] list = new string[reader.ReadInt32()];
            for (int j = 0; j < list.Length; j++) list[j] = reader.ReadString();
            lists[i] = [.. list];
        }

        return new MeetingWords(lists);
    }

    private static void Parse(DataFile file, List<string>[] lists, ICollection<DataProblem> problems)
    {
        int number = 0;
        int current = -1;
        foreach (string raw in file.Text.Split('\n'))
        {
            number++;
            int comment = raw.IndexOf('#', StringComparison.Ordinal);
            string line = (comment < 0 ? raw : raw[..comment]).Trim();
            if (line.Length == 0) continue;
            if (line[0] == '[')
            {
                current = ClassNames.IndexOf(line.Trim('[', ']'));
                if (current < 0) problems.Add(new DataProblem(file.Path, number, $"{line} is no class", $"use one of {string.Join(", ", ClassNames)}"));
            }
            else if (current >= 0)
            {
                lists[current].AddRange(line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            }
            else
            {
                problems.Add(new DataProblem(file.Path, number, "words stand under no class", "open a class such as [nouns] before them"));
            }
        }
    }
}
