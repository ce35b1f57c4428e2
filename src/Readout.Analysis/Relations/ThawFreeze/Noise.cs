using System.Collections.Immutable;

namespace Readout.Analysis.Relations.ThawFreeze;

/// <summary>
/// How much the mean of a period varies without any change of the relation: by the spread of single happenings, which more
/// happenings average out, and by a spread between periods, which they do not. Immutable.
/// </summary>
/// <param name="EventVariance">Variance of single scores within a period, in squared points.</param>
/// <param name="PeriodVariance">Variance between periods, in squared points.</param>
internal sealed record Noise(double EventVariance, double PeriodVariance)
{
    private const int Lags = 3;
    private const double Step = 0.05;
    private const int Steps = 160;

    // Median of a chi-squared variable of one degree of freedom.
    private const double MedianSquare = 0.4549;

    /// <summary>Variance of the mean of <paramref name="count"/> happenings, in squared points.</summary>
    public double VarianceOf(int count) => EventVariance / count + PeriodVariance;

    /// <summary>
    /// Estimates both. The first pools the variances within periods, which no break between them touches. The second is the
    /// least that brings the median squared difference of periods one to three steps apart, in standard deviations, down to its
    /// value without change: a few breaks or wild periods do not move a median.
    /// </summary>
    public static Noise Of(ImmutableArray<SeriesPoint> points, ImmutableArray<Observation> observations, IndexSettings settings)
    {
        double spread = settings.AssumedSpread * settings.AssumedSpread;
        double within = settings.AssumedWeight * spread;
        long freedom = settings.AssumedWeight;
        foreach (SeriesPoint point in points)
        {
            if (point.Count < 2) continue;
            within += (point.PloverSquares - (double)point.Plover.Tenths * point.Plover.Tenths / point.Count) / 100;
            freedom += point.Count - 1;
        }

        double variance = within / freedom;
        double least = settings.LeastPeriodSpread * settings.LeastPeriodSpread;
        return new Noise(variance, Math.Max(least, PeriodVarianceOf(observations, variance)));
    }

    private static double PeriodVarianceOf(ImmutableArray<Observation> observations, double eventVariance)
    {
        List<(double Square, double Sampling)> differences = [];
        for (int lag = 1; lag <= Lags; lag++)
        {
            for (int i = lag; i < observations.Length; i++)
            {
                double difference = (observations[i].Mean - observations[i - lag].Mean) / 1000.0;
                differences.Add((difference * difference, eventVariance / observations[i].Count + eventVariance / observations[i - lag].Count));
            }
        }

        for (int step = 0; step <= Steps; step++)
        {
            double between = step * Step * (step * Step);
            if (IsEnough(differences, between)) return between;
        }

        return Steps * Step * (Steps * Step);
    }

    /// <summary>Whether at least half of the differences lie within the median of a series without change.</summary>
    private static bool IsEnough(List<(double Square, double Sampling)> differences, double between)
    {
        int within = 0;
        foreach ((double square, double sampling) in differences)
        {
            if (square <= MedianSquare * (sampling + 2 * between)) within++;
        }

        return within * 2 >= differences.Count;
    }
}
