using Readout.Analysis.Stories;

namespace Readout.Analysis.Tests.Stories;

public sealed class WordStemTests
{
    [Theory]
    [InlineData("pirates", "piracy", false)]
    [InlineData("hijacked", "hijackers", true)]
    [InlineData("ministries", "ministry", true)]
    [InlineData("planned", "planning", true)]
    [InlineData("killed", "kills", true)]
    [InlineData("news", "new", true)]
    [InlineData("1974", "1975", false)]
    public void Forms_of_a_word_share_a_stem(string one, string other, bool same) => Assert.Equal(same, Stem(one) == Stem(other));

    private static string Stem(string word)
    {
        char[] letters = word.ToCharArray();
        return new string(letters, 0, WordStem.Shorten(letters, letters.Length));
    }
}
