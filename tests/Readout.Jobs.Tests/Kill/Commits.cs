using System.Globalization;
using Npgsql;
using Readout.Archive.Tests.Engines;

namespace Readout.Jobs.Tests.Kill;

/// <summary>Tells from outside that a process committed: something that changes with each commit.</summary>
internal abstract class Commits : IDisposable
{
    /// <summary>What stands there now.</summary>
    public abstract string Now();

    public static Commits Of(string engine, string archive) => engine == Engine.Postgres ? new OfPostgres(archive) : new OfSqlite(archive);

    public abstract void Dispose();

    /// <summary>The log beside the file grows with each commit.</summary>
    private sealed class OfSqlite(string archive) : Commits
    {
        public override string Now()
        {
            FileInfo log = new(archive + "-wal");
            return log.Exists ? string.Create(CultureInfo.InvariantCulture, $"{log.Length} {log.LastWriteTimeUtc.Ticks}") : "";
        }

        public override void Dispose()
        {
        }
    }

    /// <summary>The position of an input is written anew with each commit, by a transaction of its own number.</summary>
    private sealed class OfPostgres : Commits
    {
        private readonly NpgsqlConnection _connection;

        public OfPostgres(string archive)
        {
            _connection = new NpgsqlConnection(PostgresCluster.ConnectionTo(archive));
            _connection.Open();
        }

        public override string Now()
        {
            using NpgsqlCommand there = new("SELECT to_regclass('readout.inputs') IS NOT NULL", _connection);
            if (there.ExecuteScalar() is not true) return "";
            using NpgsqlCommand command = new("SELECT string_agg(xmin::text || ' ' || position, ' ' ORDER BY name) FROM readout.inputs", _connection);
            return command.ExecuteScalar() as string ?? "";
        }

        public override void Dispose() => _connection.Dispose();
    }
}
