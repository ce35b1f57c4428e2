using System.Collections.Immutable;
using System.Globalization;
using Readout.Archive.Store;

namespace Readout.Archive.Search.Facets;

/// <summary>Counts the values of facets over events. For one thread.</summary>
internal sealed class FacetCounter(ArchiveConnection connection)
{
    private const string Prefix = FacetKind.Token + "f";
    private readonly Dictionary<long, int> _counts = [];
    private readonly Dictionary<int, int> _years = [];

    /// <summary>How many events were counted.</summary>
    public int Events { get; private set; }

    /// <summary>Counts an event by its tokens and its day.</summary>
    public void Add(ReadOnlySpan<char> tokens, long? day)
    {
        Events++;
        foreach (Range range in tokens.Split(' '))
        {
            ReadOnlySpan<char> token = tokens[range];
            if (!token.StartsWith(Prefix, StringComparison.Ordinal)) continue;
            long number = long.Parse(token[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture);
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, number, out _)++;
        }

        if (day is { } known) System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_years, DateOnly.FromDayNumber((int)known).Year, out _)++;
    }

    /// <summary>The counts by facet, most frequent value first, then by value.</summary>
    public ImmutableArray<FacetCounts> Counts()
    {
        if (Events == 0) return [];
        ILookup<string, FacetCount> values = Values().ToLookup(value => value.Kind, value => value.Count);
        IEnumerable<FacetCounts> counted = FacetKind.Counted.Where(values.Contains).Select(kind => new FacetCounts(kind, Most(values[kind])));
        IEnumerable<FacetCount> years = _years.OrderByDescending(year => year.Key).Take(Searcher.MostValues)
            .Select(year => year.Key.ToString("d4", CultureInfo.InvariantCulture) is { } name ? new FacetCount(name, name, year.Value) : null!);
        return [.. counted, .. _years.Count == 0 ? [] : (IEnumerable<FacetCounts>)[new FacetCounts(FacetKind.Year, [.. years])]];
    }

    private static ImmutableArray<FacetCount> Most(IEnumerable<FacetCount> values) =>
        [.. values.OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal).Take(Searcher.MostValues)];

    // Actors and speakers are many; what is named once cannot stand among the most frequent unless all are rare.
    private List<(string Kind, FacetCount Count)> Values()
    {
        long[] numbers = [.. _counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(2000).Select(pair => pair.Key).Order()];
        return connection.Query(
            $"SELECT id, kind, value, label FROM facet_values WHERE {connection.Dialect.IsAmong("id", "@numbers")}",
            row => (row.GetString(1), new FacetCount(row.GetString(2), row.GetString(3), _counts[row.GetInt64(0)])),
            ("@numbers", connection.Dialect.Numbers(numbers)));
    }
}
