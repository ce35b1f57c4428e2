using CsCheck;
using Readout.Evaluation.Scoring;

namespace Readout.Evaluation.Tests.Scoring;

public sealed class CalibrationTests
{
    private static readonly Gen<Outcome[]> Outcomes =
        Gen.Select(Gen.Int[0, 20], Gen.Bool).Array[1, 40].Select(pairs => pairs.Select(pair => new Outcome(pair.Item1 / 20.0, pair.Item2)).ToArray());

    [Fact]
    public void Error_weighs_bins_by_their_size()
    {
        Outcome[] outcomes = [new(0.95, true), new(0.95, true), new(0.95, false), new(0.25, false)];
        Assert.Equal((3 * (0.95 - (2.0 / 3)) + 0.25) / 4, Calibration.ExpectedError(outcomes)!.Value, 9);
    }

    [Fact]
    public void A_confidence_of_one_is_in_the_last_bin() => Assert.Equal(0, Calibration.ExpectedError([new(1, true)]));

    [Fact]
    public void Area_is_the_share_of_pairs_in_order() => Outcomes.Sample(outcomes =>
    {
        var pairs = (from right in outcomes where right.Right from wrong in outcomes where !wrong.Right select (right.Confidence, Other: wrong.Confidence)).ToArray();
        double? area = Calibration.AreaUnderCurve(outcomes);
        if (pairs.Length == 0) Assert.Null(area);
        else Assert.Equal(pairs.Average(pair => pair.Confidence > pair.Other ? 1 : pair.Confidence == pair.Other ? 0.5 : 0), area!.Value, 9);
    });

    [Fact]
    public void Risk_at_full_coverage_is_the_share_of_wrong_answers() => Outcomes.Sample(outcomes =>
    {
        ScoreTable table = Calibration.RiskCoverage(outcomes);
        Assert.Equal("100%", table.Rows[^1][0]);
        Assert.Equal(ReportWriter.Figure((double)outcomes.Count(one => !one.Right) / outcomes.Length), table.Rows[^1][2]);
    });

    [Fact]
    public void Nothing_answered_has_no_figures()
    {
        Assert.Null(Calibration.ExpectedError([]));
        Assert.Null(Calibration.AreaUnderCurve([]));
        Assert.Empty(Calibration.RiskCoverage([]).Rows);
    }
}
