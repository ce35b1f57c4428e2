using Readout.Archive;
using Readout.Archive.Feeds;
using Readout.Archive.Writing;
using Readout.Coding.Reading;
using Readout.Jobs.Ingest;
using Readout.Jobs.Links;

namespace Readout.Jobs.Follow;

/// <summary>
/// Polls the feeds that an archive knows until it is stopped, each when its turn comes. It writes only while it has something to
/// write, so that others may between.
/// </summary>
public sealed class FollowJob(RecordArchive archive, Reader reader, IngestOptions options, FeedSchedule schedule, IJobListener listener, TimeProvider? clock = null)
{
    private static readonly TimeSpan s_shortestRest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestRest = TimeSpan.FromMinutes(1);
    private readonly TimeProvider _time = clock ?? TimeProvider.System;
    private readonly HashSet<Uri> _toldDead = [];

    /// <summary>Adds feeds to those that the archive knows; one that it knows is asked again at the next turn.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="addresses">Their addresses.</param>
    /// <param name="now">The present time.</param>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public static void Add(RecordArchive archive, IEnumerable<Uri> addresses, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(addresses);
        using ArchiveWriter writer = archive.WaitToWrite();
        foreach (Uri address in addresses)
        {
            FollowedFeed feed = archive.Feeds.Find(address) ?? FeedSchedule.New(address, null, now);
            writer.Feeds.Note(feed with { State = FeedState.Active, NextAt = now, Failures = 0 });
        }

        writer.Commit();
    }

    /// <summary>Forgets feeds; the articles that came from them stay.</summary>
    /// <returns>The addresses that the archive did not know.</returns>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public static IReadOnlyList<Uri> Remove(RecordArchive archive, IEnumerable<Uri> addresses)
    {
        ArgumentNullException.ThrowIfNull(archive);
        List<Uri> unknown = [];
        using ArchiveWriter writer = archive.WaitToWrite();
        foreach (Uri address in addresses)
        {
            if (archive.Feeds.Find(address) is null) unknown.Add(address);
            else writer.Feeds.Forget(address);
        }

        writer.Commit();
        return unknown;
    }

    /// <summary>Polls.</summary>
    /// <param name="once">Whether to stop when each feed whose turn has come was asked.</param>
    /// <param name="cancellation">Stops the polling; what was read is kept.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="ArchiveException">The archive cannot be read or written; what was committed is kept.</exception>
    public async Task<JobProgress> RunAsync(bool once, CancellationToken cancellation = default)
    {
        JobProgress total = default;
        using IngestJob job = new(archive, reader, options, listener, null, _time);
        while (!cancellation.IsCancellationRequested)
        {
            if (archive.Feeds.Due(_time.GetUtcNow()).Count > 0)
            {
                total = Sum(total, await job.PollAsync(schedule, cancellation).ConfigureAwait(false));
                TellDead();
            }

            if (once || !await RestAsync(cancellation).ConfigureAwait(false)) break;
        }

        return total;
    }

    /// <summary>Waits until a feed's turn comes, at most a minute, for feeds may be added meanwhile; false where the job is to stop.</summary>
    private async Task<bool> RestAsync(CancellationToken cancellation)
    {
        DateTimeOffset now = _time.GetUtcNow();
        TimeSpan rest = archive.Feeds.All().Where(feed => feed.State == FeedState.Active).Select(feed => feed.NextAt - now).Append(s_longestRest).Min();
        try
        {
            await Task.Delay(rest < s_shortestRest ? s_shortestRest : rest, _time, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void TellDead()
    {
        foreach (FollowedFeed feed in archive.Feeds.All().Where(FeedSchedule.IsDead))
        {
            if (!_toldDead.Add(feed.Address)) continue;
            listener.Noted(feed.State == FeedState.Gone
                ? $"{feed.Address.AbsoluteUri} is gone for good, its server says; it is not asked again"
                : $"{feed.Address.AbsoluteUri} failed {feed.Failures} times in a row: {feed.Problem}; it is asked once a day");
        }
    }

    private static JobProgress Sum(JobProgress a, JobProgress b) => new()
    {
        New = a.New + b.New,
        Revised = a.Revised + b.Revised,
        Recoded = a.Recoded + b.Recoded,
        Known = a.Known + b.Known,
        Refused = a.Refused + b.Refused,
    };
}
