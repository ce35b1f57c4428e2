using System.Collections.Immutable;
using System.Globalization;
using Readout.Coding.Dates;
using Readout.Text;

namespace Readout.Coding.Sizes;

/// <summary>
/// Lists the numbers of a text with the words that they count: <c>some 2,000 Turkish soldiers</c>, <c>$40 million</c>. Immutable; safe to use from every
/// thread. What kind of thing it is, is the caller's to know.
/// </summary>
/// <param name="words">The words of numbers.</param>
public sealed class CountedThingReader(SizeWords words)
{
    private const int LongestNoun = 5;

    /// <summary>The numbers in their order. O(length of the text).</summary>
    public ImmutableArray<CountedThing> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<TimeUnit> units = [];
        UnitScanner.Scan(text, words.Vocabulary, units);
        QuantityReader quantities = new(text, units, words);
        ImmutableArray<CountedThing>.Builder things = ImmutableArray.CreateBuilder<CountedThing>();
        for (int i = 0; i < units.Count; i++)
        {
            if (Sum(text, units, i) is (int stop, CountedThing sum))
            {
                things.Add(sum);
                i = stop - 1;
            }
            else if (quantities.At(i) is Quantity quantity)
            {
                (int end, long factor) = Scale(text, units, quantity.To);
                things.Add(new CountedThing(quantity.Min * factor, quantity.Max * factor, quantity.Span, Noun(text, units, end), null));
                i = end - 1;
            }
        }

        return things.ToImmutable();
    }

    // $40, $2.5 million, £300m; 25%. The scanner of times passes over such numbers.
    private static (int Stop, CountedThing Sum)? Sum(string text, List<TimeUnit> units, int at)
    {
        bool money = text[units[at].Start] is '$' or '€' or '£' or '¥';
        if (units[at].Kind != UnitKind.Mark || !money && !char.IsAsciiDigit(text[units[at].Start])) return null;
        int start = units[at].Start;
        if (Written(text, money ? start + 1 : start) is not (int end, decimal value) || !money && (end >= text.Length || text[end] != '%')) return null;
        int next = at + 1;
        while (next < units.Count && units[next].Start < end) next++;
        if (!money) return (next, new CountedThing((long)value, (long)Math.Ceiling(value), new TextSpan(start, end), new TextSpan(end, end + 1), null));
        (int stop, long factor) = Scale(text, units, next);
        if (value > long.MaxValue / factor) return null;
        long sum = (long)(value * factor);
        return (stop, new CountedThing(sum, sum, new TextSpan(start, units[stop - 1].End), default, text[start]));
    }

    private static (int End, decimal Value)? Written(string text, int start)
    {
        int end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ',' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))) end++;
        return end > start && end - start <= 18 && decimal.TryParse(text.AsSpan(start, end - start), NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            ? (end, value) : null;
    }

    // A scale that the reader of numbers of people leaves out, since people do not come in billions.
    private static (int End, long Factor) Scale(string text, List<TimeUnit> units, int at)
    {
        if (at >= units.Count || units[at].Kind != UnitKind.Word) return (at, 1);
        return text.AsSpan(units[at].Start, units[at].End - units[at].Start) switch
        {
            "thousand" => (at + 1, 1_000),
            "million" or "m" or "mn" => (at + 1, 1_000_000),
            "billion" or "bn" or "b" => (at + 1, 1_000_000_000),
            "trillion" or "tn" => (at + 1, 1_000_000_000_000),
            _ => (at, 1),
        };
    }

    private static TextSpan Noun(string text, List<TimeUnit> units, int at)
    {
        int end = at;
        while (end < units.Count && end < at + LongestNoun && (units[end].Kind == UnitKind.Word || units[end].Kind == UnitKind.Mark && text[units[end].Start] is '-' or '%')) end++;
        return end == at ? default : new TextSpan(units[at].Start, units[end - 1].End);
    }
}
