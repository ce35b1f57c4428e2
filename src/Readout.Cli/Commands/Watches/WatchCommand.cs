using System.CommandLine;
using Readout.Archive;
using Readout.Archive.Watches;
using Readout.Cli.Printing;

namespace Readout.Cli.Commands.Watches;

/// <summary><c>readout watch</c>: saved questions that yield briefs.</summary>
internal static class WatchCommand
{
    public static Command Create(Terminal terminal) => new("watch", "Save questions that yield briefs: daily, weekly, or at once when an index moves.")
    {
        WatchAdd.Create(terminal),
        CreateList(terminal),
        WatchShow.Create(terminal),
        WatchPreview.Create(terminal),
        CreateRemove(terminal),
        WatchRunCommand.Create(terminal),
    };

    /// <summary>The argument that names a watch; make one for each command.</summary>
    public static Argument<long> Number() => new("number") { Description = "Number of the watch.", HelpName = "NUMBER" };

    /// <summary>The watch of a number.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static Watch Find(RecordArchive archive, long number) =>
        new WatchStore(archive).Find(number) ?? throw new UsageException($"there is no watch {number}; 'readout watch list' shows which there are");

    private static Command CreateList(Terminal terminal)
    {
        Option<string?> location = ArchiveOption.Create();
        Option<bool> json = new("--json") { Description = "Print a line of JSON for each." };
        Command command = new("list", "List the watches, with who gets their briefs and how the last mails stand.") { location, json };
        command.SetAction(parsed =>
        {
            using RecordArchive archive = ArchiveOption.Open(parsed, location);
            WatchPage page = new(archive, terminal);
            foreach (Watch watch in new WatchStore(archive).All()) page.Print(watch, parsed.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreateRemove(Terminal terminal)
    {
        Argument<long> number = Number();
        Option<string?> location = ArchiveOption.Create();
        Command command = new("remove", "Delete a watch with its briefs and its readers.") { number, location };
        command.SetAction(parsed =>
        {
            using RecordArchive archive = ArchiveOption.Open(parsed, location);
            Watch watch = Find(archive, parsed.GetRequiredValue(number));
            new WatchStore(archive).Remove(watch.Id);
            terminal.Say($"watch {watch.Id}, {watch.Name}, is gone");
            return ExitCode.Done;
        });
        return command;
    }
}
