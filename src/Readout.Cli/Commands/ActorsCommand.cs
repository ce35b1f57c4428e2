using System.Collections.Immutable;
using System.CommandLine;
using Readout.Cli.Inputs;
using Readout.Cli.Printing;
using Readout.Coding.Actors;
using Readout.Coding.Packs;

namespace Readout.Cli.Commands;

/// <summary><c>readout actors WORDS</c> shows who is known by some words and why; <c>readout actors check</c> looks for what is doubtful.</summary>
internal static class ActorsCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> words = new("words") { Description = "Words that name an actor: the Danish foreign minister.", Arity = ArgumentArity.OneOrMore };
        Option<DateOnly?> date = new("--date") { Description = "Day for which offices are asked, YYYY-MM-DD; the latest known without it.", CustomParser = DayOption.Parse };
        Option<string?> context = new("--context") { Description = "Words of the text around them, which may tell whose it is." };
        Option<bool> json = new("--json") { Description = "Print one JSON object." };
        Option<string?> data = new("--data") { Description = "Folder of knowledge laid over the program's own." };
        Command command = new("actors", "Show who is known by some words, and why.") { words, date, context, json, data };
        command.Subcommands.Add(CreateCheck(terminal));
        command.SetAction(parsed =>
        {
            Knowledge knowledge = ReaderFiles.LoadKnowledge(parsed.GetValue(data));
            ActorLookup lookup = new(knowledge.Actors, knowledge.Places);
            ActorFinding finding = lookup.Find(string.Join(' ', parsed.GetRequiredValue(words)), parsed.GetValue(date), parsed.GetValue(context) ?? "");
            if (parsed.GetValue(json)) terminal.WriteLine(ActorPage.ToJson(finding));
            else ActorPage.Print(finding, terminal.Output, new Paint(terminal.IsColoured));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreateCheck(Terminal terminal)
    {
        Option<DateOnly?> date = new("--date") { Description = "Day against which rows in force are held, YYYY-MM-DD; today without it.", CustomParser = DayOption.Parse };
        Option<bool> json = new("--json") { Description = "Print one JSON object." };
        Option<string?> data = new("--data") { Description = "Folder of knowledge laid over the program's own." };
        Command command = new("check", "Look through the directory for overlaps, gaps and stale rows.") { date, json, data };
        command.SetAction(parsed =>
        {
            DateOnly today = parsed.GetValue(date) ?? DateOnly.FromDateTime(DateTime.UtcNow);
            ImmutableArray<DirectoryFinding> findings = DirectoryCheck.Run(ReaderFiles.LoadKnowledge(parsed.GetValue(data)).Actors, today);
            if (parsed.GetValue(json)) terminal.WriteLine(FindingsPage.ToJson(findings));
            else FindingsPage.Print(findings, terminal.Output, new Paint(terminal.IsColoured));
            return findings.IsEmpty ? ExitCode.Done : ExitCode.SomeFailed;
        });
        return command;
    }
}
