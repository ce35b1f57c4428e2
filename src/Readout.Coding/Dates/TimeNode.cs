using System.Collections.Immutable;

namespace Readout.Coding.Dates;

/// <summary>
/// What an expression of time says before anything is looked up in a calendar: an operation of the rule file on parts.
/// <c>the third week of next month</c> is <c>nth(3, unit(week), rel(1, unit(month)))</c>.
/// </summary>
/// <param name="Op">The operation; <c>value</c> for a leaf.</param>
/// <param name="Value">The number of a leaf.</param>
/// <param name="Parts">The operation's arguments; an absent optional part is <see cref="None"/>.</param>
internal sealed record TimeNode(TimeOp Op, long Value, ImmutableArray<TimeNode> Parts)
{
    private const int LeafCount = 2200;

    private static readonly ImmutableArray<TimeNode> Leaves = [.. Enumerable.Range(0, LeafCount).Select(value => new TimeNode(TimeOp.Value, value, []))];

    public static TimeNode None { get; } = new(TimeOp.None, 0, []);

    public bool IsNone => Op == TimeOp.None;

    public TimeNode this[int index] => index < Parts.Length ? Parts[index] : None;

    public static TimeNode Leaf(long value) => value is >= 0 and < LeafCount ? Leaves[(int)value] : new(TimeOp.Value, value, []);

    /// <summary>The number of the argument, or <paramref name="otherwise"/> where it is absent.</summary>
    public int Number(int index, int otherwise = 0)
    {
        TimeNode part = this[index];
        return part.IsNone ? otherwise : (int)part.Value;
    }
}

/// <summary>The operations that rules may name; the comments give their arguments.</summary>
internal enum TimeOp : byte
{
    None,
    Value,

    /// <summary>Not an expression of time: keeps the words from being read as one.</summary>
    Skip,

    /// <summary>year, month, day.</summary>
    Ymd,

    /// <summary>A two-digit year, month, day.</summary>
    Yymd,

    /// <summary>month, day.</summary>
    Md,

    /// <summary>year, month.</summary>
    Ym,

    /// <summary>month.</summary>
    Month,

    /// <summary>day of a month that the context gives.</summary>
    Day,

    /// <summary>year.</summary>
    Year,

    /// <summary>two digits of a year.</summary>
    ShortYear,

    /// <summary>A numeric date, packed; its year where it stands apart.</summary>
    Numeric,

    /// <summary>Words or digits that name no possible date.</summary>
    Impossible,

    /// <summary>weekday from 1 for Monday.</summary>
    Weekday,

    /// <summary>weekday, date that it goes with.</summary>
    WithWeekday,

    /// <summary>first year of it, of two or four digits; what to add to it.</summary>
    Decade,

    /// <summary>number.</summary>
    Century,

    /// <summary>1 spring to 4 winter.</summary>
    Season,

    /// <summary>1 to 4.</summary>
    Quarter,

    /// <summary>1 or 2.</summary>
    Half,

    /// <summary>Number of a day in the calendar of festivals.</summary>
    Festival,

    /// <summary>unit.</summary>
    Unit,

    /// <summary>A recurring span (month, season, quarter, festival), the year or other span that holds it.</summary>
    Of,

    /// <summary>-1 last, 0 this, 1 next; unit or recurring span.</summary>
    Rel,

    /// <summary>A unit or recurring span as the text's own anchor has it.</summary>
    That,

    /// <summary>unit before (-1) or after (1) the anchor's.</summary>
    Adjacent,

    /// <summary>number (-1 the last, -2 the last but one), unit or weekday, holder.</summary>
    Nth,

    /// <summary>duration, -1 or 1, anchor.</summary>
    Shift,

    /// <summary>The day of publication.</summary>
    Now,

    /// <summary>The date last mentioned.</summary>
    Anchor,

    /// <summary>number, weekday: that many of it from publication.</summary>
    Weekdays,

    /// <summary>Days from publication.</summary>
    Today,

    /// <summary>date, part of the day.</summary>
    PartOfDay,

    /// <summary>Minutes of the day; 0 morning, 1 afternoon or none; date or none.</summary>
    Clock,

    /// <summary>Hour; 0 morning, 1 afternoon or none; date or none.</summary>
    Hour,

    /// <summary>1 start, 2 middle, 3 end, 4 earlier, 5 later; the span.</summary>
    Mod,

    /// <summary>0 present, 1 past, 2 future.</summary>
    Ref,

    /// <summary>The week, month or year that holds the date; unit, date.</summary>
    Holding,

    /// <summary>number in thousandths, unit.</summary>
    Dur,

    /// <summary>unit: a number that is not said.</summary>
    DurX,

    /// <summary>Two durations added.</summary>
    DurSum,

    /// <summary>duration that ends (-1) or begins (1) now.</summary>
    Span,

    /// <summary>duration: how often.</summary>
    Every,

    /// <summary>recurring span or date: when, again and again.</summary>
    EachOf,

    /// <summary>number of the week of the year, year.</summary>
    WeekNumber,

    /// <summary>expression that is kept as is; the fiscal year is not known.</summary>
    Fiscal,

    /// <summary>Unit before now, a year ago: none, unit or recurring span.</summary>
    YearAgo,
}
