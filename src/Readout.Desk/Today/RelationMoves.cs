using System.Collections.Immutable;
using Readout.Archive.Arrivals;

namespace Readout.Desk.Today;

/// <summary>How far new happenings took a pair from where it usually is. Immutable.</summary>
/// <param name="First">Code that comes first in ordinal order.</param>
/// <param name="Second">The other code.</param>
/// <param name="Happenings">The new happenings, each once, by the weight of their scores.</param>
/// <param name="From">First day of the new happenings.</param>
internal sealed record PairDeeds(string First, string Second, ImmutableArray<ArrivedDeed> Happenings, DateOnly From)
{
    /// <summary>Mean score of the new happenings.</summary>
    public double Mean => Happenings.Average(deed => deed.Score);

    /// <summary>Sum of the scores' weights: how much there is to tell.</summary>
    public double Weight => Happenings.Sum(deed => Math.Abs(deed.Score));

    /// <summary>The pairs of some deeds, the one with most to tell first.</summary>
    public static IReadOnlyList<PairDeeds> Of(IEnumerable<ArrivedDeed> deeds) =>
    [
        .. deeds.GroupBy(deed => (deed.First, deed.Second)).Select(pair => Pair(pair.Key.First, pair.Key.Second, pair))
            .OrderByDescending(pair => pair.Weight).ThenBy(pair => pair.First, StringComparer.Ordinal).ThenBy(pair => pair.Second, StringComparer.Ordinal),
    ];

    private static PairDeeds Pair(string first, string second, IEnumerable<ArrivedDeed> deeds)
    {
        ImmutableArray<ArrivedDeed> once =
        [
            .. deeds.GroupBy(deed => deed.Happening ?? -deed.Event).Select(told => told.OrderBy(deed => deed.Event).First())
                .OrderByDescending(deed => Math.Abs(deed.Score)).ThenByDescending(deed => deed.Day).ThenBy(deed => deed.Event),
        ];
        return new PairDeeds(first, second, once, once.Min(deed => deed.Day));
    }
}

/// <summary>What new happenings do to a relation.</summary>
internal static class RelationCourse
{
    /// <summary>Days before the new happenings that say what is usual.</summary>
    public const int UsualDays = 90;

    /// <summary>Fewer happenings say nothing about what is usual.</summary>
    public const int LeastUsual = 3;

    // In points of PLOVER's scale, whose neighbouring types lie one to three points apart.
    private const double Noticeable = 1.5;

    /// <summary>warmer, colder, steady, or new where nothing usual is known.</summary>
    public static string Of(double mean, double? usual) => usual is not { } before ? "new" : mean - before >= Noticeable ? "warmer" : before - mean >= Noticeable ? "colder" : "steady";
}
