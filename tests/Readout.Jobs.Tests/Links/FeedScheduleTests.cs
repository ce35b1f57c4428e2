using Readout.Archive.Feeds;
using Readout.Jobs.Links;
using Readout.Sources.Fetching;

namespace Readout.Jobs.Tests.Links;

public class FeedScheduleTests
{
    private static readonly DateTimeOffset s_now = new(2010, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly FollowedFeed s_feed = FeedSchedule.New(new Uri("https://quay.example/feed"), "Quay", s_now) with { ETag = "\"old\"" };
    private static readonly FeedSchedule s_schedule = FeedSchedule.Default;

    [Fact]
    public void A_feed_that_is_well_is_asked_again_after_the_interval()
    {
        FollowedFeed after = s_schedule.After(s_feed with { Failures = 3, Problem = "x" }, new FetchOutcome { Kind = FetchKind.Fetched, ETag = "\"new\"" }, 4, true, s_now);
        Assert.Equal((s_now + TimeSpan.FromMinutes(30), 0, null, 4L, "\"new\"", s_now), (after.NextAt, after.Failures, after.Problem, after.Articles, after.ETag, after.ChangedAt));
    }

    [Fact]
    public void Validators_wait_until_all_is_had() =>
        Assert.Equal("\"old\"", s_schedule.After(s_feed, new FetchOutcome { Kind = FetchKind.Fetched, ETag = "\"new\"" }, 4, false, s_now).ETag);

    [Fact]
    public void Failures_double_the_wait_up_to_a_day()
    {
        FollowedFeed feed = s_feed;
        List<double> hours = [];
        for (int i = 0; i < 9; i++)
        {
            feed = s_schedule.After(feed, new FetchOutcome { Kind = FetchKind.Failed, What = "the answer broke off" }, 0, true, s_now);
            hours.Add((feed.NextAt - s_now).TotalHours);
        }

        Assert.Equal([0.5, 1, 2, 4, 8, 16, 24, 24, 24], hours);
        Assert.False(FeedSchedule.IsDead(feed));
        Assert.True(FeedSchedule.IsDead(s_schedule.After(feed, new FetchOutcome { Kind = FetchKind.Refused, Status = 404 }, 0, true, s_now)));
        Assert.Equal("\"old\"", feed.ETag);
    }

    [Fact]
    public void A_wait_that_is_asked_for_is_kept()
    {
        DateTimeOffset later = s_now + TimeSpan.FromHours(5);
        Assert.Equal(later, s_schedule.After(s_feed, new FetchOutcome { Kind = FetchKind.Failed, Status = 429, RetryAt = later }, 0, true, s_now).NextAt);
    }

    [Fact]
    public void What_is_gone_is_gone_and_comes_back_when_it_answers()
    {
        FollowedFeed gone = s_schedule.After(s_feed, new FetchOutcome { Kind = FetchKind.Refused, Status = 410, What = "the server answered 410 Gone" }, 0, true, s_now);
        Assert.Equal((FeedState.Gone, true), (gone.State, FeedSchedule.IsDead(gone)));
        Assert.Equal(FeedState.Active, s_schedule.After(gone, new FetchOutcome { Kind = FetchKind.NotModified }, 0, true, s_now).State);
    }

    [Fact]
    public void A_move_for_good_is_followed()
    {
        Uri moved = new("https://quay.example/news.xml");
        Assert.Equal(moved, s_schedule.After(s_feed, new FetchOutcome { Kind = FetchKind.Fetched, MovedTo = moved }, 0, true, s_now).Address);
    }
}
