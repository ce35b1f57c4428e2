namespace Readout.Cli.Inputs;

/// <summary>The inputs that a command line names.</summary>
internal static class InputArguments
{
    /// <summary>The inputs as given; standard input where none is and something is piped in.</summary>
    /// <exception cref="UsageException">One is an unknown option, or there is none.</exception>
    public static string[] Of(string[]? given, Terminal terminal, string command)
    {
        if (given is null or [])
        {
            return terminal.IsInputTyped
                ? throw new UsageException($"name a file or an address, or give the text on standard input; see 'readout {command} --help'")
                : ["-"];
        }

        return given.FirstOrDefault(value => value.StartsWith('-') && value != "-") is { } option
            ? throw new UsageException($"there is no option {option} (a file of that name is ./{option})")
            : given;
    }
}
