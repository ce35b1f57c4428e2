using System.CommandLine;
using System.Globalization;
using Readout.Cli.Inputs;
using Readout.Cli.Printing;
using Readout.Coding.Reading;
using Readout.Sources;

namespace Readout.Cli.Commands;

/// <summary><c>readout read [PATH|URL|-]…</c>: reads articles and prints their records.</summary>
internal sealed class ReadCommand
{
    private readonly Argument<string[]> _inputs = new("input")
    {
        Description = "Files, addresses, or - for standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object an article." };
    private readonly Option<bool> _jsonl = new("--jsonl") { Description = "Print one line of JSON an article; for many." };
    private readonly Option<bool> _html = new("--html") { Description = "Print one self-contained page with the facts marked in the text." };
    private readonly Option<bool> _why = new("--why") { Description = "Say for each event why it was coded so." };
    private readonly Option<string?> _id = new("--id") { Description = "Identifier of the article, where there is one input.", HelpName = "ID" };

    private readonly Option<DateOnly?> _date = new("--date")
    {
        Description = "Publication date of inputs that have none.",
        HelpName = "YYYY-MM-DD",
        CustomParser = DayOption.Parse,
    };

    private readonly Option<string?> _data = new("--data") { Description = "Folder of knowledge laid over the program's own.", HelpName = "DIR" };
    private readonly Option<bool> _allowPrivate = new("--allow-private") { Description = "Permit addresses in private networks." };
    private readonly Terminal _terminal;

    private ReadCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        ReadCommand read = new(terminal);
        Command command = new("read", "Read articles and print the record of each.")
        {
            read._inputs, read._json, read._jsonl, read._html, read._why, read._date, read._id, read._data, read._allowPrivate,
        };
        command.SetAction(read.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        RecordPrinter printer = Printer(parsed);
        string[] arguments = Arguments(parsed);
        Task<Reader> reader = Load(parsed.GetValue(_data));
        SourceOptions options = new() { Published = parsed.GetValue(_date), AllowPrivate = parsed.GetValue(_allowPrivate) };
        using ArticleInputs inputs = new(_terminal, options, parsed.GetValue(_id));
        bool explain = parsed.GetValue(_why);
        return Print(InOrder.Select(inputs.Open(arguments), source => Read(source, reader, explain)), printer);
    }

    private int Print(IEnumerable<ReadOutcome> outcomes, RecordPrinter printer)
    {
        int refused = 0;
        printer.Begin();
        foreach (ReadOutcome outcome in outcomes)
        {
            if (outcome.Refusal is { } reason)
            {
                refused++;
                _terminal.Say(reason);
            }

            printer.Print(outcome);
        }

        printer.End();
        return refused > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    // The program's own knowledge loads while the first input is opened; an overlay may have errors, which come first.
    private static Task<Reader> Load(string? overlay) =>
        overlay is null ? Task.Run(() => ReaderFiles.Load(null)) : Task.FromResult(ReaderFiles.Load(overlay));

    private static ReadOutcome Read(SourceResult source, Task<Reader> reader, bool explain)
    {
        if (source.Article is not { } article) return new ReadOutcome(source.Refusal!.Id, null, source.Refusal.ToString());
        try
        {
            return new ReadOutcome(article.Id, reader.GetAwaiter().GetResult().Read(article, explain), null);
        }
        catch (Exception exception) when (exception is ReadingException or ArgumentException)
        {
            return new ReadOutcome(article.Id, null, $"{article.Id}: {exception.Message}");
        }
    }

    private RecordPrinter Printer(ParseResult parsed)
    {
        bool json = parsed.GetValue(_json);
        bool jsonl = parsed.GetValue(_jsonl);
        bool html = parsed.GetValue(_html);
        if ((json ? 1 : 0) + (jsonl ? 1 : 0) + (html ? 1 : 0) > 1) throw new UsageException("--json, --jsonl and --html exclude one another");
        return json ? new JsonPrinter(_terminal) : jsonl ? new JsonLinesPrinter(_terminal) : html ? new HtmlPrinter(_terminal) : new TextPrinter(_terminal);
    }

    private string[] Arguments(ParseResult parsed)
    {
        string[] given = InputArguments.Of(parsed.GetValue(_inputs), _terminal, "read");
        return given.Length > 1 && parsed.GetValue(_id) is not null ? throw new UsageException("--id is for one input") : given;
    }
}

/// <summary>Reads the value of a date option.</summary>
internal static class DayOption
{
    public static DateOnly? Parse(System.CommandLine.Parsing.ArgumentResult result)
    {
        string value = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return day;
        result.AddError($"'{value}' is no date; write it as 2025-02-15");
        return null;
    }
}
