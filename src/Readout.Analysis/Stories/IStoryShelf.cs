using System.Collections.Immutable;

namespace Readout.Analysis.Stories;

/// <summary>An article as its story keeps it.</summary>
/// <param name="Article">Number of the article, in the order of arrival.</param>
/// <param name="Day">Day of publication as <see cref="DateOnly.DayNumber"/>, or null.</param>
/// <param name="Vector">Its terms.</param>
public sealed record StoryMember(long Article, int? Day, ArticleVector Vector);

/// <summary>
/// Where stories are kept: in memory or in an archive's tables. All that <see cref="StoryTeller"/> knows of earlier articles it asks
/// here, by lookups whose cost does not grow with their number.
/// </summary>
public interface IStoryShelf
{
    /// <summary>Number of articles that were counted.</summary>
    long Articles { get; }

    /// <summary>In how many of them each of some terms stands.</summary>
    IReadOnlyList<int> Frequencies(ImmutableArray<ArticleTerm> terms);

    /// <summary>Counts an article's terms.</summary>
    void Count(ImmutableArray<ArticleTerm> terms);

    /// <summary>The stories posted under a term whose days come near a day, latest posted first, no more than a limit.</summary>
    /// <param name="term">The term.</param>
    /// <param name="from">First day that counts, or null where the article has none.</param>
    /// <param name="to">Last day that counts, or null.</param>
    /// <param name="limit">At most this many.</param>
    IReadOnlyList<long> Posted(long term, int? from, int? to, int limit);

    /// <summary>A story that was posted.</summary>
    Story Load(long id);

    /// <summary>The articles put into a story last, in the order in which they were put there; no more than a limit.</summary>
    IReadOnlyList<StoryMember> Latest(long story, int limit);

    /// <summary>Keeps an article in a story, new or moved there.</summary>
    void Put(long story, StoryMember member);

    /// <summary>Keeps a story as it now is, posted under some terms more.</summary>
    void Save(Story story, IEnumerable<long> terms);

    /// <summary>Gives all articles and terms of one story to another and forgets it.</summary>
    void Merge(long story, long into);
}
