using System.Collections.Immutable;

namespace Readout.Archive.Store;

/// <summary>Brings an archive forward to what this program knows, or says why it cannot.</summary>
internal static class Migrator
{
    /// <summary>Makes the tables of an empty place, or takes the steps that an archive lacks: all of them, or none.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="create">Whether an empty place may become an archive.</param>
    /// <param name="onForward">Called before an archive takes steps that it lacks.</param>
    /// <exception cref="ArchiveException">It is no archive, or of a newer program, or of another build's unreleased steps.</exception>
    public static void Run(ArchiveConnection connection, bool create, Action? onForward)
    {
        ImmutableArray<Migration> known = Migration.Of(connection.Dialect.Migrations);
        if (connection.Dialect.IsEmpty(connection))
        {
            if (!create) throw new ArchiveException($"there is no archive at {connection.Location}", "make one with 'readout ingest', or name another with --archive");
            Prepare(connection);
        }

        if (!connection.Dialect.IsArchive(connection))
        {
            throw new ArchiveException($"{connection.Location} is no archive of Readout", "name an archive with --archive");
        }

        Dictionary<long, string> taken = Taken(connection);
        Check(connection.Location, known, taken);
        if (known.All(migration => taken.ContainsKey(migration.Number))) return;
        if (taken.Count > 0) onForward?.Invoke();
        TakeAll(connection, known);
    }

    /// <summary>Makes an archive of an empty place with just the steps of those names, as the program of a backup had it.</summary>
    /// <exception cref="ArchiveException">A step is not known: the backup is of a newer program.</exception>
    public static void Make(ArchiveConnection connection, ImmutableArray<string> names)
    {
        Dictionary<string, Migration> known = Migration.Of(connection.Dialect.Migrations).ToDictionary(migration => migration.Name, StringComparer.Ordinal);
        if (names.Any(name => !known.ContainsKey(name))) throw new ArchiveException("the backup was written by a newer Readout", "restore it with that version or a later one");
        Prepare(connection);
        connection.InTransaction(() =>
        {
            foreach (string name in names) Take(connection, known[name]);
        });
    }

    private static void Prepare(ArchiveConnection connection)
    {
        connection.Dialect.Prepare(connection);
        connection.InTransaction(() =>
        {
            connection.Dialect.HoldSchema(connection);
            if (!connection.Dialect.IsEmpty(connection)) return;
            connection.Dialect.Mark(connection);
            connection.ExecuteScript("CREATE TABLE schema (number INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL)");
        });
    }

    private static Dictionary<long, string> Taken(ArchiveConnection connection) =>
        connection.Query("SELECT number, hash FROM schema", row => (row.GetInt64(0), row.GetString(1))).ToDictionary();

    private static void Check(ArchiveLocation location, ImmutableArray<Migration> known, Dictionary<long, string> taken)
    {
        Dictionary<long, string> hashes = known.ToDictionary(migration => (long)migration.Number, migration => migration.Hash);
        if (taken.Keys.Any(number => !hashes.ContainsKey(number)))
        {
            throw new ArchiveException($"{location} was made by a newer Readout", "use that version or a later one");
        }

        if (taken.Any(step => hashes[step.Key] != step.Value))
        {
            throw new ArchiveException($"{location} was made by a build of Readout that was never released", "ingest its articles into a new archive");
        }
    }

    // Rows that were there before get what the program would have given them, in the same transaction.
    private static void TakeAll(ArchiveConnection connection, ImmutableArray<Migration> known) => connection.InTransaction(() =>
    {
        connection.Dialect.HoldSchema(connection);
        Dictionary<long, string> taken = Taken(connection);
        ImmutableArray<Migration> missing = [.. known.Where(migration => !taken.ContainsKey(migration.Number))];
        foreach (Migration migration in missing) Take(connection, migration);
        if (taken.Count > 0) Backfill.Run(connection, [.. missing.Select(migration => migration.Name)]);
    });

    private static void Take(ArchiveConnection connection, Migration migration)
    {
        connection.ExecuteScript(migration.Sql);
        connection.Execute("INSERT INTO schema (number, name, hash) VALUES (@number, @name, @hash)",
            ("@number", (long)migration.Number), ("@name", migration.Name), ("@hash", migration.Hash));
    }
}
