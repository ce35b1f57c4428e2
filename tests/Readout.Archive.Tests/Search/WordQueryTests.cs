using CsCheck;
using Readout.Archive.Search.Words;
using Readout.Archive.Store.Dialects;

namespace Readout.Archive.Tests.Search;

/// <summary>Holds the language of queries to its description, and what reaches the engines to words in quotes.</summary>
public sealed class WordQueryTests
{
    [Theory]
    [InlineData("visit", "visit")]
    [InlineData("visit envoy", "visit & envoy")]
    [InlineData("\"the envoy visited\"", "the+envoy+visited")]
    [InlineData("“the envoy”", "the+envoy")]
    [InlineData("vis*", "vis*")]
    [InlineData("\"the env\"*", "the+env*")]
    [InlineData("visit OR tour", "(visit | tour)")]
    [InlineData("envoy visit OR tour OR call Graustark", "envoy & (visit | tour | call) & Graustark")]
    [InlineData("OR visit OR", "visit")]
    [InlineData("or visit", "or & visit")]
    [InlineData("visit -tour -\"state visit\"", "visit !tour !state+visit")]
    [InlineData("visit - tour", "visit & tour")]
    [InlineData("U.S. far-right", "U+S & far+right")]
    [InlineData("visit AND tour NEAR(x y) NOT z", "visit & AND & tour & NEAR+x & y & NOT & z")]
    [InlineData("text:visit {a b} ^x", "text+visit & a & b & x")]
    [InlineData("visit\" tour", "visit & tour")]
    [InlineData("Großmächte Москва 会談", "Großmächte & Москва & 会談")]
    [InlineData("'; DROP TABLE events; --", "DROP & TABLE & events")]
    [InlineData("!!! \"\" * -", "")]
    public void Texts_are_understood(string text, string understood) => Assert.Equal(understood, Shown(WordQuery.Parse(text)));

    [Theory]
    [InlineData("-visit", "a word to look for")]
    [InlineData("talks v*", "'v*' is too short")]
    [InlineData("\"the envoy v\"*", "at least 2 letters")]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33", "at most 32")]
    public void What_cannot_be_looked_for_is_refused(string text, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => WordQuery.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_text_that_is_too_long_is_refused() => Assert.Throws<ArgumentException>(() => WordQuery.Parse(new string('a', WordQuery.Longest + 1)));

    [Fact]
    public void Nothing_but_letters_digits_and_our_own_operators_reaches_an_engine() =>
        Gen.String[Gen.OneOf(Gen.Char["\"'*()^:{}-+&|!<>\\ \t\0;%_OR"], Gen.Char), 0, 60].Sample(text =>
        {
            WordQuery query;
            try
            {
                query = WordQuery.Parse(text);
            }
            catch (ArgumentException)
            {
                return;
            }

            foreach (WordTerm term in query.All.SelectMany(group => group).Concat(query.None))
            {
                Assert.NotEmpty(term.Words);
                Assert.All(term.Words, word => Assert.DoesNotContain(word, letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || "\"'*()^:{}-+&|!<>\\;%".Contains(letter)));
            }

            if (query.IsEmpty) return;
            Assert.Equal(0, SqliteWordSearch.Instance.Text(query, [["qxzf1"]]).Count(letter => letter == '"') % 2);
            Assert.Equal(0, PostgresWordSearch.Instance.Text(query, [["qxzf1"]]).Count(letter => letter == '\'') % 2);
        }, iter: 2000);

    private static string Shown(WordQuery query)
    {
        string all = string.Join(" & ", query.All.Select(group => group.Length == 1 ? Shown(group[0]) : $"({string.Join(" | ", group.Select(Shown))})"));
        return string.Concat(all, string.Concat(query.None.Select(term => $" !{Shown(term)}")));
    }

    private static string Shown(WordTerm term) => string.Join('+', term.Words) + (term.IsPrefix ? "*" : "");
}
