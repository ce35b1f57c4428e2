using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Readout.Coding.Actors;

namespace Readout.Cli.Printing;

/// <summary>What a check of the actor directory found, for people and as JSON.</summary>
internal static class FindingsPage
{
    public static void Print(ImmutableArray<DirectoryFinding> findings, TextWriter output, Paint paint)
    {
        foreach (IGrouping<DirectoryFindingKind, DirectoryFinding> kind in findings.GroupBy(finding => finding.Kind))
        {
            output.WriteLine(paint.Head($"{Spelt(kind.Key)} ({kind.Count().ToString(CultureInfo.InvariantCulture)})"));
            foreach (DirectoryFinding finding in kind) output.WriteLine($"  {paint.Bold(finding.Subject)}: {finding.Message}  {paint.Dim(finding.Source)}");
        }

        if (findings.IsEmpty) output.WriteLine("nothing doubtful was found");
    }

    public static byte[] ToJson(ImmutableArray<DirectoryFinding> findings)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteStartArray("findings");
        foreach (DirectoryFinding finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("kind", Spelt(finding.Kind));
            json.WriteString("subject", finding.Subject);
            json.WriteString("from", ActorPage.Day(finding.From));
            json.WriteString("to", finding.To == DateOnly.MaxValue ? null : ActorPage.Day(finding.To));
            json.WriteString("message", finding.Message);
            json.WriteString("source", finding.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static string Spelt(DirectoryFindingKind kind) => kind switch
    {
        DirectoryFindingKind.Overlap => "overlap",
        DirectoryFindingKind.Gap => "gap",
        DirectoryFindingKind.Vacant => "vacant",
        DirectoryFindingKind.Stale => "stale",
        _ => "shared-name",
    };
}
