namespace Readout.Coding.Dates;

/// <summary>What kind of piece a <see cref="TimeUnit"/> is.</summary>
internal enum UnitKind : byte
{
    Word,
    Number,
    Decimal,
    Ordinal,
    Decade,
    Clock,
    NumericDate,
    BadDate,
    ShortYear,
    Mark,
    Break,
}

/// <summary>
/// A piece of text as the grammar of time sees it: a word, a number, a numeric date, a mark. Finer than a token:
/// <c>third-quarter</c> is three units, <c>22april</c> two.
/// </summary>
/// <param name="Start">Offset of the first code unit.</param>
/// <param name="End">Offset after the last code unit, an abbreviation's dot left out.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Lexeme">Index in the vocabulary; 0 for a word that says nothing about time.</param>
/// <param name="Value">
/// The number (thousandths for <see cref="UnitKind.Decimal"/>), the clock's minutes, or a date as year·10000 + month·100 + day.
/// </param>
/// <param name="Digits">How many digits a number was written with; 9 where it was grouped.</param>
/// <param name="Tight">No white space stands before it.</param>
internal readonly record struct TimeUnit(int Start, int End, UnitKind Kind, ushort Lexeme, int Value, byte Digits, bool Tight);
