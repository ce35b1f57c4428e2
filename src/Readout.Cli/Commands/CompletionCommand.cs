using System.CommandLine;

namespace Readout.Cli.Commands;

/// <summary><c>readout completion SHELL</c>: prints the script that completes commands and options in a shell.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _readout_complete() {
            local IFS=$'\n'
            COMPREPLY=($(readout "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null))
        }
        complete -o default -F _readout_complete readout
        """;

    private const string Zsh = """
        _readout_complete() {
            local -a found
            found=("${(@f)$(readout "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            compadd -- $found
            _files
        }
        compdef _readout_complete readout
        """;

    private const string Fish = """
        complete -c readout -a '(readout "[suggest:"(commandline -C)"]" (commandline) 2>/dev/null)'
        """;

    public static Command Create(Terminal terminal)
    {
        Argument<string> shell = new("shell") { Description = "bash, zsh or fish." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        Command command = new("completion", "Print the completion script of a shell.") { shell };
        command.SetAction(parsed => terminal.Output.WriteLine(Script(parsed.GetRequiredValue(shell))));
        return command;
    }

    private static string Script(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        _ => Fish,
    };
}
