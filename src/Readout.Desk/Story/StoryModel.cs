using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Readout.Desk.Api;
using Readout.Desk.Api.Happenings;
using Readout.Desk.Layout;

namespace Readout.Desk.Story;

/// <summary>A story: the articles about one matter, over days. Immutable.</summary>
public sealed record StoryModel : IPaged
{
    /// <summary>Number of the story: that of the article that it began with.</summary>
    public required long Id { get; init; }

    /// <summary>Its newest headline.</summary>
    public required string Title { get; init; }

    /// <summary>Day of its first article.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Day of its last article.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>How many articles it has.</summary>
    public required int Count { get; init; }

    /// <summary>How many, copies counted once.</summary>
    public required int Voices { get; init; }

    /// <summary>What its articles report, by first day; those without a day last.</summary>
    public required ImmutableArray<HappeningModel> Happenings { get; init; }

    /// <summary>Who said what in its articles.</summary>
    public required ImmutableArray<SpeakerQuotes> Speakers { get; init; }

    /// <summary>Its first articles by day of publication, each with its copies.</summary>
    public required ImmutableArray<ArticleWithCopies> Articles { get; init; }

    /// <summary>The cursor of further happenings, or null.</summary>
    public string? Next { get; init; }

    /// <summary>Whether this is not the first page of happenings.</summary>
    [JsonIgnore]
    public bool IsLater { get; init; }

    /// <summary>Address of its page.</summary>
    public string Address => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/story/{Id}");

    /// <summary>The happenings of which some sources contradict others.</summary>
    [JsonIgnore]
    public IEnumerable<HappeningModel> Disputed => Happenings.Where(happening => happening.Claims.Any(claim => claim.Standing == "disputed"));
}

/// <summary>What somebody said in a story. Immutable.</summary>
/// <param name="Speaker">Who; null for those who are not named.</param>
/// <param name="Quotes">What, in the order of the articles.</param>
public sealed record SpeakerQuotes(ActorName? Speaker, ImmutableArray<QuoteLine> Quotes);

/// <summary>An article with its copies. Immutable.</summary>
/// <param name="Article">The article.</param>
/// <param name="Copies">Articles of the story that say the same words.</param>
public sealed record ArticleWithCopies(ArticleLine Article, ImmutableArray<ArticleLine> Copies);

/// <summary>A page of stories, the newest first. Immutable.</summary>
/// <param name="Stories">The stories.</param>
/// <param name="Fewest">Stories with fewer articles are left out.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record StoriesModel(ImmutableArray<StoryLine> Stories, int Fewest, string? Next) : IPaged;

/// <summary>A story in a list. Immutable.</summary>
/// <param name="Id">Number of the story.</param>
/// <param name="Title">Its newest headline.</param>
/// <param name="Articles">How many articles it has.</param>
/// <param name="Voices">How many, copies counted once.</param>
/// <param name="First">Day of its first article.</param>
/// <param name="Last">Day of its last article.</param>
public sealed record StoryLine(long Id, string Title, int Articles, int Voices, DateOnly First, DateOnly Last)
{
    /// <summary>Address of its page.</summary>
    public string Address => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/story/{Id}");
}
