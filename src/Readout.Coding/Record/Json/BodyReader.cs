using System.Text.Json;

namespace Readout.Coding.Record;

/// <summary>Reads the body of an article out of its record and stops there: a tenth of the work of reading all.</summary>
internal static class BodyReader
{
    /// <exception cref="JsonException">The JSON is broken, or it has no article with a text.</exception>
    /// <exception cref="InvalidOperationException">A value is of another kind.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The body begins outside of the text.</exception>
    public static string Read(ReadOnlySpan<byte> utf8)
    {
        Utf8JsonReader json = new(utf8);
        Enter(ref json);
        Find(ref json, "article"u8);
        Enter(ref json);
        int? start = null;
        string? text = null;
        while (start is null || text is null)
        {
            Advance(ref json);
            if (json.TokenType != JsonTokenType.PropertyName) break;
            if (json.ValueTextEquals("bodyStart"u8))
            {
                Advance(ref json);
                start = json.GetInt32();
            }
            else if (json.ValueTextEquals("text"u8))
            {
                Advance(ref json);
                text = json.GetString();
            }
            else
            {
                json.Skip();
            }
        }

        return start is int first && text is not null ? text[first..] : throw new JsonException("it has no text");
    }

    private static void Find(ref Utf8JsonReader json, ReadOnlySpan<byte> name)
    {
        for (Advance(ref json); json.TokenType == JsonTokenType.PropertyName; Advance(ref json))
        {
            if (json.ValueTextEquals(name)) return;
            json.Skip();
        }

        throw new JsonException("it has no article");
    }

    private static void Enter(ref Utf8JsonReader json)
    {
        Advance(ref json);
        if (json.TokenType != JsonTokenType.StartObject) throw new JsonException("it is no object");
    }

    private static void Advance(ref Utf8JsonReader json)
    {
        if (!json.Read()) throw new JsonException("it ends too early");
    }
}
