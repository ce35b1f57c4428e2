using System.Globalization;

namespace Readout.Coding.Dates;

/// <summary>The units of time by their numbers in <c>words/calendar.txt</c>.</summary>
internal enum Span : byte
{
    None,
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Weekend,
    Fortnight,
    BusinessDay,
    Half,
    Millennium,
}

/// <summary>Arithmetic with units of time.</summary>
internal static class Spans
{
    /// <summary>The TIMEX3 duration of a number of thousandths of a unit: <c>P3D</c>, <c>PT1.5H</c>.</summary>
    public static string Duration(long thousandths, Span unit)
    {
        (long factor, string letter) = Letter(unit);
        return (IsClock(unit) ? "PT" : "P") + Number(thousandths * factor) + letter;
    }

    /// <summary>The TIMEX3 duration of an unsaid number of units: <c>PXM</c>.</summary>
    public static string Vague(Span unit) => (IsClock(unit) ? "PTX" : "PX") + unit switch
    {
        Span.Decade => "E",
        Span.Century => "C",
        Span.Millennium => "L",
        Span.Fortnight => "W",
        _ => Letter(unit).Letter,
    };

    public static bool IsClock(Span unit) => unit is Span.Second or Span.Minute or Span.Hour;

    /// <summary>The day that lies <paramref name="thousandths"/> of a unit away; null where the calendar ends before.</summary>
    public static DateOnly? Add(DateOnly day, long thousandths, Span unit)
    {
        long whole = thousandths / 1000;
        switch (unit)
        {
            case Span.Second or Span.Minute or Span.Hour: return day;
            case Span.Day: return CalendarArithmetic.AddDays(day, whole);
            case Span.BusinessDay: return BusinessDays(day, whole);
            case Span.Week: return CalendarArithmetic.AddDays(day, thousandths * 7 / 1000);
            case Span.Weekend: return CalendarArithmetic.AddDays(day, whole * 7);
            case Span.Fortnight: return CalendarArithmetic.AddDays(day, thousandths * 14 / 1000);
            default: return CalendarArithmetic.AddMonths(day, thousandths * Months(unit) / 1000);
        }
    }

    /// <summary>How many months a unit of a month or more has.</summary>
    public static int Months(Span unit) => unit switch
    {
        Span.Month => 1,
        Span.Quarter => 3,
        Span.Half => 6,
        Span.Decade => 120,
        Span.Century => 1200,
        Span.Millennium => 12000,
        _ => 12,
    };

    /// <summary>The span of a unit that holds a day.</summary>
    public static TimeValue Holding(Span unit, DateOnly day) => unit switch
    {
        Span.Week or Span.Fortnight => TimeValue.Week(day),
        Span.Weekend => TimeValue.Weekend(day),
        Span.Month => TimeValue.Month(day.Year, day.Month),
        Span.Quarter => TimeValue.Quarter(day.Year, (day.Month + 2) / 3),
        Span.Half => TimeValue.Half(day.Year, (day.Month + 5) / 6),
        Span.Year => TimeValue.Year(day.Year),
        Span.Decade => TimeValue.Decade(day.Year),
        Span.Century or Span.Millennium => TimeValue.Century((day.Year + 99) / 100),
        _ => TimeValue.Day(day),
    };

    private static (long Factor, string Letter) Letter(Span unit) => unit switch
    {
        Span.Second => (1, "S"),
        Span.Minute => (1, "M"),
        Span.Hour => (1, "H"),
        Span.Week => (1, "W"),
        Span.Fortnight => (2, "W"),
        Span.Month => (1, "M"),
        Span.Quarter => (1, "Q"),
        Span.Half => (6, "M"),
        Span.Year => (1, "Y"),
        Span.Decade => (10, "Y"),
        Span.Century => (100, "Y"),
        Span.Millennium => (1000, "Y"),
        Span.Weekend => (1, "WE"),
        _ => (1, "D"),
    };

    private static string Number(long thousandths) => thousandths % 1000 == 0
        ? (thousandths / 1000).ToString(CultureInfo.InvariantCulture)
        : (thousandths / 1000m).ToString("0.###", CultureInfo.InvariantCulture);

    private static DateOnly? BusinessDays(DateOnly day, long count)
    {
        if (Math.Abs(count) > 10_000) return null;
        int step = Math.Sign(count);
        DateOnly? current = day;
        for (long left = Math.Abs(count); left > 0 && current is DateOnly d;)
        {
            current = CalendarArithmetic.AddDays(d, step);
            if (current is DateOnly next && CalendarArithmetic.IsoDay(next) <= 5) left--;
        }

        return current;
    }
}
