using System.Buffers;
using System.Text.Json;
using Readout.Coding.Record;
using Readout.Jobs;
using Readout.Sources;

namespace Readout.Cli.Reporting;

/// <summary>
/// A line of JSON for each thing that happens, as <c>docs/formats.md</c> describes them: started, progress (once a second),
/// refused, note, done.
/// </summary>
internal sealed class EventReport(Terminal terminal) : JobReport
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);
    private TimeSpan _told;

    public override void Started(string archive, IReadOnlyList<string> inputs, PackIdentity pack)
    {
        base.Started(archive, inputs, pack);
        Tell("started", json =>
        {
            json.WriteString("archive", archive);
            json.WriteStartArray("inputs");
            foreach (string input in inputs) json.WriteStringValue(input);
            json.WriteEndArray();
            json.WriteStartObject("pack");
            json.WriteString("version", pack.Version);
            json.WriteString("hash", pack.Hash);
            json.WriteEndObject();
        });
    }

    public override void Refused(Refusal refusal) => Tell("refused", json =>
    {
        json.WriteString("id", refusal.Id);
        json.WriteString("where", refusal.Where);
        json.WriteString("what", refusal.What);
        json.WriteString("advice", refusal.Advice);
    });

    public override void Noted(string what) => Tell("note", json => json.WriteString("what", what));

    public override void Advanced(JobProgress progress)
    {
        if (Elapsed - _told < s_pause) return;
        _told = Elapsed;
        Tell("progress", json => Write(json, progress));
    }

    public override void Done(JobProgress progress, bool stopped) => Tell("done", json =>
    {
        Write(json, progress);
        json.WriteBoolean("stopped", stopped);
    });

    private void Write(Utf8JsonWriter json, JobProgress progress)
    {
        json.WriteNumber("articles", progress.Articles);
        json.WriteNumber("new", progress.New);
        json.WriteNumber("revised", progress.Revised);
        json.WriteNumber("recoded", progress.Recoded);
        json.WriteNumber("known", progress.Known);
        json.WriteNumber("refused", progress.Refused);
        json.WriteNumber("bytes", progress.Bytes);
        json.WriteNumber("bytesInAll", progress.BytesInAll);
        json.WriteNumber("seconds", Math.Round(Elapsed.TotalSeconds, 2));
        json.WriteNumber("articlesPerSecond", Math.Round(Rate(progress), 1));
    }

    private void Tell(string what, Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> line = new();
        using (Utf8JsonWriter json = new(line))
        {
            json.WriteStartObject();
            json.WriteString("event", what);
            write(json);
            json.WriteEndObject();
        }

        terminal.WriteLine(line.WrittenSpan);
    }
}
