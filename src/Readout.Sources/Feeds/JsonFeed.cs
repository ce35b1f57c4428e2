using System.Globalization;
using System.Text.Json;
using Readout.Sources.Formats;

namespace Readout.Sources.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1. Stateless.</summary>
internal static class JsonFeed
{
    /// <summary>Reads a feed; what is wrong with it is in the feed.</summary>
    public static Feed Read(string json, RawInput input)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("items", out JsonElement items) || items.ValueKind != JsonValueKind.Array) return new Feed { Fault = "it has no items" };
            Uri? place = FeedWords.Address(Text(root, "home_page_url"), input.Url) ?? input.Url;
            return new Feed
            {
                Title = FeedWords.Plain(Text(root, "title")),
                Language = Text(root, "language"),
                Entries = [.. items.EnumerateArray().Take(FeedItems.MaxEntries + 1).Select(item => Entry(item, place))],
            };
        }
        catch (JsonException problem)
        {
            return new Feed { Fault = string.Create(CultureInfo.InvariantCulture, $"it is not valid JSON at line {problem.LineNumber + 1}") };
        }
    }

    private static FeedEntry Entry(JsonElement item, Uri? place)
    {
        string raw = item.GetRawText();
        if (item.ValueKind != JsonValueKind.Object) return new FeedEntry { Raw = raw, Fault = "it is not an object" };
        return new FeedEntry
        {
            Raw = raw,
            Id = Text(item, "id"),
            Title = FeedWords.Plain(Text(item, "title")),
            Address = FeedWords.Address(Text(item, "url") ?? Text(item, "external_url"), place) ?? FeedWords.Address(Text(item, "id"), null),
            Content = Text(item, "content_html") is { } html ? new FeedText(html, true) : Words(Text(item, "content_text")),
            Summary = Words(Text(item, "summary")),
            Published = Text(item, "date_published"),
            Changed = Text(item, "date_modified") ?? Text(item, "date_published"),
            Author = Author(item),
            Section = First(item, "tags") is { ValueKind: JsonValueKind.String } tag ? FeedWords.Plain(tag.GetString()) : null,
        };
    }

    private static FeedText? Words(string? text) => text is null ? null : new FeedText(text, false);

    /// <summary>The first author of version 1.1, or the one author of version 1.0.</summary>
    private static string? Author(JsonElement item)
    {
        JsonElement? author = First(item, "authors") ?? (item.TryGetProperty("author", out JsonElement one) ? one : null);
        return author is { ValueKind: JsonValueKind.Object } person ? FeedWords.Plain(Text(person, "name")) : null;
    }

    private static JsonElement? First(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out JsonElement list) || list.ValueKind != JsonValueKind.Array) return null;
        foreach (JsonElement element in list.EnumerateArray()) return element;
        return null;
    }

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
