using System.Collections.Immutable;
using System.Data.Common;
using Readout.Analysis.Relations;
using Readout.Archive.Reading;
using Readout.Archive.Store;
using Readout.Coding.Record;

namespace Readout.Archive.Relations;

/// <summary>Reads what happened between two sides. Safe to call from every thread.</summary>
public sealed class RelationReader : IRelationSource
{
    // Reports of one happening are next to one another in no index, but a pair's rows lie together.
    private const string EventsOfPair =
        "SELECT counted_day, event, direction, type, plover_score, goldstein, level, happening FROM dyads "
        + "WHERE low = @low AND high = @high AND counted_day IS NOT NULL";

    // From each day of publication to the next by the index, however many articles a day has.
    private const string DaysOfPublication =
        "WITH RECURSIVE days (day) AS (SELECT MIN(published) FROM revisions "
        + "UNION ALL SELECT (SELECT MIN(published) FROM revisions WHERE published > days.day) FROM days WHERE days.day IS NOT NULL) "
        + "SELECT day FROM days WHERE day IS NOT NULL";

    private const string UndatedOfPair =
        "SELECT COUNT(*) FROM events WHERE current = 1 AND day IS NULL AND status = 'actual' "
        + "AND EXISTS (SELECT 1 FROM parties JOIN actors ON actors.id = parties.actor WHERE parties.event = events.id AND parties.role IN ('actor', 'recipient') AND actors.code = @low) "
        + "AND EXISTS (SELECT 1 FROM parties JOIN actors ON actors.id = parties.actor WHERE parties.event = events.id AND parties.role IN ('actor', 'recipient') AND actors.code = @high)";

    private readonly RecordArchive _archive;

    internal RelationReader(RecordArchive archive) => _archive = archive;

    /// <inheritdoc/>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public RelationHistory Read(RelationPair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        using ArchiveConnection connection = _archive.Connect();
        List<RelationEvent> events = connection.Query(EventsOfPair, ReadEvent, ("@low", pair.First), ("@high", pair.Second));
        List<DateOnly> days = connection.Query(DaysOfPublication, row => Days.Parse(row.GetString(0))!.Value);
        long undated = connection.Number(UndatedOfPair, ("@low", pair.First), ("@high", pair.Second));
        return new RelationHistory([.. events], [.. days], (int)undated);
    }

    /// <inheritdoc/>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public ImmutableArray<RelationAccount> Describe(IReadOnlyList<long> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        List<(long Id, long Event, int Reports)> tellers = [];
        using (ArchiveConnection connection = _archive.Connect())
        {
            foreach (long id in ids)
            {
                (long number, bool isHappening) = Split(id);
                if (!isHappening) tellers.Add((id, number, 1));
                else tellers.AddRange(connection.Query(
                    "SELECT MIN(id), COUNT(*) FROM events WHERE happening = @happening AND current = 1 HAVING COUNT(*) > 0",
                    row => (id, row.GetInt64(0), (int)row.GetInt64(1)), ("@happening", number)));
            }
        }

        Dictionary<long, KeptEvent> events = _archive.Events.Load([.. tellers.Select(teller => teller.Event)]).ToDictionary(kept => kept.Id);
        return [.. tellers.Where(teller => events.ContainsKey(teller.Event)).Select(teller => Account(teller.Id, events[teller.Event], teller.Reports))];
    }

    /// <inheritdoc/>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public ImmutableArray<MeetingAhead> MeetingsAhead(RelationPair pair, DateOnly day, int limit)
    {
        ArgumentNullException.ThrowIfNull(pair);
        using ArchiveConnection connection = _archive.Connect();
        return MeetingsToCome.Read(connection, pair, day, limit);
    }

    // One number for both: a happening's is odd, that of an event which belongs to none is even.
    private static long Joined(long number, bool isHappening) => number * 2 + (isHappening ? 1 : 0);

    private static (long Number, bool IsHappening) Split(long id) => (id >> 1, (id & 1) == 1);

    private static RelationEvent ReadEvent(DbDataReader row)
    {
        bool isHappening = !row.IsDBNull(7);
        return new RelationEvent(
            Joined(row.GetInt64(isHappening ? 7 : 1), isHappening), DateOnly.FromDayNumber((int)row.GetInt64(0)), (EventType)row.GetInt64(3),
            (Direction)row.GetInt64(2), RelationEvent.Tenths(row.GetDouble(4)), row.IsDBNull(5) ? null : RelationEvent.Tenths(row.GetDouble(5)), (ContactLevel)row.GetInt64(6));
    }

    private static RelationAccount Account(long id, KeptEvent kept, int reports) => new(
        id, kept.Key, RelationReports.DayOf(kept.ToReport()) ?? default, kept.Type.Spelt(), kept.Mode, kept.Sentence,
        kept.Article.Identity, kept.Article.Source, kept.Article.Title, kept.Article.Url, reports);
}
