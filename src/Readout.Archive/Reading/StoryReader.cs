using System.Collections.Immutable;
using Readout.Analysis.Happenings;
using Readout.Archive.Store;

namespace Readout.Archive.Reading;

/// <summary>Reads stories and happenings. Safe to call from every thread.</summary>
public sealed class StoryReader
{
    private const int Most = 1000;
    private const int AtOnce = 500;
    private readonly RecordArchive _archive;

    internal StoryReader(RecordArchive archive) => _archive = archive;

    /// <summary>The story of that number; null where there is none. No more than the first thousand articles and happenings.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public KeptStory? Find(long id)
    {
        ImmutableArray<KeptArticle> articles = [.. _archive.Articles.OfStory(id, Most)];
        if (articles.IsEmpty) return null;
        List<long> happenings;
        using (ArchiveConnection connection = _archive.Connect())
        {
            happenings = Numbers(connection, id, Most, 0);
        }

        return new KeptStory(id, articles, [.. Happenings(happenings)]);
    }

    /// <summary>The story of that number as lists have it; null where there is none that has a day.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public StoryHead? Head(long id)
    {
        using ArchiveConnection connection = _archive.Connect();
        return connection.Query(
            "SELECT articles, first_day, last_day FROM stories WHERE id = @id AND last_day IS NOT NULL",
            row => (Articles: row.GetInt32(0), First: DateOnly.FromDayNumber(row.GetInt32(1)), Last: DateOnly.FromDayNumber(row.GetInt32(2))), ("@id", id))
            .Select(story => new StoryHead(id, Latest(connection, id), story.Articles, Voices(connection, id), story.First, story.Last)).FirstOrDefault();
    }

    /// <summary>What a story's articles report, by first day; those without a day last.</summary>
    /// <param name="story">Number of the story.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="skip">How many are passed over.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<KeptHappening> Happenings(long story, int limit, int skip)
    {
        using ArchiveConnection connection = _archive.Connect();
        return [.. Happenings(Numbers(connection, story, limit, skip))];
    }

    /// <summary>Stories by the last day of their articles, newest first; of one day that which began last.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="after">The story after which the answer begins; null from the beginning.</param>
    /// <param name="fewest">Stories with fewer articles are left out.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<StoryHead> Newest(int limit, StoryHead? after = null, int fewest = 1)
    {
        using ArchiveConnection connection = _archive.Connect();
        (string, object?)[] parameters = [("@fewest", (long)fewest), ("@limit", (long)limit)];
        List<(long Id, int Articles, DateOnly First, DateOnly Last)> stories = connection.Query(
            $"""
            SELECT id, articles, first_day, last_day FROM stories WHERE last_day IS NOT NULL AND articles >= @fewest{(after is null ? "" : " AND (last_day, id) < (@day, @after)")}
            ORDER BY last_day DESC, id DESC LIMIT @limit
            """,
            row => (row.GetInt64(0), row.GetInt32(1), DateOnly.FromDayNumber(row.GetInt32(2)), DateOnly.FromDayNumber(row.GetInt32(3))),
            after is null ? parameters : [.. parameters, ("@day", (long)after.Last.DayNumber), ("@after", after.Id)]);
        return [.. stories.Select(story => new StoryHead(story.Id, Latest(connection, story.Id), story.Articles, Voices(connection, story.Id), story.First, story.Last))];
    }

    private static List<long> Numbers(ArchiveConnection connection, long story, int limit, int skip) => connection.Query(
        """
        SELECT id FROM happenings WHERE id IN
            (SELECT happening_reports.happening FROM happening_reports JOIN articles ON articles.id = happening_reports.article WHERE articles.story = @story)
        ORDER BY CASE WHEN date_from IS NULL THEN 1 ELSE 0 END, date_from, id LIMIT @limit OFFSET @skip
        """,
        row => row.GetInt64(0), ("@story", story), ("@limit", (long)limit), ("@skip", (long)skip));

    // The headline of the article that was put there last.
    private static string? Latest(ArchiveConnection connection, long story) => (string?)connection.Scalar(
        """
        SELECT revisions.title FROM story_members JOIN articles ON articles.id = story_members.article JOIN revisions ON revisions.id = articles.revision
        WHERE story_members.story = @story ORDER BY story_members.placed DESC LIMIT 1
        """, ("@story", story));

    private static int Voices(ArchiveConnection connection, long story) => (int)connection.Number(
        "SELECT COUNT(DISTINCT copy_group) FROM (SELECT copy_group FROM articles WHERE story = @story LIMIT @most) AS counted", ("@story", story), ("@most", (long)Most));

    private IEnumerable<KeptHappening> Happenings(List<long> numbers)
    {
        if (numbers.Count == 0) return [];
        List<(long Event, long Happening)> events;
        using (ArchiveConnection connection = _archive.Connect())
        {
            events = connection.Query(
                $"SELECT id, happening FROM events WHERE current = 1 AND {connection.Dialect.IsAmong("happening", "@happenings")} ORDER BY id",
                row => (row.GetInt64(0), row.GetInt64(1)), ("@happenings", connection.Dialect.Numbers(numbers)));
        }

        ILookup<long, long> of = events.ToLookup(pair => pair.Happening, pair => pair.Event);
        Dictionary<long, KeptEvent> kept = numbers.SelectMany(number => of[number].Take(Most)).Chunk(AtOnce).SelectMany(_archive.Events.Load).ToDictionary(one => one.Id);
        return numbers.Select(number => Summed(number, [.. of[number].Take(Most).Where(kept.ContainsKey).Select(one => kept[one])])).OfType<KeptHappening>();
    }

    /// <summary>The happening of that number with all accounts of it; null where there is none.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public KeptHappening? Happening(long id)
    {
        return Summed(id, [.. _archive.Events.Read(new EventQuery { Happening = id, Limit = Most })]);
    }

    private static KeptHappening? Summed(long id, ImmutableArray<KeptEvent> events) => events.IsEmpty ? null
        : new KeptHappening(id, HappeningSummary.Of([.. events.Select(kept => new Account(kept.Id, kept.Article.Id, kept.Article.CopyGroup, kept.ToReport()))]), events);
}
