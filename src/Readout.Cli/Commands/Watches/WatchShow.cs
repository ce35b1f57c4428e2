using System.CommandLine;
using Readout.Analysis.Phrasing;
using Readout.Analysis.Watches;
using Readout.Archive;
using Readout.Archive.Watches;
using Readout.Cli.Printing;
using Readout.Jobs.Watches.Renderings;

namespace Readout.Cli.Commands.Watches;

/// <summary><c>readout watch show NUMBER</c>: the briefs that a watch yielded.</summary>
internal static class WatchShow
{
    private const int MostInFeed = 50;

    public static Command Create(Terminal terminal)
    {
        Argument<long> number = WatchCommand.Number();
        Option<long?> brief = new("--brief") { Description = "Number of the brief (else the newest).", HelpName = "N" };
        Option<bool> all = new("--all") { Description = "List all its briefs." };
        Option<string> format = BriefFormat.Create("text", "html", "json", "atom", "ics");
        Option<string?> location = ArchiveOption.Create();
        Command command = new("show", "Print a brief that a watch yielded: as text, HTML, JSON; all of them as an Atom feed; its meetings ahead as iCalendar.") { number, brief, all, format, location };
        command.SetAction(parsed =>
        {
            using RecordArchive archive = ArchiveOption.Open(parsed, location);
            Watch watch = WatchCommand.Find(archive, parsed.GetRequiredValue(number));
            if (parsed.GetValue(all)) return List(archive, watch, terminal);
            return parsed.GetValue(format) switch
            {
                "atom" => Bytes(Feed(archive, watch), terminal),
                "ics" => Bytes(new WatchCalendar(archive).Write(watch.Question, DateOnly.FromDateTime(DateTime.UtcNow)), terminal),
                string one => Print(archive, watch, parsed.GetValue(brief), one, terminal),
                null => ExitCode.Usage,
            };
        });
        return command;
    }

    private static int List(RecordArchive archive, Watch watch, Terminal terminal)
    {
        foreach (KeptBrief kept in new BriefStore(archive).Of(watch.Id, int.MaxValue))
        {
            terminal.Output.WriteLine($"{kept.Id,6}  {Wording.Minute(kept.From)} to {Wording.Minute(kept.To)} UTC{(kept.HasNews ? "" : "  nothing new")}");
        }

        return ExitCode.Done;
    }

    private static int Print(RecordArchive archive, Watch watch, long? number, string format, Terminal terminal)
    {
        BriefStore briefs = new(archive);
        KeptBrief? kept = number is { } wanted ? briefs.Find(wanted) : briefs.Of(watch.Id, 1) is [KeptBrief newest, ..] ? newest : null;
        if (kept is null || kept.Watch != watch.Id || briefs.Content(kept.Id) is not { } brief)
        {
            if (number is not null) throw new UsageException($"watch {watch.Id} has no brief {number}; '--all' lists them");
            new WatchPage(archive, terminal).Print(watch, json: false);
            terminal.Say($"no brief yet; 'readout watch preview {watch.Id}' shows what one would say");
            return ExitCode.Done;
        }

        BriefFormat.Print(brief, format, terminal);
        return ExitCode.Done;
    }

    private static byte[] Feed(RecordArchive archive, Watch watch)
    {
        BriefStore briefs = new(archive);
        (KeptBrief, Brief)[] entries = [.. briefs.Of(watch.Id, MostInFeed).Select(kept => (kept, briefs.Content(kept.Id)!))];
        return BriefAtom.Write(watch, entries, BriefFormat.Links(), self: null);
    }

    private static int Bytes(byte[] bytes, Terminal terminal)
    {
        terminal.Output.Flush();
        terminal.Output.BaseStream.Write(bytes);
        return ExitCode.Done;
    }
}
