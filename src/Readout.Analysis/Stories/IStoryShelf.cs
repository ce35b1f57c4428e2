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

    /// <summary>
    /// The stories posted under each of some terms for a week near a day, latest posted first, no more than <see cref="PostingLimit"/> a term
    /// and week. Articles without a day meet only those without one.
    /// </summary>
    /// <param name="terms">The terms.</param>
    /// <param name="day">Day of publication as <see cref="DateOnly.DayNumber"/>, or null.</param>
    ILookup<long, long> Posted(IReadOnlyList<long> terms, int? day);

    /// <summary>A story; null where it has been merged into another.</summary>
    Story? Load(long id);

    /// <summary>The articles put into a story last, in the order in which they were put there; no more than a limit.</summary>
    IReadOnlyList<StoryMember> Latest(long story, int limit);

    /// <summary>Keeps an article in a story, new or moved there, and posts the story under the article's keys and week.</summary>
    void Put(long story, StoryMember member);

    /// <summary>Keeps a story as it now is.</summary>
    void Save(Story story);

    /// <summary>Gives all articles of one story to another and forgets it.</summary>
    void Merge(long story, long into);

    /// <summary>Stories that are posted under one term for one week: only the latest.</summary>
    const int PostingLimit = 24;

    /// <summary>The week of a day; -1 for none.</summary>
    static int Week(int? day) => day is int number ? number / 7 : -1;

    /// <summary>The first and the last week that come near a day.</summary>
    static (int First, int Last) Window(int? day) => day is int number ? (Math.Max(0, number - StoryTeller.Window) / 7, (number + StoryTeller.Window) / 7) : (-1, -1);
}
