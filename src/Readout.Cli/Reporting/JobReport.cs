using System.Diagnostics;
using System.Globalization;
using Readout.Analysis.Phrasing;
using Readout.Coding.Record;
using Readout.Jobs;
using Readout.Sources;

namespace Readout.Cli.Reporting;

/// <summary>Tells a person or a program what a job does.</summary>
internal abstract class JobReport : IJobListener
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <summary>Time since the job began.</summary>
    protected TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>The report that suits where output goes: events, a bar, or lines.</summary>
    public static JobReport For(Terminal terminal, bool json) =>
        json ? new EventReport(terminal) : terminal.ShowsProgress ? new BarReport(terminal) : new LineReport(terminal);

    /// <summary>The job begins.</summary>
    public virtual void Started(string archive, IReadOnlyList<string> inputs, PackIdentity pack) => _watch.Restart();

    /// <summary>Runs the job while the report is shown.</summary>
    public virtual Task<JobProgress> ShowAsync(Func<Task<JobProgress>> job) => job();

    /// <inheritdoc/>
    public abstract void Refused(Refusal refusal);

    /// <inheritdoc/>
    public abstract void Noted(string what);

    /// <inheritdoc/>
    public abstract void Advanced(JobProgress progress);

    /// <summary>The job is over.</summary>
    /// <param name="progress">What it did.</param>
    /// <param name="stopped">Whether it was stopped before its end.</param>
    public abstract void Done(JobProgress progress, bool stopped);

    /// <summary>Articles a second so far.</summary>
    protected double Rate(JobProgress progress) => progress.Articles / Math.Max(0.001, Elapsed.TotalSeconds);

    /// <summary>What was done, in a line.</summary>
    protected string Summary(JobProgress progress, bool stopped)
    {
        List<string> parts = [Count(progress.New, "new")];
        if (progress.Revised > 0) parts.Add(Count(progress.Revised, "revised"));
        if (progress.Recoded > 0) parts.Add(Count(progress.Recoded, "coded anew"));
        if (progress.Known > 0) parts.Add(Count(progress.Known, "known already"));
        if (progress.Refused > 0) parts.Add(Count(progress.Refused, "refused"));
        string speed = string.Create(CultureInfo.InvariantCulture, $"{Elapsed.TotalSeconds:0.0} s, {Rate(progress):0} articles/s");
        return $"{Wording.Count(progress.Articles, "article")}: {string.Join(", ", parts)}; {speed}{(stopped ? "; stopped, goes on where it stopped" : "")}";
    }

    private static string Count(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}");
}
