using System.Data.Common;
using Readout.Analysis.Watches;
using Readout.Archive.Store;
using Readout.Archive.Writing;

namespace Readout.Archive.Watches;

/// <summary>The briefs that watches yielded: each period's once, for good. Safe to call from every thread and from several processes.</summary>
/// <param name="archive">The archive; it stays open.</param>
public sealed class BriefStore(RecordArchive archive)
{
    private const string Select = "SELECT id, watch, period_from, period_to, made_at, news FROM watch_briefs";

    /// <summary>
    /// Keeps a brief, sets the watch forward and puts a mail for each reader in line: all of it, or nothing. Nothing where another
    /// process has set the watch forward since it was read.
    /// </summary>
    /// <param name="watch">The watch as it was read.</param>
    /// <param name="brief">What it yielded.</param>
    /// <param name="after">How far it has looked with this brief.</param>
    /// <param name="nextAt">Its next turn.</param>
    /// <param name="now">The present time.</param>
    /// <returns>The kept brief, or null where another was quicker.</returns>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public KeptBrief? Keep(Watch watch, Brief brief, WatchProgress after, DateTimeOffset nextAt, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(watch);
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(after);
        KeptBrief? kept = null;
        using ArchiveConnection connection = archive.Connect();
        connection.InTransaction(() =>
        {
            WatchTables.Hold(connection);
            if (!Forward(connection, watch, after, nextAt)) return;
            long id = connection.Number("SELECT COALESCE(MAX(id), 0) FROM watch_briefs") + 1;
            connection.Execute(
                "INSERT INTO watch_briefs (id, watch, period_from, period_to, made_at, news, body) VALUES (@id, @watch, @from, @to, @at, @news, @body)",
                ("@id", id), ("@watch", watch.Id), ("@from", Times.ToText(brief.From)), ("@to", Times.ToText(brief.To)), ("@at", Times.ToText(now)),
                ("@news", brief.HasNews ? 1L : 0L), ("@body", StoredText.Of(BriefJson.Write(brief))));
            connection.Execute(
                """
                INSERT INTO watch_mails (brief, subscriber, state, attempts, next_at)
                SELECT @brief, id, 'waiting', 0, @now FROM watch_subscribers WHERE watch = @watch AND state = 'active'
                """,
                ("@brief", id), ("@now", Times.ToText(now)), ("@watch", watch.Id));
            kept = new KeptBrief(id, watch.Id, brief.From, brief.To, now, brief.HasNews);
        });
        return kept;
    }

    /// <summary>Sets a watch forward that had nothing to tell; false where another process was quicker.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public bool Pass(Watch watch, WatchProgress after, DateTimeOffset nextAt)
    {
        ArgumentNullException.ThrowIfNull(watch);
        ArgumentNullException.ThrowIfNull(after);
        bool done = false;
        using ArchiveConnection connection = archive.Connect();
        connection.InTransaction(() => done = Forward(connection, watch, after, nextAt));
        return done;
    }

    /// <summary>The briefs of a watch, newest first.</summary>
    /// <param name="watch">Number of the watch.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="before">Number of the brief before which to begin, or null.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<KeptBrief> Of(long watch, int limit, long? before = null)
    {
        using ArchiveConnection connection = archive.Connect();
        return connection.Query(
            $"{Select} WHERE watch = @watch AND id < @before ORDER BY id DESC LIMIT @limit", Read, ("@watch", watch), ("@before", before ?? long.MaxValue), ("@limit", (long)limit));
    }

    /// <summary>The brief of that number; null where there is none.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public KeptBrief? Find(long id)
    {
        using ArchiveConnection connection = archive.Connect();
        return connection.Query($"{Select} WHERE id = @id", Read, ("@id", id)).FirstOrDefault();
    }

    /// <summary>The content of a brief; null where there is none of that number.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read, or the brief is damaged.</exception>
    public Brief? Content(long id)
    {
        using ArchiveConnection connection = archive.Connect();
        if (connection.Scalar("SELECT body FROM watch_briefs WHERE id = @id", ("@id", id)) is not string body) return null;
        try
        {
            return BriefJson.Read(body);
        }
        catch (FormatException exception)
        {
            throw new ArchiveException($"{archive.Location}: the brief {id} is damaged", "run 'readout archive verify', then restore the last backup", exception);
        }
    }

    // Whoever finds the watch as it was read sets it forward; the other finds no row.
    private static bool Forward(ArchiveConnection connection, Watch watch, WatchProgress after, DateTimeOffset nextAt) => connection.Execute(
        """
        UPDATE watches SET covered_to = @covered, event_mark = @events, coding_mark = @codings, readings = @readings, next_at = @next
        WHERE id = @id AND next_at = @was AND COALESCE(covered_to, '') = @wasCovered
        """,
        ("@covered", Times.ToText(after.CoveredTo)), ("@events", after.EventMark), ("@codings", after.CodingMark), ("@readings", BriefJson.Write(after.Readings)),
        ("@next", Times.ToText(nextAt)), ("@id", watch.Id), ("@was", Times.ToText(watch.NextAt)), ("@wasCovered", Times.ToText(watch.Progress.CoveredTo) ?? "")) == 1;

    internal static KeptBrief Read(DbDataReader row) =>
        new(row.GetInt64(0), row.GetInt64(1), Times.Parse(row.GetString(2)), Times.Parse(row.GetString(3)), Times.Parse(row.GetString(4)), row.GetInt64(5) == 1);
}
