using Readout.Archive.Store;

namespace Readout.Archive.Watches;

/// <summary>What the tables of watches have in common.</summary>
internal static class WatchTables
{
    /// <summary>Inside a transaction: keeps others from numbering rows of these tables until it ends; SQLite holds its whole file already.</summary>
    public static void Hold(ArchiveConnection connection)
    {
        if (connection.Location.IsPostgres) connection.ExecuteScript("LOCK TABLE watches IN SHARE ROW EXCLUSIVE MODE");
    }
}
