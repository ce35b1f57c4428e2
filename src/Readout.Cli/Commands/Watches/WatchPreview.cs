using System.CommandLine;
using Readout.Archive;
using Readout.Archive.Watches;
using Readout.Archive.Watches.Making;

namespace Readout.Cli.Commands.Watches;

/// <summary><c>readout watch preview NUMBER</c>: what a brief would say of some days; nothing is kept or sent.</summary>
internal static class WatchPreview
{
    public static Command Create(Terminal terminal)
    {
        Argument<long> number = WatchCommand.Number();
        Option<DateOnly?> from = new("--from") { Description = "First day of publication (else a week or a day before the last).", HelpName = "YYYY-MM-DD", CustomParser = DayOption.Parse };
        Option<DateOnly?> to = new("--to") { Description = "Last day of publication (else today).", HelpName = "YYYY-MM-DD", CustomParser = DayOption.Parse };
        Option<string> format = BriefFormat.Create("text", "html", "json");
        Option<string?> location = ArchiveOption.Create();
        Command command = new("preview", "Print what a brief would say of some days; nothing is kept or sent.") { number, from, to, format, location };
        command.SetAction(parsed =>
        {
            using RecordArchive archive = ArchiveOption.Open(parsed, location);
            Watch watch = WatchCommand.Find(archive, parsed.GetRequiredValue(number));
            DateOnly last = parsed.GetValue(to) ?? DateOnly.FromDateTime(DateTime.UtcNow);
            DateOnly first = parsed.GetValue(from) ?? last.AddDays(-(int)watch.Rhythm.FirstPeriod.TotalDays);
            if (first > last) throw new UsageException("--from lies after --to");
            BriefFormat.Print(new BriefMaker(archive).Make(watch.Name, watch.Question, BriefSpan.Days(first, last), WatchProgress.None).Brief, parsed.GetValue(format)!, terminal);
            return ExitCode.Done;
        });
        return command;
    }
}
