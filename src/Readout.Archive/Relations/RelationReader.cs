using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
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

    // Sums over the rows, in each of which the values are multiplied with one another, so that rows which trade values among them do not give the same.
    private const string PrintOfPair =
        "SELECT COUNT(*), COALESCE(MAX(event), 0), CAST(COALESCE(SUM(((counted % 1000000007) * 1009 + COALESCE(happening, 0)) % 1000000007 * (event % 65521 + 1) % 1000000007), 0) AS BIGINT) "
        + "FROM dyads WHERE low = @low AND high = @high AND counted IS NOT NULL";

    private readonly RecordArchive _archive;
    private volatile DaysSoFar _days = new(0, []);

    internal RelationReader(RecordArchive archive) => _archive = archive;

    /// <inheritdoc/>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public RelationHistory Read(RelationPair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        using ArchiveConnection connection = _archive.Connect();
        List<RelationEvent> events = connection.Query(EventsOfPair, ReadEvent, ("@low", pair.First), ("@high", pair.Second));
        return new RelationHistory([.. events], Undated(connection, pair));
    }

    /// <summary>
    /// What the history of a pair stands at, which costs a third of reading it: prints of two moments are equal where the history is the same, and
    /// else but for a chance of one in some hundred million.
    /// </summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public string Print(RelationPair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        using ArchiveConnection connection = _archive.Connect();
        int undated = Undated(connection, pair);
        return connection.Query(PrintOfPair, row => string.Create(CultureInfo.InvariantCulture, $"{row.GetInt64(0)}-{row.GetInt64(1)}-{row.GetInt64(2)}-{undated}"),
            ("@low", pair.First), ("@high", pair.Second)).Single();
    }

    /// <inheritdoc/>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public bool HasRead(DateOnly from, DateOnly to)
    {
        using ArchiveConnection connection = _archive.Connect();
        return connection.Scalar(AnyPublished, ("@from", Days.ToText(from)), ("@to", Days.ToText(to))) is not null;
    }

    /// <summary>The days on which any article that was read was published, in order: the same array as long as there is no new one.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public ImmutableArray<DateOnly> ReadDays()
    {
        DaysSoFar known = _days;
        using ArchiveConnection connection = _archive.Connect();
        long newest = connection.Number("SELECT MAX(id) FROM revisions");
        if (newest == known.Revision) return known.Days;
        IEnumerable<DateOnly> added = known.Revision == 0
            ? connection.Query(DaysRead, ReadDay)
            : connection.Query("SELECT DISTINCT published FROM revisions WHERE id > @known AND published IS NOT NULL", ReadDay, ("@known", known.Revision));
        DateOnly[] fresh = [.. added.Where(day => known.Days.BinarySearch(day) < 0)];
        ImmutableArray<DateOnly> days = fresh.Length == 0 ? known.Days : [.. known.Days.Concat(fresh).Order()];
        _days = new DaysSoFar(newest, days);
        return days;
    }

    /// <inheritdoc/>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public ImmutableArray<RelationAccount> Describe(IReadOnlyList<long> ids) => [.. Tell(ids).Select(Account)];

    /// <summary>The reports that tell some happenings, in the order of <paramref name="ids"/>; unknown ones are left out.</summary>
    /// <param name="ids">Numbers of <see cref="RelationEvent"/>s.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public ImmutableArray<ToldHappening> Tell(IReadOnlyList<long> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count == 0) return [];
        Dictionary<long, (long Event, int Reports)> tellers = [];
        using (ArchiveConnection connection = _archive.Connect())
        {
            object numbers = connection.Dialect.Numbers([.. ids.Select(Split).Where(id => id.IsHappening).Select(id => id.Number)]);
            connection.Query(
                $"SELECT happening, MIN(id), COUNT(*) FROM events WHERE {connection.Dialect.IsAmong("happening", "@happenings")} AND current = 1 GROUP BY happening",
                row => tellers[Joined(row.GetInt64(0), isHappening: true)] = (row.GetInt64(1), (int)row.GetInt64(2)), ("@happenings", numbers));
        }

        foreach (long id in ids.Where(id => !Split(id).IsHappening)) tellers[id] = (Split(id).Number, 1);
        Dictionary<long, KeptEvent> events = _archive.Events.Load([.. tellers.Values.Select(teller => teller.Event)]).ToDictionary(kept => kept.Id);
        return
        [
            .. ids.Where(id => tellers.TryGetValue(id, out var teller) && events.ContainsKey(teller.Event))
                .Select(id => new ToldHappening(id, tellers[id].Reports, events[tellers[id].Event])),
        ];
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

    private static DateOnly ReadDay(DbDataReader row) => Days.Parse(row.GetString(0))!.Value;

    private static int Undated(ArchiveConnection connection, RelationPair pair) => (int)connection.Number(UndatedOfPair, ("@low", pair.First), ("@high", pair.Second));

    private static RelationAccount Account(ToldHappening told) => new(
        told.Id, told.Event.Key, told.Day, told.Event.Type.Spelt(), told.Event.Mode, told.Event.Sentence,
        told.Event.Article.Identity, told.Event.Article.Source, told.Event.Article.Title, told.Event.Article.Url, told.Reports);

    private sealed record DaysSoFar(long Revision, ImmutableArray<DateOnly> Days);
}
