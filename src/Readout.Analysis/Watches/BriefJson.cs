using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Readout.Analysis.Watches;

/// <summary>Briefs as JSON, as they are kept and served.</summary>
public static class BriefJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A brief as one line.</summary>
    public static string Write(Brief brief) => JsonSerializer.Serialize(brief, Options);

    /// <summary>Reads what <see cref="Write(Brief)"/> gave.</summary>
    /// <exception cref="FormatException">It is no brief.</exception>
    public static Brief Read(string json) => Parse<Brief>(json);

    /// <summary>Readings as one line.</summary>
    public static string Write(IReadOnlyList<IndexReading> readings) => JsonSerializer.Serialize(readings, Options);

    /// <summary>Reads what <see cref="Write(IReadOnlyList{IndexReading})"/> gave.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static IReadOnlyList<IndexReading> ReadReadings(string json) => Parse<List<IndexReading>>(json);

    private static T Parse<T>(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new FormatException("there is nothing to read");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"a kept brief cannot be read: {exception.Message}", exception);
        }
    }
}
