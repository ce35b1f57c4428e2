using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Readout.Archive;
using Readout.Archive.Corrections;
using Readout.Cli.Inputs;

namespace Readout.Cli.Commands;

/// <summary><c>readout correct</c>: what a person says of an event of the archive.</summary>
internal sealed class CorrectCommand
{
    private readonly Argument<string?> _key = new("KEY") { Description = "Key of the event, or its beginning; nothing with --add or --list.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _accept = new("--accept") { Description = "The event is right." };
    private readonly Option<bool> _reject = new("--reject") { Description = "It is no event." };
    private readonly Option<string?> _add = new("--add") { Description = "Add an event to this article: its identity or identifier.", HelpName = "ARTICLE" };
    private readonly Option<string?> _trigger = new("--trigger") { Description = "With --add: the words that name the deed.", HelpName = "WORDS" };
    private readonly Option<int?> _at = new("--at") { Description = "With --trigger: where they begin, where they occur more than once.", HelpName = "N" };
    private readonly ImmutableArray<(string Field, Option<string?> Option)> _fields =
    [
        (CorrectionFields.Type, Field("--type", "PLOVER type.", "TYPE")),
        (CorrectionFields.Mode, Field("--mode", "PLOVER mode; '' for none.", "MODE")),
        (CorrectionFields.Action, Field("--action", "Type of the deed inside a verbal event; '' for none.", "TYPE")),
        (CorrectionFields.Contexts, Field("--contexts", "PLOVER contexts, set apart by commas; '' for none.", "CONTEXT,…")),
        (CorrectionFields.Actors, Field("--actors", "Who acts: codes set apart by commas, each perhaps with its words: NOR,CHL=the envoy.", "CODE,…")),
        (CorrectionFields.Recipients, Field("--recipients", "Who is acted upon, in the same way.", "CODE,…")),
        (CorrectionFields.Status, Field("--status", "actual, historical, future, hypothetical or negated.", "STATUS")),
        (CorrectionFields.From, Field("--from", "First day; '' for open.", "YYYY-MM-DD")),
        (CorrectionFields.To, Field("--to", "Last day; '' for open.", "YYYY-MM-DD")),
        (CorrectionFields.Place, Field("--place", "Country of the place, perhaps with its words: CHL=Valparaiso; '' for none.", "CODE")),
    ];

    private readonly Option<string?> _why = new("--why") { Description = "Why, for those who read the log.", HelpName = "TEXT" };
    private readonly Option<string?> _by = new("--by") { Description = "Who says so (else the name of the user).", HelpName = "NAME" };
    private readonly Option<bool> _list = new("--list") { Description = "Print the log, with how each entry stands." };
    private readonly Option<bool> _review = new("--review") { Description = "Print the entries that a person must look at again." };
    private readonly Option<string?> _archive = ArchiveOption.Create();
    private readonly Terminal _terminal;

    private CorrectCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        CorrectCommand correct = new(terminal);
        Command command = new("correct", "Accept, reject, change or add an event of the archive; the log is kept for good.")
        {
            correct._key, correct._accept, correct._reject, correct._add, correct._trigger, correct._at,
        };
        foreach ((_, Option<string?> option) in correct._fields) command.Add(option);
        foreach (Option option in (Option[])[correct._why, correct._by, correct._list, correct._review, correct._archive]) command.Add(option);
        command.SetAction(correct.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        using RecordArchive archive = ArchiveOption.Open(parsed, _archive);
        if (parsed.GetValue(_list) || parsed.GetValue(_review)) return List(archive, parsed.GetValue(_review));
        try
        {
            CorrectionResult result = Write(parsed, new CorrectionLog(archive, ReaderFiles.LoadKnowledge(null).Codebook));
            _terminal.Output.WriteLine(Line(result));
            return result.Outcome == CorrectionOutcome.Review ? ExitCode.SomeFailed : ExitCode.Done;
        }
        catch (ArgumentException error)
        {
            throw new UsageException(error.Message);
        }
    }

    private CorrectionResult Write(ParseResult parsed, CorrectionLog log)
    {
        ImmutableSortedDictionary<string, string> fields = _fields.Where(field => parsed.GetValue(field.Option) is not null)
            .ToImmutableSortedDictionary(field => field.Field, field => parsed.GetValue(field.Option)!, StringComparer.Ordinal);
        string by = parsed.GetValue(_by) ?? Environment.UserName;
        string why = parsed.GetValue(_why) ?? "";
        DateTimeOffset now = DateTimeOffset.UtcNow;
        bool accept = parsed.GetValue(_accept);
        bool reject = parsed.GetValue(_reject);
        string? key = parsed.GetValue(_key);
        if (parsed.GetValue(_add) is { } article)
        {
            if (key is not null || accept || reject) throw new UsageException("--add takes no key, no --accept and no --reject");
            return log.Add(article, parsed.GetValue(_trigger) ?? throw new UsageException("--add needs --trigger WORDS"), parsed.GetValue(_at), fields, by, now, why);
        }

        if (key is null) throw new UsageException("name the event by its key, or use --add, --list or --review");
        if ((accept ? 1 : 0) + (reject ? 1 : 0) + (fields.IsEmpty ? 0 : 1) != 1) throw new UsageException("give --accept, --reject or the fields that change, one of the three");
        CorrectionKind kind = accept ? CorrectionKind.Accept : reject ? CorrectionKind.Reject : CorrectionKind.Change;
        return log.Correct(key, kind, fields, by, now, why);
    }

    private int List(RecordArchive archive, bool onlyReview)
    {
        foreach ((Correction correction, CorrectionResult result) in CorrectionLog.Entries(archive))
        {
            if (onlyReview && result.Outcome != CorrectionOutcome.Review) continue;
            string fields = string.Join(", ", correction.Fields.Select(field => $"{field.Key} {field.Value}"));
            _terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{correction.Id} {correction.At:yyyy-MM-dd HH:mm} {correction.By}: {correction.Kind.ToString().ToLowerInvariant()} {correction.Key} '{correction.Trigger}' {fields}"));
            if (correction.Why.Length > 0) _terminal.Output.WriteLine($"    {correction.Why}");
            _terminal.Output.WriteLine($"    {Line(result)}");
        }

        return ExitCode.Done;
    }

    private static string Line(CorrectionResult result)
    {
        string outcome = result.Outcome switch
        {
            CorrectionOutcome.Applied => $"applied to {result.Key}",
            CorrectionOutcome.Void => "nothing to do any more",
            _ => "to be reviewed",
        };
        return result.Reason.Length == 0 ? outcome : $"{outcome}: {result.Reason}";
    }

    private static Option<string?> Field(string name, string description, string value) => new(name) { Description = description, HelpName = value };
}
