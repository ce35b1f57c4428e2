using Readout.Archive.Store;
using Readout.Archive.Store.Dialects;

namespace Readout.Archive.Writing;

/// <summary>Rows that wait to be written, with the numbers that they have. For one thread.</summary>
internal sealed class RowBatch : IRowTarget
{
    private readonly Dictionary<TableShape, List<object?[]>> _rows = Tables.InOrder.ToDictionary(table => table, _ => new List<object?[]>());
    private readonly Dictionary<TableShape, long> _last;

    /// <summary>Numbers go on from the highest that the archive has, so that the same articles in the same order get the same numbers.</summary>
    public RowBatch(ArchiveConnection connection) =>
        _last = Tables.Numbered.ToDictionary(table => table, table => connection.Number($"SELECT MAX(id) FROM {table.Name}"));

    /// <inheritdoc/>
    public long Next(TableShape table) => ++_last[table];

    /// <inheritdoc/>
    public void Add(TableShape table, params object?[] row)
    {
        if (row.Length != table.Columns.Length) throw new ArgumentException($"A row of {table.Name} has {table.Columns.Length} values, not {row.Length}.", nameof(row));
        _rows[table].Add(row);
    }

    /// <summary>Writes all rows and forgets them.</summary>
    public void WriteTo(RowSink sink)
    {
        foreach (TableShape table in Tables.InOrder)
        {
            sink.Write(table, _rows[table]);
            _rows[table].Clear();
        }
    }
}
