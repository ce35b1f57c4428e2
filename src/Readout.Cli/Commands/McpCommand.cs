using System.CommandLine;
using Readout.Archive;
using Readout.Cli.Inputs;
using Readout.Desk.Hosting;
using Readout.Desk.Mcp;

namespace Readout.Cli.Commands;

/// <summary><c>readout mcp</c>: answers a client of the Model Context Protocol on standard input and output.</summary>
internal sealed class McpCommand
{
    private readonly Option<string> _desk = new("--desk")
    {
        Description = "Address of the desk to which links lead.",
        HelpName = "URL",
        DefaultValueFactory = _ => DeskOptions.DefaultUrl,
    };

    private readonly Option<string?> _archive = ArchiveOption.Create();
    private readonly Option<string?> _data = new("--data") { Description = "Folder of knowledge laid over the program's own.", HelpName = "DIR" };
    private readonly Terminal _terminal;

    private McpCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        McpCommand mcp = new(terminal);
        Command command = new("mcp", "Answer a client of the Model Context Protocol on standard input and output: search, articles, relations, meetings, actors.") { mcp._desk, mcp._archive, mcp._data };
        command.SetAction(mcp.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string address = parsed.GetRequiredValue(_desk);
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? desk) || desk.Scheme is not ("http" or "https")) throw new UsageException($"'{address}' is no address of a desk");
        if (_terminal.IsInputTyped) _terminal.Say("waiting for a client of the Model Context Protocol on standard input; end it with Ctrl+C");
        string? overlay = parsed.GetValue(_data);
        using RecordArchive archive = ArchiveOption.Open(parsed, _archive);
        McpSetup setup = new() { Archive = archive, LoadKnowledge = () => ReaderFiles.LoadKnowledge(overlay), Desk = desk, Version = ProgramVersion.Number };
        await McpSession.RunAsync(setup, _terminal.Input, _terminal.Output.BaseStream, cancellation).ConfigureAwait(false);
        return ExitCode.Done;
    }
}
