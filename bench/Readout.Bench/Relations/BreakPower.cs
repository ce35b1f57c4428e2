using Readout.Analysis.Relations;
using Readout.Analysis.Relations.ThawFreeze;
using Readout.Analysis.Tests.Relations;

namespace Readout.Bench.Relations;

/// <summary>
/// How often a break of a size is found, by how many happenings a month has, how often flat series have one, and what other
/// constants would give: the tables of <c>docs/relations.md</c>.
/// </summary>
internal static class BreakPower
{
    private const int SeriesCount = 200;
    private static readonly double[] Jumps = [1, 1.5, 2, 3, 4, 5];
    private static readonly double[] Rates = [2, 4, 8, 16, 32];

    public static int Run(TextWriter output)
    {
        output.WriteLine($"breaks found within one month, of {SeriesCount} series with one break, by jump in points and happenings a month");
        output.WriteLine($"jump   {string.Join("", Rates.Select(rate => $"{rate,6}"))}");
        foreach (double jump in Jumps) output.WriteLine($"{jump,4}   {string.Join("", Rates.Select(rate => $"{Found(jump, rate),6:P0}"))}");
        output.WriteLine();
        output.WriteLine("flat series with a break, by how much of a month's mood is the next one's");
        foreach (double carry in (double[])[0, 0.3, 0.5, 0.7]) output.WriteLine($"{carry,4}   {Flat(IndexSettings.Default, carry),6:P1}");
        output.WriteLine();
        output.WriteLine("bound and penalty: breaks found of the 200 series of the tests, flat series with a break");
        foreach (double bound in (double[])[2.5, 3, 3.5])
        {
            foreach (double penalty in (double[])[2, 3, 4])
            {
                IndexSettings settings = new() { LossBound = bound, Penalty = penalty };
                output.WriteLine($"{bound,4} {penalty,4}   {Mixed(settings),6:P1} {Flat(settings, 0),6:P1}");
            }
        }

        return 0;
    }

    private static double Found(double jump, double rate) => Enumerable.Range(0, SeriesCount)
        .Average(i => Share(GeneratedRelation.Of(20_000 + i, 1, rate, PeriodKind.Month, jump, jump), IndexSettings.Default));

    private static double Mixed(IndexSettings settings) => Enumerable.Range(0, SeriesCount).Average(i => Share(GeneratedRelation.Of(1000 + i, 1 + i % 3), settings));

    private static double Flat(IndexSettings settings, double carry) =>
        Enumerable.Range(0, SeriesCount).Average(i => ThawFreezeIndex.Of(GeneratedRelation.Of(5000 + i, 0, carry: carry).Series, settings).Breaks.IsEmpty ? 0.0 : 1);

    private static double Share(GeneratedRelation relation, IndexSettings settings)
    {
        int[] found = [.. ThawFreezeIndex.Of(relation.Series, settings).Breaks.Select(one => relation.Kind.IndexOf(relation.Kind.StartOf(GeneratedRelation.Start), one.From))];
        return relation.Breaks.Average(planted => found.Any(one => Math.Abs(one - planted) <= 1) ? 1.0 : 0);
    }
}
