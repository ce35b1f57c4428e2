using System.Data.Common;

namespace Readout.Archive.Store.Dialects;

/// <summary>
/// What differs between SQLite and PostgreSQL: how to connect, to begin, to write many rows, to ask for words, and what an
/// error means. All other SQL is plain and runs on both. Immutable, thread-safe.
/// </summary>
internal abstract class Dialect
{
    /// <summary>Folder of the migrations of this engine.</summary>
    public abstract string Migrations { get; }

    /// <summary>The dialect of a location.</summary>
    public static Dialect Of(ArchiveLocation location) => location.IsPostgres ? PostgresDialect.Instance : SqliteDialect.Instance;

    /// <summary>The operator that tells values apart and takes null as a value.</summary>
    public abstract string Differs { get; }

    /// <summary>A question whose answer on one connection is the same as long as nobody has written.</summary>
    public abstract string WriteMark { get; }

    /// <summary>Opens a connection.</summary>
    /// <param name="location">Where.</param>
    /// <param name="create">Whether to make what is not there.</param>
    /// <exception cref="ArchiveException">There is nothing there, or it cannot be opened, or it is no archive.</exception>
    public abstract DbConnection Connect(ArchiveLocation location, bool create);

    /// <summary>Begins a transaction that keeps other writers out from its start.</summary>
    public abstract DbTransaction Begin(DbConnection connection);

    /// <summary>Begins a transaction that sees the archive as it is at its first question, whatever others write.</summary>
    public abstract DbTransaction BeginSnapshot(DbConnection connection);

    /// <summary>The tables as they are, <c>schema</c> and what the engine keeps for itself left out, by name.</summary>
    public abstract IReadOnlyList<StoredTable> Tables(ArchiveConnection connection);

    /// <summary>Which column names rows of which table.</summary>
    public abstract IReadOnlyList<Reference> References(ArchiveConnection connection);

    /// <summary>What the engine finds damaged in its own files and indexes, a line each.</summary>
    public abstract IReadOnlyList<string> CheckEngine(ArchiveConnection connection);

    /// <summary>Whether the full text has the words of the current sentences and no others; a line each for what it has not.</summary>
    public abstract IReadOnlyList<string> CheckWords(ArchiveConnection connection);

    /// <summary>Runs <paramref name="load"/>, which writes rows of an empty archive in any order of tables.</summary>
    public abstract void Load(ArchiveConnection connection, Action load);

    /// <summary>Whether the place holds nothing yet.</summary>
    public abstract bool IsEmpty(ArchiveConnection connection);

    /// <summary>Whether the place holds an archive.</summary>
    public abstract bool IsArchive(ArchiveConnection connection);

    /// <summary>Sets what an empty place must have before its first transaction.</summary>
    public abstract void Prepare(ArchiveConnection connection);

    /// <summary>Inside a transaction: keeps others from changing the tables until it ends.</summary>
    public abstract void HoldSchema(ArchiveConnection connection);

    /// <summary>Marks an empty place as an archive; inside a transaction.</summary>
    public abstract void Mark(ArchiveConnection connection);

    /// <summary>Keeps others from a hold until what it gives is disposed of; null where another has it.</summary>
    /// <exception cref="ArchiveException">The archive cannot be reached or written.</exception>
    public abstract IDisposable? TryHold(ArchiveLocation location, WriterHold what);

    /// <summary>What writes many rows fast.</summary>
    public abstract RowSink OpenSink(ArchiveConnection connection);

    /// <summary>Takes the sentences of a revision out of the full text, before they cease to be current.</summary>
    public abstract void ForgetWords(ArchiveConnection connection, long revision);

    /// <summary>Condition that <paramref name="column"/> is among the whole numbers of a parameter made by <see cref="Numbers"/>.</summary>
    public abstract string IsAmong(string column, string parameter);

    /// <summary>The value of a parameter for <see cref="IsAmong"/>.</summary>
    public abstract object Numbers(IReadOnlyCollection<long> numbers);

    /// <summary>Bytes on the disk.</summary>
    public abstract long Size(ArchiveConnection connection);

    /// <summary>The line for people that an error of the engine stands for.</summary>
    public abstract ArchiveException Fault(Exception exception, ArchiveLocation location);
}
