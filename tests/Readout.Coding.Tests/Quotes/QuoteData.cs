using Readout.Coding.Packs;
using Readout.Coding.Quotes;
using Readout.Tests;

namespace Readout.Coding.Tests.Quotes;

/// <summary>The words that attribute, of this repository.</summary>
internal static class QuoteData
{
    public static QuoteWords Words { get; } = Load();

    public static QuoteWords Parse(string text, ICollection<DataProblem> problems) => QuoteWords.Parse([new DataFile(QuoteWords.File, text)], problems);

    private static QuoteWords Load()
    {
        List<DataProblem> problems = [];
        QuoteWords words = Parse(File.ReadAllText(Repository.Path("data", QuoteWords.File)), problems);
        Assert.Empty(problems);
        return words;
    }
}
