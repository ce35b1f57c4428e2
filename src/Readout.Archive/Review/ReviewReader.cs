using System.Collections.Immutable;
using Readout.Archive.Corrections;
using Readout.Archive.Store;
using Readout.Archive.Writing;

namespace Readout.Archive.Review;

/// <summary>What waits for an editor's judgement. Every question is answered by an index and has a limit. Safe to call from every thread.</summary>
/// <param name="archive">The archive; it stays open.</param>
public sealed class ReviewReader(RecordArchive archive)
{
    /// <summary>Codings as sure as this are in no queue; the index holds those below.</summary>
    public const double Sure = 0.75;

    /// <summary>What waits is counted up to so many.</summary>
    public const int MostCounted = 1_000;

    // Agreement is that of so many of the newest entries of the log.
    private const int MostEntries = 5_000;

    private const string Unjudged =
        "NOT EXISTS (SELECT 1 FROM correction_results WHERE correction_results.event_key = events.key AND correction_results.outcome = 'applied')";

    private const string InDoubtRows = "FROM events WHERE events.current = 1 AND events.confidence < 0.75 AND events.confidence < @below AND " + Unjudged;

    private const string InDisputeRows =
        "FROM happenings CROSS JOIN events WHERE happenings.disputed = 1 AND events.happening = happenings.id AND events.current = 1 AND " + Unjudged;

    private const string LostRows = "FROM correction_results WHERE outcome = 'review' AND NOT EXISTS (SELECT 1 FROM settled_corrections WHERE settled_corrections.correction = correction_results.correction)";

    /// <summary>Events that nobody has judged and whose coding is less sure than <paramref name="below"/>, the least sure first.</summary>
    /// <param name="below">A confidence of at most <see cref="Sure"/>.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="after">The place after which to begin; null from the first.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<WaitingEvent> InDoubt(double below, int limit, ReviewCursor? after = null)
    {
        using ArchiveConnection connection = archive.Connect();
        string begin = after is null ? "" : " AND (events.confidence, events.id) > (@value, @number)";
        return connection.Query(
            $"SELECT events.id, events.confidence {InDoubtRows}{begin} ORDER BY events.confidence, events.id LIMIT @limit",
            row => new WaitingEvent(row.GetInt64(0), new ReviewCursor(row.GetDouble(1), row.GetInt64(0))),
            [("@below", below), ("@limit", (long)limit), .. After(after, whole: false)]);
    }

    /// <summary>Events that nobody has judged, of happenings that sources tell differently, the newest happening first.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="after">The place after which to begin; null from the first.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<WaitingEvent> InDispute(int limit, ReviewCursor? after = null)
    {
        using ArchiveConnection connection = archive.Connect();
        string begin = after is null ? "" : " AND (happenings.id < @value OR (happenings.id = @value AND events.id > @number))";
        return connection.Query(
            $"SELECT events.id, happenings.id {InDisputeRows}{begin} ORDER BY happenings.id DESC, events.id LIMIT @limit",
            row => new WaitingEvent(row.GetInt64(0), new ReviewCursor(row.GetInt64(1), row.GetInt64(0))),
            [("@limit", (long)limit), .. After(after, whole: true)]);
    }

    /// <summary>Events that somebody else has judged and <paramref name="reader"/> has not, the newest judgement first.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="after">The place after which to begin; null from the first.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<WaitingEvent> SecondLook(string reader, int limit, ReviewCursor? after = null)
    {
        using ArchiveConnection connection = archive.Connect();
        return connection.Query(
            $"""
            SELECT events.id, corrections.id FROM corrections CROSS JOIN events WHERE events.key = corrections.event_key AND events.current = 1 AND corrections.made_by <> @reader
            AND NOT EXISTS (SELECT 1 FROM corrections AS mine WHERE mine.event_key = corrections.event_key AND mine.made_by = @reader)
            AND NOT EXISTS (SELECT 1 FROM corrections AS later WHERE later.event_key = corrections.event_key AND later.id > corrections.id)
            {(after is null ? "" : "AND corrections.id < @number")} ORDER BY corrections.id DESC LIMIT @limit
            """,
            row => new WaitingEvent(row.GetInt64(0), new ReviewCursor(0, row.GetInt64(1))),
            after is null ? [("@reader", reader), ("@limit", (long)limit)] : [("@reader", reader), ("@limit", (long)limit), ("@number", after.Number)]);
    }

    /// <summary>Corrections that lost their place, the oldest first.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="after">Number of the correction after which to begin; 0 from the first.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<LostCorrection> Lost(int limit, long after = 0)
    {
        using ArchiveConnection connection = archive.Connect();
        List<(long Id, string Reason)> lost = connection.Query(
            $"SELECT correction, reason {LostRows} AND correction > @after ORDER BY correction LIMIT @limit", row => (row.GetInt64(0), row.GetString(1)), ("@after", after), ("@limit", (long)limit));
        Dictionary<long, Correction> corrections = CorrectionTable.Among(connection, [.. lost.Select(one => one.Id)]).ToDictionary(one => one.Id);
        return [.. lost.Where(one => corrections.ContainsKey(one.Id)).Select(one => new LostCorrection(corrections[one.Id], one.Reason))];
    }

    /// <summary>Takes a correction that lost its place out of the queue; the log keeps it.</summary>
    /// <exception cref="ArgumentException">There is no such correction.</exception>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public void Settle(long correction, string by, DateTimeOffset at)
    {
        using ArchiveConnection connection = archive.Connect();
        connection.InTransaction(() =>
        {
            if (connection.Number("SELECT COUNT(*) FROM corrections WHERE id = @id", ("@id", correction)) == 0) throw new ArgumentException("there is no such correction");
            connection.Execute("INSERT INTO settled_corrections (correction, settled_by, settled_at) VALUES (@id, @by, @at) ON CONFLICT (correction) DO NOTHING",
                ("@id", correction), ("@by", StoredText.Of(by)), ("@at", Times.ToText(at)));
        });
    }

    /// <summary>What waits and what people have judged.</summary>
    /// <param name="below">The confidence below which a coding is in doubt.</param>
    /// <param name="reader">Who asks.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public ReviewProgress Progress(double below, string reader)
    {
        using ArchiveConnection connection = archive.Connect();
        List<Judgement> entries = connection.Query(
            "SELECT id, event_key, kind, fields, made_by FROM corrections ORDER BY id DESC LIMIT @limit",
            row => new Judgement(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4)), ("@limit", (long)MostEntries));
        entries.Reverse();
        return Agreement.Of(entries, reader) with
        {
            InDoubt = connection.Number($"SELECT COUNT(*) FROM (SELECT 1 {InDoubtRows} LIMIT {MostCounted}) AS counted", ("@below", below)),
            InDispute = connection.Number($"SELECT COUNT(*) FROM (SELECT 1 {InDisputeRows} LIMIT {MostCounted}) AS counted"),
            Lost = connection.Number($"SELECT COUNT(*) FROM (SELECT 1 {LostRows} LIMIT {MostCounted}) AS counted"),
        };
    }

    private static ImmutableArray<(string, object?)> After(ReviewCursor? after, bool whole) =>
        after is null ? [] : [("@value", whole ? (long)after.Value : after.Value), ("@number", after.Number)];
}
