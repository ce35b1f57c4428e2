using Readout.Text.Models;

namespace Readout.Text.Tests.Models;

public class PhraseListsTests
{
    private static readonly PhraseLists Lists = new(["1\tacme", "1\tbank of chile", "2\tchile", "2\tsan jose", "2\tsan jose del monte", "1\tvalencia", "2\tvalencia", "1\t0m"]);

    [Theory]
    [InlineData("Acme hired", "1 0")]
    [InlineData("acme hired", "0 0")]
    [InlineData("the Bank of Chile said", "0 2 3 3 0")]
    [InlineData("in Chile and San Jose", "0 4 0 5 6")]
    [InlineData("San Jose del Monte", "5 6 6 6")]
    [InlineData("San Jose del Sol", "5 6 0 0")]
    [InlineData("Valencia won", "7 0")]
    [InlineData("3M rose", "1 0")]
    [InlineData("San Luis", "0 0")]
    public void The_longest_phrase_is_marked_from_left_to_right(string text, string marks) => Assert.Equal(marks, string.Join(' ', Mark(text)));

    [Fact]
    public void A_token_beyond_the_bound_ends_a_phrase() => Assert.Equal([0, 4], Mark(new string('X', 500) + " Chile"));

    private static int[] Mark(string text)
    {
        List<int> starts = [], ends = [];
        int at = 0;
        foreach (string word in text.Split(' '))
        {
            starts.Add(at);
            ends.Add(at + word.Length);
            at += word.Length + 1;
        }

        byte[] marks = new byte[starts.Count];
        Lists.Mark(text, starts.ToArray(), ends.ToArray(), marks);
        return [.. marks.Select(m => (int)m)];
    }
}
