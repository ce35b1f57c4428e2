using System.Collections.Immutable;
using Readout.Coding.Record;

namespace Readout.Analysis.Relations.ThawFreeze;

/// <summary>How a relation stands against its own long run.</summary>
public enum Temperature
{
    /// <summary>The band holds the long-run level.</summary>
    Usual,

    /// <summary>The whole band lies above the long-run level.</summary>
    Warmer,

    /// <summary>The whole band lies below the long-run level.</summary>
    Colder,
}

/// <summary>The index in one period; points of the PLOVER scale above (thaw) or below (freeze) the long-run level.</summary>
/// <param name="From">First day of the period.</param>
/// <param name="Value">The index.</param>
/// <param name="Low">Lower end of its band.</param>
/// <param name="High">Upper end of its band.</param>
/// <param name="Regime">Level of the stretch between two breaks that the period lies in, on the same scale.</param>
public readonly record struct IndexPoint(DateOnly From, double Value, double Low, double High, double Regime)
{
    /// <summary>What the band says.</summary>
    public Temperature Temperature => Low > 0 ? Temperature.Warmer : High < 0 ? Temperature.Colder : Temperature.Usual;
}

/// <summary>A day on which the level of a relation changed for longer. Immutable.</summary>
/// <param name="From">First day of the first period at the new level.</param>
/// <param name="Earliest">First day of the earliest period that fits nearly as well.</param>
/// <param name="Latest">First day of the latest period that fits nearly as well.</param>
/// <param name="Before">Level before, on the scale of the index.</param>
/// <param name="After">Level after.</param>
/// <param name="Strength">What the break saves over no break, in multiples of what it had to save: above 1.</param>
/// <param name="Movers">Numbers of the happenings that moved it most, by day.</param>
public sealed record ChangePoint(
    DateOnly From, DateOnly Earliest, DateOnly Latest, double Before, double After, double Strength, ImmutableArray<long> Movers)
{
    /// <summary>Whether the relation grew warmer.</summary>
    public bool IsThaw => After > Before;
}

/// <summary>A period so far from the level around it that it is no chance, and that alone makes no break. Immutable.</summary>
/// <param name="From">First day of the period.</param>
/// <param name="Value">Mean score of the period, on the scale of the index.</param>
/// <param name="Level">Level around it.</param>
/// <param name="Movers">Numbers of the happenings that made it most, by day.</param>
public sealed record Shock(DateOnly From, double Value, double Level, ImmutableArray<long> Movers);

/// <summary>A period with far more deeds of one quad class, or far more conflict in words and deeds together, than the pair is used to. Immutable.</summary>
/// <param name="From">First day of the period.</param>
/// <param name="Quad">Material conflict or material cooperation; null for conflict in words and deeds together, where the deeds alone are no surge.</param>
/// <param name="Count">How many happenings of it there are.</param>
/// <param name="Usual">How many there are in the median period.</param>
/// <param name="Movers">Numbers of the weightiest of them, by day.</param>
public sealed record Surge(DateOnly From, QuadClass? Quad, int Count, int Usual, ImmutableArray<long> Movers)
{
    /// <summary><c>material-conflict</c>, <c>material-cooperation</c> or <c>conflict</c>.</summary>
    public string Kind => Quad?.Spelt() ?? "conflict";
}

/// <summary>The thaw-freeze index of a relation with its change points, as <c>docs/relations.md</c> defines it. Immutable.</summary>
public sealed record ThawFreezeIndex
{
    /// <summary>The points, one for each of the series; empty where <see cref="Unresolved"/> says why.</summary>
    public required ImmutableArray<IndexPoint> Points { get; init; }

    /// <summary>The change points, in order.</summary>
    public required ImmutableArray<ChangePoint> Breaks { get; init; }

    /// <summary>Periods far from the level around them, in order.</summary>
    public ImmutableArray<Shock> Shocks { get; init; } = [];

    /// <summary>Periods with far more deeds than usual, in order.</summary>
    public ImmutableArray<Surge> Surges { get; init; } = [];

    /// <summary>The pair's own long-run level on the PLOVER scale: the one level that its periods lie nearest to by the bounded loss of the breaks.</summary>
    public double LongRun { get; init; }

    /// <summary>Spread of single happenings within a period, in points.</summary>
    public double EventSpread { get; init; }

    /// <summary>Spread between periods without change of the relation, in points.</summary>
    public double PeriodSpread { get; init; }

    /// <summary>Why there is no index, or null.</summary>
    public string? Unresolved { get; init; }

    /// <summary>The index of a series. Pure: the same series gives the same index.</summary>
    public static ThawFreezeIndex Of(RelationSeries series, IndexSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        settings ??= IndexSettings.Default;
        ImmutableArray<Observation> observations = Observation.Of(series.Points);
        if (series.Events.Length < settings.FewestHappenings) return None($"fewer than {settings.FewestHappenings} happenings");
        if (observations.Length < settings.FewestPeriods) return None($"happenings in fewer than {settings.FewestPeriods} periods");
        Noise noise = Noise.Of(series.Points, observations, settings);
        BreakSearch search = new(observations, noise, settings);
        ImmutableArray<BreakSearch.Stretch> stretches = search.Run();
        double longRun = search.BestLevel(0, observations.Length) / 1000.0;
        BreakReader breaks = new(series, observations, search, longRun, settings);
        return new ThawFreezeIndex
        {
            Points = LevelFilter.Run(series, observations, stretches, noise, longRun, settings),
            Breaks = breaks.Read(stretches),
            Shocks = breaks.Shocks(stretches),
            Surges = SurgeReader.Read(series, settings),
            LongRun = Rounded(longRun),
            EventSpread = Rounded(Math.Sqrt(noise.EventVariance)),
            PeriodSpread = Rounded(Math.Sqrt(noise.PeriodVariance)),
        };
    }

    /// <summary>The part between two days: whole periods, and the breaks, shocks and surges in them.</summary>
    public ThawFreezeIndex Between(DateOnly? from, DateOnly? to, PeriodKind kind) => this with
    {
        Points = [.. Points.Where(point => (from is null || kind.Next(point.From) > from) && (to is null || point.From <= to))],
        Breaks = [.. Breaks.Where(one => (from is null || kind.Next(one.From) > from) && (to is null || one.From <= to))],
        Shocks = [.. Shocks.Where(one => (from is null || kind.Next(one.From) > from) && (to is null || one.From <= to))],
        Surges = [.. Surges.Where(one => (from is null || kind.Next(one.From) > from) && (to is null || one.From <= to))],
    };

    /// <summary>Hundredths of a point: what the scale can bear.</summary>
    internal static double Rounded(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero) + 0.0;

    private static ThawFreezeIndex None(string reason) => new() { Points = [], Breaks = [], Unresolved = reason };
}
