using System.CommandLine;
using Readout.Archive;
using Readout.Cli.Inputs;
using Readout.Cli.Reporting;
using Readout.Coding.Reading;
using Readout.Jobs;
using Readout.Jobs.Ingest;

namespace Readout.Cli.Commands;

/// <summary><c>readout ingest SOURCE…</c>: reads inputs and keeps their records.</summary>
internal sealed class IngestCommand
{
    private readonly Argument<string[]> _inputs = new("source")
    {
        Description = "Files, folders, addresses, or - for standard input: pages, texts, mail, JSON lines, feeds, sitemaps, lists of feeds, web archives.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<DateOnly?> _date = new("--date")
    {
        Description = "Publication date of inputs that have none.",
        HelpName = "YYYY-MM-DD",
        CustomParser = DayOption.Parse,
    };

    private readonly Option<bool> _noFetch = new("--no-fetch") { Description = "Fetch nothing that a feed, a sitemap or a list of feeds names." };
    private readonly JobOptions _options = new();
    private readonly Terminal _terminal;

    private IngestCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        IngestCommand ingest = new(terminal);
        Command command = new("ingest", "Read articles and keep their records in the archive; goes on where it stopped.") { ingest._inputs, ingest._date, ingest._noFetch };
        ingest._options.AddTo(command);
        command.SetAction(ingest.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string[] inputs = InputArguments.Of(parsed.GetValue(_inputs), _terminal, "ingest");
        IngestOptions options = _options.Of(parsed, parsed.GetValue(_date), !parsed.GetValue(_noFetch));
        Task<Reader> loading = Task.Run(() => ReaderFiles.Load(parsed.GetValue(_options.Data)), cancellation);
        JobReport report = JobReport.For(_terminal, parsed.GetValue(_options.Json));
        using RecordArchive archive = ArchiveOption.Open(parsed, _options.Archive, create: true);
        using Reader reader = await loading.ConfigureAwait(false);
        using IngestJob job = new(archive, reader, options, report, _terminal.Input);
        report.Started(archive.Location.Display, inputs, reader.Pack);
        JobProgress progress = await report.ShowAsync(() => job.RunAsync(inputs, cancellation)).ConfigureAwait(false);
        bool stopped = cancellation.IsCancellationRequested;
        report.Done(progress, stopped);
        return stopped ? ExitCode.Stopped : progress.Refused > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }
}
