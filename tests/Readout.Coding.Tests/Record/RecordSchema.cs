using System.Text.Json;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Readout.Tests;

/// <summary>Holds a record's JSON to the published schema and to the slices that it names.</summary>
internal static class RecordSchema
{
    private static readonly Lazy<JsonSchema> Schema = new(Load);

    /// <summary>What is wrong with a record; empty where nothing is.</summary>
    public static IReadOnlyList<string> Problems(string json)
    {
        List<string> problems = [.. Schema.Value.Validate(json).Select(Say)];
        using JsonDocument document = JsonDocument.Parse(json);
        string text = document.RootElement.GetProperty("article").GetProperty("text").GetString()!;
        CheckSlices(document.RootElement, text, "$", problems);
        return problems;
    }

    // NJsonSchema reads the keyword of the drafts before 2019-09; the two mean the same.
    private static JsonSchema Load()
    {
        string text = File.ReadAllText(Repository.Path("docs", "record.schema.json"));
        string older = text.Replace("$defs", "definitions", StringComparison.Ordinal)
            .Replace("https://json-schema.org/draft/2020-12/schema", "http://json-schema.org/draft-07/schema#", StringComparison.Ordinal);
        return JsonSchema.FromJsonAsync(older).GetAwaiter().GetResult();
    }

    private static string Say(ValidationError error) => $"{error.Path}: {error.Kind}";

    private static void CheckSlices(JsonElement element, string text, string path, List<string> problems)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            int index = 0;
            foreach (JsonElement item in element.EnumerateArray()) CheckSlices(item, text, $"{path}[{index++}]", problems);
        }

        if (element.ValueKind != JsonValueKind.Object) return;
        if (element.TryGetProperty("start", out JsonElement start)) CheckSlice(element, start.GetInt32(), text, path, problems);
        foreach (JsonProperty property in element.EnumerateObject()) CheckSlices(property.Value, text, $"{path}.{property.Name}", problems);
    }

    private static void CheckSlice(JsonElement element, int start, string text, string path, List<string> problems)
    {
        int end = element.GetProperty("end").GetInt32();
        if (start > end || end > text.Length) problems.Add($"{path}: {start} to {end} lies outside the text");
        else if (element.TryGetProperty("text", out JsonElement words) && words.GetString() != text[start..end]) problems.Add($"{path}: not the slice");
    }
}
