using Readout.Text.Models;

namespace Readout.Text.Tests.Models;

public class LemmatizerTests
{
    private static readonly Lemmatizer English = new(
        ["VBD\twent\tgo", "NNP\tStates\tState"],
        ["NNS\ts\t1:", "NNS\ties\t3:y", "NNS\t\t0:", "VBD\ted\t2:", "NNP\t\t0:"]);

    [Theory]
    [InlineData("went", PennTag.VBD, "go")]
    [InlineData("WENT", PennTag.VBD, "go")]
    [InlineData("talks", PennTag.NNS, "talk")]
    [InlineData("treaties", PennTag.NNS, "treaty")]
    [InlineData("cattle", PennTag.NNS, "cattle")]
    [InlineData("signed", PennTag.VBD, "sign")]
    [InlineData("Geneva", PennTag.NNP, "Geneva")]
    [InlineData("States", PennTag.NNP, "State")]
    [InlineData("s", PennTag.NNS, "s")]
    [InlineData("Quickly", PennTag.RB, "quickly")]
    public void The_longest_suffix_decides(string form, PennTag tag, string lemma) => Assert.Equal(lemma, English.Lemma(form, tag, new StringPool()));

    [Fact]
    public void A_script_that_strips_all_leaves_the_form() => Assert.Equal("ab", Edit.Parse("2:x", new StringPool()).Apply("ab", new char[8], new StringPool()));
}
