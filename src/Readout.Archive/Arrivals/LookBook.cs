using Readout.Archive.Store;

namespace Readout.Archive.Arrivals;

/// <summary>Up to where somebody has seen what came. Immutable.</summary>
/// <param name="Revision">The newest revision that they had before them; those with higher numbers are new to them.</param>
/// <param name="At">When they said so.</param>
public sealed record LastLook(long Revision, DateTimeOffset At);

/// <summary>Who has seen what. Safe to call from every thread; each change is a short transaction of its own.</summary>
/// <param name="archive">The archive that keeps it; it stays open.</param>
public sealed class LookBook(RecordArchive archive)
{
    /// <summary>When somebody last looked; null where they never said so.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public LastLook? Of(string reader)
    {
        using ArchiveConnection connection = archive.Connect();
        return connection.Query("SELECT revision, looked_at FROM last_looks WHERE reader = @reader", row => new LastLook(row.GetInt64(0), Times.Parse(row.GetString(1))), ("@reader", reader)).FirstOrDefault();
    }

    /// <summary>Notes that somebody has seen all that came up to a revision.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public void Note(string reader, LastLook look)
    {
        ArgumentNullException.ThrowIfNull(look);
        using ArchiveConnection connection = archive.Connect();
        connection.Execute(
            """
            INSERT INTO last_looks (reader, revision, looked_at) VALUES (@reader, @revision, @at)
            ON CONFLICT (reader) DO UPDATE SET revision = excluded.revision, looked_at = excluded.looked_at
            """,
            ("@reader", reader), ("@revision", look.Revision), ("@at", Times.ToText(look.At)));
    }
}
