using System.Globalization;

namespace Readout.Analysis.Relations;

/// <summary>How long the steps of a series are.</summary>
public enum PeriodKind
{
    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>Monday to Sunday (ISO 8601).</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,
}

/// <summary>Arithmetic of periods.</summary>
public static class Periods
{
    /// <summary>First day of the period that a day lies in.</summary>
    public static DateOnly StartOf(this PeriodKind kind, DateOnly day) => kind switch
    {
        PeriodKind.Day => day,
        PeriodKind.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        _ => new DateOnly(day.Year, day.Month, 1),
    };

    /// <summary>First day of the period after the one that begins on <paramref name="start"/>.</summary>
    public static DateOnly Next(this PeriodKind kind, DateOnly start) => kind switch
    {
        PeriodKind.Day => start.AddDays(1),
        PeriodKind.Week => start.AddDays(7),
        _ => start.AddMonths(1),
    };

    /// <summary>Number of periods from the one that begins on <paramref name="origin"/> to the one of <paramref name="day"/>.</summary>
    public static int IndexOf(this PeriodKind kind, DateOnly origin, DateOnly day) => kind switch
    {
        PeriodKind.Day => day.DayNumber - origin.DayNumber,
        PeriodKind.Week => (kind.StartOf(day).DayNumber - origin.DayNumber) / 7,
        _ => (day.Year - origin.Year) * 12 + day.Month - origin.Month,
    };

    /// <summary><c>2001-04-01</c>, <c>2001-W14</c> or <c>2001-04</c>.</summary>
    public static string Label(this PeriodKind kind, DateOnly start) => kind switch
    {
        PeriodKind.Day => start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        PeriodKind.Week => Week(start.ToDateTime(TimeOnly.MinValue)),
        _ => start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
    };

    private static string Week(DateTime start) =>
        string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(start):0000}-W{ISOWeek.GetWeekOfYear(start):00}");
}
