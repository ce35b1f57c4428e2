using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Readout.Archive;
using Readout.Archive.Ingests;
using Readout.Desk.Hosting;
using Readout.Jobs;
using Readout.Jobs.Follow;
using Readout.Jobs.Ingest;
using Readout.Jobs.Links;
using Readout.Sources;

namespace Readout.Desk.Sources;

/// <summary>
/// What the desk reads: one ingest at a time, and between them the feeds whose turn has come, while following is on. Safe to call from
/// every thread.
/// </summary>
internal sealed partial class SourceJobs(RecordArchive archive, DeskOptions options, DeskKnowledge knowledge, ILogger<SourceJobs> log) : BackgroundService, IJobListener
{
    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_beat = TimeSpan.FromMilliseconds(250);
    private readonly Lock _lock = new();
    // The archive has one writer at a time.
    private readonly SemaphoreSlim _writing = new(1);
    private readonly IngestBook _book = new(archive);
    private IngestRecord? _last;
    private IngestRecord? _underWay;
    private Task _running = Task.CompletedTask;
    private FollowItem _follow = new(options.Follows, null, null);
    private CancellationTokenSource? _polling;

    public FollowItem Follow
    {
        get
        {
            lock (_lock) return _follow;
        }
    }

    public IngestItem? UnderWay
    {
        get
        {
            lock (_lock) return _underWay?.Now();
        }
    }

    /// <summary>Those before it, newest first, whenever the desk was started since.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public ImmutableArray<IngestItem> Past => _book.Newest();

    /// <summary>Begins to ingest.</summary>
    /// <param name="what">What it is, for people.</param>
    /// <param name="inputs">Paths and addresses.</param>
    /// <param name="after">What is done when it is over, whatever became of it.</param>
    /// <exception cref="DeskFaultException">Another ingest is under way.</exception>
    public void Start(string what, IReadOnlyList<string> inputs, Action? after = null)
    {
        lock (_lock)
        {
            if (_underWay is not null) throw Busy($"{_underWay.Now().What} is being read");
            IngestRecord record = new(_book.Newest() is [{ Id: var newest }, ..] ? newest + 1 : 1, what, options.Time);
            _underWay = record;
            _running = Task.Run(() => IngestAsync(record, inputs, after));
        }
    }

    /// <summary>Stops the ingest that is under way; what was read is kept.</summary>
    public void Stop()
    {
        IngestRecord? record;
        lock (_lock) record = _underWay;
        record?.Stop();
    }

    /// <summary>Switches the polling of feeds.</summary>
    public void SetFollow(bool on)
    {
        lock (_lock)
        {
            _follow = _follow with { IsOn = on };
            if (!on) _ = _polling?.CancelAsync();
        }
    }

    /// <summary>Does a short piece of writing between jobs.</summary>
    /// <exception cref="DeskFaultException">A job goes on for longer.</exception>
    public async Task BetweenAsync(Action work, CancellationToken cancellation)
    {
        if (!await _writing.WaitAsync(s_patience, cancellation).ConfigureAwait(false)) throw Busy("something is being read");
        try
        {
            work();
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>How the ingest that is under way stands, whenever that has changed, until it is over; what the last came to where none is.</summary>
    public async IAsyncEnumerable<IngestItem> WatchAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        IngestRecord? record;
        lock (_lock) record = _underWay ?? _last;
        string told = "";
        while (record is not null)
        {
            IngestItem now = record.Now();
            if (now.Line != told || !now.IsUnderWay) yield return now;
            told = now.Line;
            if (!now.IsUnderWay) yield break;
            await Task.Delay(s_beat, cancellation).ConfigureAwait(false);
        }
    }

    public void Refused(Refusal refusal) => FeedRefused(refusal.Where, refusal.What);

    public void Noted(string what) => FeedNoted(what);

    public void Advanced(JobProgress progress)
    {
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        Stop();
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public override void Dispose()
    {
        _last?.Dispose();
        _writing.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            if (Follow.IsOn) await PollAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(s_rest, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Asks the feeds whose turn has come.</summary>
    internal async Task PollAsync(CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation).ConfigureAwait(false);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        lock (_lock) _polling = stop;
        try
        {
            if (archive.Feeds.Due(options.Time.GetUtcNow()).Count == 0) return;
            FollowJob job = new(archive, knowledge.Reader, options.Ingest with { Politeness = options.Ingest.Politeness with { Attempts = 1 } }, FeedSchedule.Default, this, options.Time);
            JobProgress progress = await job.RunAsync(once: true, stop.Token).ConfigureAwait(false);
            Told($"{progress.New} new, {progress.Revised} changed, {progress.Refused} refused");
        }
        catch (ArchiveException exception)
        {
            Told(exception.Message);
        }
        finally
        {
            lock (_lock) _polling = null;
            _writing.Release();
        }
    }

    private async Task IngestAsync(IngestRecord record, IReadOnlyList<string> inputs, Action? after)
    {
        try
        {
            await _writing.WaitAsync(record.Stopping).ConfigureAwait(false);
            try
            {
                using IngestJob job = new(archive, knowledge.Reader, options.Ingest, record, Stream.Null, options.Time);
                record.Started();
                record.Ended(await job.RunAsync(inputs, record.Stopping).ConfigureAwait(false), null);
            }
            finally
            {
                _writing.Release();
            }
        }
        catch (OperationCanceledException)
        {
            record.Ended(null, null);
        }
        catch (ArchiveException exception)
        {
            record.Ended(null, $"{exception.Message} ({exception.Advice})");
        }
        catch (Exception exception)
        {
            // A job must end, whatever happens to it; the log has the rest.
            IngestFailed(exception);
            record.Ended(null, "something went wrong in Readout; it is noted in the desk's log");
        }
        finally
        {
            after?.Invoke();
            Settle(record);
        }
    }

    private void Settle(IngestRecord record)
    {
        try
        {
            _book.Keep(record.Now());
        }
        catch (ArchiveException exception)
        {
            NotKept(exception.Message);
        }

        lock (_lock)
        {
            _underWay = null;
            _last?.Dispose();
            _last = record;
        }
    }

    private void Told(string line)
    {
        lock (_lock) _follow = _follow with { Line = line, At = options.Time.GetUtcNow() };
    }

    private static DeskFaultException Busy(string what) =>
        new(StatusCodes.Status409Conflict, "One thing at a time", $"{what}; wait until it is done, or stop it on the page Sources.");

    [LoggerMessage(Level = LogLevel.Warning, Message = "what an ingest came to could not be kept: {Reason}")]
    private partial void NotKept(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "an ingest failed")]
    private partial void IngestFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "a feed gave no article: {Where}: {What}")]
    private partial void FeedRefused(string where, string what);

    [LoggerMessage(Level = LogLevel.Information, Message = "following feeds: {Note}")]
    private partial void FeedNoted(string note);
}
