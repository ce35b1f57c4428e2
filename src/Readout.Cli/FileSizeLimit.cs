using System.Runtime.InteropServices;

namespace Readout.Cli;

/// <summary>
/// Where the system bounds the size of files (<c>ulimit -f</c>), a write beyond the bound ends the process by a signal. Without the signal the write
/// fails like any other, and is told.
/// </summary>
internal static class FileSizeLimit
{
    // SIGXFSZ on Linux and macOS.
    private const PosixSignal Exceeded = (PosixSignal)25;

    /// <summary>Makes a write beyond the bound a failure until what is given is disposed of; null where there is no such signal.</summary>
    public static IDisposable? AsFailure() =>
        OperatingSystem.IsLinux() || OperatingSystem.IsMacOS() ? PosixSignalRegistration.Create(Exceeded, context => context.Cancel = true) : null;
}
