using System.Collections.Frozen;
using System.Collections.Immutable;
using Readout.Coding.Packs;
using Readout.Coding.Record;
using Readout.Coding.Sizes;
using Readout.Text;

namespace Readout.Analysis.Reports;

/// <summary>
/// Reads what a clause counts beside people: money, ships, soldiers that are sent. A thing that the clause counts twice is left out, for it
/// cannot be told which number is the event's. Safe to call from every thread.
/// </summary>
internal static class AmountReader
{
    private static readonly Lazy<CountedThingReader> Numbers = new(() => new CountedThingReader(SizeWords.Parse([new DataFile(SizeWords.File, Text("sizes.txt"))], [])));
    private static readonly Lazy<FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>>> Things = new(() => Parse(Text("amounts.txt")));

    /// <summary>What the clause counts, by name.</summary>
    /// <param name="type">Type of its event: talk is of many numbers that are none of its own.</param>
    /// <param name="text">A text.</param>
    /// <param name="clause">Range of the clause in it.</param>
    /// <param name="size">What the record has of it, with spans in the text shifted by <paramref name="shift"/>.</param>
    /// <param name="shift">Where the text begins in the article.</param>
    public static ImmutableArray<Amount> Read(EventType type, string text, TextSpan clause, EventSize size, int shift)
    {
        if (type is EventType.Consult or EventType.Accuse or EventType.Reject or EventType.Protest || clause.Start < 0 || clause.End > text.Length) return [];
        SortedDictionary<string, Amount?> amounts = new(StringComparer.Ordinal);
        string words = clause.In(text);
        foreach (CountedThing thing in Numbers.Value.Read(words))
        {
            TextSpan span = new(thing.Span.Start + clause.Start + shift, thing.Span.End + clause.Start + shift);
            if (Name(words, thing) is not { } name || IsOfPeople(size, span)) continue;
            amounts[name] = amounts.ContainsKey(name) ? null : new Amount(name, thing.Min, thing.Max);
        }

        return [.. amounts.Values.OfType<Amount>()];
    }

    private static bool IsOfPeople(EventSize size, TextSpan span) =>
        Overlaps(size.Dead, span) || Overlaps(size.Injured, span) || Overlaps(size.Detained, span) || Overlaps(size.Participants, span);

    private static bool Overlaps(PeopleCount? count, TextSpan span) => count is not null && count.Span.Start < span.End && span.Start < count.Span.End;

    // The first word after the number that names a thing, so long as no little word comes before it: 12 Polish trawlers, not 12 of them in tankers.
    private static string? Name(string words, CountedThing thing)
    {
        if (thing.Currency is char sign) return Things.Value.TryGetValue([sign], out string? money) ? money : null;
        ReadOnlySpan<char> noun = words.AsSpan(thing.Noun.Start, thing.Noun.End - thing.Noun.Start);
        foreach (Range range in noun.Split(' '))
        {
            ReadOnlySpan<char> word = noun[range];
            int dash = word.LastIndexOf('-');
            if (dash >= 0) word = word[(dash + 1)..];
            if (Things.Value.TryGetValue(word, out string? name)) return name;
            if (Stories.ClosedWords.Contains(word)) return null;
        }

        return null;
    }

    private static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Parse(string text)
    {
        Dictionary<string, string> things = new(StringComparer.OrdinalIgnoreCase);
        foreach (string line in text.Split('\n'))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || line[0] == '#') continue;
            foreach (string word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) things[word] = line[..colon];
        }

        return things.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static string Text(string name)
    {
        using Stream stream = typeof(AmountReader).Assembly.GetManifestResourceStream("Readout.Analysis." + name)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
