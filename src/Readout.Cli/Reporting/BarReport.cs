using System.Globalization;
using Readout.Jobs;
using Readout.Sources;
using Spectre.Console;

namespace Readout.Cli.Reporting;

/// <summary>A bar on the terminal with articles a second, and above it a line for each input that failed.</summary>
internal sealed class BarReport : JobReport
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);
    private readonly Terminal _terminal;
    private readonly IAnsiConsole _console;
    private ProgressTask? _task;
    private TimeSpan _shown;

    public BarReport(Terminal terminal)
    {
        _terminal = terminal;
        bool plain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(terminal.Error),
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
    }

    public override Task<JobProgress> ShowAsync(Func<Task<JobProgress>> job) => _console.Progress()
        .AutoClear(true)
        .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new RemainingTimeColumn())
        .StartAsync(context =>
        {
            _task = context.AddTask("reading", autoStart: true, maxValue: 1);
            _task.IsIndeterminate = true;
            return job();
        });

    public override void Refused(Refusal refusal) => _console.WriteLine($"readout: {refusal}", new Style(Color.Yellow));

    public override void Noted(string what) => _console.WriteLine($"readout: {what}");

    public override void Advanced(JobProgress progress)
    {
        if (_task is null || Elapsed - _shown < s_pause) return;
        _shown = Elapsed;
        _task.IsIndeterminate = progress.BytesInAll == 0;
        if (progress.BytesInAll > 0) _task.Value = Math.Min(1, (double)progress.Bytes / progress.BytesInAll);
        string failed = progress.Refused == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {progress.Refused:N0} refused");
        _task.Description = Markup.Escape(string.Create(CultureInfo.InvariantCulture, $"{progress.Articles:N0} articles, {Rate(progress):0}/s{failed}"));
    }

    public override void Done(JobProgress progress, bool stopped) => _terminal.Output.WriteLine(Summary(progress, stopped));
}
