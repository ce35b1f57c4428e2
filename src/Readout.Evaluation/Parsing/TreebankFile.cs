using Readout.Evaluation.Gold;
using Readout.Text.Conllu;

namespace Readout.Evaluation.Parsing;

/// <summary>Reads CoNLL-U files sentence by sentence, with errors that name the file.</summary>
internal static class TreebankFile
{
    /// <exception cref="GoldFormatException">The file is not there or departs from the format.</exception>
    public static IEnumerable<ConlluSentence> Read(string path)
    {
        using StreamReader input = GoldFile.Open(path);
        ConlluReader reader = new(input);
        while (Next(path, reader) is { } sentence) yield return sentence;
    }

    private static ConlluSentence? Next(string path, ConlluReader reader)
    {
        try
        {
            return reader.Next();
        }
        catch (FormatException error)
        {
            throw new GoldFormatException(path, 0, error.Message);
        }
    }
}
