using System.Data.Common;
using System.Globalization;
using Readout.Archive.Store;
using Readout.Coding.Record;

namespace Readout.Archive.Reading;

/// <summary>Reads followed meetings. Safe to call from every thread.</summary>
public sealed class MeetingReader
{
    private static readonly MeetingState[] AllStates = Enum.GetValues<MeetingState>();
    private readonly RecordArchive _archive;

    internal MeetingReader(RecordArchive archive) => _archive = archive;

    /// <summary>The meetings that fit, by first day and number; those without a day last.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<KeptMeeting> Read(MeetingQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        List<string> conditions = ["tellings > 0"];
        List<(string, object?)> parameters = [];
        AddDays(query, conditions, parameters);
        for (int i = 0; i < query.Parties.Length; i++)
        {
            conditions.Add(string.Create(CultureInfo.InvariantCulture, $"(' ' || parties || ' ') LIKE @party{i}"));
            parameters.Add((string.Create(CultureInfo.InvariantCulture, $"@party{i}"), $"% {query.Parties[i]} %"));
        }

        if (query.States.Length > 0) conditions.Add($"state IN ({string.Join(", ", query.States.Select(state => $"'{state.Spelt()}'"))})");
        if (query.After is long after) AddAfter(after, conditions, parameters);
        return Read($"WHERE {string.Join(" AND ", conditions)}", query.Limit, [.. parameters]);
    }

    /// <summary>The meeting of that number; null where there is none.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public KeptMeeting? Find(long id) => Read("WHERE id = @id", 1, ("@id", id)).FirstOrDefault();

    // What is gone begins nothing: its day is null, and those without a day are last.
    private void AddAfter(long after, List<string> conditions, List<(string, object?)> parameters)
    {
        using ArchiveConnection connection = _archive.Connect();
        string? day = (string?)connection.Scalar("SELECT date_from FROM followed_meetings WHERE id = @id", ("@id", after));
        parameters.Add(("@after", after));
        if (day is not null) parameters.Add(("@afterday", day));
        conditions.Add(day is null ? "date_from IS NULL AND id > @after" : "(date_from > @afterday OR (date_from = @afterday AND id > @after) OR date_from IS NULL)");
    }

    private static void AddDays(MeetingQuery query, List<string> conditions, List<(string, object?)> parameters)
    {
        if (query.From is { } first) parameters.Add(("@from", Days.ToText(first)));
        if (query.To is { } last) parameters.Add(("@to", Days.ToText(last)));
        string? condition = (query.From, query.To) switch
        {
            (null, null) => null,
            (not null, null) => "date_to >= @from",
            (null, not null) => "date_from <= @to",
            _ => Between(query.From.Value, parameters),
        };
        if (condition is not null) conditions.Add(query.Undated ? $"({condition} OR date_from IS NULL)" : condition);
    }

    // Those that began no earlier than the month of the first day, and the few that go over the end of a month, whenever they began.
    private static string Between(DateOnly from, List<(string, object?)> parameters)
    {
        parameters.Add(("@month", Days.ToText(new DateOnly(from.Year, from.Month, 1))));
        return """
            id IN (
                SELECT id FROM followed_meetings WHERE date_from >= @month AND date_from <= @to AND date_to >= @from UNION ALL
                SELECT id FROM followed_meetings WHERE substr(date_from, 1, 7) <> substr(date_to, 1, 7) AND date_to >= @from AND date_from <= @to)
            """;
    }

    private List<KeptMeeting> Read(string condition, int? limit, params (string, object?)[] parameters)
    {
        using ArchiveConnection connection = _archive.Connect();
        List<KeptMeeting> meetings = connection.Query(
            $"""
            SELECT id, uid, sequence, state, level, date_from, date_to, place_name, place_country, parties FROM followed_meetings {condition}
            ORDER BY CASE WHEN date_from IS NULL THEN 1 ELSE 0 END, date_from, id LIMIT @limit
            """,
            Meeting, [.. parameters, ("@limit", (long)(limit ?? int.MaxValue))]);
        if (meetings.Count == 0) return meetings;
        ILookup<long, KeptTelling> tellings = Tellings(connection, [.. meetings.Select(meeting => meeting.Id)]);
        return [.. meetings.Select(meeting => meeting with { Tellings = [.. tellings[meeting.Id].OrderBy(telling => telling.Published ?? DateOnly.MaxValue)] })];
    }

    private static ILookup<long, KeptTelling> Tellings(ArchiveConnection connection, List<long> meetings) => connection.Query(
        $"""
        SELECT meeting_tellings.article, revisions.source, revisions.title, revisions.published, meetings.state, meetings.date_from, meetings.date_to, meeting_tellings.followed
        FROM meeting_tellings JOIN meetings ON meetings.id = meeting_tellings.meeting JOIN revisions ON revisions.id = meetings.revision
        WHERE {connection.Dialect.IsAmong("meeting_tellings.followed", "@meetings")} ORDER BY meeting_tellings.followed, meeting_tellings.meeting
        """,
        row => (Meeting: row.GetInt64(7), Telling: new KeptTelling(row.GetInt64(0), row.TextOrNull(1), row.TextOrNull(2), Days.Parse(row.TextOrNull(3)), State(row.GetString(4)),
            Days.Parse(row.TextOrNull(5)), Days.Parse(row.TextOrNull(6)))),
        ("@meetings", connection.Dialect.Numbers(meetings))).ToLookup(pair => pair.Meeting, pair => pair.Telling);

    private static KeptMeeting Meeting(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Uid = row.GetString(1),
        Sequence = row.GetInt32(2),
        State = State(row.GetString(3)),
        Level = row.TextOrNull(4),
        From = Days.Parse(row.TextOrNull(5)),
        To = Days.Parse(row.TextOrNull(6)),
        Place = row.TextOrNull(7),
        PlaceCountry = row.TextOrNull(8),
        Parties = [.. row.GetString(9).Split(' ', StringSplitOptions.RemoveEmptyEntries)],
    };

    private static MeetingState State(string label) => AllStates.First(state => state.Spelt() == label);
}
