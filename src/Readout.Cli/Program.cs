using System.CommandLine;
using Readout.Cli.Commands;
using Readout.Cli.Commands.Watches;

namespace Readout.Cli;

/// <summary>The commands of <c>readout</c>, one file each in <c>Commands/</c>.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        using Terminal terminal = Terminal.OfProcess();
        using IDisposable? limit = FileSizeLimit.AsFailure();
        return CommandRunner.ReadSettings(terminal) ?? Run(args, terminal);
    }

    public static int Run(string[] args, Terminal terminal) => CommandRunner.Run(Commands(terminal), args, terminal);

    /// <summary>The whole command line.</summary>
    public static RootCommand Commands(Terminal terminal) =>
        new("Readout reads news about governments and keeps an auditable record of who did what to whom, when and where, and who said so.")
        {
            ReadCommand.Create(terminal),
            ParseCommand.Create(terminal),
            CodebookCommand.Create(terminal),
            ActorsCommand.Create(terminal),
            RelationCommand.Create(terminal),
            EvaluateCommand.Create(),
            AgreeCommand.Create(),
            IngestCommand.Create(terminal),
            FollowCommand.Create(terminal),
            DeskCommand.Create(terminal),
            McpCommand.Create(terminal),
            WatchCommand.Create(terminal),
            MeetingsCommand.Create(terminal),
            StoryCommand.Create(terminal),
            StatusCommand.Create(terminal),
            SearchCommand.Create(terminal),
            ExportCommand.Create(terminal),
            CorrectCommand.Create(terminal),
            RecodeCommand.Create(terminal),
            ArchiveCommand.Create(terminal),
            CompletionCommand.Create(terminal),
            PackCommand.Create(terminal),
        };
}
