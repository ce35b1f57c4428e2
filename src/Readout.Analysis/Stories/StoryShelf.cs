using System.Collections.Immutable;

namespace Readout.Analysis.Stories;

/// <summary>Stories kept in memory. Not safe for use from several threads.</summary>
public sealed class StoryShelf : IStoryShelf
{
    private readonly Dictionary<long, int> _frequencies = [];
    private readonly Dictionary<long, List<string>> _postings = [];
    private readonly Dictionary<string, Story> _stories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<StoryMember>> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _placed = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public long Articles { get; private set; }

    /// <summary>The story that an article is in.</summary>
    public string StoryOf(string article) => _placed[article];

    /// <inheritdoc/>
    public IReadOnlyList<int> Frequencies(ImmutableArray<ArticleTerm> terms) => [.. terms.Select(term => _frequencies.GetValueOrDefault(term.Hash))];

    /// <inheritdoc/>
    public void Count(ImmutableArray<ArticleTerm> terms)
    {
        Articles++;
        foreach (ArticleTerm term in terms) _frequencies[term.Hash] = _frequencies.GetValueOrDefault(term.Hash) + 1;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Posted(long term, int? from, int? to, int limit)
    {
        if (!_postings.TryGetValue(term, out List<string>? stories)) return [];
        return [.. Enumerable.Reverse(stories).Where(id => InWindow(_stories[id], from, to)).Take(limit)];
    }

    /// <inheritdoc/>
    public Story Load(string id) => _stories[id];

    /// <inheritdoc/>
    public IReadOnlyList<StoryMember> Latest(string story, int limit) => [.. _members[story].TakeLast(limit)];

    /// <inheritdoc/>
    public void Put(string story, StoryMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (_placed.TryGetValue(member.Article, out string? before)) _members[before].RemoveAll(other => other.Article == member.Article);
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
        foreach (long term in terms)
        {
            if (!_postings.TryGetValue(term, out List<string>? stories)) _postings.Add(term, stories = []);
            stories.Remove(story.Id);
            stories.Add(story.Id);
        }
    }

    /// <inheritdoc/>
    public void Merge(string story, string into)
    {
        foreach (StoryMember member in _members[story].ToList()) Put(into, member);
        _members.Remove(story);
        _stories.Remove(story);
        foreach (List<string> stories in _postings.Values)
        {
            int at = stories.IndexOf(story);
            if (at < 0) continue;
            if (stories.Contains(into)) stories.RemoveAt(at);
            else stories[at] = into;
        }
    }

    private static bool InWindow(Story story, int? from, int? to) =>
        from is null || story.FirstDay is null || (story.FirstDay <= to && story.LastDay >= from);
}
