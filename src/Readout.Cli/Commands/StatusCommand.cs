using System.CommandLine;
using Readout.Archive;
using Readout.Archive.Status;
using Readout.Cli.Printing;

namespace Readout.Cli.Commands;

/// <summary><c>readout status</c>: what the archive holds.</summary>
internal static class StatusCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string?> location = ArchiveOption.Create();
        Option<bool> json = new("--json") { Description = "Print one JSON object." };
        Command command = new("status", "Show what the archive holds: counts, days, packs, size.") { location, json };
        command.SetAction(parsed =>
        {
            using RecordArchive archive = ArchiveOption.Open(parsed, location);
            ArchiveStatus status = ArchiveStatus.Of(archive);
            if (parsed.GetValue(json)) terminal.WriteLine(StatusPage.ToJson(status));
            else StatusPage.Print(status, terminal.Output, new Paint(terminal.IsColoured));
            return ExitCode.Done;
        });
        return command;
    }
}
