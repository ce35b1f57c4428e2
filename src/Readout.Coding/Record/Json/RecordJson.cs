using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Readout.Coding.Record;

/// <summary>
/// The record as JSON, as <c>docs/record.schema.json</c> fixes it: property names, order, nulls and empty lists. Writing
/// uses no reflection; the same record gives the same bytes. Safe to call from every thread.
/// </summary>
public static class RecordJson
{
    // Letters of every script stay readable; what would need escaping inside HTML is not, since JSON is no HTML.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = Encoder };
    private static readonly JsonWriterOptions Compact = new() { Encoder = Encoder };

    /// <summary>Writes an actor as records have it, as the property <c>actor</c> of the object that is open.</summary>
    /// <param name="json">Where to; inside an object.</param>
    /// <param name="actor">The actor.</param>
    public static void WriteActor(Utf8JsonWriter json, ActorReference actor)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(actor);
        RecordWriter.WriteActor(json, actor);
    }

    /// <summary>The record as one UTF-8 JSON object, without a line break at its end.</summary>
    /// <param name="record">The record.</param>
    /// <param name="indented">Whether to lay it out for people; otherwise it is one line.</param>
    public static byte[] ToUtf8(ArticleRecord record, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArrayBufferWriter<byte> buffer = new(64 * 1024);
        using (Utf8JsonWriter json = new(buffer, indented ? Indented : Compact))
        {
            RecordWriter.Write(json, record);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The record as JSON text.</summary>
    /// <param name="record">The record.</param>
    /// <param name="indented">Whether to lay it out for people; otherwise it is one line.</param>
    public static string ToText(ArticleRecord record, bool indented = false) => Encoding.UTF8.GetString(ToUtf8(record, indented));

    /// <summary>The line of JSONL that stands for a refused input: <c>{"id", "refused": reason}</c>.</summary>
    public static byte[] RefusalToUtf8(string id, string reason)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("refused", reason);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the record as one object to a writer of the caller's.</summary>
    public static void Write(Utf8JsonWriter json, ArticleRecord record)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(record);
        RecordWriter.Write(json, record);
    }

    /// <summary>The body of a record's article, its text from its <c>bodyStart</c> on; what stands behind the article is not read.</summary>
    /// <param name="utf8">One JSON object in UTF-8.</param>
    /// <exception cref="FormatException">It is no record: what is wrong.</exception>
    public static string ParseBody(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return BodyReader.Read(utf8);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw new FormatException($"the record's article cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Reads one record.</summary>
    /// <param name="utf8">One JSON object in UTF-8.</param>
    /// <exception cref="FormatException">It is no record: what is wrong and where.</exception>
    public static ArticleRecord Parse(ReadOnlyMemory<byte> utf8)
    {
        using JsonDocument document = Open(() => JsonDocument.Parse(utf8));
        return RecordReader.Read(document.RootElement);
    }

    /// <summary>Reads one record.</summary>
    /// <param name="text">One JSON object.</param>
    /// <exception cref="FormatException">It is no record: what is wrong and where.</exception>
    public static ArticleRecord Parse(string text)
    {
        using JsonDocument document = Open(() => JsonDocument.Parse(text));
        return RecordReader.Read(document.RootElement);
    }

    private static JsonDocument Open(Func<JsonDocument> parse)
    {
        try
        {
            return parse();
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The record is no JSON: {exception.Message}", exception);
        }
    }
}
