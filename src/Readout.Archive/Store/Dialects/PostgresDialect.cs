using System.Data;
using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace Readout.Archive.Store.Dialects;

/// <summary>PostgreSQL 14 or later. The tables lie in a schema of their own, <c>readout</c>.</summary>
internal sealed partial class PostgresDialect : Dialect
{
    public static readonly PostgresDialect Instance = new();

    // Key of the advisory lock that a writer holds: "readout" in ASCII.
    private const long WriterLock = 0x72656164_6F7574;

    private const long SchemaLock = WriterLock + 1;
    private const long NextLock = WriterLock + 2;

    public override string Migrations => "postgres";

    public override string Differs => "IS DISTINCT FROM";

    // Snapshots that name the same transactions see the same rows; https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-PG-SNAPSHOT
    public override string WriteMark => "SELECT CAST(pg_current_snapshot() AS TEXT)";

    public override DbConnection Connect(ArchiveLocation location, bool create)
    {
        NpgsqlConnection connection = new(location.ConnectionString);
        try
        {
            connection.Open();
            using NpgsqlCommand command = connection.CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SET lock_timeout = {(int)location.Patience.TotalMilliseconds}");
            command.ExecuteNonQuery();
            return connection;
        }
        catch (Exception exception) when (exception is DbException or IOException or TimeoutException or System.Net.Sockets.SocketException)
        {
            connection.Dispose();
            throw Fault(exception, location);
        }
    }

    public override DbTransaction Begin(DbConnection connection) => connection.BeginTransaction(IsolationLevel.ReadCommitted);

    public override bool IsEmpty(ArchiveConnection connection) =>
        connection.Number("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'readout'") == 0;

    public override bool IsArchive(ArchiveConnection connection) => connection.Number(
        "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = 'readout' AND table_name = 'schema' AND column_name IN ('number', 'name', 'hash')") == 3;

    public override DbTransaction BeginSnapshot(DbConnection connection) => connection.BeginTransaction(IsolationLevel.RepeatableRead);

    // The schema comes first and by itself, so that two that open an empty database at once do not both make the tables.
    public override void Prepare(ArchiveConnection connection)
    {
        if (connection.Number("SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name = 'readout'") == 0)
        {
            connection.ExecuteScript("CREATE SCHEMA IF NOT EXISTS readout");
        }
    }

    public override void HoldSchema(ArchiveConnection connection) => connection.ExecuteScript($"SELECT pg_advisory_xact_lock({SchemaLock})");

    public override void Mark(ArchiveConnection connection)
    {
    }

    public override IDisposable? TryHold(ArchiveLocation location, WriterHold what)
    {
        long number = what == WriterHold.Writing ? WriterLock : NextLock;
        DbConnection connection = Connect(location, create: false);
        try
        {
            using DbCommand command = connection.CreateCommand();
            command.CommandText = $"SELECT pg_try_advisory_lock({number})";
            if (command.ExecuteScalar() is true) return new HeldLock(connection, number);
        }
        catch (DbException exception)
        {
            connection.Dispose();
            throw Fault(exception, location);
        }

        connection.Dispose();
        return null;
    }

    public override RowSink OpenSink(ArchiveConnection connection) => new PostgresRowSink((NpgsqlConnection)connection.Inner);

    // The index of words covers current sentences only; nothing is to be done.
    public override void ForgetWords(ArchiveConnection connection, long revision)
    {
    }

    public override string IsAmong(string column, string parameter) => $"{column} = ANY({parameter})";

    public override object Numbers(IReadOnlyCollection<long> numbers) => numbers.ToArray();

    public override long Size(ArchiveConnection connection) => connection.Number("SELECT pg_database_size(current_database())");

    /// <summary>Gives the lock back before the connection goes, which the server may notice later.</summary>
    private sealed class HeldLock(DbConnection connection, long number) : IDisposable
    {
        public void Dispose()
        {
            try
            {
                using DbCommand command = connection.CreateCommand();
                command.CommandText = $"SELECT pg_advisory_unlock({number})";
                command.ExecuteNonQuery();
            }
            catch (Exception exception) when (exception is DbException or InvalidOperationException)
            {
                // The connection is gone already, and the lock with it.
            }

            connection.Dispose();
        }
    }
}
