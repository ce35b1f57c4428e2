using System.Data.Common;
using System.Security.Cryptography;
using Readout.Analysis.Watches;
using Readout.Archive.Search.Words;
using Readout.Archive.Store;
using Readout.Archive.Writing;

namespace Readout.Archive.Watches;

/// <summary>
/// The watches of an archive. Writing takes short transactions of its own, which go through while articles are kept. Safe to call
/// from every thread and from several processes.
/// </summary>
/// <param name="archive">The archive; it stays open.</param>
public sealed class WatchStore(RecordArchive archive)
{
    /// <summary>Longest name of a watch, in characters.</summary>
    public const int LongestName = 200;

    /// <summary>Most values of one list of a question.</summary>
    public const int MostValues = 50;

    private const string Select = """
        SELECT id, name, question, rhythm, state, made_by, made_at, feed_key, next_at, covered_to, event_mark, coding_mark, readings FROM watches
        """;

    /// <summary>Adds a watch; its first brief comes at its next turn.</summary>
    /// <param name="draft">What it is.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="now">The present time.</param>
    /// <exception cref="ArgumentException">It cannot be one; the message says why.</exception>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public Watch Add(WatchDraft draft, string by, DateTimeOffset now)
    {
        Check(draft);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        long id = 0;
        using ArchiveConnection connection = archive.Connect();
        connection.InTransaction(() =>
        {
            WatchTables.Hold(connection);
            id = connection.Number("SELECT COALESCE(MAX(id), 0) FROM watches") + 1;
            connection.Execute(
                """
                INSERT INTO watches (id, name, question, rhythm, state, made_by, made_at, feed_key, next_at, readings)
                VALUES (@id, @name, @question, @rhythm, 'active', @by, @at, @key, @next, '[]')
                """,
                ("@id", id), ("@name", StoredText.Of(draft.Name.Trim())), ("@question", StoredText.Of(WatchQuestionJson.Write(draft.Question))), ("@rhythm", draft.Rhythm.ToString()),
                ("@by", StoredText.Of(by)), ("@at", Times.ToText(now)), ("@key", NewKey()), ("@next", Times.ToText(First(draft.Rhythm, now))));
        });
        return Find(id)!;
    }

    /// <summary>Changes what a watch asks for and when; null where there is none of that number.</summary>
    /// <exception cref="ArgumentException">It cannot be one; the message says why.</exception>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public Watch? Change(long id, WatchDraft draft, DateTimeOffset now)
    {
        Check(draft);
        Write(
            "UPDATE watches SET name = @name, question = @question, rhythm = @rhythm, next_at = @next WHERE id = @id",
            ("@name", StoredText.Of(draft.Name.Trim())), ("@question", StoredText.Of(WatchQuestionJson.Write(draft.Question))), ("@rhythm", draft.Rhythm.ToString()),
            ("@next", Times.ToText(First(draft.Rhythm, now))), ("@id", id));
        return Find(id);
    }

    /// <summary>Pauses a watch or lets it run again; false where there is none of that number.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public bool SetActive(long id, bool active) => Write("UPDATE watches SET state = @state WHERE id = @id", ("@state", active ? "active" : "paused"), ("@id", id)) > 0;

    /// <summary>Deletes a watch with its briefs, its readers and what was mailed; false where there is none of that number.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public bool Remove(long id)
    {
        int removed = 0;
        using ArchiveConnection connection = archive.Connect();
        connection.InTransaction(() =>
        {
            connection.Execute("DELETE FROM watch_mails WHERE brief IN (SELECT id FROM watch_briefs WHERE watch = @id)", ("@id", id));
            connection.Execute("DELETE FROM watch_requests WHERE watch = @id", ("@id", id));
            connection.Execute("DELETE FROM watch_subscribers WHERE watch = @id", ("@id", id));
            connection.Execute("DELETE FROM watch_briefs WHERE watch = @id", ("@id", id));
            removed = connection.Execute("DELETE FROM watches WHERE id = @id", ("@id", id));
        });
        return removed > 0;
    }

    /// <summary>All watches, in the order in which they were made.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<Watch> All() => Read($"{Select} ORDER BY id");

    /// <summary>The watch of that number; null where there is none.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public Watch? Find(long id) => Read($"{Select} WHERE id = @id", ("@id", id)).FirstOrDefault();

    /// <summary>The watches whose turn has come, the longest waiting first.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<Watch> Due(DateTimeOffset now) => Read($"{Select} WHERE state = 'active' AND next_at <= @now ORDER BY next_at, id", ("@now", Times.ToText(now)));

    /// <summary>Holds a draft against what a watch must be.</summary>
    /// <exception cref="ArgumentException">It cannot be one; the message says why.</exception>
    public static void Check(WatchDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (string.IsNullOrWhiteSpace(draft.Name)) throw new ArgumentException("a watch has a name");
        if (draft.Name.Length > LongestName) throw new ArgumentException($"the name of a watch has at most {LongestName} characters");
        if (draft.Name.Any(char.IsControl)) throw new ArgumentException("the name of a watch is one line without control characters");
        WatchQuestion question = draft.Question;
        if (question.IsEmpty) throw new ArgumentException("a watch asks for something: a relation, an actor, a country, a type or words");
        int most = new[] { question.Relations.Length, question.Actors.Length, question.Countries.Length, question.Types.Length, question.Modes.Length, question.Contexts.Length }.Max();
        if (most > MostValues) throw new ArgumentException($"a watch has at most {MostValues} values of a kind");
        if (draft.Rhythm.Pace == WatchPace.OnMove && question.Relations.IsEmpty) throw new ArgumentException("a watch that waits for an index to move names a relation");
        if (draft.Rhythm.Hour is < 0 or > 23) throw new ArgumentException("an hour is 0 to 23");
        WordQuery.Parse(question.Words);
    }

    /// <summary>Text that nobody guesses: 128 random bits.</summary>
    internal static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static DateTimeOffset First(WatchRhythm rhythm, DateTimeOffset now) => rhythm.Pace == WatchPace.OnMove ? now : rhythm.TurnAfter(now);

    private int Write(string sql, params (string, object?)[] parameters)
    {
        using ArchiveConnection connection = archive.Connect();
        int rows = 0;
        connection.InTransaction(() => rows = connection.Execute(sql, parameters));
        return rows;
    }

    private List<Watch> Read(string sql, params (string, object?)[] parameters)
    {
        using ArchiveConnection connection = archive.Connect();
        return connection.Query(sql, Read, parameters);
    }

    private static Watch Read(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Name = row.GetString(1),
        Question = WatchQuestionJson.Read(row.GetString(2)),
        Rhythm = WatchRhythm.Parse(row.GetString(3)),
        IsActive = row.GetString(4) == "active",
        MadeBy = row.GetString(5),
        MadeAt = Times.Parse(row.GetString(6)),
        FeedKey = row.GetString(7),
        NextAt = Times.Parse(row.GetString(8)),
        Progress = new WatchProgress(
            row.TextOrNull(9) is { } covered ? Times.Parse(covered) : null, row.NumberOrNull(10), row.NumberOrNull(11), [.. BriefJson.ReadReadings(row.GetString(12))]),
    };
}
