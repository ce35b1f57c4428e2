namespace Readout.Archive.Exports.Writers;

/// <summary>Writes the rows of one layout to a stream. Holds a bounded number of rows, whatever their sum. For one thread.</summary>
internal abstract class RowWriter : IDisposable
{
    /// <summary>Rows written.</summary>
    public long Count { get; private set; }

    /// <summary>Writes a row.</summary>
    /// <param name="row">A value or null for each column.</param>
    public void Write(object?[] row)
    {
        WriteRow(row);
        Count++;
    }

    /// <summary>Writes what is left; the stream stays open.</summary>
    public abstract void Finish();

    public virtual void Dispose()
    {
    }

    protected abstract void WriteRow(object?[] row);
}
