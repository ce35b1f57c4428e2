using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Readout.Analysis.Phrasing;
using Readout.Archive.Status;
using Readout.Coding.Record;

namespace Readout.Cli.Printing;

/// <summary>What an archive holds, for people and as JSON.</summary>
internal static class StatusPage
{
    public static void Print(ArchiveStatus status, TextWriter output, Paint paint)
    {
        output.WriteLine(paint.Head(status.Location));
        foreach ((string what, long count) in status.Counts) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-10} {count,12:#,0}"));
        output.WriteLine($"  published  {Period(status.Published)}");
        output.WriteLine($"  events of  {Period(status.Events)}");
        foreach ((PackIdentity pack, long revisions) in status.Packs)
        {
            output.WriteLine($"  pack       {pack.Version} {pack.Hash[..Math.Min(12, pack.Hash.Length)]}  {Wording.Count(revisions, "revision")}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  size       {status.Size / 1e6:#,0.0} MB, schema {status.Schema}"));
    }

    public static byte[] ToJson(ArchiveStatus status)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("archive", status.Location);
        json.WriteString("schema", status.Schema);
        json.WriteNumber("size", status.Size);
        json.WriteStartObject("counts");
        foreach ((string what, long count) in status.Counts) json.WriteNumber(what, count);
        json.WriteEndObject();
        WritePeriod(json, "published", status.Published);
        WritePeriod(json, "events", status.Events);
        json.WriteStartArray("packs");
        foreach ((PackIdentity pack, long revisions) in status.Packs)
        {
            json.WriteStartObject();
            json.WriteString("version", pack.Version);
            json.WriteString("hash", pack.Hash);
            json.WriteNumber("revisions", revisions);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static string Period((DateOnly First, DateOnly Last)? days) =>
        days is { } period ? $"{ActorPage.Day(period.First)} to {ActorPage.Day(period.Last)}" : "no day";

    private static void WritePeriod(Utf8JsonWriter json, string name, (DateOnly First, DateOnly Last)? days)
    {
        if (days is not { } period)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("from", ActorPage.Day(period.First));
        json.WriteString("to", ActorPage.Day(period.Last));
        json.WriteEndObject();
    }
}
