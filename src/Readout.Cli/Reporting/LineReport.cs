using Readout.Jobs;
using Readout.Sources;

namespace Readout.Cli.Reporting;

/// <summary>A line for each input that failed on stderr, and one at the end on stdout.</summary>
internal sealed class LineReport(Terminal terminal) : JobReport
{
    public override void Refused(Refusal refusal) => terminal.Say(refusal.ToString());

    public override void Noted(string what) => terminal.Say(what);

    public override void Advanced(JobProgress progress)
    {
    }

    public override void Done(JobProgress progress, bool stopped) => terminal.Output.WriteLine(Summary(progress, stopped));
}
