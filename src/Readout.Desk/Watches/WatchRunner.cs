using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Readout.Analysis.Watches;
using Readout.Archive;
using Readout.Archive.Watches;
using Readout.Desk.Hosting;
using Readout.Jobs.Watches;
using Readout.Jobs.Watches.Mail;

namespace Readout.Desk.Watches;

/// <summary>Runs the watches of the desk every minute while it is up. One run at a time.</summary>
internal sealed partial class WatchRunner(RecordArchive archive, DeskOptions options, ILogger<WatchRunner> log) : BackgroundService, IWatchListener
{
    private static readonly TimeSpan s_rest = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Runs what is due.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read or written.</exception>
    public Task<WatchRun> RunDueAsync(CancellationToken cancellation) => AloneAsync(job => job.RunAsync(cancellation), cancellation);

    /// <summary>Makes the brief of a watch now and mails it; null where it was made this second already.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read or written.</exception>
    public Task<KeptBrief?> RunNowAsync(Watch watch, CancellationToken cancellation) => AloneAsync(job => Task.FromResult(job.RunNow(watch)), cancellation);

    public void Made(Watch watch, KeptBrief kept, Brief brief) => BriefMade(watch.Id, kept.Id, kept.HasNews);

    public void Sent(WatchMail mail) => MailSent(mail.Brief.Id);

    public void NotSent(WatchMail mail, string problem, DateTimeOffset? again) => MailNotSent(mail.Brief.Id, problem, again);

    public void RequestNotSent(WatchRequest request, string problem, DateTimeOffset? again) => ConfirmationNotSent(request.Watch, problem, again);

    public void Failed(Watch watch, string problem) => WatchFailed(watch.Id, problem);

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not on the way of the desk's start.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunDueAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (ArchiveException exception)
            {
                // It is tried again in a minute.
                Unavailable(exception.Message);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(s_rest, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<T> AloneAsync<T>(Func<WatchJob, Task<T>> work, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation).ConfigureAwait(false);
        SmtpPost? post = options.Mail is { } settings ? new SmtpPost(settings) : null;
        try
        {
            return await work(new WatchJob(archive, post, options.Mail, this, options.Time)).ConfigureAwait(false);
        }
        finally
        {
            if (post is not null) await post.DisposeAsync().ConfigureAwait(false);
            _one.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "watch {Watch} made brief {Brief}; news: {HasNews}")]
    private partial void BriefMade(long watch, long brief, bool hasNews);

    [LoggerMessage(Level = LogLevel.Information, Message = "brief {Brief} was mailed")]
    private partial void MailSent(long brief);

    [LoggerMessage(Level = LogLevel.Warning, Message = "brief {Brief} was not mailed: {Problem}; tried again {Again}")]
    private partial void MailNotSent(long brief, string problem, DateTimeOffset? again);

    [LoggerMessage(Level = LogLevel.Warning, Message = "a reader of watch {Watch} was not asked to confirm: {Problem}; tried again {Again}")]
    private partial void ConfirmationNotSent(long watch, string problem, DateTimeOffset? again);

    [LoggerMessage(Level = LogLevel.Warning, Message = "watch {Watch} could not be run: {Problem}")]
    private partial void WatchFailed(long watch, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "watches were not run: {Reason}")]
    private partial void Unavailable(string reason);
}
