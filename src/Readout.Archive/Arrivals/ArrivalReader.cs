using System.Collections.Immutable;
using Readout.Archive.Store;

namespace Readout.Archive.Arrivals;

/// <summary>
/// Reads what came to an archive, over its newest articles: a question costs the same however much there is. Safe to call from
/// every thread.
/// </summary>
/// <param name="archive">The archive; it stays open.</param>
public sealed class ArrivalReader(RecordArchive archive)
{
    /// <summary>Beyond so many articles, only the newest are looked at.</summary>
    public const int MostArticles = 400;

    /// <summary>Number of the newest revision; 0 where the archive is empty.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public long Newest()
    {
        using ArchiveConnection connection = archive.Connect();
        return connection.Number("SELECT COALESCE(MAX(id), 0) FROM revisions");
    }

    /// <summary>The newest day of publication up to a day; null where there is none.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public DateOnly? NewestDay(DateOnly until)
    {
        using ArchiveConnection connection = archive.Connect();
        return Days.Parse(connection.Scalar("SELECT MAX(published) FROM revisions WHERE published <= @until", ("@until", Days.ToText(until))) as string);
    }

    /// <summary>What came after a revision.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public ArrivalWindow After(long revision) => Window(
        "FROM revisions WHERE id > @from AND id <= @to", "ORDER BY id DESC", ("@from", revision), ("@to", Newest()));

    /// <summary>What was published between two days, inclusive.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public ArrivalWindow Published(DateOnly from, DateOnly to) => Window(
        "FROM revisions WHERE published >= @from AND published <= @to", "ORDER BY published DESC, id DESC", ("@from", Days.ToText(from)), ("@to", Days.ToText(to)));

    /// <summary>What happened between two codes by the articles of a window: each event once for each pair.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<ArrivedDeed> Deeds(ArrivalWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        using ArchiveConnection connection = archive.Connect();
        return connection.Query(
            $"""
            SELECT dyads.low, dyads.high, dyads.event, dyads.happening, dyads.day, dyads.plover_score FROM events JOIN dyads ON dyads.event = events.id
            WHERE {connection.Dialect.IsAmong("events.revision", "@revisions")} AND events.current = 1 AND dyads.counted IS NOT NULL
            ORDER BY dyads.low, dyads.high, dyads.event
            """,
            row => new ArrivedDeed(row.GetString(0), row.GetString(1), row.GetInt64(2), row.NumberOrNull(3), DateOnly.FromDayNumber((int)row.GetInt64(4)), row.GetDouble(5)),
            ("@revisions", connection.Dialect.Numbers(window.Revisions)));
    }

    /// <summary>How a pair dealt with one another between two days, inclusive; a happening that several articles report counts once.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public UsualScore Usual(string first, string second, DateOnly from, DateOnly to)
    {
        using ArchiveConnection connection = archive.Connect();
        return connection.Query(
            """
            SELECT COUNT(*), COALESCE(AVG(score), 0) FROM (SELECT MIN(plover_score) AS score FROM dyads
            WHERE low = @low AND high = @high AND day >= @from AND day <= @to AND counted IS NOT NULL GROUP BY COALESCE(happening, -event)) AS once
            """,
            row => new UsualScore((int)row.GetInt64(0), Convert.ToDouble(row.GetValue(1), System.Globalization.CultureInfo.InvariantCulture)),
            ("@low", first), ("@high", second), ("@from", (long)from.DayNumber), ("@to", (long)to.DayNumber)).Single();
    }

    /// <summary>The stories of more than one article that grew most by the articles of a window.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<ArrivedStory> Stories(ArrivalWindow window, int limit)
    {
        ArgumentNullException.ThrowIfNull(window);
        using ArchiveConnection connection = archive.Connect();
        object revisions = connection.Dialect.Numbers(window.Revisions);
        List<(long Story, int New)> grown = connection.Query(
            $"""
            SELECT articles.story, COUNT(*) FROM articles JOIN revisions ON revisions.article = articles.id AND revisions.id = articles.revision
            JOIN stories ON stories.id = articles.story
            WHERE {connection.Dialect.IsAmong("revisions.id", "@revisions")} AND stories.articles > 1
            GROUP BY articles.story ORDER BY COUNT(*) DESC, articles.story DESC LIMIT @limit
            """,
            row => (row.GetInt64(0), (int)row.GetInt64(1)), ("@revisions", revisions), ("@limit", (long)limit));
        return [.. grown.Select(story => Story(connection, story.Story, story.New, revisions)).OfType<ArrivedStory>()];
    }

    /// <summary>Events of a window that people in office are quoted with, the weightiest first; one for each happening.</summary>
    /// <returns>Numbers of events.</returns>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<long> Statements(ArrivalWindow window, int limit)
    {
        ArgumentNullException.ThrowIfNull(window);
        using ArchiveConnection connection = archive.Connect();
        return connection.Query(
            $"""
            SELECT MIN(events.id) FROM events JOIN attributions ON attributions.event = events.id AND attributions.place = 0 AND attributions.quote IS NOT NULL
            JOIN parties ON parties.event = events.id AND parties.role = 'speaker' AND parties.place = 0 JOIN actors ON actors.id = parties.actor
            WHERE {connection.Dialect.IsAmong("events.revision", "@revisions")} AND events.current = 1 AND actors.code IS NOT NULL AND actors.sector = 'GOV'
            GROUP BY COALESCE(events.happening, -events.id) ORDER BY MAX(ABS(events.plover_score)) DESC, MIN(events.id) DESC LIMIT @limit
            """,
            row => row.GetInt64(0), ("@revisions", connection.Dialect.Numbers(window.Revisions)), ("@limit", (long)limit));
    }

    /// <summary>For each followed meeting the newest event that tells of it.</summary>
    /// <returns>Numbers of events by the numbers of the meetings; a meeting that no event tells is left out.</returns>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public ImmutableDictionary<long, long> EventsOf(IReadOnlyCollection<long> meetings)
    {
        ArgumentNullException.ThrowIfNull(meetings);
        using ArchiveConnection connection = archive.Connect();
        return connection.Query(
            $"""
            SELECT meeting_tellings.followed, MAX(meeting_events.event) FROM meeting_tellings JOIN meeting_events ON meeting_events.meeting = meeting_tellings.meeting
            WHERE {connection.Dialect.IsAmong("meeting_tellings.followed", "@meetings")} GROUP BY meeting_tellings.followed
            """,
            row => KeyValuePair.Create(row.GetInt64(0), row.GetInt64(1)), ("@meetings", connection.Dialect.Numbers(meetings))).ToImmutableDictionary();
    }

    private ArrivalWindow Window(string from, string order, params (string, object?)[] parameters)
    {
        using ArchiveConnection connection = archive.Connect();
        long count = connection.Number($"SELECT COUNT(*) {from}", parameters);
        return new ArrivalWindow(count, [.. connection.Query($"SELECT id {from} {order} LIMIT @limit", row => row.GetInt64(0), [.. parameters, ("@limit", (long)MostArticles)])]);
    }

    private static ArrivedStory? Story(ArchiveConnection connection, long story, int added, object revisions)
    {
        long lead = connection.Number(
            $"""
            SELECT events.id FROM events JOIN articles ON articles.id = events.article
            WHERE {connection.Dialect.IsAmong("events.revision", "@revisions")} AND events.current = 1 AND articles.story = @story
            ORDER BY ABS(events.plover_score) DESC, events.id LIMIT 1
            """,
            ("@revisions", revisions), ("@story", story));
        return connection.Query(
            """
            SELECT stories.articles, stories.first_day, stories.last_day, revisions.title FROM stories JOIN articles ON articles.id = stories.id
            JOIN revisions ON revisions.id = articles.revision WHERE stories.id = @story
            """,
            row => new ArrivedStory(story, row.TextOrNull(3), added, (int)row.GetInt64(0), Day(row.NumberOrNull(1)), Day(row.NumberOrNull(2)), lead == 0 ? null : lead),
            ("@story", story)).FirstOrDefault();
    }

    private static DateOnly? Day(long? number) => number is { } day ? DateOnly.FromDayNumber((int)day) : null;
}
