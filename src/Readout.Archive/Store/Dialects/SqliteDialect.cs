using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Readout.Archive.Store.Dialects;

/// <summary>
/// SQLite with a write-ahead log. <c>synchronous=NORMAL</c>: a killed process loses nothing, and a power cut at most the last
/// commits, never the file's soundness; positions of inputs are committed with their articles, so ingest does again
/// what was lost (https://sqlite.org/pragma.html#pragma_synchronous).
/// </summary>
internal sealed partial class SqliteDialect : Dialect
{
    public static readonly SqliteDialect Instance = new();

    // "RDOT", in the file's header (https://sqlite.org/fileformat2.html#application_id).
    private const long ApplicationId = 0x52444F54;

    private const string OnConnect = """
        PRAGMA foreign_keys = ON;
        PRAGMA synchronous = NORMAL;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -32768;
        PRAGMA mmap_size = 268435456;
        """;

    public override string Migrations => "sqlite";

    public override string Differs => "IS NOT";

    // https://sqlite.org/pragma.html#pragma_data_version: it changes with what other connections commit, of any process.
    public override string WriteMark => "PRAGMA data_version";

    public override DbConnection Connect(ArchiveLocation location, bool create)
    {
        string path = location.Path!;
        bool exists = File.Exists(path);
        if (!exists && !create) throw new ArchiveException($"there is no archive at {location}", "make one with 'readout ingest', or name another with --archive");
        if (Directory.Exists(path)) throw new ArchiveException($"{location} is a folder", "name the archive's file");
        SqliteConnection connection = new(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = exists ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)location.Patience.TotalSeconds),
        }.ConnectionString);
        try
        {
            if (!exists) Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(int)location.Patience.TotalMilliseconds};\n{OnConnect}");
            command.ExecuteNonQuery();
            return connection;
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
        {
            connection.Dispose();
            throw Fault(exception, location);
        }
    }

    public override DbTransaction Begin(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    public override DbTransaction BeginSnapshot(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    public override bool IsEmpty(ArchiveConnection connection) => connection.Number("SELECT COUNT(*) FROM sqlite_master") == 0;

    public override bool IsArchive(ArchiveConnection connection) => connection.Number("PRAGMA application_id") == ApplicationId;

    public override void Prepare(ArchiveConnection connection) => connection.ExecuteScript("PRAGMA journal_mode = WAL");

    // A transaction that writes holds the whole file.
    public override void HoldSchema(ArchiveConnection connection)
    {
    }

    public override void Mark(ArchiveConnection connection) =>
        connection.ExecuteScript(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}"));

    public override IDisposable? TryHold(ArchiveLocation location, WriterHold what)
    {
        try
        {
            // The lock is the process's hold on the file and ends with it, however it ends.
            return new FileStream(location.Path + (what == WriterHold.Writing ? "-writer" : "-next"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException exception) when (exception is not DirectoryNotFoundException)
        {
            return null;
        }
        catch (UnauthorizedAccessException exception)
        {
            throw Fault(exception, location);
        }
    }

    public override RowSink OpenSink(ArchiveConnection connection) => new SqliteRowSink(connection);

    public override void ForgetWords(ArchiveConnection connection, long revision) => connection.Execute(
        "INSERT INTO sentence_words (sentence_words, rowid, text) SELECT 'delete', id, text FROM sentences WHERE revision = @revision AND current = 1",
        ("@revision", revision));

    public override string IsAmong(string column, string parameter) => $"{column} IN (SELECT value FROM json_each({parameter}))";

    public override object Numbers(IReadOnlyCollection<long> numbers)
    {
        StringBuilder json = new("[");
        foreach (long number in numbers) json.Append(json.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"{number}");
        return json.Append(']').ToString();
    }

    public override long Size(ArchiveConnection connection) => ((string[])["", "-wal"])
        .Select(ending => new FileInfo(connection.Location.Path + ending)).Where(file => file.Exists).Sum(file => file.Length);
}
