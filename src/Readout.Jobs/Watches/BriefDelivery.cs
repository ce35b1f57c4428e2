using MimeKit;
using Readout.Analysis.Watches;
using Readout.Archive;
using Readout.Archive.Watches;
using Readout.Jobs.Watches.Mail;
using Readout.Jobs.Watches.Renderings;

namespace Readout.Jobs.Watches;

/// <summary>Sends the mails that wait. A mail is claimed in the archive before it is sent and settled after.</summary>
internal sealed class BriefDelivery(RecordArchive archive, IMailPost post, MailSettings settings, IWatchListener listener, TimeProvider time)
{
    private const int AtOnce = 50;

    // Longer than a server may take for a mail, so that a claim that is older has nobody behind it.
    private static readonly TimeSpan s_claim = TimeSpan.FromMinutes(15);
    private readonly MailStore _mails = new(archive);
    private readonly BriefStore _briefs = new(archive);

    public async Task<WatchRun> RunAsync(CancellationToken cancellation)
    {
        WatchRun run = Abandoned();
        while (!cancellation.IsCancellationRequested)
        {
            IReadOnlyList<WatchMail> due = _mails.Due(time.GetUtcNow(), AtOnce);
            foreach (WatchMail mail in due)
            {
                if (cancellation.IsCancellationRequested) return run;
                run += await SendAsync(mail, cancellation).ConfigureAwait(false);
            }

            if (due.Count < AtOnce) break;
        }

        return run;
    }

    private WatchRun Abandoned()
    {
        IReadOnlyList<WatchMail> abandoned = _mails.SettleAbandoned(time.GetUtcNow() - s_claim);
        foreach (WatchMail mail in abandoned) listener.NotSent(mail, "the program ended while it was being sent; it may have arrived, and is not sent again", null);
        return new WatchRun(0, 0, abandoned.Count, 0);
    }

    private async Task<WatchRun> SendAsync(WatchMail mail, CancellationToken cancellation)
    {
        bool isClaimed = false;
        try
        {
            MimeMessage message = Message(mail);
            await post.OpenAsync(cancellation).ConfigureAwait(false);
            isClaimed = _mails.Claim(mail, time.GetUtcNow());
            if (!isClaimed) return default;
            await post.SendAsync(message).ConfigureAwait(false);
            _mails.Sent(mail, time.GetUtcNow());
            listener.Sent(mail);
            return new WatchRun(0, 1, 0, 0);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return default;
        }
        catch (MailException exception)
        {
            return NotSent(mail, isClaimed, exception.Message, exception.IsForGood);
        }
        catch (FormatException exception)
        {
            return NotSent(mail, isClaimed, exception.Message, isForGood: true);
        }
    }

    private WatchRun NotSent(WatchMail mail, bool isClaimed, string problem, bool isForGood)
    {
        DateTimeOffset now = time.GetUtcNow();
        // What is not claimed may be in the hands of another.
        if (!isClaimed && !_mails.Claim(mail, now)) return default;
        DateTimeOffset? again = isForGood ? null : MailBackOff.Next(mail.Attempts + 1, now);
        _mails.Failed(mail, problem, again, now);
        listener.NotSent(mail, problem, again);
        return new WatchRun(0, 0, 1, 0);
    }

    private MimeMessage Message(WatchMail mail)
    {
        Brief brief = _briefs.Content(mail.Brief.Id) ?? throw new FormatException("the brief is gone");
        return BriefMail.Write(mail, brief, settings);
    }
}
