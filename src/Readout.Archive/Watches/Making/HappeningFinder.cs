using System.Collections.Immutable;
using Readout.Analysis.Watches;
using Readout.Archive.Reading;
using Readout.Archive.Store;
using Readout.Coding.Record;

namespace Readout.Archive.Watches.Making;

/// <summary>
/// Finds the happenings that reports of a span tell of, and tells the new from what was told before: by a report that came earlier, or
/// by an earlier coding or revision of the same article. For one thread.
/// </summary>
internal sealed class HappeningFinder(RecordArchive archive, ArchiveConnection connection, BriefSpan span, BriefMarks upTo)
{
    /// <summary>Reports beyond these are not looked at.</summary>
    public const int MostReports = 4000;

    private const int AtOnce = 500;

    /// <summary>The happenings; whether there were more reports than are looked at.</summary>
    public (List<FoundHappening> Found, bool IsCut) Find(WatchQuestion question)
    {
        List<long> numbers = Numbers(QuestionFilter.OfEvents(question, connection));
        bool isCut = numbers.Count > MostReports;
        if (isCut) numbers.RemoveRange(MostReports, numbers.Count - MostReports);
        List<KeptEvent> reports = [];
        foreach (long[] part in numbers.Chunk(AtOnce)) reports.AddRange(archive.Events.Load(part));
        HashSet<long> repeated = [.. numbers.Chunk(AtOnce).SelectMany(Repeated)];
        ILookup<long, KeptEvent> groups = reports.ToLookup(report => report.Happening ?? report.Id);
        List<FoundHappening> found = [];
        foreach (IGrouping<long, KeptEvent>[] part in groups.Chunk(AtOnce)) found.AddRange(Judge(part, repeated));
        return (found, isCut);
    }

    // The joins are crossed because they are to be taken in this order, from the few that are new: by type or by day an engine would go through the whole archive.
    private List<long> Numbers(QuestionFilter filter)
    {
        (string from, (string, object?)[] range) = span.EventMark is { } mark
            ? ("(SELECT id FROM events WHERE id > @after AND id <= @upto) AS fresh CROSS JOIN events WHERE events.id = fresh.id", [("@after", mark)])
            : ("revisions CROSS JOIN events WHERE events.revision = revisions.id AND revisions.published BETWEEN @from AND @to",
                new (string, object?)[] { ("@from", Days.ToText(span.FirstDay)), ("@to", Days.ToText(span.LastDay)) });
        return connection.Query(
            $"SELECT events.id FROM {from} AND events.id <= @upto AND {filter.Condition} ORDER BY events.id LIMIT @most",
            row => row.GetInt64(0), [.. range, ("@upto", upTo.Events), ("@most", MostReports + 1L), .. filter.Parameters]);
    }

    /// <summary>Those events of which an earlier coding or revision of their article told already.</summary>
    private List<long> Repeated(long[] numbers) => span.EventMark is not { } mark ? [] : connection.Query(
        $"""
        SELECT events.id FROM events WHERE {connection.Dialect.IsAmong("events.id", "@numbers")} AND EXISTS (
            SELECT 1 FROM revisions JOIN events AS earlier ON earlier.revision = revisions.id
            WHERE revisions.article = events.article AND earlier.id <= @mark
            AND (earlier.key = events.key OR (earlier.type = events.type AND earlier.trigger_text = events.trigger_text)))
        """,
        row => row.GetInt64(0), ("@numbers", connection.Dialect.Numbers(numbers)), ("@mark", mark));

    private IEnumerable<FoundHappening> Judge(IGrouping<long, KeptEvent>[] groups, HashSet<long> repeated)
    {
        object numbers = connection.Dialect.Numbers([.. groups.Select(group => group.Key)]);
        ILookup<long, Told> told = connection.Query(
            $"""
            SELECT happening_reports.happening, events.id, events.status, revisions.published FROM happening_reports
            JOIN events ON events.id = happening_reports.event JOIN revisions ON revisions.id = events.revision
            WHERE {connection.Dialect.IsAmong("happening_reports.happening", "@numbers")} AND events.id <= @upto ORDER BY events.id
            """,
            row => (row.GetInt64(0), new Told(row.GetInt64(1), row.GetString(2), Days.Parse(row.TextOrNull(3)))), ("@numbers", numbers), ("@upto", upTo.Events))
            .ToLookup(row => row.Item1, row => row.Item2);
        Dictionary<long, (int Voices, bool IsDisputed)> sums = connection.Query(
            $"SELECT id, voices, disputed FROM happenings WHERE {connection.Dialect.IsAmong("id", "@numbers")}",
            row => (row.GetInt64(0), ((int)row.GetInt64(1), row.GetInt64(2) == 1)), ("@numbers", numbers)).ToDictionary(row => row.Item1, row => row.Item2);
        foreach (IGrouping<long, KeptEvent> group in groups)
        {
            (int voices, bool isDisputed) = sums.GetValueOrDefault(group.Key, (1, false));
            Told[] all = [.. told[group.Key]];
            EventStatus now = Standing(all) ?? group.First().Status;
            EventStatus? before = Standing(all.Where(IsEarlier)) ?? (group.Any(report => repeated.Contains(report.Id)) ? now : null);
            yield return new FoundHappening(group.Key, [.. group], Math.Max(1, voices), isDisputed, before, now);
        }
    }

    private bool IsEarlier(Told told) => span.EventMark is { } mark ? told.Event <= mark : told.Published < span.FirstDay;

    /// <summary>How a happening stands by reports: by the one printed last that says more than that it is old; null for no report.</summary>
    private static EventStatus? Standing(IEnumerable<Told> reports)
    {
        Told[] printed = [.. reports.OrderBy(report => report.Published ?? DateOnly.MaxValue).ThenBy(report => report.Event)];
        if (printed.Length == 0) return null;
        return WatchQuestionJson.Status((printed.LastOrDefault(report => report.Status != "historical") ?? printed[^1]).Status);
    }

    private sealed record Told(long Event, string Status, DateOnly? Published);
}

/// <summary>How far the archive reaches: what comes later is for the next brief. Immutable.</summary>
/// <param name="Events">Number of the last event.</param>
/// <param name="Codings">Number of the last coding.</param>
internal sealed record BriefMarks(long Events, long Codings)
{
    public static BriefMarks Of(ArchiveConnection connection) =>
        new(connection.Number("SELECT COALESCE(MAX(id), 0) FROM events"), connection.Number("SELECT COALESCE(MAX(id), 0) FROM codings"));
}
