using System.CommandLine;
using Readout.Archive;
using Readout.Archive.Reading;
using Readout.Cli.Printing;

namespace Readout.Cli.Commands;

/// <summary><c>readout meetings</c>: meetings followed over articles, with how far each has come.</summary>
internal sealed class MeetingsCommand
{
    private readonly Option<string?> _location = ArchiveOption.Create();
    private readonly Option<bool> _json = new("--json") { Description = "Print a JSON array." };
    private readonly Option<string[]> _country = new("--country") { Description = "Only meetings in which CODE takes part; give it again for both.", HelpName = "CODE" };
    private readonly Option<DateOnly?> _from = new("--from") { Description = "Only meetings on this day or later.", HelpName = "YYYY-MM-DD", CustomParser = DayOption.Parse };
    private readonly Option<DateOnly?> _to = new("--to") { Description = "Only meetings on this day or before.", HelpName = "YYYY-MM-DD", CustomParser = DayOption.Parse };
    private readonly Terminal _terminal;

    private MeetingsCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        MeetingsCommand meetings = new(terminal);
        Command command = new("meetings", "List the meetings that the archive follows: who, when, where, and how far each has come.")
        {
            meetings._location, meetings._from, meetings._to, meetings._country, meetings._json,
        };
        command.SetAction(meetings.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        using RecordArchive archive = ArchiveOption.Open(parsed, _location);
        IReadOnlyList<KeptMeeting> found = archive.Meetings.Read(new MeetingQuery
        {
            From = parsed.GetValue(_from),
            To = parsed.GetValue(_to),
            Parties = [.. (parsed.GetValue(_country) ?? []).Select(code => code.ToUpperInvariant())],
        });
        if (parsed.GetValue(_json)) _terminal.WriteLine(MeetingsPage.ToJson(found));
        else MeetingsPage.Print(found, _terminal.Output, new Paint(_terminal.IsColoured));
        return ExitCode.Done;
    }
}
