using System.Collections.Immutable;
using System.Data.Common;
using Readout.Analysis.Relations;
using Readout.Archive.Store;

namespace Readout.Archive.Relations;

/// <summary>The meetings of a pair that are ahead on a day, as the newest article tells each.</summary>
internal static class MeetingsToCome
{
    // Several articles tell of one meeting; more rows than meetings are asked for.
    private const int RowsAMeeting = 8;

    private const string Ahead =
        "SELECT meetings.id, meetings.date_from, meetings.date_to, meetings.state, meetings.level, meetings.place_name, articles.identity, revisions.published "
        + "FROM meetings JOIN revisions ON revisions.id = meetings.revision JOIN articles ON articles.id = revisions.article "
        + "WHERE meetings.current = 1 AND meetings.date_from >= @day AND meetings.state IN ('proposed', 'planned', 'confirmed', 'postponed') "
        + "AND EXISTS (SELECT 1 FROM meeting_parties JOIN actors ON actors.id = meeting_parties.actor WHERE meeting_parties.meeting = meetings.id AND meeting_parties.role = 'party' AND actors.code = @low) "
        + "AND EXISTS (SELECT 1 FROM meeting_parties JOIN actors ON actors.id = meeting_parties.actor WHERE meeting_parties.meeting = meetings.id AND meeting_parties.role = 'party' AND actors.code = @high) "
        + "ORDER BY meetings.date_from, meetings.id LIMIT @limit";

    private const string PartyNames =
        "SELECT actors.name FROM meeting_parties JOIN actors ON actors.id = meeting_parties.actor "
        + "WHERE meeting_parties.meeting = @meeting AND meeting_parties.role = 'party' ORDER BY meeting_parties.place";

    public static ImmutableArray<MeetingAhead> Read(ArchiveConnection connection, RelationPair pair, DateOnly day, int limit)
    {
        List<(long Id, MeetingAhead Meeting)> rows = connection.Query(
            Ahead, Read, ("@day", Days.ToText(day)), ("@low", pair.First), ("@high", pair.Second), ("@limit", (long)limit * RowsAMeeting));
        return
        [
            .. rows.GroupBy(row => (row.Meeting.From, row.Meeting.To))
                .Select(telling => telling.OrderByDescending(row => row.Meeting.Published ?? DateOnly.MinValue).ThenBy(row => row.Id).First()).Take(limit)
                .Select(row => row.Meeting with { Parties = [.. connection.Query(PartyNames, name => name.GetString(0), ("@meeting", row.Id)).Distinct()] }),
        ];
    }

    private static (long Id, MeetingAhead Meeting) Read(DbDataReader row) => (row.GetInt64(0), new MeetingAhead(
        Days.Parse(row.GetString(1))!.Value, Days.Parse(OrNull(row, 2)), row.GetString(3), ContactLevels.Of(OrNull(row, 4)), OrNull(row, 5), [],
        row.GetString(6), Days.Parse(OrNull(row, 7))));

    private static string? OrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
