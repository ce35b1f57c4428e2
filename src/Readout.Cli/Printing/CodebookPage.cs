using System.Buffers;
using System.Text.Json;
using Readout.Analysis.Phrasing;
using Readout.Coding.Codebooks;
using Readout.Coding.Packs;
using Readout.Coding.Record;

namespace Readout.Cli.Printing;

/// <summary>What the codebook says of one type, for people and as JSON.</summary>
internal sealed class CodebookPage
{
    private readonly TypeDefinition _type;
    private readonly Frame[] _frames;
    private readonly Dictionary<string, string[]> _lines;

    public CodebookPage(Knowledge knowledge, TypeDefinition type)
    {
        _type = type;
        _frames = [.. knowledge.Codebook.Frames.Where(frame => frame.Type == type.Type)];
        HashSet<string> paths = [.. _frames.Select(frame => frame.Path)];
        _lines = knowledge.ReadFiles().Where(file => paths.Contains(file.Path)).ToDictionary(file => file.Path, file => file.Text.Split('\n'));
    }

    public void Print(TextWriter output, Paint paint)
    {
        output.WriteLine(paint.Head($"{_type.Type.Spelt()}  {_type.Quad.Spelt()} · {Score(_type.ScoreTenths)} · CAMEO {_type.Cameo}"));
        output.WriteLine(_type.Definition);
        foreach (ModeDefinition mode in _type.Modes)
        {
            string cameo = mode.Cameo is null ? "" : $" · CAMEO {mode.Cameo}";
            output.WriteLine($"\n  {paint.Bold(mode.Name)}  {Score(mode.ScoreTenths)}{cameo}\n    {mode.Definition}");
        }

        foreach (Frame frame in _frames)
        {
            output.WriteLine($"\n{paint.Bold(frame.Name)}  {paint.Dim($"{frame.Path}:{frame.Line}")}");
            foreach (string line in Block(frame)) output.WriteLine(line.TrimEnd());
        }
    }

    public byte[] ToJson()
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("type", _type.Type.Spelt());
        json.WriteString("quad", _type.Quad.Spelt());
        json.WriteNumber("ploverScore", _type.ScoreTenths / 10.0);
        json.WriteString("cameo", _type.Cameo);
        json.WriteString("definition", _type.Definition);
        json.WriteStartArray("modes");
        foreach (ModeDefinition mode in _type.Modes) WriteMode(json, mode);
        json.WriteEndArray();
        json.WriteStartArray("frames");
        foreach (Frame frame in _frames) WriteFrame(json, frame);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteMode(Utf8JsonWriter json, ModeDefinition mode)
    {
        json.WriteStartObject();
        json.WriteString("mode", mode.Name);
        json.WriteNumber("ploverScore", mode.ScoreTenths / 10.0);
        json.WriteString("cameo", mode.Cameo);
        json.WriteString("definition", mode.Definition);
        json.WriteEndObject();
    }

    private void WriteFrame(Utf8JsonWriter json, Frame frame)
    {
        json.WriteStartObject();
        json.WriteString("frame", frame.Name);
        json.WriteString("file", frame.Path);
        json.WriteNumber("line", frame.Line);
        json.WriteString("note", frame.Note);
        json.WriteString("text", string.Join('\n', Block(frame)));
        json.WriteEndObject();
    }

    // The indented lines below the frame's header, as their author wrote them.
    private IEnumerable<string> Block(Frame frame) =>
        _lines[frame.Path].Skip(frame.Line).TakeWhile(line => line.Length == 0 || line[0] is ' ' or '\t' or '#' or '\r')
            .Reverse().SkipWhile(string.IsNullOrWhiteSpace).Reverse();

    private static string Score(int tenths) => "PLOVER " + Wording.Signed(tenths / 10.0, '-');
}
