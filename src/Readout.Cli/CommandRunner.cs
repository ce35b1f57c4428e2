using System.CommandLine;
using System.CommandLine.Parsing;
using Readout.Archive;

namespace Readout.Cli;

/// <summary>Runs a command line and turns what goes wrong into a line on stderr and an exit code.</summary>
internal static class CommandRunner
{
    // A job that is stopped keeps what it has read before it goes.
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(30);

    public static int Run(RootCommand root, string[] args, Terminal terminal)
    {
        try
        {
            ParseResult parsed = root.Parse(args);
            int code = parsed.Errors.Count > 0 && parsed.Action is not System.CommandLine.Help.HelpAction
                ? Refuse(parsed, terminal)
                : Invoke(parsed, terminal);
            terminal.Output.Flush();
            return code;
        }
        catch (IOException exception) when (IsBrokenPipe(exception))
        {
            return ExitCode.Done;
        }
        catch (UsageException exception)
        {
            terminal.Say(exception.Message);
            return ExitCode.Usage;
        }
        catch (ArchiveException exception)
        {
            terminal.Say($"{exception.Message} ({exception.Advice})");
            return ExitCode.SomeFailed;
        }
    }

    /// <summary>Reads the settings of <c>readout.toml</c>; gives an exit code where they are wrong.</summary>
    public static int? ReadSettings(Terminal terminal)
    {
        try
        {
            Settings.SettingsFile.Apply();
            return null;
        }
        catch (Exception exception) when (exception is UsageException or IOException or UnauthorizedAccessException)
        {
            terminal.Say(exception.Message);
            return ExitCode.Usage;
        }
    }

    // The reader of a pipe has gone: it has what it wanted. 32 is EPIPE; on Windows, 109 and 232 say the same.
    private static bool IsBrokenPipe(IOException exception) => (exception.HResult & 0xFFFF) is 32 or 109 or 232;

    private static int Invoke(ParseResult parsed, Terminal terminal) => parsed.Invoke(new InvocationConfiguration
    {
        Output = terminal.Output,
        Error = terminal.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = s_farewell,
    });

    private static int Refuse(ParseResult parsed, Terminal terminal)
    {
        foreach (ParseError error in parsed.Errors) terminal.Say(error.Message);
        terminal.Say("see 'readout --help'");
        return ExitCode.Usage;
    }
}

/// <summary>The command line asks for what cannot be done; nothing was done.</summary>
internal sealed class UsageException(string message) : Exception(message);
