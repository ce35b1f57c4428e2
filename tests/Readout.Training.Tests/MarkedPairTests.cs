using Readout.Coding.Record;
using Readout.Text;
using Readout.Training.Ranking;

namespace Readout.Training.Tests;

public class MarkedPairTests
{
    [Fact]
    public void Two_phrases_are_marked_and_one_may_stand_in_the_other()
    {
        MarkedPair[] pairs = [.. MarkedPair.Read("p.txt", ["# rest", "", "YIELD: [2 The mill] let [1 its cook] go.", "CONSULT: [1 The head of [2 the guild]] rang."])];
        Assert.Equal(["p.txt:3", "p.txt:4"], pairs.Select(pair => pair.Id));
        Assert.Equal([EventType.Concede, EventType.Consult], pairs.Select(pair => pair.Type));
        Assert.Equal(["The mill let its cook go.", "The head of the guild rang."], pairs.Select(pair => pair.Text));
        Assert.Equal(["its cook", "The head of the guild"], pairs.Select(pair => Slice(pair.Text, pair.Source)));
        Assert.Equal(["The mill", "the guild"], pairs.Select(pair => Slice(pair.Text, pair.Target)));
    }

    [Theory]
    [InlineData("MEET: [1 A] met [2 B].")]
    [InlineData("CONSULT: [1 A] met B.")]
    [InlineData("CONSULT: [1 A] met [2 B.")]
    [InlineData("[1 A] met [2 B].")]
    public void A_line_that_is_no_pair_is_named(string line) =>
        Assert.Contains("p.txt:1", Assert.Throws<FormatException>(() => MarkedPair.Read("p.txt", [line]).ToList()).Message, StringComparison.Ordinal);

    [Fact]
    public void The_pairs_of_the_project_can_be_read() =>
        Assert.True(MarkedPair.ReadFolder(Readout.Tests.Repository.Path("tools", "Readout.Training", "Pairs")).Count() > 300);

    private static string Slice(string text, TextSpan span) => text[span.Start..span.End];
}
