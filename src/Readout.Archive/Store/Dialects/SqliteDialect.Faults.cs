using Microsoft.Data.Sqlite;

namespace Readout.Archive.Store.Dialects;

/// <content>What the engine's errors mean (https://sqlite.org/rescode.html).</content>
internal sealed partial class SqliteDialect
{
    // SQLITE_IOERR_WRITE: a write that failed otherwise than for want of room.
    private const int WriteFailed = 778;

    public override ArchiveException Fault(Exception exception, ArchiveLocation location) => exception switch
    {
        SqliteException sqlite => Fault(sqlite, location),
        UnauthorizedAccessException => new ArchiveException($"{location} may not be written", "give yourself the right to write it, or name another with --archive", exception),
        _ => new ArchiveException($"{location} cannot be used: {exception.Message.TrimEnd('.')}", "see that the disk is there and works", exception),
    };

    private static ArchiveException Fault(SqliteException exception, ArchiveLocation location) => exception.SqliteErrorCode switch
    {
        5 or 6 => new ArchiveException($"{location} is locked by another program", "wait until it is done, or close it; nothing was lost", exception),
        8 => new ArchiveException($"{location} cannot be written: the file or its folder is read-only", "make both writable, or name another with --archive", exception),
        10 when exception.SqliteExtendedErrorCode == WriteFailed =>
            new ArchiveException($"the disk takes no more of {location}: a quota, a limit (ulimit -f) or a fault", "make room and start again; it goes on where it stopped", exception),
        10 => new ArchiveException($"the disk of {location} failed: {exception.Message}", "check the disk; what was committed is kept", exception),
        11 => new ArchiveException($"{location} is damaged", "run 'readout archive verify', then restore the last backup", exception),
        13 => new ArchiveException($"the disk is full: {location} cannot grow", "make room and start again; it goes on where it stopped", exception),
        14 => new ArchiveException($"{location} cannot be opened", "see that the folder exists and that you may read and write it", exception),
        26 => new ArchiveException($"{location} is no archive", "name an archive with --archive", exception),
        _ => new ArchiveException($"{location}: {exception.Message}", "run 'readout archive verify'", exception),
    };
}
