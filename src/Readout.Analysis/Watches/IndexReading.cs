using System.Collections.Immutable;
using Readout.Analysis.Relations;
using Readout.Analysis.Relations.ThawFreeze;
using Readout.Coding.Record;

namespace Readout.Analysis.Watches;

/// <summary>Something that marks a stretch of an index: a break, a shock or a surge. Immutable.</summary>
/// <param name="Kind">thaw, freeze, shock-up, shock-down, surge-conflict, surge-tension (words and deeds) or surge-cooperation.</param>
/// <param name="From">First day of its period.</param>
/// <param name="Earliest">First day of the earliest period that fits.</param>
/// <param name="Latest">First day of the latest period that fits.</param>
public sealed record IndexMark(string Kind, DateOnly From, DateOnly Earliest, DateOnly Latest);

/// <summary>How the index of a relation stood on a day; what a watch remembers of it. Immutable.</summary>
public sealed record IndexReading
{
    /// <summary>Marks whose periods end before so many days are of no account: they are no news.</summary>
    public const int RecentDays = 91;

    /// <summary>Code of the first side.</summary>
    public required string First { get; init; }

    /// <summary>Code of the second side.</summary>
    public required string Second { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The index in points of PLOVER's scale above or below the long run; null where <see cref="Unresolved"/> says why.</summary>
    public double? Value { get; init; }

    /// <summary>Lower end of its band, or null.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of its band, or null.</summary>
    public double? High { get; init; }

    /// <summary>usual, warmer, colder, or null.</summary>
    public string? Temperature { get; init; }

    /// <summary>Breaks, shocks and surges of the last <see cref="RecentDays"/> days, by day.</summary>
    public ImmutableArray<IndexMark> Marks { get; init; } = [];

    /// <summary>Why there is no index, or null.</summary>
    public string? Unresolved { get; init; }

    /// <summary>The reading at the end of a report.</summary>
    /// <param name="report">The report; by week.</param>
    /// <param name="asOf">The day.</param>
    public static IndexReading Of(RelationReport report, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(report);
        RelationPair pair = report.Question.Pair;
        ThawFreezeIndex index = report.Index;
        IndexReading none = new() { First = pair.First, Second = pair.Second, AsOf = asOf, Unresolved = index.Unresolved ?? "nothing is known of the pair" };
        if (index.Unresolved is not null || index.Points.IsEmpty) return none;
        IndexPoint last = index.Points[^1];
        DateOnly since = asOf.AddDays(-RecentDays);
        return none with
        {
            Value = last.Value,
            Low = last.Low,
            High = last.High,
            Temperature = last.Temperature.ToString().ToLowerInvariant(),
            Marks = [.. Of(index).Where(mark => mark.Latest >= since).OrderBy(mark => mark.From).ThenBy(mark => mark.Kind, StringComparer.Ordinal)],
            Unresolved = null,
        };
    }

    /// <summary>The happenings behind a mark, by the report that it was read from.</summary>
    public static ImmutableArray<long> Movers(ThawFreezeIndex index, IndexMark mark)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(mark);
        if (mark.Kind is "thaw" or "freeze") return index.Breaks.FirstOrDefault(one => one.From == mark.From)?.Movers ?? [];
        if (mark.Kind is "shock-up" or "shock-down") return index.Shocks.FirstOrDefault(one => one.From == mark.From)?.Movers ?? [];
        return index.Surges.FirstOrDefault(one => one.From == mark.From && KindOf(one) == mark.Kind)?.Movers ?? [];
    }

    private static IEnumerable<IndexMark> Of(ThawFreezeIndex index) =>
        index.Breaks.Select(one => new IndexMark(one.IsThaw ? "thaw" : "freeze", one.From, one.Earliest, one.Latest))
            .Concat(index.Shocks.Select(one => new IndexMark(one.Value > one.Level ? "shock-up" : "shock-down", one.From, one.From, one.From)))
            .Concat(index.Surges.Select(one => new IndexMark(KindOf(one), one.From, one.From, one.From)));

    private static string KindOf(Surge surge) => surge.Quad switch
    {
        QuadClass.MaterialConflict => "surge-conflict",
        null => "surge-tension",
        _ => "surge-cooperation",
    };
}
