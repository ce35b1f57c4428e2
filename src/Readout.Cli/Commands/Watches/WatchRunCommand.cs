using System.CommandLine;
using Readout.Analysis.Phrasing;
using Readout.Analysis.Watches;
using Readout.Archive;
using Readout.Archive.Watches;
using Readout.Jobs.Watches;
using Readout.Jobs.Watches.Mail;
using Readout.Jobs.Watches.Renderings;

namespace Readout.Cli.Commands.Watches;

/// <summary><c>readout watch run</c>: makes the briefs whose turn has come and mails them.</summary>
internal sealed class WatchRunCommand : IWatchListener
{
    private readonly Argument<long?> _number = new("number") { Description = "Run this watch now, whether its turn has come or not.", Arity = ArgumentArity.ZeroOrOne, HelpName = "NUMBER" };
    private readonly Option<bool> _keep = new("--keep-running") { Description = "Go on, looking every minute, until stopped." };
    private readonly Option<string?> _archive = ArchiveOption.Create();
    private readonly Terminal _terminal;

    private WatchRunCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        WatchRunCommand run = new(terminal);
        Command command = new("run", "Make the briefs whose turn has come and mail them; READOUT_SMTP and its like name the mail server (docs/watches.md).") { run._number, run._keep, run._archive };
        command.SetAction(run.RunAsync);
        return command;
    }

    public void Made(Watch watch, KeptBrief kept, Brief brief) => _terminal.Output.WriteLine($"watch {watch.Id}, brief {kept.Id}: {BriefWording.Head(brief)}");

    public void Sent(WatchMail mail) => _terminal.Output.WriteLine($"brief {mail.Brief.Id} sent to {mail.Subscriber.Address}");

    public void NotSent(WatchMail mail, string problem, DateTimeOffset? again) =>
        _terminal.Say($"brief {mail.Brief.Id} not sent to {mail.Subscriber.Address}: {problem}; {(again is { } at ? $"tried again {Wording.Minute(at)} UTC" : "given up")}");

    public void Failed(Watch watch, string problem) => _terminal.Say($"watch {watch.Id}, {watch.Name}, could not be run: {problem}");

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        MailSettings? settings = Settings();
        using RecordArchive archive = ArchiveOption.Open(parsed, _archive);
        SmtpPost? post = settings is null ? null : new SmtpPost(settings);
        try
        {
            return await RunAsync(parsed, archive, new WatchJob(archive, post, settings, this), settings is not null, cancellation).ConfigureAwait(false);
        }
        finally
        {
            if (post is not null) await post.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<int> RunAsync(ParseResult parsed, RecordArchive archive, WatchJob job, bool mails, CancellationToken cancellation)
    {
        if (parsed.GetValue(_number) is { } number && job.RunNow(WatchCommand.Find(archive, number)) is null) _terminal.Say($"watch {number} was run this second already");
        if (parsed.GetValue(_keep))
        {
            await job.RunUntilStoppedAsync(cancellation).ConfigureAwait(false);
            return ExitCode.Stopped;
        }

        WatchRun run = await job.RunAsync(cancellation).ConfigureAwait(false);
        if (!mails && new MailStore(archive).NextAt() is not null) _terminal.Say("mails wait: no mail server is named (READOUT_SMTP; see docs/watches.md)");
        return run.NotSent + run.Failed > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    private static MailSettings? Settings()
    {
        try
        {
            return MailSettings.Of(Environment.GetEnvironmentVariable);
        }
        catch (FormatException exception)
        {
            throw new UsageException(exception.Message);
        }
    }
}
