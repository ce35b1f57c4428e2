using System.Collections.Immutable;
using Readout.Analysis.Stories;
using Readout.Archive.Store;

namespace Readout.Archive.Merging;

/// <summary>
/// Stories in an archive's tables. What it remembers is what the tables say or will say before the next commit: counts of words and
/// stories that changed are held back until then. For one thread.
/// </summary>
internal sealed class ArchiveStoryShelf : IStoryShelf
{
    private const int MostWords = 400_000;
    private const int MostStories = 4_000;
    private const long AllArticles = 0;
    private const long MostPlaced = 4096;

    private readonly Dictionary<long, int> _words = [];
    private readonly SortedSet<long> _changedWords = [];
    private readonly Dictionary<long, Story?> _stories = [];
    private readonly SortedSet<long> _changedStories = [];
    private readonly HashSet<long> _insertedStories = [];
    private ArchiveConnection _connection = null!;
    private long _article;
    private long _placed;

    /// <inheritdoc/>
    public long Articles => Words([AllArticles])[0];

    /// <summary>Turns to the next article.</summary>
    public void Use(ArchiveConnection connection, long article)
    {
        _connection = connection;
        _article = article;
        _placed = article * MostPlaced;
    }

    /// <summary>Writes what was held back.</summary>
    public void Flush(ArchiveConnection connection)
    {
        _connection = connection;
        foreach (long word in _changedWords)
        {
            connection.Execute("INSERT INTO story_words (term, articles) VALUES (@term, @articles) ON CONFLICT (term) DO UPDATE SET articles = excluded.articles",
                ("@term", word), ("@articles", (long)_words[word]));
        }

        _changedWords.Clear();
        foreach (long story in _changedStories) Write(_stories[story]!);
        _changedStories.Clear();
        _insertedStories.Clear();
        if (_words.Count > MostWords) _words.Clear();
        if (_stories.Count > MostStories) _stories.Clear();
    }

    /// <inheritdoc/>
    public IReadOnlyList<int> Frequencies(ImmutableArray<ArticleTerm> terms) => Words([.. terms.Select(term => term.Hash)]);

    /// <inheritdoc/>
    public void Count(ImmutableArray<ArticleTerm> terms)
    {
        foreach (long word in terms.Select(term => term.Hash).Append(AllArticles))
        {
            _words[word]++;
            _changedWords.Add(word);
        }
    }

    /// <inheritdoc/>
    public ILookup<long, long> Posted(IReadOnlyList<long> terms, int? day)
    {
        (int first, int last) = IStoryShelf.Window(day);
        return _connection.Query(
            $"SELECT term, story FROM story_postings WHERE {_connection.Dialect.IsAmong("season", "@seasons")} AND {_connection.Dialect.IsAmong("term", "@terms")} AND week BETWEEN @first AND @last",
            row => (Term: row.GetInt64(0), Story: row.GetInt64(1)),
            ("@seasons", _connection.Dialect.Numbers(Season.Between(Season.OfWeek(first), Season.OfWeek(last)))),
            ("@terms", _connection.Dialect.Numbers([.. terms])), ("@first", (long)first), ("@last", (long)last)).Distinct().ToLookup(pair => pair.Term, pair => pair.Story);
    }

    /// <inheritdoc/>
    public Story? Load(long id)
    {
        if (_stories.TryGetValue(id, out Story? known)) return known;
        Story? story = _connection.Query(
            "SELECT articles, first_day, last_day, vector FROM stories WHERE id = @id",
            row => Story.FromBytes(id, row.GetInt32(0), (int?)row.NumberOrNull(1), (int?)row.NumberOrNull(2), (byte[])row.GetValue(3)), ("@id", id)).FirstOrDefault();
        _stories[id] = story;
        return story;
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoryMember> Latest(long story, int limit) => [.. Members("ORDER BY placed DESC LIMIT @limit", story, limit).AsEnumerable().Reverse()];

    /// <inheritdoc/>
    public void Put(long story, StoryMember member)
    {
        Insert(story);
        _connection.Execute(
            """
            INSERT INTO story_members (article, story, placed, day, vector) VALUES (@article, @story, @placed, @day, @vector)
            ON CONFLICT (article) DO UPDATE SET story = excluded.story, placed = excluded.placed
            """,
            ("@article", member.Article), ("@story", story), ("@placed", ++_placed), ("@day", (long?)member.Day), ("@vector", member.Vector.ToBytes()));
        _connection.Execute("UPDATE articles SET story = @story WHERE id = @article", ("@story", story), ("@article", member.Article));
        Post(story, IStoryShelf.Week(member.Day), [.. member.Vector.Keys()]);
    }

    /// <inheritdoc/>
    public void Save(Story story)
    {
        _stories[story.Id] = story;
        _changedStories.Add(story.Id);
    }

    /// <inheritdoc/>
    public void Merge(long story, long into)
    {
        foreach (StoryMember member in Members("ORDER BY placed LIMIT @limit", story, int.MaxValue))
        {
            Put(into, member);
            foreach (long term in member.Vector.Keys())
            {
                Unpost(story, IStoryShelf.Week(member.Day), term);
            }
        }

        _connection.Execute("DELETE FROM stories WHERE id = @story", ("@story", story));
        _stories[story] = null;
        _changedStories.Remove(story);
    }

    private int[] Words(long[] words)
    {
        long[] unknown = [.. words.Where(word => !_words.ContainsKey(word))];
        if (unknown.Length > 0)
        {
            foreach (long word in unknown) _words[word] = 0;
            foreach ((long word, int articles) in _connection.Query(
                $"SELECT term, articles FROM story_words WHERE {_connection.Dialect.IsAmong("term", "@terms")}",
                row => (row.GetInt64(0), row.GetInt32(1)), ("@terms", _connection.Dialect.Numbers(unknown))))
            {
                _words[word] = articles;
            }
        }

        return [.. words.Select(word => _words[word])];
    }

    private List<StoryMember> Members(string order, long story, int limit) => _connection.Query(
        $"SELECT article, day, vector FROM story_members WHERE story = @story {order}",
        row => new StoryMember(row.GetInt64(0), (int?)row.NumberOrNull(1), ArticleVector.FromBytes((byte[])row.GetValue(2))),
        ("@story", story), ("@limit", (long)limit));

    private void Post(long story, int week, long[] terms)
    {
        ILookup<long, long> before = _connection.Query(
            $"SELECT term, story FROM story_postings WHERE season = @season AND {_connection.Dialect.IsAmong("term", "@terms")} AND week = @week ORDER BY posted, story",
            row => (Term: row.GetInt64(0), Story: row.GetInt64(1)),
            ("@season", Season.OfWeek(week)), ("@terms", _connection.Dialect.Numbers(terms)), ("@week", (long)week)).ToLookup(pair => pair.Term, pair => pair.Story);
        foreach (long term in terms)
        {
            _connection.Execute(
                """
                INSERT INTO story_postings (season, term, week, posted, story) VALUES (@season, @term, @week, @posted, @story)
                ON CONFLICT (season, term, week, story) DO UPDATE SET posted = excluded.posted
                """,
                ("@season", Season.OfWeek(week)), ("@term", term), ("@week", (long)week), ("@posted", _article), ("@story", story));
            if (before[term].Contains(story) || before[term].Count() < IStoryShelf.PostingLimit) continue;
            Unpost(before[term].First(), week, term);
        }
    }

    private void Unpost(long story, int week, long term) => _connection.Execute(
        "DELETE FROM story_postings WHERE season = @season AND term = @term AND week = @week AND story = @story",
        ("@season", Season.OfWeek(week)), ("@term", term), ("@week", (long)week), ("@story", story));

    /// <summary>Members refer to a row of their story, which is filled in before the commit.</summary>
    private void Insert(long story)
    {
        if (!_insertedStories.Add(story)) return;
        _connection.Execute("INSERT INTO stories (id, articles, vector) VALUES (@id, 0, @vector) ON CONFLICT (id) DO NOTHING", ("@id", story), ("@vector", Array.Empty<byte>()));
    }

    private void Write(Story story) => _connection.Execute(
        "UPDATE stories SET articles = @articles, first_day = @first, last_day = @last, vector = @vector WHERE id = @id",
        ("@articles", (long)story.Count), ("@first", (long?)story.FirstDay), ("@last", (long?)story.LastDay), ("@vector", story.ToBytes()), ("@id", story.Id));
}
