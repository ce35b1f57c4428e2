using System.Data;
using System.Globalization;
using Readout.Archive.Store.Dialects;

namespace Readout.Archive.Store;

/// <summary>Tells whether anybody has written to an archive, on a connection of its own that never writes. Safe to call from every thread.</summary>
internal sealed class WriteMark(ArchiveLocation location, Dialect dialect) : IDisposable
{
    private readonly Lock _lock = new();
    private ArchiveConnection? _connection;
    private int _opened;
    private bool _disposed;

    /// <summary>What the archive stands at. Answers of two connections cannot be compared, so that each carries the number of its own.</summary>
    public string Read()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_connection?.Inner.State is not null and not ConnectionState.Open) Forget();
            try
            {
                _connection ??= Open();
                return string.Create(CultureInfo.InvariantCulture, $"{_opened}.{_connection.Scalar(dialect.WriteMark)}");
            }
            catch (ArchiveException)
            {
                Forget();
                throw;
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            Forget();
        }
    }

    private ArchiveConnection Open()
    {
        _opened++;
        return new ArchiveConnection(location, dialect, dialect.Connect(location, create: false));
    }

    private void Forget()
    {
        _connection?.Close();
        _connection = null;
    }
}
