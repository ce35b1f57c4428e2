using System.Data.Common;
using Readout.Archive.Store;
using Readout.Coding.Record;

namespace Readout.Archive.Exports.Calendars;

/// <summary>Reads meetings of an archive as a calendar takes them.</summary>
internal sealed class MeetingSource(RecordArchive archive)
{
    private const string Select = """
        SELECT meetings.id, meetings.state, meetings.level, meetings.date_from, meetings.date_to, meetings.place_name, meetings.place_latitude,
               meetings.place_longitude, revisions.published, revisions.url, articles.identity, meetings.number
        FROM meetings JOIN revisions ON revisions.id = meetings.revision JOIN articles ON articles.id = revisions.article
        WHERE meetings.current = 1
        """;

    /// <summary>The meetings that may fall between two days, both inclusive; null for open.</summary>
    public IReadOnlyList<CalendarMeeting> Read(DateOnly? from, DateOnly? to)
    {
        using ArchiveConnection connection = archive.Connect();
        ILookup<(long, string), string> parties = connection.Query(
            """
            SELECT meeting_parties.meeting, meeting_parties.role, actors.name FROM meeting_parties JOIN actors ON actors.id = meeting_parties.actor
            ORDER BY meeting_parties.meeting, meeting_parties.role, meeting_parties.place
            """,
            row => (Key: (row.GetInt64(0), row.GetString(1)), Name: row.GetString(2))).ToLookup(row => row.Key, row => row.Name);
        return
        [
            .. connection.Query($"{Select} ORDER BY meetings.id", row => Meeting(row, parties))
                .Where(meeting => (from is null || (meeting.To ?? meeting.From ?? from) >= from) && (to is null || (meeting.From ?? meeting.To ?? to) <= to)),
        ];
    }

    private static CalendarMeeting Meeting(DbDataReader row, ILookup<(long, string), string> parties) => new()
    {
        Uid = $"{Identity(row.GetString(10), row.GetInt64(11))}@readout",
        State = Enum.GetValues<MeetingState>().First(state => state.Spelt() == row.GetString(1)),
        Level = row.TextOrNull(2),
        From = Days.Parse(row.TextOrNull(3)),
        To = Days.Parse(row.TextOrNull(4)),
        Place = row.TextOrNull(5),
        Latitude = row.ScoreOrNull(6),
        Longitude = row.ScoreOrNull(7),
        Told = Days.Parse(row.TextOrNull(8)) ?? Days.Parse(row.TextOrNull(3)) ?? Days.Parse(row.TextOrNull(4)) ?? DateOnly.MinValue,
        Articles = [row.TextOrNull(9) ?? row.GetString(10)],
        Parties = [.. parties[(row.GetInt64(0), "party")].Distinct(StringComparer.Ordinal)],
        Absent = [.. parties[(row.GetInt64(0), "absent")].Distinct(StringComparer.Ordinal)],
    };

    private static string Identity(string article, long number) => Convert.ToHexStringLower(
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{article}\n{number}"))).AsSpan(0, 16));
}
