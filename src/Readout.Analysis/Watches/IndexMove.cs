using System.Collections.Immutable;
using System.Globalization;
using Readout.Analysis.Phrasing;

namespace Readout.Analysis.Watches;

/// <summary>That an index moved between two readings, and how. Immutable.</summary>
/// <param name="Kind">A kind of <see cref="IndexMark"/>, <c>temperature</c> or <c>value</c>.</param>
/// <param name="Text">The move in words.</param>
/// <param name="Mark">The mark that is new, or null.</param>
public sealed record IndexMove(string Kind, string Text, IndexMark? Mark)
{
    /// <summary>
    /// What is new in a reading: a recent break, shock or surge that the earlier one did not have; another temperature; a value
    /// outside the earlier band. Nothing where there is no earlier reading, or either has no index.
    /// </summary>
    public static ImmutableArray<IndexMove> Between(IndexReading? before, IndexReading now)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (before is not { Value: not null } || now.Value is null) return [];
        ImmutableArray<IndexMove>.Builder moves = ImmutableArray.CreateBuilder<IndexMove>();
        foreach (IndexMark mark in now.Marks)
        {
            if (!before.Marks.Any(old => IsSame(old, mark))) moves.Add(new IndexMove(mark.Kind, Told(mark), mark));
        }

        if (before.Temperature != now.Temperature) moves.Add(new IndexMove("temperature", $"{Told(before.Temperature)} before, {Told(now.Temperature)} now", null));
        if (now.Value < before.Low || now.Value > before.High)
        {
            moves.Add(new IndexMove("value", $"the index went from {Signed(before.Value)} ({Signed(before.Low)} to {Signed(before.High)}) to {Signed(now.Value)}", null));
        }

        return moves.ToImmutable();
    }

    /// <summary>A value of the index with its sign: <c>+1.2</c>.</summary>
    public static string Signed(double? value) => value is { } known ? Wording.Signed(known, '-') : "unknown";

    /// <summary>A temperature in words.</summary>
    public static string Told(string? temperature) => temperature switch
    {
        "warmer" => "warmer than usual",
        "colder" => "colder than usual",
        "usual" => "as usual",
        _ => "unknown",
    };

    // Later news may move a break by some periods; it stays the break that it was.
    private static bool IsSame(IndexMark old, IndexMark mark) => old.Kind == mark.Kind && old.Earliest <= mark.Latest && mark.Earliest <= old.Latest;

    private static string Told(IndexMark mark)
    {
        string from = mark.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return mark.Kind switch
        {
            "thaw" => $"a thaw from the week of {from}",
            "freeze" => $"a freeze from the week of {from}",
            "shock-up" => $"a shock of warmth in the week of {from}",
            "shock-down" => $"a shock of cold in the week of {from}",
            "surge-conflict" => $"a surge of material conflict in the week of {from}",
            "surge-tension" => $"a surge of conflict in the week of {from}",
            _ => $"a surge of material cooperation in the week of {from}",
        };
    }
}
