using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Readout.Analysis.Relations;
using Readout.Coding.Record;

namespace Readout.Analysis.Watches;

/// <summary>
/// A question as JSON: <c>{"relations": ["RUS-USA"], "actors": [], "countries": [], "types": ["ACCUSE"], "modes": [], "contexts": [],
/// "statuses": [], "words": ""}</c>; what is not given is left out.
/// </summary>
public static class WatchQuestionJson
{
    private static readonly EventStatus[] AllStatuses = Enum.GetValues<EventStatus>();

    /// <summary>The question as one line.</summary>
    public static string Write(WatchQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer)) Write(json, question);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes the question as an object.</summary>
    public static void Write(Utf8JsonWriter json, WatchQuestion question)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(question);
        json.WriteStartObject();
        Write(json, "relations", [.. question.Relations.Select(pair => pair.ToString())]);
        Write(json, "actors", question.Actors);
        Write(json, "countries", question.Countries);
        Write(json, "types", [.. question.Types.Select(type => type.Spelt())]);
        Write(json, "modes", question.Modes);
        Write(json, "contexts", question.Contexts);
        Write(json, "statuses", [.. question.Statuses.Select(status => status.Spelt())]);
        if (question.Words.Length > 0) json.WriteString("words", question.Words);
        json.WriteEndObject();
    }

    /// <summary>Reads a question.</summary>
    /// <exception cref="FormatException">It is none; the message says what of it.</exception>
    public static WatchQuestion Read(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new FormatException("a question is a JSON object", exception);
        }
    }

    /// <summary>Reads a question.</summary>
    /// <exception cref="FormatException">It is none; the message says what of it.</exception>
    public static WatchQuestion Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new FormatException("a question is a JSON object");
        return new WatchQuestion
        {
            Relations = [.. Values(json, "relations").Select(Relation)],
            Actors = Values(json, "actors"),
            Countries = Values(json, "countries"),
            Types = [.. Values(json, "types").Select(Type)],
            Modes = Values(json, "modes"),
            Contexts = Values(json, "contexts"),
            Statuses = [.. Values(json, "statuses").Select(Status)],
            Words = json.TryGetProperty("words", out JsonElement words) ? Text(words, "words") : "",
        };
    }

    /// <summary>A pair as <c>RUS-USA</c>, in either order.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static RelationPair Relation(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] sides = text.Split('-', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (sides.Length != 2 || sides[0] == sides[1]) throw new FormatException($"'{text}' is no relation; write it as USA-RUS");
        return RelationPair.Of(sides[0], sides[1]);
    }

    /// <summary>A type by its label, in either case.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static EventType Type(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return Spelling.TryParseType(label.ToUpperInvariant(), out EventType type) ? type : throw new FormatException($"'{label}' is no PLOVER type");
    }

    /// <summary>A status by its label.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static EventStatus Status(string label)
    {
        foreach (EventStatus status in AllStatuses)
        {
            if (string.Equals(status.Spelt(), label, StringComparison.OrdinalIgnoreCase)) return status;
        }

        throw new FormatException($"'{label}' is no status; there are {string.Join(", ", AllStatuses.Select(status => status.Spelt()))}");
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        if (values.IsEmpty) return;
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static ImmutableArray<string> Values(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out JsonElement list) || list.ValueKind == JsonValueKind.Null) return [];
        if (list.ValueKind != JsonValueKind.Array) throw new FormatException($"\"{name}\" is a list");
        return [.. list.EnumerateArray().Select(value => Text(value, name))];
    }

    private static string Text(JsonElement json, string name) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.Null => "",
        _ => throw new FormatException($"\"{name}\" holds text"),
    };
}
