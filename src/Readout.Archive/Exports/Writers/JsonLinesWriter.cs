using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Readout.Archive.Exports.Writers;

/// <summary>A JSON object a line, with every column of the layout by name; unknown is null.</summary>
internal sealed class JsonLinesWriter(Stream stream, ExportLayout layout) : RowWriter
{
    private const int FlushAt = 64 * 1024;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly JsonEncodedText[] _names = [.. layout.Columns.Select(column => JsonEncodedText.Encode(column.Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping))];
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt);

    public override void Finish()
    {
        stream.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
        stream.Flush();
    }

    protected override void WriteRow(object?[] row)
    {
        using (Utf8JsonWriter json = new(_buffer, Options))
        {
            json.WriteStartObject();
            for (int i = 0; i < row.Length; i++)
            {
                json.WritePropertyName(_names[i]);
                WriteValue(json, row[i], layout.Columns[i]);
            }

            json.WriteEndObject();
        }

        _buffer.Write("\n"u8);
        if (_buffer.WrittenCount >= FlushAt) Finish();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value, ExportColumn column)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case long number: json.WriteNumberValue(number); break;
            case double number when column.Format is null: json.WriteNumberValue(number == 0 ? 0 : number); break;
            case string[] items:
                json.WriteStartArray();
                foreach (string item in items) json.WriteStringValue(item);
                json.WriteEndArray();
                break;
            case double: json.WriteRawValue(CellText.Of(value, column)); break;
            default: json.WriteStringValue(CellText.Of(value, column)); break;
        }
    }
}
