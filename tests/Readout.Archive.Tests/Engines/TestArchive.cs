using System.IO.Compression;
using Readout.Archive.Backup;
using Readout.Archive.Tests.Engines;

[assembly: AssemblyFixture(typeof(OriginalArchives))]

namespace Readout.Archive.Tests.Engines;

/// <summary>Takes away at the end what <see cref="TestArchive.CopyOf"/> copies from.</summary>
public sealed class OriginalArchives : IDisposable
{
    public void Dispose() => TestArchive.ForgetOriginals();
}

/// <summary>A place for an archive of its own, and the archive in it; gone when disposed of.</summary>
internal sealed class TestArchive : IDisposable
{
    private static readonly Dictionary<(string Engine, string Name), TestArchive> Originals = [];
    private readonly string? _folder;
    private RecordArchive? _archive;

    private TestArchive(ArchiveLocation location, string? folder)
    {
        Location = location;
        _folder = folder;
    }

    public ArchiveLocation Location { get; }

    public RecordArchive Archive => _archive ??= RecordArchive.Open(Location, create: true);

    public static TestArchive At(string engine)
    {
        if (engine == Engine.Postgres) return new TestArchive(ArchiveLocation.Parse(PostgresCluster.NewDatabase()), null);
        string folder = Directory.CreateTempSubdirectory("readout-archive-").FullName;
        return new TestArchive(ArchiveLocation.Parse(Path.Combine(folder, "archive.db")), folder);
    }

    /// <summary>A copy of an archive that is filled once for all tests that ask for it: the making of tables takes its time.</summary>
    public static TestArchive CopyOf(string engine, string name, Action<RecordArchive> fill)
    {
        ArchiveLocation original;
        lock (Originals)
        {
            if (!Originals.TryGetValue((engine, name), out TestArchive? filled))
            {
                filled = At(engine);
                fill(filled.Archive);
                filled.Close();
                Originals.Add((engine, name), filled);
            }

            original = filled.Location;
            if (original.IsPostgres) return new TestArchive(ArchiveLocation.Parse(PostgresCluster.NewDatabase(original.Display.Split('/')[^1])), null);
        }

        TestArchive copy = At(engine);
        File.Copy(original.Path!, copy.Location.Path!);
        return copy;
    }

    public static void ForgetOriginals()
    {
        foreach (TestArchive original in Originals.Values) original.Dispose();
        Originals.Clear();
    }

    /// <summary>Closes the archive and opens it again.</summary>
    public RecordArchive Reopen()
    {
        Close();
        return Archive;
    }

    public void Close()
    {
        _archive?.Dispose();
        _archive = null;
    }

    /// <summary>Every row of every table, a line each.</summary>
    public string Rows()
    {
        string path = Path.GetTempFileName();
        ArchiveBackup.Write(Archive, path);
        using StreamReader reader = new(new GZipStream(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, 4096, FileOptions.DeleteOnClose), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    public void Dispose()
    {
        Close();
        if (_folder is not null) Directory.Delete(_folder, recursive: true);
    }
}
