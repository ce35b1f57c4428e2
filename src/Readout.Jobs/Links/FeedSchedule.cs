using Readout.Archive.Feeds;
using Readout.Sources.Fetching;

namespace Readout.Jobs.Links;

/// <summary>When a feed is asked again, and what its answers say of its health. Pure, immutable.</summary>
/// <param name="Interval">Time between two polls of a feed that is well.</param>
public sealed record FeedSchedule(TimeSpan Interval)
{
    /// <summary>A feed that failed so often in a row is dead: it is told, and asked once a day.</summary>
    public const int DeadAfter = 10;

    private static readonly TimeSpan s_longest = TimeSpan.FromHours(24);

    /// <summary>Every half hour.</summary>
    public static FeedSchedule Default { get; } = new(TimeSpan.FromMinutes(30));

    /// <summary>Whether a feed has failed so often that a person should look after it.</summary>
    public static bool IsDead(FollowedFeed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        return feed.State == FeedState.Gone || feed.Failures >= DeadAfter;
    }

    /// <summary>A feed of which nothing is known yet, to be asked at once.</summary>
    public static FollowedFeed New(Uri address, string? title, DateTimeOffset now) => new(address) { Title = title, AddedAt = now, NextAt = now };

    /// <summary>A feed after it was asked.</summary>
    /// <param name="feed">The feed before.</param>
    /// <param name="outcome">What came of asking.</param>
    /// <param name="articles">How many of its articles were kept now.</param>
    /// <param name="isWhole">Whether all that it names was had; only then are its validators kept, so that the rest is asked for again.</param>
    /// <param name="now">The present time.</param>
    public FollowedFeed After(FollowedFeed feed, FetchOutcome outcome, long articles, bool isWhole, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.Kind is not (FetchKind.Fetched or FetchKind.NotModified)) return Failed(feed, outcome, now);
        return feed with
        {
            Address = outcome.MovedTo ?? feed.Address,
            State = feed.State == FeedState.Gone ? FeedState.Active : feed.State,
            CheckedAt = now,
            ChangedAt = articles > 0 ? now : feed.ChangedAt,
            NextAt = now + Interval,
            ETag = isWhole ? outcome.ETag : feed.ETag,
            LastModified = isWhole ? outcome.LastModified : feed.LastModified,
            Failures = 0,
            Problem = null,
            Articles = feed.Articles + articles,
        };
    }

    private FollowedFeed Failed(FollowedFeed feed, FetchOutcome outcome, DateTimeOffset now)
    {
        TimeSpan wait = Interval * Math.Pow(2, Math.Min(feed.Failures, 10));
        DateTimeOffset next = now + (wait < s_longest ? wait : s_longest);
        return feed with
        {
            State = outcome.Status == 410 ? FeedState.Gone : feed.State,
            CheckedAt = now,
            NextAt = outcome.RetryAt > next ? outcome.RetryAt.Value : next,
            Failures = feed.Failures + 1,
            Problem = outcome.What,
        };
    }
}
