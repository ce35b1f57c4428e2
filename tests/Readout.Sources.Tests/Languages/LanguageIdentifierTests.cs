using Readout.Sources.Languages;

namespace Readout.Sources.Tests.Languages;

public class LanguageIdentifierTests
{
    public sealed record Case(string Language, string Text);

    public static TheoryData<string, string> Cases()
    {
        TheoryData<string, string> data = [];
        foreach (Case item in Specs.Read<Case>("languages.json")) data.Add(item.Language, item.Text);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void TwoSentencesTellTheLanguage(string language, string text) =>
        Assert.Equal(language, LanguageIdentifier.Identify(text).Code);

    [Theory]
    [InlineData("An Omani air patrol stopped nine Yemeni smugglers near Salalah.")]
    [InlineData("Oman's foreign secretary cancelled a visit to Lima.")]
    [InlineData("Chad denied visas to UN inspectors.")]
    [InlineData("Ghana's army shelled rebel posts in northern Togo.")]
    public void WordsThatOtherLanguagesShareDoNotMakeAShortTextTheirs(string text) => Assert.Equal("en", LanguageIdentifier.Identify(text).Code);

    [Theory]
    [InlineData("Der Minister hat am Montag mit seinem Kollegen in Wien gesprochen.", "de")]
    [InlineData("Le ministre a dit que la loi ne sera pas votée avant le printemps.", "fr")]
    public void AShortTextInAnotherLanguageIsStillTold(string text, string code) => Assert.Equal(code, LanguageIdentifier.Identify(text).Code);

    [Fact]
    public void EveryLanguageOfOneScriptHasWords()
    {
        foreach (IGrouping<Script, LanguageProfile> script in LanguageProfiles.Default.Languages.GroupBy(language => language.Script))
        {
            if (script.Count() == 1) continue;
            foreach (LanguageProfile language in script) Assert.True(HasWords(language), language.Name);
        }
    }

    [Fact]
    public void FiguresAloneAreNotRefused() => Assert.Equal("en", LanguageIdentifier.Identify("1987 12.5 3/8 -- 17un 11p 846A").Code);

    private static bool HasWords(LanguageProfile language)
    {
        int index = LanguageProfiles.Default.Languages.ToList().IndexOf(language);
        string[] words = File.ReadAllText(Path.Combine(Root(), "data", "words", "languages.txt")).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Count(word => LanguageProfiles.Default.WithWord(word).Contains(index)) >= 10;
    }

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..");
}
