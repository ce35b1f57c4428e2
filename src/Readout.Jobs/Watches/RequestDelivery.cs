using Readout.Archive;
using Readout.Archive.Watches;
using Readout.Jobs.Watches.Mail;
using Readout.Jobs.Watches.Renderings;

namespace Readout.Jobs.Watches;

/// <summary>Sends the mails by which readers confirm that they want the briefs of a watch.</summary>
internal sealed class RequestDelivery(RecordArchive archive, IMailPost post, MailSettings settings, IWatchListener listener, TimeProvider time)
{
    private const int AtOnce = 50;
    private readonly RequestStore _requests = new(archive);
    private readonly WatchStore _watches = new(archive);

    public async Task<WatchRun> RunAsync(CancellationToken cancellation)
    {
        WatchRun run = default;
        foreach (WatchRequest request in _requests.Due(time.GetUtcNow(), AtOnce))
        {
            if (cancellation.IsCancellationRequested) break;
            run += await SendAsync(request, cancellation).ConfigureAwait(false);
        }

        return run;
    }

    private async Task<WatchRun> SendAsync(WatchRequest request, CancellationToken cancellation)
    {
        bool isClaimed = false;
        try
        {
            await post.OpenAsync(cancellation).ConfigureAwait(false);
            if (_watches.Find(request.Watch) is not { } watch) return default;
            isClaimed = _requests.Claim(request);
            if (!isClaimed) return default;
            await post.SendAsync(RequestMail.Write(request, watch, settings)).ConfigureAwait(false);
            _requests.Sent(request);
            return new WatchRun(0, 1, 0, 0);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return default;
        }
        catch (MailException exception)
        {
            return NotSent(request, isClaimed, exception.Message, exception.IsForGood);
        }
        catch (FormatException exception)
        {
            return NotSent(request, isClaimed, exception.Message, isForGood: true);
        }
    }

    private WatchRun NotSent(WatchRequest request, bool isClaimed, string problem, bool isForGood)
    {
        if (!isClaimed && !_requests.Claim(request)) return default;
        DateTimeOffset? again = isForGood ? null : MailBackOff.Next(request.Attempts + 1, time.GetUtcNow());
        _requests.Failed(request, problem, again);
        listener.RequestNotSent(request, problem, again);
        return new WatchRun(0, 0, 1, 0);
    }
}
