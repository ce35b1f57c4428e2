using Readout.Evaluation.Parsing;
using Readout.Text;

namespace Readout.Evaluation.Tests.Parsing;

public class RawTextScoreTests
{
    private static Document Cut(string text, int[] starts, int[] ends, int[] sentences) =>
        new(Article.FromText("a", text), new DocumentLayers { Starts = starts, Ends = ends, SentenceFirst = sentences });

    [Fact]
    public void Tokens_and_sentences_count_where_start_and_end_agree()
    {
        Document gold = Cut("a bc. d", [0, 2, 4, 6], [1, 4, 5, 7], [0, 3]);
        Document predicted = Cut("a bc. d", [0, 2, 6], [1, 5, 7], [0, 2]);
        RawTextScore score = RawTextScore.Of(gold, predicted);
        Assert.Equal(new SpanCounts(4, 3, 2), score.Tokens);
        Assert.Equal(new SpanCounts(2, 2, 2), score.Sentences);
        Assert.Equal(4.0 / 7, score.Tokens.F1, 12);
        Assert.Equal(new SpanCounts(8, 6, 4), score.Plus(score).Tokens);
    }

    [Fact]
    public void A_missed_boundary_costs_both_sentences()
    {
        Document gold = Cut("a b", [0, 2], [1, 3], [0, 1]);
        Document predicted = Cut("a b", [0, 2], [1, 3], [0]);
        Assert.Equal(new SpanCounts(2, 1, 0), RawTextScore.Of(gold, predicted).Sentences);
    }

    [Fact]
    public void Another_text_is_refused() =>
        Assert.Throws<ArgumentException>(() => RawTextScore.Of(Cut("a", [0], [1], [0]), Cut("b", [0], [1], [0])));

    [Fact]
    public void Nothing_to_find_and_nothing_found_is_right() => Assert.Equal(1, RawTextScore.Empty.Tokens.F1);
}
