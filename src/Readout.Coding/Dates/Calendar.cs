using System.Collections.Immutable;
using Readout.Coding.Packs;

namespace Readout.Coding.Dates;

/// <summary>
/// What Readout knows of the words of time: vocabulary, rules and festivals, from <c>words/calendar.txt</c>,
/// <c>words/calendar-rules.txt</c> and <c>words/calendar-days.txt</c>. Immutable; safe to use from every thread.
/// </summary>
public sealed class Calendar
{
    private Calendar(Vocabulary vocabulary, Grammar grammar, ImmutableArray<Festival> festivals)
    {
        Vocabulary = vocabulary;
        Grammar = grammar;
        Festivals = festivals;
        NumberWords = new NumberWords(vocabulary);
    }

    /// <summary>The rule for what may stand right after another expression.</summary>
    internal int Tail => Grammar.Top + 1;

    /// <summary>The rule for what may stand right after a year.</summary>
    internal int TailOfYear => Grammar.Top + 2;

    /// <summary>The data files that make a calendar, relative to the data folder.</summary>
    public static ImmutableArray<string> Files { get; } = ["words/calendar.txt", "words/calendar-rules.txt", "words/calendar-days.txt"];

    internal Vocabulary Vocabulary { get; }

    internal Grammar Grammar { get; }

    internal ImmutableArray<Festival> Festivals { get; }

    internal NumberWords NumberWords { get; }

    /// <summary>Builds a calendar from data files; files other than <see cref="Files"/> are passed over.</summary>
    /// <param name="files">The data files.</param>
    /// <param name="problems">Receives what is wrong in them; a calendar built in spite of problems lacks what was wrong.</param>
    public static Calendar Parse(IReadOnlyList<DataFile> files, ICollection<DataProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(problems);
        VocabularyParser vocabulary = new(problems);
        GrammarParser grammar = new(vocabulary, problems);
        FestivalParser festivals = new(vocabulary, grammar, problems);
        foreach (DataFile file in InOrder(files, Files[0])) vocabulary.Parse(file);
        foreach (DataFile file in InOrder(files, Files[2])) festivals.Parse(file);
        int top = grammar.Rule("time");
        grammar.Rule("tail");
        grammar.Rule("tailyear");
        foreach (DataFile file in InOrder(files, Files[1])) grammar.Parse(file);
        Vocabulary words = vocabulary.Build();
        return new Calendar(words, new Grammar(words, grammar.Build(), top), festivals.Build());
    }

    private static IEnumerable<DataFile> InOrder(IReadOnlyList<DataFile> files, string path) =>
        files.Where(file => file.Path == path).OrderBy(file => file.Text.Length);

    internal void Write(BinaryWriter writer) => CalendarFormat.Write(writer, Vocabulary, Grammar, Festivals);

    internal static Calendar Read(BinaryReader reader)
    {
        (Vocabulary vocabulary, Grammar grammar, ImmutableArray<Festival> festivals) = CalendarFormat.Read(reader);
        return new Calendar(vocabulary, grammar, festivals);
    }
}
