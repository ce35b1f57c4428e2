using System.CommandLine;
using Readout.Archive;
using Readout.Cli.Inputs;
using Readout.Desk.Hosting;

namespace Readout.Cli.Commands;

/// <summary><c>readout desk</c>: serves the web desk.</summary>
internal sealed class DeskCommand
{
    private readonly Option<string[]> _urls = new("--urls")
    {
        Description = "Addresses to listen at: http://127.0.0.1:5280 by default.",
        HelpName = "URL",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _archive = ArchiveOption.Create();
    private readonly Option<string?> _data = new("--data") { Description = "Folder of knowledge laid over the program's own.", HelpName = "DIR" };
    private readonly Terminal _terminal;

    private DeskCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        DeskCommand desk = new(terminal);
        Command command = new("desk", "Serve the web desk from the archive, until stopped.") { desk._urls, desk._archive, desk._data };
        command.SetAction(desk.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string? overlay = parsed.GetValue(_data);
        DeskOptions options = new()
        {
            Archive = ArchiveLocation.Find(parsed.GetValue(_archive)),
            LoadReader = () => ReaderFiles.Load(overlay),
            Urls = parsed.GetValue(_urls) is { Length: > 0 } urls ? [.. urls] : [DeskOptions.DefaultUrl],
        };
        try
        {
            await using DeskHost host = await DeskHost.StartAsync(options, cancellation).ConfigureAwait(false);
            foreach (Uri address in host.Addresses) _terminal.Say($"the desk is at {address} (stop it with Ctrl+C)");
            await host.RunAsync(cancellation).ConfigureAwait(false);
            return ExitCode.Done;
        }
        catch (DeskUsageException exception)
        {
            throw new UsageException(exception.Message);
        }
    }
}
