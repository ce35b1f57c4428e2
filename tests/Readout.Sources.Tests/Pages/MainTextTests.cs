using CsCheck;
using Readout.Sources.Pages;

namespace Readout.Sources.Tests.Pages;

public class MainTextTests
{
    public sealed record Case(string Name, string Html, string[]? Blocks, string[]? Contains);

    public static TheoryData<string> Names() => [.. Specs.Read<Case>("pages.json").Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheArticleIsTakenOutOfThePage(string name)
    {
        Case item = Specs.Read<Case>("pages.json").Single(item => item.Name == name);
        string[] blocks = [.. MainText.ExtractMainText(item.Html).Select(block => $"{block.Kind}: {block.Text}")];
        if (item.Blocks is not null) Assert.Equal(item.Blocks, blocks);
        foreach (string expected in item.Contains ?? []) Assert.Contains(blocks, block => block.EndsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void AnyMarkupGivesTextWithoutRefusing()
    {
        string[] pieces = ["<div class=related>", "<p>", "</p>", "<h1>", "</h1>", "<table>", "<td>", "</table>", "<li>", "<br>", "<script>", "</script>", "<!--", "-->", "<a href=x>", "</a>", "<form>", "Words that make a sentence of some length.", "&amp;", "&#x0;", "<", ">", "<svg><p>", "<template>", "\0", "<body>", "</body>", "<frameset>"];
        Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]).Array[0, 40].Sample(parts =>
        {
            foreach (TextBlock block in MainText.ExtractMainText(string.Concat(parts))) Assert.NotEqual("", block.Text.Trim());
        }, iter: 1000);
    }

    [Fact]
    public void TheSamePageGivesTheSameBlocksOnEveryThread()
    {
        string html = Specs.Read<Case>("pages.json")[0].Html;
        IReadOnlyList<TextBlock> once = MainText.ExtractMainText(html);
        Parallel.For(0, 16, _ => Assert.Equal(once, MainText.ExtractMainText(html)));
    }
}
