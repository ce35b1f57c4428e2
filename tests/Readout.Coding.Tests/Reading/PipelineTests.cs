using Readout.Coding.Reading;
using Readout.Text;

namespace Readout.Coding.Tests.Reading;

public sealed class PipelineTests
{
    private static readonly Stage Text = new("text", Layer.None, Layer.Document, _ => { });

    [Fact]
    public void Stages_run_in_order()
    {
        List<string> ran = [];
        Pipeline pipeline = new(
            new Stage("first", Layer.None, Layer.Document, _ => ran.Add("first")),
            new Stage("second", Layer.Document, Layer.Dates | Layer.Places, _ => ran.Add("second")));
        pipeline.Run(Draft());
        Assert.Equal(["first", "second"], ran);
        Assert.Equal(Layer.Document | Layer.Dates | Layer.Places, pipeline.Gives);
    }

    [Fact]
    public void A_stage_that_needs_what_no_stage_before_it_gives_is_refused_when_built()
    {
        Stage quotes = new("quotes", Layer.Document | Layer.Mentions, Layer.Quotes, _ => { });
        string message = Assert.Throws<InvalidOperationException>(() => new Pipeline(Text, quotes)).Message;
        Assert.Contains("'quotes' needs Mentions", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_is_given_by_one_stage_only()
    {
        string message = Assert.Throws<InvalidOperationException>(() => new Pipeline(Text, Text with { Name = "again" })).Message;
        Assert.Contains("'again' gives Document", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_names_stage_and_article()
    {
        Pipeline pipeline = new(Text with { Run = _ => throw new FormatException("odd") });
        ReadingException exception = Assert.Throws<ReadingException>(() => pipeline.Run(Draft()));
        Assert.Equal(("text", "a1"), (exception.Stage, exception.Article));
        Assert.Contains("odd", exception.Message, StringComparison.Ordinal);
    }

    private static Draft Draft() => new(Article.FromText("a1", "They met."), explain: false);
}
