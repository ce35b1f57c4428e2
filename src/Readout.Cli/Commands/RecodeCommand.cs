using System.Buffers;
using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Readout.Archive;
using Readout.Cli.Inputs;
using Readout.Cli.Printing;
using Readout.Coding.Reading;
using Readout.Jobs.Recoding;

namespace Readout.Cli.Commands;

/// <summary><c>readout recode</c>: codes the archive again and says what changed.</summary>
internal sealed class RecodeCommand
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Option<string?> _data = new("--data") { Description = "Folder of knowledge laid over the program's own.", HelpName = "DIR" };
    private readonly Option<bool> _json = new("--json") { Description = "Print a JSON object for each change and one at the end." };
    private readonly Option<string?> _archive = ArchiveOption.Create();
    private readonly Terminal _terminal;

    private RecodeCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        RecodeCommand recode = new(terminal);
        Command command = new("recode", "Code the archive again with the present knowledge and say what changed; goes on where it stopped.")
        {
            recode._data, recode._json, recode._archive,
        };
        command.SetAction(recode.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        using RecordArchive archive = ArchiveOption.Open(parsed, _archive);
        using Reader reader = ReaderFiles.Load(parsed.GetValue(_data));
        using CancellationTokenSource stop = new();
        ConsoleCancelEventHandler handler = (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        Console.CancelKeyPress += handler;
        try
        {
            bool json = parsed.GetValue(_json);
            RecodeSummary summary = new Recoder(archive, reader).Run(change => Print(change, json), (article, reason) => _terminal.Say($"{article}: {reason}"), stop.Token);
            Print(summary, json);
            if (stop.IsCancellationRequested) _terminal.Say("stopped; 'readout recode' goes on from here");
            return summary.Failed > 0 || stop.IsCancellationRequested ? ExitCode.SomeFailed : ExitCode.Done;
        }
        finally
        {
            Console.CancelKeyPress -= handler;
        }
    }

    private void Print(RecodeChange change, bool json)
    {
        if (json)
        {
            Write(writer =>
            {
                writer.WriteString("article", change.Article);
                writer.WriteString("event", change.Key);
                writer.WriteString("change", change.Kind.ToString().ToLowerInvariant());
                writer.WriteString("trigger", change.Trigger);
                writer.WriteString("before", change.Before);
                writer.WriteString("after", change.After);
            });
            return;
        }

        _terminal.Output.WriteLine(MarkedSentence.Plain($"{change.Article} {change.Key[..Math.Min(12, change.Key.Length)]} '{change.Trigger}'"));
        if (change.Before is { } before) _terminal.Output.WriteLine($"  - {MarkedSentence.Plain(before)}");
        if (change.After is { } after) _terminal.Output.WriteLine($"  + {MarkedSentence.Plain(after)}");
    }

    private void Print(RecodeSummary summary, bool json)
    {
        if (!json)
        {
            _terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{summary.Recoded} of {summary.Articles} articles coded again: {summary.Same} events the same, {summary.Changed} changed, {summary.Gone} gone, {summary.Come} new"));
            return;
        }

        Write(writer =>
        {
            writer.WriteNumber("articles", summary.Articles);
            writer.WriteNumber("recoded", summary.Recoded);
            writer.WriteNumber("failed", summary.Failed);
            writer.WriteNumber("same", summary.Same);
            writer.WriteNumber("changed", summary.Changed);
            writer.WriteNumber("gone", summary.Gone);
            writer.WriteNumber("new", summary.Come);
        });
    }

    private void Write(Action<Utf8JsonWriter> fields)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, Options))
        {
            writer.WriteStartObject();
            fields(writer);
            writer.WriteEndObject();
        }

        _terminal.WriteLine(buffer.WrittenSpan);
    }
}
