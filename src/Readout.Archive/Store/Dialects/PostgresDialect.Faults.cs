using Npgsql;

namespace Readout.Archive.Store.Dialects;

/// <content>What the engine's errors mean (PostgreSQL's documentation, appendix A).</content>
internal sealed partial class PostgresDialect
{
    public override ArchiveException Fault(Exception exception, ArchiveLocation location) => exception switch
    {
        PostgresException postgres => Fault(postgres, location),
        NpgsqlException { InnerException: TimeoutException } or TimeoutException =>
            new ArchiveException($"{location} does not answer", "see that the server runs and is not locked; nothing was lost", exception),
        NpgsqlException or IOException or System.Net.Sockets.SocketException =>
            new ArchiveException($"{location} cannot be reached: {exception.Message.TrimEnd('.')}", "see that the server runs and that the address is right", exception),
        _ => new ArchiveException($"{location}: {exception.Message.TrimEnd('.')}", "run 'readout archive verify'", exception),
    };

    private static ArchiveException Fault(PostgresException exception, ArchiveLocation location) => exception.SqlState switch
    {
        PostgresErrorCodes.DiskFull => new ArchiveException($"the disk is full: {location} cannot grow", "make room and start again; it goes on where it stopped", exception),
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected =>
            new ArchiveException($"{location} is locked by another program", "wait until it is done; nothing was lost", exception),
        PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InsufficientPrivilege =>
            new ArchiveException($"{location} may not be written", "give the user the right to write, or name another with --archive", exception),
        PostgresErrorCodes.InvalidCatalogName => new ArchiveException($"{location}: there is no such database", "make it with 'createdb', or name another with --archive", exception),
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            new ArchiveException($"{location} refuses the user: {exception.MessageText}", "give user and password in the address, or in PGPASSWORD or ~/.pgpass", exception),
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted =>
            new ArchiveException($"{location} is damaged", "run 'readout archive verify', then restore the last backup", exception),
        _ => new ArchiveException($"{location}: {exception.MessageText}", "run 'readout archive verify'", exception),
    };
}
