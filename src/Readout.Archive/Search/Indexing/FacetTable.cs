using Readout.Archive.Search.Facets;
using Readout.Archive.Store;
using Readout.Archive.Store.Dialects;

namespace Readout.Archive.Search.Indexing;

/// <summary>The values of facets, each once, numbered in the order in which they came. For one thread.</summary>
internal sealed class FacetTable(ArchiveConnection connection)
{
    private const int MostRemembered = 200_000;
    private static readonly TableShape Shape = TableShape.Of("facet_values", "id:i kind:t value:t label:t folded:t");
    private readonly Dictionary<(string Kind, string Value), long> _known = [];
    private readonly List<object?[]> _pending = [];
    private long _last = -1;

    /// <summary>The number of a value; a new one waits for <see cref="WriteTo"/>.</summary>
    public long Number(FacetValue value)
    {
        if (_known.TryGetValue((value.Kind, value.Value), out long number)) return number;
        number = connection.Number("SELECT id FROM facet_values WHERE kind = @kind AND value = @value", ("@kind", value.Kind), ("@value", value.Value));
        if (number == 0)
        {
            if (_last < 0) _last = connection.Number("SELECT COALESCE(MAX(id), 0) FROM facet_values");
            number = ++_last;
            _pending.Add([number, value.Kind, value.Value, value.Label, value.Label.ToLowerInvariant()]);
        }

        _known.Add((value.Kind, value.Value), number);
        return number;
    }

    /// <summary>Writes the values that wait.</summary>
    public void WriteTo(RowSink sink)
    {
        sink.Write(Shape, _pending);
        _pending.Clear();
        if (_known.Count > MostRemembered) _known.Clear();
    }
}
