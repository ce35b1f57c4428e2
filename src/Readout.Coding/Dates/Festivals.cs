using System.Collections.Immutable;

namespace Readout.Coding.Dates;

/// <summary>How the days of a festival are found.</summary>
internal enum FestivalRule : byte
{
    /// <summary>A month and a day.</summary>
    Fixed,

    /// <summary>Days from Western Easter.</summary>
    Easter,

    /// <summary>Days from Orthodox Easter.</summary>
    OrthodoxEaster,

    /// <summary>The n-th weekday of a month; -1 the last.</summary>
    Nth,

    /// <summary>Days looked up by year.</summary>
    Table,
}

/// <summary>A day or span of days that the calendar fixes each year.</summary>
/// <param name="Name">Its first name.</param>
/// <param name="Rule">How its days are found.</param>
/// <param name="Month">Month, for fixed days and n-th weekdays.</param>
/// <param name="Day">Day of the month, or the weekday from 1 for Monday.</param>
/// <param name="Shift">Days from Easter, or n.</param>
/// <param name="Length">How many days it lasts.</param>
/// <param name="OnlyKnown">Whether the words are read as a date only in years that the table has.</param>
/// <param name="Years">The table: first and last day, in order.</param>
internal sealed record Festival(
    string Name, FestivalRule Rule, int Month, int Day, int Shift, int Length, bool OnlyKnown, ImmutableArray<(DateOnly From, DateOnly To)> Years)
{
    /// <summary>First and last day in a year; null where it is not known.</summary>
    public (DateOnly From, DateOnly To)? In(int year)
    {
        if (year is < 1 or > 9998) return null;
        if (Rule == FestivalRule.Table) return Listed(year);
        DateOnly? first = Rule switch
        {
            FestivalRule.Fixed => CalendarArithmetic.IsDate(year, Month, Day) ? new DateOnly(year, Month, Day) : null,
            FestivalRule.Easter => CalendarArithmetic.AddDays(Easter(year), Shift),
            FestivalRule.OrthodoxEaster => CalendarArithmetic.AddDays(OrthodoxEaster(year), Shift),
            _ => NthWeekday(year, Month, Day, Shift),
        };
        return first is DateOnly from && CalendarArithmetic.AddDays(from, Length - 1) is DateOnly to ? (from, to) : null;
    }

    /// <summary>The n-th weekday of a month (n from 1, or -1 for the last); null where the month has no such day.</summary>
    public static DateOnly? NthWeekday(int year, int month, int weekday, int n)
    {
        DateOnly start = new(year, month, 1);
        int first = 1 + (weekday - CalendarArithmetic.IsoDay(start) + 7) % 7;
        int days = DateTime.DaysInMonth(year, month);
        int day = n > 0 ? first + 7 * (n - 1) : first + 7 * ((days - first) / 7 + n + 1);
        return day >= 1 && day <= days ? new DateOnly(year, month, day) : null;
    }

    /// <summary>Easter Sunday by the Gregorian computus (Anonymous algorithm, Nature, 1876; Meeus, Astronomical Algorithms, ch. 8).</summary>
    public static DateOnly Easter(int year)
    {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return new DateOnly(year, n / 31, n % 31 + 1);
    }

    /// <summary>Orthodox Easter: Meeus's Julian algorithm, carried over to the Gregorian calendar.</summary>
    public static DateOnly OrthodoxEaster(int year)
    {
        int d = (19 * (year % 19) + 15) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
        int n = d + e + 114;
        int gap = year / 100 - year / 400 - 2;
        return new DateOnly(year, n / 31, n % 31 + 1).AddDays(gap);
    }

    private (DateOnly From, DateOnly To)? Listed(int year)
    {
        foreach ((DateOnly From, DateOnly To) span in Years)
        {
            if (span.From.Year == year) return span;
        }

        return null;
    }
}
