namespace Readout.Cli;

/// <summary>The exit codes that <c>docs/formats.md</c> documents.</summary>
internal static class ExitCode
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>Some inputs failed; the others were read.</summary>
    public const int SomeFailed = 1;

    /// <summary>The command line was wrong; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>A person stopped it; what was read is kept. 128 and the number of SIGINT, as shells have it.</summary>
    public const int Stopped = 130;
}
