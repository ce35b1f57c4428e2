namespace Readout.Analysis.Relations.ThawFreeze;

/// <summary>The constants of the thaw-freeze index. <c>docs/relations.md</c> says where each comes from.</summary>
public sealed record IndexSettings
{
    /// <summary>The constants that the program uses.</summary>
    public static IndexSettings Default { get; } = new();

    /// <summary>Fewer happenings than this give no index.</summary>
    public int FewestHappenings { get; init; } = 10;

    /// <summary>Fewer periods with happenings than this give no index.</summary>
    public int FewestPeriods { get; init; } = 6;

    /// <summary>Spread of the scores of single happenings that is assumed before any is seen, in points.</summary>
    public double AssumedSpread { get; init; } = 4.5;

    /// <summary>How many happenings that assumption is worth.</summary>
    public int AssumedWeight { get; init; } = 10;

    /// <summary>Least spread between periods, in points: differences below it are never news, however many happenings there are.</summary>
    public double LeastPeriodSpread { get; init; } = 0.4;

    /// <summary>How far a relation about which nothing is known may lie from its long-run level, in points (standard deviation).</summary>
    public double PriorSpread { get; init; } = 3;

    /// <summary>Discount of what was known a month before: a half-life of two months.</summary>
    public double MonthDiscount { get; init; } = 0.7071;

    /// <summary>Discount of what was known a week before: the same half-life.</summary>
    public double WeekDiscount { get; init; } = 0.9234;

    /// <summary>Discount of what was known a day before: the same half-life.</summary>
    public double DayDiscount { get; init; } = 0.9887;

    /// <summary>Half-width of the band in standard deviations: 95% of a normal distribution.</summary>
    public double Band { get; init; } = 1.96;

    /// <summary>Where a period's distance from the level stops counting, in standard deviations: no lone period can make a break.</summary>
    public double LossBound { get; init; } = 3;

    /// <summary>What a break must save, per natural logarithm of the number of periods with happenings.</summary>
    public double Penalty { get; init; } = 3;

    /// <summary>How much worse the fit may be for a day to stay in a break's range of dates.</summary>
    public double RangeLoss { get; init; } = 7.35;

    /// <summary>How far a count must lie above the usual to be a surge, in standard deviations.</summary>
    public double SurgeBound { get; init; } = 4;

    /// <summary>
    /// How far conflict in words and deeds must lie above its usual share of the period's happenings to be a surge too, in standard deviations: 5% by
    /// chance. Where there is merely more news, its share is as usual.
    /// </summary>
    public double ShareBound { get; init; } = 1.645;

    /// <summary>Fewer happenings than this are no surge.</summary>
    public int FewestOfSurge { get; init; } = 5;

    /// <summary>The discount of a step.</summary>
    public double Discount(PeriodKind kind) => kind switch
    {
        PeriodKind.Day => DayDiscount,
        PeriodKind.Week => WeekDiscount,
        _ => MonthDiscount,
    };
}
