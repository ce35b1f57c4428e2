namespace Readout.Coding.Dates;

/// <summary>The small words that hold numbers together, looked up once.</summary>
internal sealed class NumberWords(Vocabulary vocabulary)
{
    public int CardinalClass { get; } = vocabulary.ClassOf("cardinal");

    public int OrdinalClass { get; } = vocabulary.ClassOf("ordinal");

    public int FunctionClass { get; } = vocabulary.ClassOf("function");

    public int The { get; } = vocabulary.Find("the");

    public int And { get; } = vocabulary.Find("and");

    public int A { get; } = vocabulary.Find("a");

    public int Half { get; } = vocabulary.Find("half");

    public int Hyphen { get; } = vocabulary.Find("-");

    public int Slash { get; } = vocabulary.Find("/");

    public bool IsOrdinal(int lexeme, Vocabulary words) => OrdinalClass >= 0 && words.Value(OrdinalClass, lexeme) != Vocabulary.Absent;
}
