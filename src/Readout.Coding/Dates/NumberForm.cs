namespace Readout.Coding.Dates;

/// <summary>The forms of number that rules may ask for.</summary>
internal enum NumberForm : byte
{
    /// <summary>A quantity in thousandths: <c>12</c>, <c>3.5</c>, <c>two and a half</c>.</summary>
    Num,

    /// <summary>A whole number of at most three digits, or in words.</summary>
    Int,

    /// <summary><c>20th</c>, <c>twenty-first</c>.</summary>
    Ord,

    /// <summary>1 to 31, as a number or an ordinal.</summary>
    Dom,

    /// <summary>1 to 31 in digits.</summary>
    Digit,

    /// <summary>Four digits, or a year in words.</summary>
    Year,

    /// <summary><c>'89</c> or two digits.</summary>
    Yy,

    /// <summary><c>1990s</c>, <c>'90s</c>.</summary>
    Decade,

    /// <summary><c>10:30</c>, as minutes.</summary>
    Clock,

    /// <summary>0 to 24 in digits or words.</summary>
    Hour,

    /// <summary>A numeric date of three parts.</summary>
    FullDate,

    /// <summary>A numeric date of month and day.</summary>
    MonthDay,

    /// <summary>A numeric date of year and month.</summary>
    YearMonth,

    /// <summary>A numeric date that is on no calendar.</summary>
    BadDate,

    /// <summary><c>4.22</c> as month and day.</summary>
    DottedDay,

    /// <summary>Five digits where a year would stand.</summary>
    LongYear,

    /// <summary>Nothing: only that no word follows that the number or name before could belong to.</summary>
    Stop,
}
