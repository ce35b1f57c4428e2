using System.Collections.Immutable;

namespace Readout.Analysis.Stories;

/// <summary>Stories kept in memory. Not safe for use from several threads.</summary>
public sealed class StoryShelf : IStoryShelf
{
    private readonly Dictionary<long, int> _frequencies = [];
    private readonly Dictionary<(long Term, int Week), List<long>> _postings = [];
    private readonly Dictionary<long, Story> _stories = [];
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
    public ILookup<long, long> Posted(IReadOnlyList<long> terms, int? day)
    {
        ArgumentNullException.ThrowIfNull(terms);
        (int first, int last) = IStoryShelf.Window(day);
        return terms.SelectMany(term => Enumerable.Range(first, last - first + 1).SelectMany(week => _postings.GetValueOrDefault((term, week)) ?? []).Distinct().Select(story => (term, story)))
            .ToLookup(pair => pair.term, pair => pair.story);
    }

    /// <inheritdoc/>
    public Story? Load(long id) => _stories.GetValueOrDefault(id);

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
        foreach (long term in member.Vector.Keys()) Post(term, IStoryShelf.Week(member.Day), story);
    }

    /// <inheritdoc/>
    public void Save(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        _stories[story.Id] = story;
    }

    /// <inheritdoc/>
    public void Merge(long story, long into)
    {
        foreach (StoryMember member in _members[story].ToList()) Put(into, member);
        _members.Remove(story);
        _stories.Remove(story);
    }

    private void Post(long term, int week, long story)
    {
        if (!_postings.TryGetValue((term, week), out List<long>? stories)) _postings.Add((term, week), stories = []);
        stories.Remove(story);
        stories.Add(story);
        if (stories.Count > IStoryShelf.PostingLimit) stories.RemoveAt(0);
    }
}
