using System.Collections.Immutable;
using Readout.Archive.Store;
using Readout.Archive.Store.Dialects;

namespace Readout.Archive.Backup;

/// <summary>
/// Makes an archive from a backup, on either engine: with the tables of the program that wrote the backup, which are then
/// brought forward as any archive's. It is whole or not there.
/// </summary>
public static class ArchiveRestore
{
    /// <summary>Makes an archive at a place where there is none.</summary>
    /// <param name="path">The backup.</param>
    /// <param name="location">Where the archive is to be.</param>
    /// <returns>How many rows were restored.</returns>
    /// <exception cref="ArchiveException">The backup cannot be read or is damaged, or there is something at that place already.</exception>
    public static long Read(string path, ArchiveLocation location)
    {
        ArgumentNullException.ThrowIfNull(location);
        try
        {
            using FileStream file = File.OpenRead(path);
            using BackupReader backup = new(path, file);
            ImmutableArray<string> migrations = backup.ReadManifest();
            return location.IsPostgres ? IntoDatabase(backup, migrations, location) : IntoFile(backup, migrations, location);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException($"{path} cannot be read: {exception.Message.TrimEnd('.')}", "name a file that 'readout archive backup' wrote", exception);
        }
    }

    private static long IntoFile(BackupReader backup, ImmutableArray<string> migrations, ArchiveLocation location)
    {
        if (File.Exists(location.Path)) throw Taken(location);
        ArchiveLocation part = ArchiveLocation.Parse(location.Path + ".part");
        Delete(part);
        try
        {
            long rows;
            using (ArchiveConnection connection = new(part, Dialect.Of(part), Dialect.Of(part).Connect(part, create: true)))
            {
                rows = Fill(connection, backup, migrations);
            }

            File.Move(part.Path!, location.Path!);
            return rows;
        }
        finally
        {
            Delete(part);
        }
    }

    private static long IntoDatabase(BackupReader backup, ImmutableArray<string> migrations, ArchiveLocation location)
    {
        Dialect dialect = Dialect.Of(location);
        using ArchiveConnection connection = new(location, dialect, dialect.Connect(location, create: true));
        if (!dialect.IsEmpty(connection)) throw Taken(location);
        try
        {
            return Fill(connection, backup, migrations);
        }
        catch
        {
            connection.Rollback();
            connection.ExecuteScript("DROP SCHEMA IF EXISTS readout CASCADE");
            throw;
        }
    }

    private static long Fill(ArchiveConnection connection, BackupReader backup, ImmutableArray<string> migrations)
    {
        Migrator.Make(connection, migrations);
        long rows = 0;
        using (RowSink sink = connection.Dialect.OpenSink(connection))
        {
            connection.Dialect.Load(connection, () => rows = backup.ReadRows((table, part) => connection.Guard(() =>
            {
                sink.Write(table, part);
                return part.Count;
            })));
        }

        Migrator.Run(connection, create: false, onForward: null);
        connection.InTransaction(() => Search.Indexing.SearchLayer.CatchUp(connection));
        return rows;
    }

    private static void Delete(ArchiveLocation location)
    {
        foreach (string ending in (string[])["", "-wal", "-shm", "-journal"]) File.Delete(location.Path + ending);
    }

    private static ArchiveException Taken(ArchiveLocation location) => new($"there is something at {location} already", "name a new place with --archive");
}
