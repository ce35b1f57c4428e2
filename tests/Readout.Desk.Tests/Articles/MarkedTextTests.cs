using Readout.Desk.Articles;
using Readout.Text;

namespace Readout.Desk.Tests.Articles;

public class MarkedTextTests
{
    private const string Text = "Norway's envoy met officials on Monday in Oslo.";

    [Fact]
    public void Marks_that_nest_and_overlap_are_cut_at_their_edges_and_no_word_is_lost()
    {
        TextMark outer = new("quote", "q1", new TextSpan(0, 24), "quote", Opens: false);
        TextMark inner = new("actor", "a0", new TextSpan(0, 6), "Norway");
        TextMark across = new("event", "e1", new TextSpan(15, 38), "CONSULT", "cooperation");
        HashSet<string> anchored = [];
        MarkedPiece[] pieces = [.. MarkedText.Cut(Text, new TextSpan(0, Text.Length), [outer, inner, across], anchored)];
        Assert.Equal(Text, string.Concat(pieces.Select(piece => piece.Text)));
        Assert.Equal(["Norway", "'s envoy ", "met offic", "ials on Monday", " in Oslo."], pieces.Select(piece => piece.Text));
        Assert.Equal(["actor:a0 quote:q1-", "quote:q1-", "event:e1 quote:q1-", "event:e1", ""], pieces.Select(piece => piece.Data));
        Assert.Equal([["a0"], [], ["e1"], [], []], pieces.Select(piece => piece.Anchors.ToArray()));
        Assert.All(pieces, piece => Assert.Equal(piece.Text, Text.Substring(piece.Start, piece.Text.Length)));
    }

    [Fact]
    public void The_shortest_mark_that_is_shown_and_opens_something_wins()
    {
        TextMark actor = new("actor", "a0", new TextSpan(42, 46), "Oslo");
        TextMark place = new("place", "p0", new TextSpan(42, 46), "Oslo");
        MarkedPiece piece = MarkedText.Cut(Text, new TextSpan(0, Text.Length), [actor, place], []).Single(one => one.Text == "Oslo");
        Assert.Equal("p0", piece.Opened(["actor", "place"])!.Card);
        Assert.Equal("a0", piece.Opened(["actor"])!.Card);
        Assert.Null(piece.Opened([]));
        Assert.Equal("m-place m-actor", piece.Classes(["actor", "place"]));
        Assert.Equal("", piece.Classes([]));
    }

    [Fact]
    public void A_mark_over_two_blocks_is_cut_at_the_block()
    {
        TextMark mark = new("quote", "q1", new TextSpan(3, 30), "quote");
        HashSet<string> anchored = [];
        Assert.Equal(["Nor", "way's e"], MarkedText.Cut(Text, new TextSpan(0, 10), [mark], anchored).Select(piece => piece.Text));
        MarkedPiece second = MarkedText.Cut(Text, new TextSpan(20, 40), [mark], anchored)[0];
        Assert.Equal(("fficials o", 0), (second.Text, second.Anchors.Length));
    }

    [Fact]
    public void Any_marks_leave_the_text_as_it_is()
    {
        Random random = new(17);
        for (int round = 0; round < 200; round++)
        {
            TextMark[] marks = [.. Enumerable.Range(0, random.Next(8)).Select(i => Any(random, i)).OrderBy(mark => mark.Span)];
            Assert.Equal(Text, string.Concat(MarkedText.Cut(Text, new TextSpan(0, Text.Length), marks, []).Select(piece => piece.Text)));
        }
    }

    private static TextMark Any(Random random, int number)
    {
        int start = random.Next(Text.Length);
        return new TextMark(MarkKinds.All[random.Next(MarkKinds.All.Length)], $"m{number}", new TextSpan(start, random.Next(start + 1, Text.Length + 1)), "");
    }
}
