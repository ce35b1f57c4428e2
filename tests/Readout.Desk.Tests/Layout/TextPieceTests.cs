using Readout.Desk.Layout;
using Readout.Text;

namespace Readout.Desk.Tests.Layout;

public class TextPieceTests
{
    [Fact]
    public void A_text_is_cut_at_its_marks_and_nothing_is_lost()
    {
        MarkedSpan inner = new(new TextSpan(2, 4));
        MarkedSpan across = new(new TextSpan(3, 6));
        TextPiece[] pieces = [.. TextPiece.Of("abcdefgh", [across, inner])];
        Assert.Equal(["ab", "cd", "ef", "gh"], pieces.Select(piece => piece.Text));
        Assert.Equal([null, inner, across, null], pieces.Select(piece => piece.Mark));
    }

    [Fact]
    public void Marks_beyond_the_text_are_cut_off() =>
        Assert.Equal(["ab", "c"], TextPiece.Of("abc", [new MarkedSpan(new TextSpan(2, 9))]).Select(piece => piece.Text));
}
