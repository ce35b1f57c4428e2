using System.CommandLine;
using System.Globalization;
using Readout.Archive;
using Readout.Archive.Backup;
using Readout.Archive.Verify;
using Readout.Cli.Printing;

namespace Readout.Cli.Commands;

/// <summary><c>readout archive verify|backup|restore</c>: holds the archive against itself, copies it, makes it from a copy.</summary>
internal static class ArchiveCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("archive", "Verify, back up and restore the archive.");
        command.Subcommands.Add(CreateVerify(terminal));
        command.Subcommands.Add(CreateBackup(terminal));
        command.Subcommands.Add(CreateRestore(terminal));
        return command;
    }

    private static Command CreateVerify(Terminal terminal)
    {
        Option<string?> location = ArchiveOption.Create();
        Option<bool> json = new("--json") { Description = "Print one JSON object." };
        Command command = new("verify", "Check every record, row, span, key, count and reference; print what is wrong, a line each.") { location, json };
        command.SetAction(parsed =>
        {
            using RecordArchive archive = ArchiveOption.Open(parsed, location);
            ArchiveVerifier verifier = new(archive);
            ArchiveFinding[] findings = [.. verifier.Run()];
            if (parsed.GetValue(json)) terminal.WriteLine(VerifyPage.ToJson(findings, verifier.Revisions));
            else VerifyPage.Print(findings, verifier.Revisions, terminal);
            return findings.Length == 0 ? ExitCode.Done : ExitCode.SomeFailed;
        });
        return command;
    }

    private static Command CreateBackup(Terminal terminal)
    {
        Option<string?> location = ArchiveOption.Create();
        Argument<string> file = new("FILE") { Description = "The file to write; one of that name is replaced when the new one is whole." };
        Command command = new("backup", "Write the archive as it is now into one file, while others may write to it.") { file, location };
        command.SetAction(parsed =>
        {
            using RecordArchive archive = ArchiveOption.Open(parsed, location);
            string path = parsed.GetRequiredValue(file);
            long rows = ArchiveBackup.Write(archive, path);
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{rows:#,0} rows written to {path}, {new FileInfo(path).Length / 1e6:#,0.0} MB"));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreateRestore(Terminal terminal)
    {
        Option<string?> location = ArchiveOption.Create();
        Argument<string> file = new("FILE") { Description = "A file that 'readout archive backup' wrote, from either engine." };
        Command command = new("restore", "Make an archive from a backup, where there is none yet.") { file, location };
        command.SetAction(parsed =>
        {
            ArchiveLocation place = ArchiveLocation.Find(parsed.GetValue(location));
            long rows = ArchiveRestore.Read(parsed.GetRequiredValue(file), place);
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{rows:#,0} rows restored to {place}"));
            return ExitCode.Done;
        });
        return command;
    }
}
