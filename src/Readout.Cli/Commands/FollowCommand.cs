using System.CommandLine;
using Readout.Archive;
using Readout.Cli.Inputs;
using Readout.Cli.Printing;
using Readout.Cli.Reporting;
using Readout.Coding.Reading;
using Readout.Jobs;
using Readout.Jobs.Follow;
using Readout.Jobs.Links;

namespace Readout.Cli.Commands;

/// <summary><c>readout follow</c>: polls the feeds that the archive knows.</summary>
internal sealed class FollowCommand
{
    private readonly Option<string[]> _add = new("--add") { Description = "Add feeds, and do nothing else.", HelpName = "URL", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> _remove = new("--remove") { Description = "Forget feeds, and do nothing else; their articles stay.", HelpName = "URL", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true };
    private readonly Option<bool> _list = new("--list") { Description = "List the feeds with their health, and do nothing else." };
    private readonly Option<bool> _once = new("--once") { Description = "Ask each feed whose turn has come, then stop." };

    private readonly Option<double> _every = new("--every")
    {
        Description = "Minutes between two polls of a feed that is well.",
        HelpName = "MINUTES",
        DefaultValueFactory = _ => FeedSchedule.Default.Interval.TotalMinutes,
    };

    private readonly JobOptions _options = new();
    private readonly Terminal _terminal;

    private FollowCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        FollowCommand follow = new(terminal);
        Command command = new("follow", "Poll the feeds that the archive knows, politely, until stopped.") { follow._add, follow._remove, follow._list, follow._once, follow._every };
        follow._options.AddTo(command);
        command.SetAction(follow.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        Uri[] added = Addresses(parsed.GetValue(_add));
        Uri[] removed = Addresses(parsed.GetValue(_remove));
        double every = parsed.GetValue(_every);
        if (every is not (>= 1 and <= 100_000)) throw new UsageException("--every is a number of minutes, 1 or more");
        using RecordArchive archive = ArchiveOption.Open(parsed, _options.Archive, create: added.Length > 0);
        if (added.Length > 0) FollowJob.Add(archive, added, DateTimeOffset.UtcNow);
        int unknown = removed.Length > 0 ? Remove(archive, removed) : 0;
        if (parsed.GetValue(_list)) FeedList.Print(archive.Feeds.All(), _terminal, parsed.GetValue(_options.Json));
        if (added.Length > 0 || removed.Length > 0 || parsed.GetValue(_list)) return unknown > 0 ? ExitCode.SomeFailed : ExitCode.Done;
        return await FollowAsync(parsed, archive, new FeedSchedule(TimeSpan.FromMinutes(every)), cancellation).ConfigureAwait(false);
    }

    private async Task<int> FollowAsync(ParseResult parsed, RecordArchive archive, FeedSchedule schedule, CancellationToken cancellation)
    {
        string[] feeds = [.. archive.Feeds.All().Select(feed => feed.Address.AbsoluteUri)];
        if (feeds.Length == 0) throw new UsageException("the archive knows no feed; add one with 'readout follow --add URL', or ingest its address");
        using Reader reader = ReaderFiles.Load(parsed.GetValue(_options.Data));
        JobReport report = JobReport.For(_terminal, parsed.GetValue(_options.Json));
        bool once = parsed.GetValue(_once);
        FollowJob job = new(archive, reader, _options.Of(parsed, attempts: 1), schedule, report);
        report.Started(archive.Location.Display, feeds, reader.Pack);
        JobProgress progress = await report.ShowAsync(() => job.RunAsync(once, cancellation)).ConfigureAwait(false);
        report.Done(progress, stopped: false);
        return once && progress.Refused > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    private int Remove(RecordArchive archive, Uri[] removed)
    {
        IReadOnlyList<Uri> unknown = FollowJob.Remove(archive, removed);
        foreach (Uri address in unknown) _terminal.Say($"{address.AbsoluteUri}: the archive knows no such feed (see 'readout follow --list')");
        return unknown.Count;
    }

    private static Uri[] Addresses(string[]? given) => [.. (given ?? []).Select(Address)];

    private static Uri Address(string given) =>
        Uri.TryCreate(given, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? address
            : throw new UsageException($"'{given}' is no address of a feed; write it as https://example.org/feed");
}
