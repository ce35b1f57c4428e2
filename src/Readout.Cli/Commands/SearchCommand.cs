using System.Collections.Immutable;
using System.CommandLine;
using Readout.Archive;
using Readout.Archive.Search;
using Readout.Cli.Printing;
using Readout.Coding.Record;

namespace Readout.Cli.Commands;

/// <summary><c>readout search</c>: finds sentences of the archive by words and facets.</summary>
internal sealed class SearchCommand
{
    private readonly Argument<string[]> _words = new("words")
    {
        Description = "Words that all occur; in one quoted argument also \"a phrase\", begin*, this OR that, -without. None to look by facets alone.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> _actor = Many("--actor", "Who takes part: a directory identifier, a name or a code.", "ACTOR");
    private readonly Option<string[]> _country = Many("--country", "Country of a party: RUS, EUR.", "CODE");
    private readonly Option<string[]> _type = Many("--type", "PLOVER type.", "TYPE");
    private readonly Option<string[]> _mode = Many("--mode", "PLOVER mode.", "MODE");
    private readonly Option<string[]> _context = Many("--context", "PLOVER context.", "CONTEXT");
    private readonly Option<string?> _status = new("--status") { Description = "Statuses set apart by commas.", HelpName = "STATUS,…" };
    private readonly Option<DateOnly?> _from = new("--from") { Description = "First day of the events.", HelpName = "YYYY-MM-DD", CustomParser = DayOption.Parse };
    private readonly Option<DateOnly?> _to = new("--to") { Description = "Last day of the events.", HelpName = "YYYY-MM-DD", CustomParser = DayOption.Parse };
    private readonly Option<string[]> _source = Many("--source", "Publisher of the article.", "SOURCE");
    private readonly Option<string[]> _speaker = Many("--speaker", "Whose account it is: a directory identifier or a name.", "SPEAKER");
    private readonly Option<int> _limit = new("--limit") { Description = "Hits a page.", HelpName = "N", DefaultValueFactory = _ => 20 };
    private readonly Option<bool> _byDay = new("--by-day") { Description = "Events by day, the newest first, instead of the last ones kept." };
    private readonly Option<long?> _after = new("--after") { Description = "Where the page before ended.", HelpName = "N" };
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object." };
    private readonly Option<string?> _archive = ArchiveOption.Create();
    private readonly Terminal _terminal;

    private SearchCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        SearchCommand search = new(terminal);
        Command command = new("search", "Find sentences of the archive by words and by what their events are.")
        {
            search._words, search._actor, search._country, search._type, search._mode, search._context, search._status, search._from, search._to,
            search._source, search._speaker, search._byDay, search._limit, search._after, search._json, search._archive,
        };
        command.SetAction(search.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        SearchQuery query = Query(parsed);
        using RecordArchive archive = ArchiveOption.Open(parsed, _archive);
        SearchPage page;
        try
        {
            page = new Searcher(archive).Find(query);
        }
        catch (ArgumentException error)
        {
            throw new UsageException(error.Message);
        }

        if (parsed.GetValue(_json)) _terminal.WriteLine(SearchPageJson.Of(page));
        else new SearchPageText(_terminal.Output, new Paint(_terminal.IsColoured), _terminal.Width).Print(page);
        return ExitCode.Done;
    }

    private SearchQuery Query(ParseResult parsed) => new()
    {
        Words = string.Join(' ', parsed.GetValue(_words) ?? []),
        Actors = Values(parsed, _actor),
        Countries = Values(parsed, _country),
        Types = [.. Values(parsed, _type).Select(Type)],
        Modes = Values(parsed, _mode),
        Contexts = Values(parsed, _context),
        Statuses = StatusList.Parse(parsed.GetValue(_status)),
        From = parsed.GetValue(_from),
        To = parsed.GetValue(_to),
        Sources = Values(parsed, _source),
        Speakers = Values(parsed, _speaker),
        Limit = parsed.GetValue(_limit) is >= 1 and <= 1000 and int limit ? limit : throw new UsageException("--limit is 1 to 1000"),
        Order = parsed.GetValue(_byDay) ? SearchOrder.NewestDay : SearchOrder.NewestKept,
        After = parsed.GetValue(_after),
    };

    private static ImmutableArray<string> Values(ParseResult parsed, Option<string[]> option) => [.. parsed.GetValue(option) ?? []];

    private static EventType Type(string label) =>
        Spelling.TryParseType(label.ToUpperInvariant(), out EventType type) ? type : throw new UsageException($"'{label}' is no PLOVER type");

    private static Option<string[]> Many(string name, string description, string value) => new(name) { Description = description, HelpName = value };
}
