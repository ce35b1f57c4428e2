using System.Diagnostics;

namespace Readout.Bench.Archives;

/// <summary>Processor time of this process since it was made: what a quiet machine would take at least, on a busy one too.</summary>
internal sealed class ProcessorWatch
{
    private readonly TimeSpan _start = Process.GetCurrentProcess().TotalProcessorTime;

    /// <summary>Seconds of processor time so far, all threads together.</summary>
    public double Seconds => (Process.GetCurrentProcess().TotalProcessorTime - _start).TotalSeconds;
}
