using System.Collections.Immutable;
using Readout.Analysis.Watches;
using Readout.Archive;
using Readout.Archive.Watches;
using Readout.Archive.Watches.Making;
using Readout.Jobs.Watches.Mail;

namespace Readout.Jobs.Watches;

/// <summary>What a run of watches came to. Immutable.</summary>
/// <param name="Briefs">Briefs made.</param>
/// <param name="Sent">Mails that a server took.</param>
/// <param name="NotSent">Mails that none took, or that may or may not have been taken.</param>
/// <param name="Failed">Watches that could not be run.</param>
public readonly record struct WatchRun(int Briefs, int Sent, int NotSent, int Failed)
{
    /// <summary>The sum of two.</summary>
    public static WatchRun operator +(WatchRun one, WatchRun other) =>
        new(one.Briefs + other.Briefs, one.Sent + other.Sent, one.NotSent + other.NotSent, one.Failed + other.Failed);
}

/// <summary>
/// Runs the watches whose turn has come, keeps their briefs and mails them. Each period of a watch yields one brief and each brief goes
/// to each reader once, whatever moment a run ends at and however many run at once.
/// </summary>
/// <param name="archive">The archive; it stays open.</param>
/// <param name="post">What carries mail; null where none is sent, and mails wait.</param>
/// <param name="settings">Sender and desk; null where none is sent.</param>
/// <param name="listener">Hears what happens.</param>
/// <param name="clock">Clock and delays; null for the system's.</param>
public sealed class WatchJob(RecordArchive archive, IMailPost? post, MailSettings? settings, IWatchListener listener, TimeProvider? clock = null)
{
    private static readonly TimeSpan s_move = TimeSpan.FromDays(7);
    private static readonly TimeSpan s_rest = TimeSpan.FromMinutes(1);
    private readonly TimeProvider _time = clock ?? TimeProvider.System;
    private readonly WatchStore _watches = new(archive);
    private readonly BriefStore _briefs = new(archive);
    private readonly BriefMaker _maker = new(archive);

    /// <summary>Runs what is due, once.</summary>
    /// <param name="cancellation">Ends between two watches or two mails; what was made and sent is kept.</param>
    /// <exception cref="ArchiveException">The archive cannot be read or written; what was made is kept, and the rest is made by the next run.</exception>
    public async Task<WatchRun> RunAsync(CancellationToken cancellation = default)
    {
        WatchRun run = default;
        foreach (Watch watch in _watches.Due(_time.GetUtcNow()))
        {
            if (cancellation.IsCancellationRequested) return run;
            run += Run(watch);
        }

        if (post is null || settings is null) return run;
        run += await new RequestDelivery(archive, post, settings, listener, _time).RunAsync(cancellation).ConfigureAwait(false);
        return run + await new BriefDelivery(archive, post, settings, listener, _time).RunAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Runs what is due every minute until stopped.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read or written.</exception>
    public async Task RunUntilStoppedAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await RunAsync(cancellation).ConfigureAwait(false);
            await Task.Delay(s_rest, _time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Runs one watch now, whether its turn has come or not; null where it had nothing to tell, or another was quicker.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read or written.</exception>
    public KeptBrief? RunNow(Watch watch)
    {
        ArgumentNullException.ThrowIfNull(watch);
        DateTimeOffset now = Seconds(_time.GetUtcNow());
        return watch.Progress.CoveredTo >= now ? null : Make(watch, now, now);
    }

    private WatchRun Run(Watch watch)
    {
        DateTimeOffset now = Seconds(_time.GetUtcNow());
        try
        {
            if (watch.Rhythm.Pace == WatchPace.OnMove) return RunOnMove(watch, now);
            DateTimeOffset turn = watch.Rhythm.TurnBefore(now);
            // A watch that ran by hand after its turn has told of this period already.
            if (watch.Progress.CoveredTo >= turn) return Pass(watch, watch.Progress, now);
            return Make(watch, turn, now) is null ? default : new WatchRun(1, 0, 0, 0);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            listener.Failed(watch, exception.Message);
            return Pass(watch, watch.Progress, now) + new WatchRun(0, 0, 0, 1);
        }
    }

    private WatchRun RunOnMove(Watch watch, DateTimeOffset now)
    {
        (ImmutableArray<IndexMove> moves, WatchProgress after) = _maker.Glance(watch.Question, now, watch.Progress);
        if (moves.IsEmpty) return Pass(watch, after, now);
        return Make(watch, now, now) is null ? default : new WatchRun(1, 0, 0, 0);
    }

    private KeptBrief? Make(Watch watch, DateTimeOffset to, DateTimeOffset now)
    {
        WatchProgress before = watch.Progress;
        BriefSpan span = new(Begin(watch, to), to, before.EventMark, before.CodingMark);
        (Brief brief, WatchProgress after) = _maker.Make(watch.Name, watch.Question, span, before);
        KeptBrief? kept = _briefs.Keep(watch, brief, after, watch.Rhythm.TurnAfter(now), now);
        if (kept is not null) listener.Made(watch, kept, brief);
        return kept;
    }

    // An index may rest for months before it moves; what happened last is what the brief of a move begins with.
    private static DateTimeOffset Begin(Watch watch, DateTimeOffset to)
    {
        DateTimeOffset begin = watch.Progress.CoveredTo ?? to - watch.Rhythm.FirstPeriod;
        return watch.Rhythm.Pace == WatchPace.OnMove && begin < to - s_move ? to - s_move : begin;
    }

    private WatchRun Pass(Watch watch, WatchProgress progress, DateTimeOffset now)
    {
        _briefs.Pass(watch, progress, watch.Rhythm.TurnAfter(now));
        return default;
    }

    private static DateTimeOffset Seconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
