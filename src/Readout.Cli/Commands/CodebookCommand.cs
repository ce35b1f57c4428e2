using System.CommandLine;
using Readout.Cli.Inputs;
using Readout.Cli.Printing;
using Readout.Coding.Packs;
using Readout.Coding.Record;

namespace Readout.Cli.Commands;

/// <summary><c>readout codebook show TYPE</c>: what a type means, its modes, and the frames and examples by which it is coded.</summary>
internal static class CodebookCommand
{
    private static readonly string[] Types = [.. Enum.GetValues<EventType>().Select(type => type.Spelt())];

    public static Command Create(Terminal terminal) => new("codebook", "Look into the codebook.") { CreateShow(terminal), CreateReference(terminal), CreateCheck(terminal) };

    private static Command CreateCheck(Terminal terminal)
    {
        Argument<string> folder = new("DIR") { Description = "Folder of knowledge: laid over the program's own where it holds no whole codebook." };
        Command check = new("check", "Report what is wrong in a folder of knowledge, and run its worked examples.") { folder };
        check.SetAction(parsed => CodebookCheck.Run(parsed.GetRequiredValue(folder), terminal));
        return check;
    }

    private static Command CreateReference(Terminal terminal)
    {
        Option<string?> data = new("--data") { Description = "Folder of knowledge laid over the program's own.", HelpName = "DIR" };
        Command reference = new("reference", "Print the whole codebook as one Markdown page.") { data };
        reference.SetAction(parsed =>
        {
            new CodebookReference(ReaderFiles.LoadKnowledge(parsed.GetValue(data))).Print(terminal.Output);
            return ExitCode.Done;
        });
        return reference;
    }

    private static Command CreateShow(Terminal terminal)
    {
        Argument<string> type = new("type") { Description = "A PLOVER type: AGREE, CONSULT …" };
        type.CompletionSources.Add(Types);
        type.HelpName = "TYPE";
        Option<bool> json = new("--json") { Description = "Print one JSON object." };
        Option<string?> data = new("--data") { Description = "Folder of knowledge laid over the program's own.", HelpName = "DIR" };
        Command show = new("show", "Print the definition, the modes and the frames of a type.") { type, json, data };
        show.SetAction(parsed => Show(parsed.GetRequiredValue(type), parsed.GetValue(data), parsed.GetValue(json), terminal));
        return show;
    }

    private static int Show(string name, string? overlay, bool json, Terminal terminal)
    {
        if (!Spelling.TryParseType(name.ToUpperInvariant(), out EventType type))
            throw new UsageException($"'{name}' is no type; the types are {string.Join(", ", Types)}");
        Knowledge knowledge = ReaderFiles.LoadKnowledge(overlay);
        if (knowledge.Codebook.Type(type) is not { } definition) throw new UsageException($"the codebook does not define {type.Spelt()}");
        CodebookPage page = new(knowledge, definition);
        if (json) terminal.WriteLine(page.ToJson());
        else page.Print(terminal.Output, new Paint(terminal.IsColoured));
        return ExitCode.Done;
    }
}
