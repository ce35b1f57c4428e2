using System.Data.Common;
using Readout.Archive.Store.Dialects;

namespace Readout.Archive.Store;

/// <summary>
/// One connection to an archive, with its statements prepared once and its errors as <see cref="ArchiveException"/>. For
/// one thread at a time. Disposing of it gives it back to the archive that lent it.
/// </summary>
internal sealed class ArchiveConnection : IDisposable
{
    private const int MostPrepared = 128;
    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);
    private readonly Action<ArchiveConnection>? _giveBack;
    private DbTransaction? _transaction;

    public ArchiveConnection(ArchiveLocation location, Dialect dialect, DbConnection inner, Action<ArchiveConnection>? giveBack = null)
    {
        Location = location;
        Dialect = dialect;
        Inner = inner;
        _giveBack = giveBack;
    }

    public ArchiveLocation Location { get; }

    public Dialect Dialect { get; }

    public DbConnection Inner { get; }

    /// <summary>The transaction that is open, or null.</summary>
    public DbTransaction? Transaction => _transaction;

    public bool IsInTransaction => _transaction is not null;

    /// <summary>Runs a statement; gives the number of rows that it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        DbCommand command = Prepare(sql, parameters);
        return Guard(command.ExecuteNonQuery);
    }

    /// <summary>Runs a script of several statements without parameters.</summary>
    public void ExecuteScript(string sql)
    {
        using DbCommand command = Inner.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction;
        Guard(command.ExecuteNonQuery);
    }

    /// <summary>The first column of the first row; null where there is no row or no value.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        DbCommand command = Prepare(sql, parameters);
        object? value = Guard(command.ExecuteScalar);
        return value is DBNull ? null : value;
    }

    /// <summary>The first column of the first row as a whole number; 0 where there is none.</summary>
    public long Number(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Scalar(sql, parameters) is { } value ? Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) : 0;

    /// <summary>All rows of a query.</summary>
    public List<T> Query<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        DbCommand command = Prepare(sql, parameters);
        return Guard(() =>
        {
            List<T> rows = [];
            using DbDataReader reader = command.ExecuteReader();
            while (reader.Read()) rows.Add(read(reader));
            return rows;
        });
    }

    /// <summary>The rows of a query one after another, for many; no other statement until they are done.</summary>
    public IEnumerable<T> Stream<T>(string sql, Func<DbDataReader, T> read)
    {
        using DbCommand command = Inner.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.Transaction = _transaction;
        using DbDataReader reader = Guard(command.ExecuteReader);
        while (Guard(reader.Read)) yield return Guard(() => read(reader));
    }

    /// <summary>Begins a transaction that only reads, and sees the archive as it is now until it ends.</summary>
    public void BeginSnapshot() => _transaction = Guard(() => Dialect.BeginSnapshot(Inner));

    /// <summary>Begins a transaction that writes: no other writes until it ends.</summary>
    public void Begin() => _transaction = Guard(() => Dialect.Begin(Inner));

    public void Commit()
    {
        Guard(() =>
        {
            _transaction!.Commit();
            return 0;
        });
        End();
    }

    /// <summary>Gives up what was written since <see cref="Begin"/>; nothing where no transaction is open.</summary>
    public void Rollback()
    {
        if (_transaction is null) return;
        try
        {
            _transaction.Rollback();
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException)
        {
            // The engine has rolled back already, or the connection is gone, which does the same.
        }

        End();
    }

    /// <summary>Runs <paramref name="work"/> in a transaction; all of it is kept or nothing.</summary>
    public void InTransaction(Action work)
    {
        Begin();
        try
        {
            work();
            Commit();
        }
        catch
        {
            Rollback();
            throw;
        }
    }

    /// <summary>Runs <paramref name="work"/>, with the engine's errors as lines for people.</summary>
    public T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is DbException or IOException or TimeoutException)
        {
            throw Dialect.Fault(exception, Location);
        }
    }

    public void Dispose()
    {
        Rollback();
        if (_giveBack is not null) _giveBack(this);
        else Close();
    }

    /// <summary>Closes the connection for good.</summary>
    public void Close()
    {
        foreach (DbCommand command in _prepared.Values) command.Dispose();
        _prepared.Clear();
        Inner.Dispose();
    }

    private void End()
    {
        _transaction?.Dispose();
        _transaction = null;
    }

    private DbCommand Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_prepared.TryGetValue(sql, out DbCommand? command))
        {
            if (_prepared.Count >= MostPrepared) Forget();
            command = Inner.CreateCommand();
            command.CommandText = sql;
            foreach ((string name, _) in parameters)
            {
                DbParameter parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            _prepared.Add(sql, command);
        }

        for (int i = 0; i < parameters.Length; i++) command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        command.Transaction = _transaction;
        return command;
    }

    private void Forget()
    {
        foreach (DbCommand command in _prepared.Values) command.Dispose();
        _prepared.Clear();
    }
}
