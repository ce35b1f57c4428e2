using System.Collections.Immutable;

namespace Readout.Analysis.Relations.ThawFreeze;

/// <summary>
/// The smoothed level: a dynamic linear model of a local level with discounting (West and Harrison 1997, chapters 2 and 6).
/// What was known is discounted at every step and weighed with what the period adds, by their precisions; with nothing new the
/// level goes back to the long run and the band widens. A period's weight is bounded by the spread between periods and a score by
/// the scale, so that no single one rules. Looks back only: a later happening never changes an earlier value but by the long run.
/// </summary>
internal static class LevelFilter
{
    /// <summary>The index of every period of a series.</summary>
    public static ImmutableArray<IndexPoint> Run(
        RelationSeries series, ImmutableArray<Observation> observations, ImmutableArray<BreakSearch.Stretch> stretches, Noise noise, double longRun, IndexSettings settings)
    {
        IndexPoint[] points = new IndexPoint[series.Points.Length];
        double discount = settings.Discount(series.Kind);
        double prior = 1 / (settings.PriorSpread * settings.PriorSpread);
        double precision = 0;
        double weighted = 0;
        int next = 0;
        int stretch = 0;
        for (int i = 0; i < points.Length; i++)
        {
            precision *= discount;
            weighted *= discount;
            if (next < observations.Length && observations[next].Period == i)
            {
                double weight = 1 / noise.VarianceOf(observations[next].Count);
                precision += weight;
                weighted += weight * (observations[next].Mean / 1000.0 - longRun);
                if (next >= stretches[stretch].End) stretch++;
                next++;
            }

            double value = weighted / (precision + prior);
            double half = settings.Band * Math.Sqrt(1 / (precision + prior));
            points[i] = new IndexPoint(series.Points[i].From, ThawFreezeIndex.Rounded(value), ThawFreezeIndex.Rounded(value - half),
                ThawFreezeIndex.Rounded(value + half), ThawFreezeIndex.Rounded(stretches[stretch].Level / 1000.0 - longRun));
        }

        return [.. points];
    }
}
