namespace Readout.Archive.Store.Dialects;

/// <summary>Writes many rows of a table inside the open transaction of its connection. For one thread.</summary>
internal abstract class RowSink : IDisposable
{
    /// <summary>Writes rows, each with one value a column in the table's order; values are long, double, string, byte[] or null.</summary>
    public abstract void Write(TableShape table, IReadOnlyList<object?[]> rows);

    /// <inheritdoc/>
    public abstract void Dispose();
}
