using Readout.Archive;
using Readout.Archive.Feeds;
using Readout.Desk.Hosting;
using Readout.Desk.Security;
using Readout.Jobs;
using Readout.Jobs.Follow;
using Readout.Jobs.Ingest;
using Readout.Jobs.Links;

namespace Readout.Desk.Sources;

/// <summary>What comes in, and the beginning of more. Safe to call from every thread.</summary>
/// <param name="archive">The archive.</param>
/// <param name="knowledge">What reads articles.</param>
/// <param name="options">How inputs are read, and where the samples lie.</param>
/// <param name="work">What is done in the background.</param>
internal sealed class SourceModels(RecordArchive archive, DeskKnowledge knowledge, DeskOptions options, DeskWork work)
{
    /// <summary>What comes in, as a reader sees it.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public SourcesModel Read(DeskReader reader) =>
        new(work.All, [.. archive.Feeds.All().Select(FeedModel.Of)], options.Samples is { } folder && Directory.Exists(folder), reader.IsEditor);

    /// <summary>Begins to read the samples.</summary>
    public void AddSamples(DeskReader by)
    {
        if (options.Samples is not { } folder || !Directory.Exists(folder)) throw DeskFaultException.NotFound("sample here");
        Begin("the samples", by, [folder], null);
    }

    /// <summary>Begins to read an address: a page once; a feed or a list of feeds now and from then on.</summary>
    public void AddAddress(DeskReader by, Uri address) => Begin(address.AbsoluteUri, by, [address.AbsoluteUri], null);

    /// <summary>Begins to read files that were dropped; their folder is deleted afterwards.</summary>
    public void AddFiles(DeskReader by, string folder, IReadOnlyList<string> names)
    {
        string what = names.Count == 1 ? names[0] : $"{names[0]} and {Layout.Wording.Count(names.Count - 1, "other file")}";
        Begin(what, by, [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal)], folder);
    }

    /// <summary>Begins to ask all feeds now, whosever turn it is.</summary>
    public void AskFeeds(DeskReader by) => work.Begin("all feeds", by.Name, async (listener, cancellation) =>
    {
        FollowJob.Add(archive, archive.Feeds.All().Where(feed => feed.State == FeedState.Active).Select(feed => feed.Address), options.Time.GetUtcNow());
        return await new FollowJob(archive, knowledge.Reader, options.Ingest, FeedSchedule.Default, listener, options.Time).RunAsync(once: true, cancellation).ConfigureAwait(false);
    });

    /// <summary>Begins to forget a feed.</summary>
    public void Forget(DeskReader by, Uri address) => work.Begin($"forgetting {address.AbsoluteUri}", by.Name, (_, _) =>
    {
        FollowJob.Remove(archive, [address]);
        return Task.FromResult(default(JobProgress));
    });

    /// <summary>Stops what is being done.</summary>
    public void Stop() => work.Stop();

    private void Begin(string what, DeskReader by, string[] inputs, string? folder) => work.Begin(what, by.Name, async (listener, cancellation) =>
    {
        try
        {
            using IngestJob job = new(archive, knowledge.Reader, options.Ingest, listener, null, options.Time);
            return await job.RunAsync(inputs, cancellation).ConfigureAwait(false);
        }
        finally
        {
            if (folder is not null) Directory.Delete(folder, recursive: true);
        }
    });
}
