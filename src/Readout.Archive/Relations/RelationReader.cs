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
    private const string EventsOfPair = "SELECT counted, event, happening FROM dyads WHERE low = @low AND high = @high AND counted IS NOT NULL";
    private const string AnyPublished = "SELECT 1 FROM revisions WHERE published >= @from AND published <= @to LIMIT 1";

    // Steps from one day to the next by the index, so that it costs as many looks as there are days.
    private const string DaysRead =
        "WITH RECURSIVE days (day) AS (SELECT MIN(published) FROM revisions UNION ALL "
        + "SELECT (SELECT MIN(published) FROM revisions WHERE published > days.day) FROM days WHERE days.day IS NOT NULL) SELECT day FROM days WHERE day IS NOT NULL";

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
        long undated = connection.Number(UndatedOfPair, ("@low", pair.First), ("@high", pair.Second));
        return new RelationHistory([.. events], (int)undated);
    }

    /// <inheritdoc/>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public bool HasRead(DateOnly from, DateOnly to)
    {
        using ArchiveConnection connection = _archive.Connect();
        return connection.Scalar(AnyPublished, ("@from", Days.ToText(from)), ("@to", Days.ToText(to))) is not null;
    }

    /// <summary>The days on which any article that was read was published, in order.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public ImmutableArray<DateOnly> ReadDays()
    {
        using ArchiveConnection connection = _archive.Connect();
        return [.. connection.Query(DaysRead, row => Days.Parse(row.GetString(0))!.Value)];
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

    /// <summary>
    /// The pairs that moved most over the last days against the days before: in what was done and said (the mean score) or in how much. Of
    /// equal ones that with more happenings comes first.
    /// </summary>
    /// <param name="day">The last day that counts.</param>
    /// <param name="limit">At most so many pairs.</param>
    /// <param name="days">How many days are the last.</param>
    /// <param name="before">How many days are before them.</param>
    /// <param name="fewest">Pairs with fewer happenings in all are left out.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<RelationMove> Moved(DateOnly day, int limit, int days = 14, int before = 56, int fewest = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(before, 1);
        DateOnly recent = DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - days + 1));
        DateOnly first = DateOnly.FromDayNumber(Math.Max(0, recent.DayNumber - before));
        using ArchiveConnection connection = _archive.Connect();
        return
        [
            .. new MovedPairs(recent, first, day).Read(connection).Where(move => move.Recent.Plover.Count + move.Before.Plover.Count >= fewest)
                .OrderByDescending(move => move.Strength).ThenByDescending(move => move.Recent.Plover.Count + move.Before.Plover.Count)
                .ThenBy(move => move.Pair.First, StringComparer.Ordinal).ThenBy(move => move.Pair.Second, StringComparer.Ordinal).Take(limit),
        ];
    }

    /// <summary>The last day on which anything that is counted happened; null where nothing is.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public DateOnly? LastDay()
    {
        using ArchiveConnection connection = _archive.Connect();
        return connection.Scalar("SELECT MAX(counted) FROM dyads WHERE counted IS NOT NULL") is long counted ? CountedEvent.Unpack(0, counted).Day : null;
    }

    // One number for both: a happening's is odd, that of an event which belongs to none is even.
    private static long Joined(long number, bool isHappening) => number * 2 + (isHappening ? 1 : 0);

    private static (long Number, bool IsHappening) Split(long id) => (id >> 1, (id & 1) == 1);

    private static RelationEvent ReadEvent(DbDataReader row)
    {
        bool isHappening = !row.IsDBNull(2);
        return CountedEvent.Unpack(Joined(row.GetInt64(isHappening ? 2 : 1), isHappening), row.GetInt64(0));
    }

    private static RelationAccount Account(long id, KeptEvent kept, int reports) => new(
        id, kept.Key, RelationReports.DayOf(kept.ToReport()) ?? default, kept.Type.Spelt(), kept.Mode, kept.Sentence,
        kept.Article.Identity, kept.Article.Source, kept.Article.Title, kept.Article.Url, reports);
}
