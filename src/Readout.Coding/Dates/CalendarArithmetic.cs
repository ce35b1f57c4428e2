using System.Globalization;

namespace Readout.Coding.Dates;

/// <summary>Days, weeks and months of the Gregorian calendar, safe at the ends of <see cref="DateOnly"/>'s range.</summary>
internal static class CalendarArithmetic
{
    public static bool IsDate(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    public static DateOnly? AddDays(DateOnly date, long days)
    {
        long number = date.DayNumber + days;
        return number < 0 || number > DateOnly.MaxValue.DayNumber ? null : DateOnly.FromDayNumber((int)number);
    }

    public static DateOnly? AddMonths(DateOnly date, long months)
    {
        long index = date.Year * 12L + date.Month - 1 + months;
        return index < 12 || index > 9999 * 12L + 11 ? null : date.AddMonths((int)months);
    }

    public static DateOnly MonthStart(DateOnly date) => new(date.Year, date.Month, 1);

    public static DateOnly MonthEnd(DateOnly date) => new(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month));

    /// <summary>The Monday of the date's week.</summary>
    public static DateOnly Monday(DateOnly date) => AddDays(date, -(IsoDay(date) - 1)) ?? date;

    /// <summary>1 for Monday to 7 for Sunday (ISO 8601).</summary>
    public static int IsoDay(DateOnly date) => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;

    /// <summary><c>2025-W08</c> (ISO 8601 week date).</summary>
    public static string Week(DateOnly date)
    {
        DateTime at = date.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(at):0000}-W{ISOWeek.GetWeekOfYear(at):00}");
    }

    /// <summary>The Monday of an ISO week; null where the year has no such week.</summary>
    public static DateOnly? WeekStart(int year, int week)
    {
        if (year is < 2 or > 9998 || week < 1 || week > ISOWeek.GetWeeksInYear(year)) return null;
        return DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
    }
}
