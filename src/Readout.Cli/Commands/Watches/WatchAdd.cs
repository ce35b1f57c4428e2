using System.CommandLine;
using Readout.Analysis.Relations;
using Readout.Analysis.Watches;
using Readout.Archive;
using Readout.Archive.Watches;
using Readout.Cli.Inputs;
using Readout.Cli.Printing;
using Readout.Jobs.Watches.Mail;

namespace Readout.Cli.Commands.Watches;

/// <summary><c>readout watch add NAME</c>: saves a question.</summary>
internal sealed class WatchAdd
{
    private readonly Argument<string> _name = new("name") { Description = "Name of the watch.", HelpName = "NAME" };
    private readonly Option<string[]> _relation = Many("--relation", "Two sides, by code or name: USA-RUS, \"Chile-Peru\".", "A-B");
    private readonly Option<string[]> _actor = Many("--actor", "Who acts or is acted upon: a directory identifier, a code or a name.", "ACTOR");
    private readonly Option<string[]> _country = Many("--country", "Country of a party: RUS, EUR.", "CODE");
    private readonly Option<string[]> _type = Many("--type", "PLOVER type.", "TYPE");
    private readonly Option<string[]> _mode = Many("--mode", "PLOVER mode.", "MODE");
    private readonly Option<string[]> _context = Many("--context", "PLOVER context.", "CONTEXT");
    private readonly Option<string?> _status = new("--status") { Description = "Statuses set apart by commas (else actual, negated, future).", HelpName = "STATUS,…" };
    private readonly Option<string?> _words = new("--words") { Description = "Words of the sentence, as 'readout search' takes them.", HelpName = "WORDS" };
    private readonly Option<string> _every = new("--every") { Description = "daily, weekly, or move: at once when the index of a relation moves.", HelpName = "daily|weekly|move", DefaultValueFactory = _ => "daily" };
    private readonly Option<string> _at = new("--at") { Description = "Hour of the day, UTC.", HelpName = "HOUR", DefaultValueFactory = _ => "6" };
    private readonly Option<string> _on = new("--on") { Description = "Day of the week of a weekly brief.", HelpName = "DAY", DefaultValueFactory = _ => "monday" };
    private readonly Option<string[]> _mail = Many("--mail", "Mail the briefs to this address.", "ADDRESS");
    private readonly Option<string?> _by = new("--by") { Description = "Who makes it (else the name of the user).", HelpName = "NAME" };
    private readonly Option<bool> _json = new("--json") { Description = "Print the watch as a line of JSON." };
    private readonly Option<string?> _data = new("--data") { Description = "Folder of knowledge laid over the program's own.", HelpName = "DIR" };
    private readonly Option<string?> _archive = ArchiveOption.Create();
    private readonly Terminal _terminal;

    private WatchAdd(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        WatchAdd add = new(terminal);
        Command command = new("add", "Save a question; its first brief comes at its next turn.")
        {
            add._name, add._relation, add._actor, add._country, add._type, add._mode, add._context, add._status, add._words,
            add._every, add._at, add._on, add._mail, add._by, add._json, add._data, add._archive,
        };
        command.SetAction(add.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        try
        {
            WatchDraft draft = new(parsed.GetRequiredValue(_name), Question(parsed), Rhythm(parsed));
            WatchStore.Check(draft);
            string[] addresses = [.. (parsed.GetValue(_mail) ?? []).Select(MailAddresses.Bare)];
            using RecordArchive archive = ArchiveOption.Open(parsed, _archive);
            DateTimeOffset now = DateTimeOffset.UtcNow;
            Watch watch = new WatchStore(archive).Add(draft, parsed.GetValue(_by) is { Length: > 0 } by ? by : Environment.UserName, now);
            MailStore mails = new(archive);
            foreach (string address in addresses) mails.Subscribe(watch.Id, address, now);
            new WatchPage(archive, _terminal).Print(watch, parsed.GetValue(_json));
            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new UsageException(exception.Message);
        }
    }

    private WatchQuestion Question(ParseResult parsed)
    {
        SideNames names = new(ReaderFiles.LoadKnowledge(parsed.GetValue(_data)));
        return new WatchQuestion
        {
            Relations = [.. Values(parsed, _relation).Select(names.Relation)],
            Actors = [.. Values(parsed, _actor).Select(names.Actor)],
            Countries = [.. Values(parsed, _country).Select(names.Code)],
            Types = [.. Values(parsed, _type).Select(WatchQuestionJson.Type)],
            Modes = [.. Values(parsed, _mode)],
            Contexts = [.. Values(parsed, _context)],
            Statuses = StatusList.Parse(parsed.GetValue(_status)),
            Words = parsed.GetValue(_words) ?? "",
        };
    }

    private WatchRhythm Rhythm(ParseResult parsed) => parsed.GetValue(_every) switch
    {
        "daily" => new WatchRhythm(WatchPace.Daily, WatchRhythm.HourOf(parsed.GetValue(_at)!)),
        "weekly" => new WatchRhythm(WatchPace.Weekly, WatchRhythm.HourOf(parsed.GetValue(_at)!), WatchRhythm.DayOf(parsed.GetValue(_on)!)),
        "move" => new WatchRhythm(WatchPace.OnMove),
        string other => throw new FormatException($"'{other}' is no rhythm; there are daily, weekly and move"),
        null => new WatchRhythm(WatchPace.Daily),
    };

    private static string[] Values(ParseResult parsed, Option<string[]> option) => parsed.GetValue(option) ?? [];

    private static Option<string[]> Many(string name, string description, string value) => new(name) { Description = description, HelpName = value };
}
