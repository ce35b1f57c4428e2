using Readout.Archive;
using Readout.Archive.Feeds;
using Readout.Desk.Hosting;
using Readout.Desk.Security;
using Readout.Jobs.Links;

namespace Readout.Desk.Sources;

/// <summary>Reads what the page of sources shows. Safe to call from every thread.</summary>
internal sealed class SourceModels(RecordArchive archive, SourceJobs jobs, DeskOptions options)
{
    public SourcesModel Read(DeskReader reader) => new()
    {
        Feeds = [.. archive.Feeds.All().Select(Item).OrderByDescending(Trouble).ThenBy(feed => feed.Title ?? feed.Address, StringComparer.OrdinalIgnoreCase).ThenBy(feed => feed.Address, StringComparer.Ordinal)],
        Follow = jobs.Follow,
        UnderWay = jobs.UnderWay,
        Past = jobs.Past,
        HasSamples = Samples is not null,
        MayChange = reader.IsEditor,
        MostBytes = UploadedFiles.MostBytes,
    };

    /// <summary>Folder of the samples, or null where there are none.</summary>
    public string? Samples => options.Samples is { } folder && Directory.Exists(folder) ? folder : null;

    public static FeedItem Item(FollowedFeed feed) => new()
    {
        Address = feed.Address.AbsoluteUri,
        Title = feed.Title,
        Health = Health(feed),
        CheckedAt = feed.CheckedAt,
        ChangedAt = feed.ChangedAt,
        NextAt = feed.State == FeedState.Active ? feed.NextAt : null,
        Failures = feed.Failures,
        Problem = feed.Problem,
        Articles = feed.Articles,
    };

    private static string Health(FollowedFeed feed) => feed switch
    {
        { State: FeedState.Gone } => "gone",
        { State: FeedState.Paused } => "paused",
        { CheckedAt: null } => "new",
        { Failures: 0 } => "well",
        _ => FeedSchedule.IsDead(feed) ? "dead" : "failing",
    };

    private static int Trouble(FeedItem feed) => feed.Health switch
    {
        "gone" => 4,
        "dead" => 3,
        "failing" => 2,
        _ => 1,
    };
}
