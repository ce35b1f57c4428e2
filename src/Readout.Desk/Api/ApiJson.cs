using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Desk.Api;

/// <summary>How models are written: the closed sets as the record spells them, ranges as start and end.</summary>
internal static class ApiJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        // Answers are JSON by their type and by nosniff; letters beyond ASCII need no escape.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Insert(0, new Spelt<EventType>(Spelling.Spelt));
        options.Converters.Insert(0, new Spelt<QuadClass>(Spelling.Spelt));
        options.Converters.Insert(0, new SpanConverter());
    }

    /// <summary>A closed set whose labels are not the names of the program's constants. Answers alone have it.</summary>
    private sealed class Spelt<T>(Func<T, string> label) : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            string? text = reader.GetString();
            foreach (T value in Enum.GetValues<T>())
            {
                if (label(value) == text) return value;
            }

            throw new JsonException($"'{text}' is none of {string.Join(", ", Enum.GetValues<T>().Select(label))}.");
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(label(value));
    }

    private sealed class SpanConverter : JsonConverter<TextSpan>
    {
        public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using JsonDocument span = JsonDocument.ParseValue(ref reader);
            return new TextSpan(span.RootElement.GetProperty("start").GetInt32(), span.RootElement.GetProperty("end").GetInt32());
        }

        public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteNumber("start", value.Start);
            writer.WriteNumber("end", value.End);
            writer.WriteEndObject();
        }
    }
}
