using CsCheck;
using Readout.Coding.Quotes;

namespace Readout.Coding.Tests.Quotes;

public sealed class QuotationMarksTests
{
    [Theory]
    [InlineData("“We go,” she said. “Now.”", "“We go,”|“Now.”")]
    [InlineData("\"We go,\" she said.", "\"We go,\"")]
    [InlineData("''We go,'' she said.", "''We go,''")]
    [InlineData("The ‘fair’ deal of the miners’ union isn’t theirs.", "‘fair’")]
    [InlineData("He said, “They cried ‘never’ and left.”", "“They cried ‘never’ and left.”")]
    [InlineData("The '87 treaty and the ministers' words", "")]
    [InlineData("“One paragraph.\n\n“And another,” he said.", "“One paragraph.|“And another,”")]
    [InlineData("An odd \" mark alone.", "")]
    [InlineData("She said “it ends\n\nHe left.", "“it ends")]
    [InlineData("»", "")]
    public void Outermost_quotations(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', QuotationMarks.Find(text).Select(range => range.Span.In(text))));

    [Fact]
    public void A_quotation_that_goes_on_in_the_next_paragraph_says_so()
    {
        Assert.Equal([false, true], QuotationMarks.Find("“One.\n\n“Two,” he said.").Select(range => range.Continues));
        Assert.Equal([false, false], QuotationMarks.Find("“One.”\n\n“Two,” he said.").Select(range => range.Continues));
    }

    [Fact]
    public void Any_text_gives_disjoint_ranges_within_it() =>
        Gen.String[Gen.Char["“”\"'‘’«»`„as \n.:"], 0, 60].Sample(text =>
        {
            int last = 0;
            foreach (QuotedRange range in QuotationMarks.Find(text))
            {
                Assert.InRange(range.Span.Start, last, text.Length);
                Assert.InRange(range.Inner.Start, range.Span.Start, range.Inner.End);
                Assert.InRange(range.Span.End, range.Inner.End, text.Length);
                last = range.Span.End;
            }
        });
}
