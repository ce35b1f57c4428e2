using CsCheck;

namespace Readout.Text.Tests.Documents;

public class TextSpanTests
{
    private static readonly Gen<TextSpan> Spans = Gen.Int[0, 30].Select(Gen.Int[1, 10], (start, length) => new TextSpan(start, start + length));

    [Fact]
    public void A_span_knows_what_it_holds()
    {
        TextSpan span = new(3, 7);
        Assert.Equal(4, span.Length);
        Assert.True(span.Contains(3));
        Assert.False(span.Contains(7));
        Assert.True(span.Contains(new TextSpan(4, 7)));
        Assert.False(span.Contains(new TextSpan(2, 4)));
        Assert.False(span.Overlaps(new TextSpan(7, 9)));
        Assert.Equal("doge", span.In("a  doge"));
        Assert.Equal("[3, 7)", span.ToString());
    }

    [Fact]
    public void Two_spans_overlap_where_they_share_an_offset() => Spans.Select(Spans).Sample((a, b) =>
        Assert.Equal(Enumerable.Range(a.Start, a.Length).Any(b.Contains), a.Overlaps(b)));

    [Fact]
    public void The_cover_holds_both() => Spans.Select(Spans).Sample((a, b) =>
    {
        TextSpan cover = TextSpan.Cover(a, b);
        Assert.True(cover.Contains(a) && cover.Contains(b) && cover.Length <= Math.Max(a.End, b.End));
    });

    [Fact]
    public void Order_is_by_start_and_then_by_end() => Spans.Select(Spans).Sample((a, b) =>
    {
        Assert.Equal((a.Start, a.End).CompareTo((b.Start, b.End)) < 0, a < b);
        Assert.Equal(a == b, a.CompareTo(b) == 0);
    });
}
