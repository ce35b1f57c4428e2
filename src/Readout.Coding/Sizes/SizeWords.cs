using Readout.Coding.Dates;
using Readout.Coding.Packs;

namespace Readout.Coding.Sizes;

/// <summary>
/// The words of numbers of people, from <c>words/sizes.txt</c>. Immutable; safe to use from every thread.
/// </summary>
public sealed class SizeWords
{
    /// <summary>The data file, relative to the data folder.</summary>
    public const string File = "words/sizes.txt";

    private SizeWords(Vocabulary vocabulary)
    {
        Vocabulary = vocabulary;
        Numbers = new NumberWords(vocabulary);
    }

    internal Vocabulary Vocabulary { get; }

    internal NumberWords Numbers { get; }

    /// <summary>Builds the words from data files; files other than <see cref="File"/> are passed over.</summary>
    /// <param name="files">The data files.</param>
    /// <param name="problems">Receives what is wrong in them.</param>
    public static SizeWords Parse(IReadOnlyList<DataFile> files, ICollection<DataProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(problems);
        VocabularyParser parser = new(problems);
        foreach (DataFile file in files.Where(file => file.Path == File)) parser.Parse(file);
        foreach (string mark in (string[])["and", "-", ",", "a", "an", "half", "than", "least", "most", "to", "of", "between", "many", "as", "more", "less", "fewer", "up", "at"]) parser.Enter(mark);
        return new SizeWords(parser.Build());
    }

    internal void Write(BinaryWriter writer) => CalendarFormat.Write(writer, Vocabulary);

    internal static SizeWords Read(BinaryReader reader) => new(CalendarFormat.ReadVocabulary(reader));
}
