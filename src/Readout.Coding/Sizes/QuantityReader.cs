using Readout.Coding.Dates;
using Readout.Text;

namespace Readout.Coding.Sizes;

/// <summary>
/// Reads quantities: <c>12</c>, <c>at least 12</c>, <c>two dozen</c>, <c>hundreds of</c>, <c>between 20 and 30</c>. A bare
/// number is exact; <c>nearly</c> leaves a tenth below, <c>about</c> a tenth either way; <c>dozens</c> is 24 or more.
/// </summary>
internal sealed class QuantityReader(string text, List<TimeUnit> units, SizeWords words)
{
    private readonly Vocabulary _vocabulary = words.Vocabulary;
    private readonly NumberReader _numbers = new(units, words.Vocabulary, words.Numbers);
    private readonly List<(int End, long Value)> _readings = [];

    /// <summary>The quantity that begins at a unit, or null.</summary>
    public Quantity? At(int at)
    {
        if (Between(at) is Quantity between) return between;
        (int after, Bound bound) = ReadBound(at);
        if (Amount(after) is not (int end, int min, int max)) return null;
        if (bound == Bound.None && To(end) is (int stop, int high) && high > min) (end, max) = (stop, high);
        (int? low, int? top) = Apply(bound, min, max);
        return new Quantity(at, end, low, top, new TextSpan(units[at].Start, units[end - 1].End));
    }

    private enum Bound
    {
        None,
        AtLeast,
        AtMost,
        NotQuite,
        About,
        Below,
    }

    private static (int? Min, int? Max) Apply(Bound bound, int min, int max)
    {
        int? top = max == int.MaxValue ? null : max;
        return bound switch
        {
            Bound.AtLeast => (min, null),
            Bound.AtMost => (null, top ?? min),
            Bound.NotQuite => (min - Tenth(min), top is null ? null : min),
            Bound.About => (min - Tenth(min), top is null ? null : min + Tenth(min)),
            Bound.Below => (null, Math.Max(0, min - 1)),
            _ => (min, top),
        };
    }

    private static int Tenth(int number) => number / 10;

    private Quantity? Between(int at)
    {
        if (!Is(at, "between") || Amount(at + 1) is not (int middle, int min, _) || !Is(middle, "and") || Amount(middle + 1) is not (int end, _, int max) || max <= min) return null;
        return new Quantity(at, end, min, max, new TextSpan(units[at].Start, units[end - 1].End));
    }

    private (int After, Bound Bound) ReadBound(int at)
    {
        if (Is(at, "well") && ReadBound(at + 1) is { Bound: not Bound.None } widened) return widened;
        if (Is(at, "no") && (Is(at + 1, "fewer") || Is(at + 1, "less")) && Is(at + 2, "than")) return (at + 3, Bound.AtLeast);
        if (Is(at, "an") && Is(at + 1, "estimated")) return (at + 2, Bound.About);
        if (Is(at, "at") && Is(at + 1, "least")) return (at + 2, Bound.AtLeast);
        if (Is(at, "at") && Is(at + 1, "most")) return (at + 2, Bound.AtMost);
        if (Is(at, "more") && Is(at + 1, "than")) return (at + 2, Bound.AtLeast);
        if (Is(at, "up") && Is(at + 1, "to")) return (at + 2, Bound.AtMost);
        if ((Is(at, "less") || Is(at, "fewer")) && Is(at + 1, "than")) return (at + 2, Bound.Below);
        if (Is(at, "as") && Is(at + 1, "many") && Is(at + 2, "as")) return (at + 3, Bound.AtMost);
        if (Value("bound", at) is int bound) return (at + 1, (Bound)bound);
        return (at, Bound.None);
    }

    // 30 to 40, 30-40.
    private (int End, int Max)? To(int at)
    {
        if (!Is(at, "to") && !Is(at, "-") || at + 1 >= units.Count || units[at + 1].Kind != UnitKind.Number) return null;
        return Amount(at + 1) is (int end, _, int max) ? (end, max) : null;
    }

    private (int End, int Min, int Max)? Amount(int at)
    {
        if (at >= units.Count) return null;
        if (Is(at, "half") && Is(at + 1, "a") && Value("group", at + 2) is int half) return (at + 3, half / 2, half / 2);
        if (Is(at, "half") && Is(at + 1, "a") && Value("cardinal", at + 2) is int whole and >= 1000) return (at + 3, whole / 2, whole / 2);
        if (Is(at, "nobody")) return (at + 1, 0, 0);
        if (Is(at, "no")) return (Is(at + 1, "one") ? at + 2 : at + 1, 0, 0);
        if (Is(at, "a") || Is(at, "an")) return Articled(at);
        if (Value("vague", at) is int vague) return Scaled(at + 1, vague);
        if (Value("many", at) is int) return Many(at);
        if (Number(at) is not (int end, int value)) return null;
        return Value("group", end) is int group ? (end + 1, value * group, value * group) : (end, value, value);
    }

    private (int End, int Min, int Max)? Articled(int at)
    {
        if (Value("couple", at + 1) is int couple) return (Of(at + 2), couple, couple);
        if (Value("vague", at + 1) is int vague) return Scaled(Of(at + 2), vague);
        if (Value("group", at + 1) is int group) return (at + 2, group, group);
        if (Value("cardinal", at + 1) is int scale and >= 100) return (at + 2, scale, scale);
        if (at + 1 < units.Count && Value("cardinal", at + 1) is 1) return (at + 2, 1, 1);
        return null;
    }

    // Several hundred, a few thousand: that many times and no upper bound.
    private (int End, int Min, int Max) Scaled(int at, int count)
    {
        if (Value("cardinal", at) is int scale and >= 100) return (at + 1, count * scale, int.MaxValue);
        return Value("group", at) is int group ? (at + 1, count * group, int.MaxValue) : (at, count, int.MaxValue);
    }

    // Dozens, hundreds of thousands.
    private (int End, int Min, int Max) Many(int at)
    {
        int value = Value("many", at)!.Value;
        if (Is(at + 1, "of") && Value("many", at + 2) is int larger and >= 2000) return (at + 3, (int)Math.Min(int.MaxValue - 1L, (long)value * (larger / 2)), int.MaxValue);
        return (at + 1, value, int.MaxValue);
    }

    private (int End, int Value)? Number(int at)
    {
        TimeUnit unit = units[at];
        if (unit.Kind == UnitKind.Number && !IsGlued(at)) return Million(at + 1, unit.Value * 1000L);
        if (unit.Kind == UnitKind.Decimal && Value("cardinal", at + 1) is >= 1000) return Million(at + 1, unit.Value);
        if (unit.Kind != UnitKind.Word) return null;
        _readings.Clear();
        _numbers.Read(NumberForm.Int, at, _readings);
        if (_readings.Count == 0) return null;
        (int end, long value) = _readings[^1];
        return value is > 0 and < int.MaxValue ? (end, (int)value) : null;
    }

    private (int End, int Value)? Million(int at, long thousandths)
    {
        bool scaled = Value("cardinal", at) is int scale and >= 100 && !units[at].Tight && (thousandths *= scale) > 0;
        long value = thousandths / 1000;
        return value >= int.MaxValue ? null : (scaled ? at + 1 : at, (int)value);
    }

    // The 6 of 6-year-old, of F-16, of G7.
    private bool IsGlued(int at)
    {
        if (units[at].Tight && at > 0 && units[at - 1].Kind is UnitKind.Word or UnitKind.Mark && text[units[at].Start - 1] is not ('(' or '"' or '\u201c')) return true;
        return at + 2 < units.Count && Is(at + 1, "-") && units[at + 1].Tight && units[at + 2].Tight && units[at + 2].Kind == UnitKind.Word;
    }

    private int Of(int at) => Is(at, "of") ? at + 1 : at;

    private int? Value(string wordClass, int at)
    {
        if (at >= units.Count || units[at].Lexeme == 0) return null;
        int index = _vocabulary.ClassOf(wordClass);
        int value = index < 0 ? Vocabulary.Absent : _vocabulary.Value(index, units[at].Lexeme);
        return value == Vocabulary.Absent ? null : value;
    }

    private bool Is(int at, string word) =>
        at >= 0 && at < units.Count && text.AsSpan(units[at].Start, units[at].End - units[at].Start).Equals(word, StringComparison.OrdinalIgnoreCase);
}
