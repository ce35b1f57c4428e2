using System.Collections.Immutable;
using Readout.Analysis.Meetings;
using Readout.Archive.Store;
using Readout.Archive.Writing;
using Readout.Coding.Record;

namespace Readout.Archive.Merging;

/// <summary>Followed meetings as rows, of which those met lately are remembered. For one thread.</summary>
internal sealed class FollowedRows
{
    private const int TellingLimit = 64;
    private const int MostRemembered = 5_000;

    /// <summary>Meetings as the tables have them, so that their tellings need not be parsed again.</summary>
    private readonly Dictionary<long, FollowedMeeting> _known = [];

    /// <summary>Forgets a meeting, so that the tables are asked for it next time.</summary>
    public void Forget(long number) => _known.Remove(number);

    /// <summary>Forgets the meetings where they have become many.</summary>
    public void Trim()
    {
        if (_known.Count > MostRemembered) _known.Clear();
    }

    /// <summary>The meetings that a telling may be of.</summary>
    public IReadOnlyList<FollowedMeeting> Candidates(ArchiveConnection connection, Telling telling)
    {
        int? day = MeetingKeys.Day(telling);
        long first = day is int from ? from - MeetingKeys.Tolerance : -1;
        long last = day is int to ? to + MeetingKeys.Tolerance : -1;
        SortedSet<long> met = [];
        foreach (long key in MeetingKeys.Sought(telling))
        {
            met.UnionWith(connection.Query(
                "SELECT DISTINCT followed FROM followed_keys WHERE key = @key AND day BETWEEN @first AND @last ORDER BY followed DESC LIMIT @limit",
                row => row.GetInt64(0), ("@key", key), ("@first", first), ("@last", last), ("@limit", (long)MeetingKeys.CandidateLimit)));
        }

        return [.. met.Select(number => Load(connection, number))];
    }

    /// <summary>A meeting with its latest tellings, as many as are compared.</summary>
    public FollowedMeeting Load(ArchiveConnection connection, long number)
    {
        if (_known.TryGetValue(number, out FollowedMeeting? known)) return known;
        (string uid, int sequence) = connection.Query("SELECT uid, sequence FROM followed_meetings WHERE id = @id", row => (row.GetString(0), row.GetInt32(1)), ("@id", number))[0];
        ImmutableArray<Telling> tellings =
        [
            .. connection.Query("SELECT telling FROM meeting_tellings WHERE followed = @id ORDER BY meeting DESC LIMIT @limit",
                row => KeptComparison.TellingOf(row.GetString(0)), ("@id", number), ("@limit", (long)TellingLimit)).AsEnumerable().Reverse(),
        ];
        FollowedMeeting meeting = new() { Number = number, Uid = uid, Sequence = sequence, Tellings = tellings, View = MeetingView.Of(tellings) };
        _known[number] = meeting;
        return meeting;
    }

    /// <summary>Makes a row for a meeting; where another began with the same words it gets an identifier of its own.</summary>
    public static FollowedMeeting Insert(ArchiveConnection connection, FollowedMeeting meeting)
    {
        for (int turn = 1; connection.Number("SELECT COUNT(*) FROM followed_meetings WHERE uid = @uid", ("@uid", meeting.Uid)) > 0; turn++)
        {
            meeting = meeting with { Uid = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{turn}-{meeting.Uid}") };
        }

        connection.Execute("INSERT INTO followed_meetings (id, uid, sequence, state, parties, tellings) VALUES (@id, @uid, 0, '', '', 0)", ("@id", meeting.Number), ("@uid", meeting.Uid));
        return meeting;
    }

    /// <summary>Keeps a meeting with its new telling, the last one.</summary>
    public void Keep(ArchiveConnection connection, FollowedMeeting meeting, Telling telling)
    {
        string kept = KeptComparison.ToText(telling);
        connection.Execute("INSERT INTO meeting_tellings (meeting, followed, article, telling) VALUES (@meeting, @followed, @article, @telling)",
            ("@meeting", telling.Number), ("@followed", meeting.Number), ("@article", telling.Article), ("@telling", kept));
        long day = MeetingKeys.Day(telling) ?? -1;
        foreach (long key in MeetingKeys.Of(telling))
        {
            connection.Execute("INSERT INTO followed_keys (key, day, followed) VALUES (@key, @day, @followed) ON CONFLICT (key, day, followed) DO NOTHING",
                ("@key", key), ("@day", day), ("@followed", meeting.Number));
        }

        Update(connection, meeting);
        ImmutableArray<Telling> tellings = [.. meeting.Tellings.SkipLast(1).TakeLast(TellingLimit - 1), KeptComparison.TellingOf(kept)];
        _known[meeting.Number] = meeting with { Tellings = tellings, View = MeetingView.Of(tellings) };
    }

    /// <summary>Takes what an article told of a meeting away.</summary>
    public void Withdraw(ArchiveConnection connection, FollowedMeeting meeting, long article)
    {
        Forget(meeting.Number);
        connection.Execute("DELETE FROM meeting_tellings WHERE followed = @followed AND article = @article", ("@followed", meeting.Number), ("@article", article));
        if (meeting.Without(article) is { } left) Update(connection, left);
        else Delete(connection, meeting.Number);
    }

    private static void Update(ArchiveConnection connection, FollowedMeeting meeting) => connection.Execute(
        """
        UPDATE followed_meetings SET sequence = @sequence, state = @state, level = @level, date_from = @from, date_to = @to, place_name = @place,
            place_country = @country, parties = @parties, tellings = (SELECT COUNT(*) FROM meeting_tellings WHERE followed = @id) WHERE id = @id
        """,
        ("@sequence", (long)meeting.Sequence), ("@state", meeting.View.State.Spelt()), ("@level", meeting.View.Level), ("@from", Days.ToText(meeting.View.From)),
        ("@to", Days.ToText(meeting.View.To)), ("@place", StoredText.OrNull(meeting.View.Place)), ("@country", meeting.View.PlaceCountry),
        ("@parties", StoredText.Of(string.Join(' ', meeting.View.Codes))), ("@id", meeting.Number));

    private static void Delete(ArchiveConnection connection, long number)
    {
        connection.Execute("DELETE FROM followed_keys WHERE followed = @id", ("@id", number));
        connection.Execute("DELETE FROM followed_meetings WHERE id = @id", ("@id", number));
    }
}
