using System.Collections.Immutable;
using System.Data.Common;
using Readout.Analysis.Watches;
using Readout.Archive.Store;

namespace Readout.Archive.Watches.Making;

/// <summary>The meetings ahead that a question is about: those with a day that is not past, and those without one that were told of in the span. For one thread.</summary>
internal sealed class MeetingSection(RecordArchive archive, ArchiveConnection connection, BriefSpan span, BriefMarks upTo)
{
    private const int Most = 20;

    /// <summary>The meetings, the nearest first, those without a day last.</summary>
    public ImmutableArray<BriefMeeting> Read(WatchQuestion question)
    {
        if (QuestionFilter.OfMeetings(question) is not { } filter) return [];
        (string news, (string, object?)[] values) = span.CodingMark is { } mark
            ? ("meetings.coding > @mark", [("@mark", mark)])
            : ("revisions.published BETWEEN @first AND @last", new (string, object?)[] { ("@first", Days.ToText(span.FirstDay)), ("@last", Days.ToText(span.LastDay)) });
        string isNews = "EXISTS (SELECT 1 FROM meeting_tellings JOIN meetings ON meetings.id = meeting_tellings.meeting JOIN revisions ON revisions.id = meetings.revision "
            + $"WHERE meeting_tellings.followed = followed_meetings.id AND meetings.coding <= @upto AND {news})";
        List<(long Id, BriefMeeting Meeting)> rows = connection.Query(
            $"""
            SELECT id, uid, state, level, date_from, date_to, place_name, place_country, parties, CASE WHEN {isNews} THEN 1 ELSE 0 END AS is_news FROM followed_meetings
            WHERE tellings > 0 AND state IN ('proposed', 'planned', 'confirmed', 'postponed')
                AND (COALESCE(date_to, date_from) >= @day OR (date_from IS NULL AND date_to IS NULL AND {isNews})) AND {filter.Condition}
            ORDER BY CASE WHEN date_from IS NULL THEN 1 ELSE 0 END, date_from, id LIMIT @most
            """,
            Read, [.. values, ("@upto", upTo.Codings), ("@day", Days.ToText(span.LastDay)), ("@most", (long)Most), .. filter.Parameters]);
        return [.. rows.Select(row => row.Meeting with { Source = Source(row.Id) })];
    }

    /// <summary>The newest report of a meeting.</summary>
    private BriefSource? Source(long meeting)
    {
        List<long> events = connection.Query(
            """
            SELECT meeting_events.event FROM meeting_tellings JOIN meetings ON meetings.id = meeting_tellings.meeting JOIN revisions ON revisions.id = meetings.revision
            JOIN meeting_events ON meeting_events.meeting = meetings.id
            WHERE meeting_tellings.followed = @meeting AND meetings.coding <= @upto ORDER BY COALESCE(revisions.published, '') DESC, meetings.id DESC, meeting_events.event LIMIT 1
            """,
            row => row.GetInt64(0), ("@meeting", meeting), ("@upto", upTo.Codings));
        return archive.Events.Load(events).Select(BriefLines.Source).FirstOrDefault();
    }

    private static (long, BriefMeeting) Read(DbDataReader row)
    {
        string? country = row.TextOrNull(7) is { } code ? CodeNames.Of(code) : null;
        string? place = row.TextOrNull(6);
        return (row.GetInt64(0), new BriefMeeting
        {
            Uid = row.GetString(1),
            State = row.GetString(2),
            Level = row.TextOrNull(3),
            From = Days.Parse(row.TextOrNull(4)),
            To = Days.Parse(row.TextOrNull(5)),
            Place = place is null || country is null || place == country ? place ?? country : $"{place}, {country}",
            Parties = [.. row.GetString(8).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CodeNames.Of)],
            IsNews = row.GetInt64(9) == 1,
        });
    }
}
