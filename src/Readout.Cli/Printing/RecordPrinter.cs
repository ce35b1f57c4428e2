using Readout.Cli.Inputs;
using Readout.Coding.Record;

namespace Readout.Cli.Printing;

/// <summary>Prints the outcomes of a run in one format.</summary>
internal abstract class RecordPrinter(Terminal terminal)
{
    protected Terminal Terminal { get; } = terminal;

    /// <summary>Before the first outcome.</summary>
    public virtual void Begin()
    {
    }

    /// <summary>One outcome; its refusal has been said on stderr.</summary>
    public abstract void Print(ReadOutcome outcome);

    /// <summary>After the last.</summary>
    public virtual void End()
    {
    }
}

/// <summary>Text for people.</summary>
internal sealed class TextPrinter(Terminal terminal) : RecordPrinter(terminal)
{
    private bool _begun;

    public override void Print(ReadOutcome outcome)
    {
        if (outcome.Record is null) return;
        if (_begun) Terminal.Output.WriteLine($"\n{new string('─', Terminal.Width)}\n");
        _begun = true;
        new RecordText(Terminal.Output, Terminal.IsColoured, Terminal.Width).Print(outcome.Record);
    }
}

/// <summary>One JSON object an article, laid out for people.</summary>
internal sealed class JsonPrinter(Terminal terminal) : RecordPrinter(terminal)
{
    public override void Print(ReadOutcome outcome)
    {
        if (outcome.Record is { } record) Terminal.WriteLine(RecordJson.ToUtf8(record, indented: true));
    }
}

/// <summary>One line of JSON an article, refused ones included.</summary>
internal sealed class JsonLinesPrinter(Terminal terminal) : RecordPrinter(terminal)
{
    public override void Print(ReadOutcome outcome) => Terminal.WriteLine(outcome.Record is { } record
        ? RecordJson.ToUtf8(record)
        : RecordJson.RefusalToUtf8(outcome.Id, outcome.Refusal!));
}

/// <summary>One page for all articles.</summary>
internal sealed class HtmlPrinter(Terminal terminal) : RecordPrinter(terminal)
{
    private int _number;

    public override void Begin() => Terminal.Output.Write(HtmlPage.Head());

    public override void Print(ReadOutcome outcome)
    {
        if (outcome.Record is { } record) Terminal.Output.Write(HtmlPage.Article(record, ++_number));
    }

    public override void End() => Terminal.Output.Write(HtmlPage.Foot);
}
