using System.Collections.Immutable;

namespace Readout.Analysis.Stories;

/// <summary>Stories kept in memory. Not safe for use from several threads.</summary>
public sealed class StoryShelf : IStoryShelf
{
    private readonly Dictionary<long, int> _frequencies = [];
    private readonly Dictionary<long, List<long>> _postings = [];
    private readonly Dictionary<long, Story> _stories = [];
    private readonly Dictionary<long, SortedSet<long>> _keys = [];
    private readonly Dictionary<long, List<StoryMember>> _members = [];
    private readonly Dictionary<long, long> _placed = [];

    /// <inheritdoc/>
    public long Articles { get; private set; }

    /// <summary>The story that an article is in.</summary>
    public long StoryOf(long article) => _placed[article];

    /// <inheritdoc/>
    public IReadOnlyList<int> Frequencies(ImmutableArray<ArticleTerm> terms) => [.. terms.Select(term => _frequencies.GetValueOrDefault(term.Hash))];

    /// <inheritdoc/>
    public void Count(ImmutableArray<ArticleTerm> terms)
    {
        Articles++;
        foreach (ArticleTerm term in terms) _frequencies[term.Hash] = _frequencies.GetValueOrDefault(term.Hash) + 1;
    }

    /// <inheritdoc/>
    public IReadOnlyList<long> Posted(long term, int? from, int? to, int limit)
    {
        if (!_postings.TryGetValue(term, out List<long>? stories)) return [];
        return [.. Enumerable.Reverse(stories).Where(id => InWindow(_stories[id], from, to)).Take(limit)];
    }

    /// <inheritdoc/>
    public Story Load(long id) => _stories[id];

    /// <inheritdoc/>
    public IReadOnlyList<StoryMember> Latest(long story, int limit) => [.. _members[story].TakeLast(limit)];

    /// <inheritdoc/>
    public void Put(long story, StoryMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (_placed.TryGetValue(member.Article, out long before)) _members[before].RemoveAll(other => other.Article == member.Article);
        _placed[member.Article] = story;
        if (!_members.TryGetValue(story, out List<StoryMember>? members)) _members.Add(story, members = []);
        members.Add(member);
    }

    /// <inheritdoc/>
    public void Save(Story story, IEnumerable<long> terms)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(terms);
        _stories[story.Id] = story;
        if (!_keys.TryGetValue(story.Id, out SortedSet<long>? keys)) _keys.Add(story.Id, keys = []);
        foreach (long term in terms)
        {
            if (!_postings.TryGetValue(term, out List<long>? stories)) _postings.Add(term, stories = []);
            if (!keys.Add(term)) stories.Remove(story.Id);
            stories.Add(story.Id);
        }
    }

    /// <inheritdoc/>
    public void Merge(long story, long into)
    {
        foreach (StoryMember member in _members[story].ToList()) Put(into, member);
        _members.Remove(story);
        foreach (long term in _keys[story])
        {
            List<long> stories = _postings[term];
            if (_keys[into].Add(term)) stories[stories.IndexOf(story)] = into;
            else stories.Remove(story);
        }

        _keys.Remove(story);
        _stories.Remove(story);
    }

    private static bool InWindow(Story story, int? from, int? to) =>
        from is null || story.FirstDay is null || (story.FirstDay <= to && story.LastDay >= from);
}
