using System.Globalization;

namespace Readout.Coding.Dates;

/// <summary>How wide a value is.</summary>
internal enum Grain : byte
{
    None,
    Time,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
    Duration,
    Set,
    Reference,
}

/// <summary>What an expression of time comes to: a TIMEX3 value and its days, or why there is none.</summary>
/// <param name="Grain">How wide it is.</param>
/// <param name="Timex">TIMEX3 value, or null.</param>
/// <param name="From">First day, or null.</param>
/// <param name="To">Last day, or null.</param>
/// <param name="Unresolved">Why there is no value or no range, or null.</param>
internal sealed record TimeValue(Grain Grain, string? Timex, DateOnly? From, DateOnly? To, string? Unresolved)
{
    public const string NoPublication = "no publication date";
    public const string NoAnchor = "no earlier date in the text";
    public const string NoSuchDate = "no such date";
    public const string OutsideCalendar = "outside the calendar";
    public const string Vague = "vague";

    /// <summary>Whether it is a day, week, month … that the calendar knows.</summary>
    public bool IsSpan => Unresolved is null && From is not null && Grain is >= Grain.Time and <= Grain.Century;

    public static TimeValue Failed(string reason) => new(Grain.None, null, null, null, reason);

    public static TimeValue Day(DateOnly? day) =>
        day is DateOnly d ? new TimeValue(Grain.Day, Format(d), d, d, null) : Failed(OutsideCalendar);

    public static TimeValue Time(DateOnly day, string suffix) => new(Grain.Time, Format(day) + "T" + suffix, day, day, null);

    public static TimeValue Week(DateOnly? day)
    {
        if (day is not DateOnly d) return Failed(OutsideCalendar);
        DateOnly monday = CalendarArithmetic.Monday(d);
        return new TimeValue(Grain.Week, CalendarArithmetic.Week(d), monday, CalendarArithmetic.AddDays(monday, 6), null);
    }

    public static TimeValue Weekend(DateOnly? day)
    {
        if (day is not DateOnly d) return Failed(OutsideCalendar);
        DateOnly monday = CalendarArithmetic.Monday(d);
        return new TimeValue(Grain.Weekend, CalendarArithmetic.Week(d) + "-WE", CalendarArithmetic.AddDays(monday, 5), CalendarArithmetic.AddDays(monday, 6), null);
    }

    public static TimeValue Month(int year, int month)
    {
        if (!CalendarArithmetic.IsDate(year, month, 1)) return Failed(NoSuchDate);
        DateOnly start = new(year, month, 1);
        return new TimeValue(Grain.Month, Text($"{year:0000}-{month:00}"), start, CalendarArithmetic.MonthEnd(start), null);
    }

    public static TimeValue Months(Grain grain, int year, int month, int count, string suffix)
    {
        if (!CalendarArithmetic.IsDate(year, month, 1)) return Failed(NoSuchDate);
        DateOnly start = new(year, month, 1);
        DateOnly? end = CalendarArithmetic.AddMonths(start, count - 1);
        return new TimeValue(grain, Text($"{year:0000}-") + suffix, start, end is DateOnly e ? CalendarArithmetic.MonthEnd(e) : null, null);
    }

    public static TimeValue Quarter(int year, int quarter) =>
        quarter is < 1 or > 4 ? Failed(NoSuchDate) : Months(Grain.Quarter, year, quarter * 3 - 2, 3, Text($"Q{quarter}"));

    public static TimeValue Half(int year, int half) =>
        half is < 1 or > 2 ? Failed(NoSuchDate) : Months(Grain.Half, year, half * 6 - 5, 6, Text($"H{half}"));

    /// <summary>A meteorological season; winter belongs to the year in which it begins.</summary>
    public static TimeValue Season(int year, int season) => season switch
    {
        1 => Months(Grain.Season, year, 3, 3, "SP"),
        2 => Months(Grain.Season, year, 6, 3, "SU"),
        3 => Months(Grain.Season, year, 9, 3, "FA"),
        _ => Months(Grain.Season, year, 12, 3, "WI"),
    };

    public static TimeValue Year(int year) => year is < 1 or > 9999
        ? Failed(NoSuchDate)
        : new TimeValue(Grain.Year, Text($"{year:0000}"), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), null);

    public static TimeValue Decade(int year) => year is < 10 or > 9990
        ? Failed(NoSuchDate)
        : new TimeValue(Grain.Decade, Text($"{year / 10:000}"), new DateOnly(year / 10 * 10, 1, 1), new DateOnly(year / 10 * 10 + 9, 12, 31), null);

    /// <summary>The n-th century: the 20th is 1901 to 2000, TIMEX3 value <c>19</c>.</summary>
    public static TimeValue Century(int n) => n is < 1 or > 99
        ? Failed(NoSuchDate)
        : new TimeValue(Grain.Century, Text($"{n - 1:00}"), new DateOnly(n * 100 - 99, 1, 1), new DateOnly(n == 99 ? 9900 : n * 100, 12, 31), null);

    public static string Format(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
