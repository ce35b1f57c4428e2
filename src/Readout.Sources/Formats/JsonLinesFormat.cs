using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Readout.Sources.Charsets;
using Readout.Sources.Composition;
using Readout.Sources.Furniture;
using Readout.Sources.Metadata;

namespace Readout.Sources.Formats;

/// <summary>
/// Reads articles from JSON: one object a line with <c>text</c> and optionally <c>id</c>, <c>title</c>, <c>date</c>,
/// <c>url</c>, <c>source</c>, <c>dateline</c>, <c>byline</c>, <c>section</c>. Stateless.
/// </summary>
internal static class JsonLinesFormat
{
    /// <summary>The draft or the refusal that a line gives; null for an empty line.</summary>
    /// <param name="line">One JSON object.</param>
    /// <param name="where">File and line number, for messages.</param>
    public static (Draft? Draft, Refusal? Refusal)? Read(string line, string where) =>
        string.IsNullOrWhiteSpace(line) ? null : ReadLine(line, where);

    /// <summary>The same for a JSON file that may be an array of objects, one object over many lines, or lines.</summary>
    public static IEnumerable<(Draft? Draft, Refusal? Refusal)> ReadWhole(RawInput input)
    {
        string json = TextDecoder.Decode(input.Bytes, input.Charset, false).Text;
        IReadOnlyList<string> items = Whole(json) ?? json.Split('\n');
        for (int i = 0; i < items.Count; i++)
        {
            string where = items.Count == 1 ? input.Where : $"{input.Where}:{(i + 1).ToString(CultureInfo.InvariantCulture)}";
            if (Read(items[i], where) is { } item) yield return item;
        }
    }

    private static IReadOnlyList<string>? Whole(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Array) return [json];
            return [.. document.RootElement.EnumerateArray().Select(item => item.GetRawText())];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (Draft? Draft, Refusal? Refusal) ReadLine(string line, string where)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(document.RootElement, line, where)
                : (null, new Refusal(where, where, "the line is not a JSON object", "give one object with a \"text\" field a line"));
        }
        catch (JsonException problem)
        {
            return (null, new Refusal(where, where, $"the line is not valid JSON at byte {problem.BytePositionInLine}", "mend the line; the others are read"));
        }
    }

    private static (Draft? Draft, Refusal? Refusal) Read(JsonElement item, string line, string where)
    {
        string? id = Text(item, "id");
        string? text = Text(item, "text");
        string? title = Text(item, "title");
        if (text is null && title is null) return (null, new Refusal(id ?? where, where, "the object has no \"text\"", "name the article's text \"text\""));
        PlainPage page = PlainPage.Read(PlainBlocks.Split(text ?? ""), title, true);
        FoundMetadata metadata = new()
        {
            Title = Field(item, "title"),
            Byline = Field(item, "byline") ?? Field(item, "author"),
            Section = Field(item, "section"),
            Source = Field(item, "source"),
            Url = Field(item, "url"),
        };
        if (Field(item, "date") is { } date) metadata.Dates.Add(date);
        if (Text(item, "dateline") is { } dateline && Dateline.Day(dateline + " - ") is not null) metadata.Dates.Add(new Found(dateline, "dateline"));
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));
        return (new Draft { Where = where, Id = id, RawHash = hash, Blocks = page.Blocks, Metadata = metadata }, null);
    }

    private static Found? Field(JsonElement item, string name) => Text(item, name) is { } value ? new Found(value, "json:" + name) : null;

    private static string? Text(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out JsonElement value)) return null;
        string? text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
