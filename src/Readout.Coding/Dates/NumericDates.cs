namespace Readout.Coding.Dates;

/// <summary>
/// The order of day, month and year in dates written with digits: ISO 8601 where the year stands first, else the American
/// order, and the European one where the American would give a thirteenth month. Dates are year·10000 + month·100 + day
/// with 0 for a missing part.
/// </summary>
internal static class NumericDates
{
    /// <summary>A date of three parts (value, number of digits); negative where no such day exists, 0 where it is no date.</summary>
    public static int Of((int V, int N) a, (int V, int N) b, (int V, int N) c)
    {
        if (a.N == 4 && b.N <= 2 && c.N <= 2) return Checked(a.V, b.V, c.V);
        if (a.N > 2 || b.N > 2 || c.N is not (2 or 4) || a.V == 0 || b.V == 0) return 0;
        int year = c.N == 4 ? c.V : FullYear(c.V);
        if (a.V > 12 && b.V <= 12) return Checked(year, b.V, a.V);
        return c.N == 2 && (a.V > 31 || b.V > 31) ? 0 : Checked(year, a.V, b.V);
    }

    /// <summary>A date of two parts: year and month, or month and day; 0 where it is neither.</summary>
    public static int Of((int V, int N) a, (int V, int N) b, char separator)
    {
        if (separator == '.' && a.V is < 1990 or > 2060) return 0;
        if (a.N == 4 && b.N <= 2 && IsYear(a.V)) return IsSeason(a.V, b, separator) || b.V is 0 or > 12 ? 0 : a.V * 10000 + b.V * 100;
        if (b.N == 4 && a.N <= 2 && IsYear(b.V)) return a.V is 0 or > 12 || separator == '.' ? 0 : b.V * 10000 + a.V * 100;
        if (a.N > 2 || b.N > 2 || separator != '/' || a.V == 0 || b.V == 0) return 0;
        if (a.V > 12) return b.V <= 12 && a.V <= 31 ? b.V * 100 + a.V : 0;
        return b.V <= 31 && !IsFraction(a.V, b.V) ? a.V * 100 + b.V : 0;
    }

    /// <summary>A year of two digits: 1950 to 2049, the usual pivot of news style.</summary>
    public static int FullYear(int twoDigits) => twoDigits < 50 ? 2000 + twoDigits : 1900 + twoDigits;

    private static bool IsYear(int value) => value is >= 1000 and <= 2199;

    // 2010-11 is a season over two years, 2016-11 a month.
    private static bool IsSeason(int year, (int V, int N) b, char separator) => separator == '-' && b.N == 2 && b.V == (year + 1) % 100;

    private static bool IsFraction(int a, int b) => a < b && (b <= 5 || b is 8 or 10 or 16) || b == 2 || a == 24;

    private static int Checked(int year, int month, int day)
    {
        int packed = year * 10000 + month * 100 + day;
        return CalendarArithmetic.IsDate(year, month, day) ? packed : -packed;
    }
}
