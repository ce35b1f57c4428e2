using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Readout.Archive.Verify;

namespace Readout.Cli.Printing;

/// <summary>What is wrong with an archive, for people and as JSON.</summary>
internal static class VerifyPage
{
    public static void Print(IReadOnlyList<ArchiveFinding> findings, long revisions, Terminal terminal)
    {
        foreach (ArchiveFinding finding in findings) terminal.Output.WriteLine(finding);
        string found = findings.Count == 0 ? "nothing is wrong" : findings.Count == 1 ? "one finding" : string.Create(CultureInfo.InvariantCulture, $"{findings.Count:#,0} findings");
        terminal.Output.Flush();
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{revisions:#,0} revisions checked, {found}"));
    }

    public static byte[] ToJson(IReadOnlyList<ArchiveFinding> findings, long revisions)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteNumber("revisions", revisions);
        json.WriteStartArray("findings");
        foreach (ArchiveFinding finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("where", finding.Where);
            json.WriteString("what", finding.What);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
