using System.Collections.Immutable;
using System.CommandLine;
using Readout.Analysis.Phrasing;
using Readout.Archive;
using Readout.Archive.Exports;
using Readout.Archive.Reading;
using Readout.Coding.Record;

namespace Readout.Cli.Commands;

/// <summary><c>readout export</c>: writes the archive's events as a table, its meetings as a calendar.</summary>
internal sealed class ExportCommand
{
    private readonly Option<string> _format = OneOf("--format", "Format of the export.", "jsonl", "csv", "parquet", "ics");
    private readonly Option<string> _layout = OneOf("--layout", "Columns: Readout's own, or those of another data set.", [.. ExportRequest.LayoutNames]);
    private readonly Option<string> _unit = OneOf("--unit", "A row for each article's report, or for each happening that they tell of.", "report", "happening");
    private readonly Option<DateOnly?> _from = Day("--from", "First day of the events.");
    private readonly Option<DateOnly?> _to = Day("--to", "Last day of the events.");
    private readonly Option<DateOnly?> _publishedFrom = Day("--published-from", "First day of publication.");
    private readonly Option<DateOnly?> _publishedTo = Day("--published-to", "Last day of publication.");

    private readonly Option<string?> _status = new("--status")
    {
        Description = "Statuses set apart by commas, or all (all for Readout's own columns, actual for the others).",
        HelpName = "STATUS,…",
    };

    private readonly Option<bool> _corrections = new("--corrections") { Description = "The articles that people corrected, as gold for 'evaluate record' (jsonl)." };
    private readonly Option<string?> _out = new("--out") { Description = "File to write, with a datapackage.json beside it (else standard output).", HelpName = "FILE" };
    private readonly Option<string?> _archive = ArchiveOption.Create();
    private readonly Terminal _terminal;

    private ExportCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        ExportCommand export = new(terminal);
        export._format.Required = true;
        export._layout.DefaultValueFactory = _ => "readout";
        export._unit.DefaultValueFactory = _ => "report";
        Command command = new("export", "Write the archive's events as a table, or its meetings as a calendar.")
        {
            export._format, export._layout, export._unit, export._from, export._to, export._publishedFrom, export._publishedTo, export._status,
            export._corrections, export._out, export._archive,
        };
        command.SetAction(export.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        ExportRequest request = Request(parsed);
        string? path = parsed.GetValue(_out);
        if (path is null && request.Format == ExportFormat.Parquet) throw new UsageException("--format parquet needs --out FILE: its index stands at the end of the file");
        using RecordArchive archive = ArchiveOption.Open(parsed, _archive);
        Exporter exporter = new(archive);
        try
        {
            ExportOutcome outcome = path is null ? Print(exporter, request) : exporter.WriteFile(request, path);
            Report(request, outcome, path);
            return ExitCode.Done;
        }
        catch (Exception error) when (path is not null && error is IOException or UnauthorizedAccessException)
        {
            _terminal.Say($"{path}: {error.Message}");
            return ExitCode.SomeFailed;
        }
    }

    private ExportOutcome Print(Exporter exporter, ExportRequest request)
    {
        _terminal.Output.Flush();
        return exporter.Write(request, _terminal.Output.BaseStream);
    }

    private void Report(ExportRequest request, ExportOutcome outcome, string? path)
    {
        string what = request.Format == ExportFormat.Calendar ? "meeting" : "row";
        if (outcome.LeftOut > 0) _terminal.Say($"{Wording.Count(outcome.LeftOut, what)} without a day left out");
        if (path is null) return;
        _terminal.Say($"{Wording.Count(outcome.Rows, what)} in {path}");
        if (outcome.Description is { } description) _terminal.Say($"described in {description}");
    }

    private ExportRequest Request(ParseResult parsed)
    {
        ExportFormat format = parsed.GetRequiredValue(_format) switch
        {
            "csv" => ExportFormat.Csv,
            "jsonl" => ExportFormat.JsonLines,
            "parquet" => ExportFormat.Parquet,
            _ => ExportFormat.Calendar,
        };
        if (format == ExportFormat.Calendar && (parsed.GetResult(_layout) is { Implicit: false } || parsed.GetResult(_unit) is { Implicit: false } || parsed.GetValue(_status) is not null))
        {
            throw new UsageException("--layout, --unit and --status are for tables; a calendar has none");
        }

        if (parsed.GetValue(_corrections) && format != ExportFormat.JsonLines) throw new UsageException("--corrections has the format jsonl");
        return new ExportRequest
        {
            Corrections = parsed.GetValue(_corrections),
            Format = format,
            Layout = parsed.GetRequiredValue(_layout),
            Unit = parsed.GetValue(_unit) == "happening" ? EventUnit.Happening : EventUnit.Report,
            From = parsed.GetValue(_from),
            To = parsed.GetValue(_to),
            PublishedFrom = parsed.GetValue(_publishedFrom),
            PublishedTo = parsed.GetValue(_publishedTo),
            Statuses = StatusList.Parse(parsed.GetValue(_status)),
        };
    }

    private static Option<string> OneOf(string name, string description, params string[] values)
    {
        Option<string> option = new(name) { Description = description };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    private static Option<DateOnly?> Day(string name, string description) => new(name) { Description = description, HelpName = "YYYY-MM-DD", CustomParser = DayOption.Parse };
}

/// <summary>Reads a list of statuses.</summary>
internal static class StatusList
{
    /// <summary>The statuses of a list set apart by commas; all of them for <c>all</c>; none where nothing was given.</summary>
    /// <exception cref="UsageException">A word is no status.</exception>
    public static ImmutableArray<EventStatus> Parse(string? text)
    {
        if (text is null) return [];
        EventStatus[] all = Enum.GetValues<EventStatus>();
        if (text == "all") return [.. all];
        return [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => One(all, word)).Distinct()];
    }

    private static EventStatus One(EventStatus[] all, string word)
    {
        foreach (EventStatus status in all)
        {
            if (status.Spelt() == word) return status;
        }

        throw new UsageException($"'{word}' is no status; there are {string.Join(", ", all.Select(status => status.Spelt()))}");
    }
}
