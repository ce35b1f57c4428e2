using System.Text.Json;
using Readout.Tests;
using Readout.Text.Tokens;

namespace Readout.Text.Tests.Tokens;

/// <summary>The cases of <c>tests/specs/tokens</c>: a text with its tokens parted by spaces, or with its sentences.</summary>
public class TokenCaseTests
{
    public static IEnumerable<TheoryDataRow<string, string, string, string>> Cases()
    {
        foreach (string file in Directory.GetFiles(Repository.Path("tests", "specs", "tokens"), "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
            foreach (JsonElement item in document.RootElement.GetProperty("cases").EnumerateArray())
            {
                string text = item.GetProperty("text").GetString()!;
                bool tokens = item.TryGetProperty("tokens", out JsonElement expected);
                if (!tokens) expected = item.GetProperty("sentences");
                string wanted = tokens ? expected.GetString()! : string.Join('\u241E', expected.EnumerateArray().Select(e => e.GetString()));
                yield return new TheoryDataRow<string, string, string, string>(Path.GetFileNameWithoutExtension(file), tokens ? "tokens" : "sentences", text, wanted);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_is_cut_as_written(string phenomenon, string kind, string text, string expected)
    {
        TokenBuffer buffer = new();
        Tokenizer.English.Tokenize(text, buffer);
        Document document = new(Article.FromText(phenomenon, text), buffer.ToLayers());
        string actual = kind == "tokens"
            ? string.Join(' ', document.Tokens.Select(token => token.Text))
            : string.Join('\u241E', document.Sentences.Select(sentence => sentence.Text));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void There_are_at_least_150_cases() => Assert.True(Cases().Count() >= 150);
}
