using System.Collections.Immutable;
using Readout.Archive.Feeds;

namespace Readout.Desk.Sources;

/// <summary>What comes in, from where, and how it goes. Immutable.</summary>
/// <param name="Work">What is being done, what waits, and what was done since the desk started, the newest first.</param>
/// <param name="Feeds">The feeds that the archive follows, by address.</param>
/// <param name="HasSamples">Whether the desk has samples to offer.</param>
/// <param name="MayAdd">Whether the reader may add sources.</param>
public sealed record SourcesModel(ImmutableArray<WorkModel> Work, ImmutableArray<FeedModel> Feeds, bool HasSamples, bool MayAdd)
{
    /// <summary>Whether something is being done or waits.</summary>
    public bool IsBusy => Work.Any(work => work.State is WorkState.Waiting or WorkState.Running);
}

/// <summary>How far a piece of work is.</summary>
public enum WorkState
{
    /// <summary>Others come first.</summary>
    Waiting,

    /// <summary>It is being done.</summary>
    Running,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>A person stopped it; what was read is kept.</summary>
    Stopped,

    /// <summary>It could not be done; what was committed is kept.</summary>
    Failed,
}

/// <summary>A piece of work. Immutable.</summary>
/// <param name="Number">Its number since the desk started.</param>
/// <param name="What">What is done, in words.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="State">How far it is.</param>
/// <param name="BegunAt">When it began, or null.</param>
/// <param name="EndedAt">When it ended, or null.</param>
/// <param name="New">Articles that the archive did not have.</param>
/// <param name="Changed">Articles that had changed, or were coded anew.</param>
/// <param name="Known">Articles that the archive had already.</param>
/// <param name="Refused">Inputs that gave no article.</param>
/// <param name="Share">How much of the files is read, 0 to 1; null where that is not known.</param>
/// <param name="Refusals">Why inputs gave no article: the first of them.</param>
/// <param name="Fault">Why it could not be done, or null.</param>
public sealed record WorkModel(
    long Number, string What, string By, WorkState State, DateTimeOffset? BegunAt, DateTimeOffset? EndedAt, long New, long Changed, long Known, long Refused, double? Share,
    ImmutableArray<string> Refusals, string? Fault);

/// <summary>A feed with its health. Immutable.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Health">well, failing, dead, gone or paused.</param>
/// <param name="Problem">What was wrong when it was last asked, or null.</param>
/// <param name="Articles">How many articles came from it.</param>
/// <param name="AskedAt">When it was last asked, or null.</param>
/// <param name="ChangedAt">When it last had something new, or null.</param>
/// <param name="NextAt">When it is to be asked next.</param>
public sealed record FeedModel(
    string Address, string? Title, string Health, string? Problem, long Articles, DateTimeOffset? AskedAt, DateTimeOffset? ChangedAt, DateTimeOffset NextAt)
{
    private const int DeadFailures = 10;

    /// <summary>The model of a feed.</summary>
    public static FeedModel Of(FollowedFeed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        string health = feed.State == FeedState.Gone ? "gone" : feed.State == FeedState.Paused ? "paused" : feed.Failures >= DeadFailures ? "dead" : feed.Failures > 0 ? "failing" : "well";
        return new FeedModel(feed.Address.AbsoluteUri, feed.Title, health, feed.Problem, feed.Articles, feed.CheckedAt, feed.ChangedAt, feed.NextAt);
    }
}
