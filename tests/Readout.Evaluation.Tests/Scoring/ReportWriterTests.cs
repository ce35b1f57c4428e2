using System.Text.Json;
using Readout.Evaluation.Scoring;

namespace Readout.Evaluation.Tests.Scoring;

public sealed class ReportWriterTests
{
    private static readonly ScoreReport Report = new()
    {
        Task = "names",
        Items = 3,
        Scored = 2,
        Scores = [new Score("F1", 0.5, [new Count("correct", 1), new Count("gold", 2)]), new Score("recall", null, [])],
        Tables = [new ScoreTable("by class", ["class", "F1"], [["PER", "0.5000"]])],
        Notes = ["one item was left out"],
    };

    [Fact]
    public void Text_is_an_aligned_table_with_the_counts_behind_each_score()
    {
        string expected = """
            names: 3 items, 2 scored

            score   value   counts
            F1      0.5000  correct 1, gold 2
            recall  -

            by class
            class  F1
            PER    0.5000

            note: one item was left out

            """.ReplaceLineEndings("\n");
        Assert.Equal(expected, ReportWriter.ToText(Report));
    }

    [Fact]
    public void Json_has_the_same_figures()
    {
        using JsonDocument document = JsonDocument.Parse(ReportWriter.ToJson(Report));
        JsonElement score = document.RootElement.GetProperty("scores")[0];
        Assert.Equal(0.5, score.GetProperty("value").GetDouble());
        Assert.Equal(2, score.GetProperty("counts").GetProperty("gold").GetInt32());
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("scores")[1].GetProperty("value").ValueKind);
        Assert.Equal("PER", document.RootElement.GetProperty("tables")[0].GetProperty("rows")[0][0].GetString());
    }
}
