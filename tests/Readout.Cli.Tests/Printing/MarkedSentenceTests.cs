using Readout.Cli.Printing;
using Readout.Text;

namespace Readout.Cli.Tests.Printing;

public sealed class MarkedSentenceTests
{
    private static readonly Paint Plain = new(isOn: false);

    [Fact]
    public void Marks_stand_under_the_words_that_they_mark() =>
        Assert.Equal(
            ["Ruritania rejected the offer on Monday.", "========= ^^^^^^^^              ~~~~~~"],
            Lines("Ruritania rejected the offer on Monday.", 80, (Role.Actor, 0, 9), (Role.Deed, 10, 18), (Role.Date, 32, 38)));

    [Fact]
    public void Where_two_meet_the_deed_is_marked() =>
        Assert.Equal("^^^^^^^^=========", Lines("Visiting minister", 80, (Role.Actor, 0, 17), (Role.Deed, 0, 8))[1]);

    [Fact]
    public void Lines_break_at_spaces_and_marks_follow()
    {
        string[] lines = Lines("alpha beta gamma delta", 11, (Role.Deed, 11, 16));
        Assert.Equal(["alpha beta", "gamma delta", "^^^^^"], lines);
    }

    [Fact]
    public void Wide_letters_take_two_columns_and_combining_ones_none()
    {
        Assert.Equal("      ^^^", Lines("漢字: met", 80, (Role.Deed, 4, 7))[1]);
        Assert.Equal("     ^^^", Lines("cafe\u0301 met", 80, (Role.Deed, 6, 9))[1]);
    }

    [Fact]
    public void Controls_of_the_article_do_not_reach_the_terminal()
    {
        string[] lines = Lines("a\u001b[31mred\tb\nc", 80, (Role.Deed, 5, 6));
        Assert.DoesNotContain(lines[0], char.IsControl);
    }

    [Fact]
    public void Colour_is_there_only_where_it_is_wanted()
    {
        MarkedSentence sentence = new("They met.", new TextSpan(0, 9), [(Role.Deed, new TextSpan(5, 8))]);
        Assert.Contains('\u001b', sentence.Lines(80, new Paint(isOn: true)).First());
        Assert.DoesNotContain('\u001b', sentence.Lines(80, Plain).First());
    }

    private static string[] Lines(string text, int width, params (Role Role, int Start, int End)[] evidence)
    {
        MarkedSentence sentence = new(text, new TextSpan(0, text.Length), evidence.Select(item => (item.Role, new TextSpan(item.Start, item.End))));
        return [.. sentence.Lines(width, Plain)];
    }
}
