using System.Collections.Immutable;
using System.Globalization;

namespace Readout.Evaluation.Scoring;

/// <summary>An answer's confidence and whether it was right.</summary>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Right">Whether the answer is the gold one.</param>
internal readonly record struct Outcome(double Confidence, bool Right);

/// <summary>How well confidences tell right answers from wrong ones.</summary>
internal static class Calibration
{
    private const int Bins = 10;

    /// <summary>
    /// Expected calibration error over ten bins of equal width (Guo et al. 2017): the mean distance of a bin's mean
    /// confidence from its accuracy, weighted by its size. Null where there is no outcome.
    /// </summary>
    public static double? ExpectedError(IReadOnlyList<Outcome> outcomes)
    {
        if (outcomes.Count == 0) return null;
        double error = 0;
        foreach (IGrouping<int, Outcome> bin in outcomes.GroupBy(Bin))
        {
            double confidence = bin.Average(one => one.Confidence);
            double accuracy = bin.Average(one => one.Right ? 1.0 : 0.0);
            error += bin.Count() * Math.Abs(confidence - accuracy);
        }

        return error / outcomes.Count;
    }

    /// <summary>
    /// The chance that a right answer is the more confident of a right and a wrong one, ties counting one half. Null
    /// where all are right or all are wrong.
    /// </summary>
    public static double? AreaUnderCurve(IReadOnlyList<Outcome> outcomes)
    {
        long right = outcomes.Count(one => one.Right);
        long wrong = outcomes.Count - right;
        if (right == 0 || wrong == 0) return null;
        double wins = 0;
        long wrongBelow = 0;
        foreach (IGrouping<double, Outcome> level in outcomes.GroupBy(one => one.Confidence).OrderBy(group => group.Key))
        {
            long rightHere = level.Count(one => one.Right);
            long wrongHere = level.Count() - rightHere;
            wins += rightHere * (wrongBelow + 0.5 * wrongHere);
            wrongBelow += wrongHere;
        }

        return wins / ((double)right * wrong);
    }

    /// <summary>Size, mean confidence and accuracy of each bin.</summary>
    public static ScoreTable Reliability(IReadOnlyList<Outcome> outcomes) => new(
        "confidence against accuracy",
        ["confidence", "answers", "mean confidence", "accuracy"],
        [.. outcomes.GroupBy(Bin).OrderBy(bin => bin.Key).Select(bin => (ImmutableArray<string>)
            [
                string.Create(CultureInfo.InvariantCulture, $"{bin.Key / 10.0:0.0}-{(bin.Key + 1) / 10.0:0.0}"),
                bin.Count().ToString(CultureInfo.InvariantCulture),
                ReportWriter.Figure(bin.Average(one => one.Confidence)),
                ReportWriter.Figure(bin.Average(one => one.Right ? 1.0 : 0.0)),
            ])]);

    /// <summary>Share of wrong answers among the most confident tenth, two tenths and so on; ties keep the gold's order.</summary>
    public static ScoreTable RiskCoverage(IReadOnlyList<Outcome> outcomes)
    {
        List<Outcome> ranked = [.. outcomes.OrderByDescending(one => one.Confidence)];
        ImmutableArray<ImmutableArray<string>>.Builder rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        for (int tenth = 1; tenth <= 10 && ranked.Count > 0; tenth++)
        {
            int taken = Math.Max(1, ranked.Count * tenth / 10);
            int wrong = ranked.Take(taken).Count(one => !one.Right);
            rows.Add(
            [
                string.Create(CultureInfo.InvariantCulture, $"{tenth * 10}%"),
                taken.ToString(CultureInfo.InvariantCulture),
                ReportWriter.Figure((double)wrong / taken),
                ReportWriter.Figure(ranked[taken - 1].Confidence),
            ]);
        }

        return new ScoreTable("risk by coverage", ["coverage", "answers", "risk", "lowest confidence"], rows.ToImmutable());
    }

    private static int Bin(Outcome outcome) => Math.Clamp((int)(outcome.Confidence * Bins), 0, Bins - 1);
}
