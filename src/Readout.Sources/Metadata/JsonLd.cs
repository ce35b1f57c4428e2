using System.Net;
using System.Text.Json;

namespace Readout.Sources.Metadata;

/// <summary>
/// The description of an article that a page carries as JSON-LD (schema.org NewsArticle and its kin). Broken JSON is
/// mended where its fields can still be read.
/// </summary>
internal sealed class JsonLd
{
    private const int Deepest = 12;
    private static readonly JsonDocumentOptions s_lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
    private int _rank;

    /// <summary>Headline, or null.</summary>
    public string? Headline { get; private set; }

    /// <summary>Date of publication as printed, or null.</summary>
    public string? Published { get; private set; }

    /// <summary>Names of the authors, joined with commas, or null.</summary>
    public string? Author { get; private set; }

    /// <summary>Section, or null.</summary>
    public string? Section { get; private set; }

    /// <summary>Name of the publisher, or null.</summary>
    public string? Publisher { get; private set; }

    /// <summary>Declared language, or null.</summary>
    public string? Language { get; private set; }

    /// <summary>The article's text as the publisher gives it to machines, or null.</summary>
    public string? Body { get; private set; }

    /// <summary>Reads the scripts of a page in order; the first article of the best kind wins.</summary>
    public static JsonLd Read(IEnumerable<string> scripts)
    {
        JsonLd found = new();
        foreach (string script in scripts) found.ReadScript(script);
        return found;
    }

    private void ReadScript(string script)
    {
        string json = Unwrap(script);
        if (json.Length == 0) return;
        if (TryVisit(json) || TryVisit(JsonRepair.Mend(json))) return;
        Salvage(json);
    }

    private bool TryVisit(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, s_lenient);
            Visit(document.RootElement, 0);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Visit(JsonElement element, int depth)
    {
        if (depth > Deepest) return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray()) Visit(item, depth + 1);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            int rank = Rank(element);
            if (rank > _rank) Take(element, rank);
            foreach (JsonProperty property in element.EnumerateObject())
            {
                if (property.Name is "@graph" or "mainEntity" or "mainEntityOfPage" or "article" or "NewsArticle" or "about") Visit(property.Value, depth + 1);
            }
        }
    }

    private static int Rank(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out JsonElement type)) return element.TryGetProperty("headline", out _) ? 1 : 0;
        if (type.ValueKind == JsonValueKind.Array) return type.EnumerateArray().Select(item => RankOf(item.ToString())).DefaultIfEmpty().Max();
        return RankOf(type.ToString());
    }

    private static int RankOf(string type) => type switch
    {
        _ when type.EndsWith("NewsArticle", StringComparison.OrdinalIgnoreCase) => 4,
        _ when type.EndsWith("Article", StringComparison.OrdinalIgnoreCase) => 3,
        _ when type.EndsWith("Posting", StringComparison.OrdinalIgnoreCase) || type.EndsWith("Report", StringComparison.OrdinalIgnoreCase) => 3,
        _ when type.EndsWith("WebPage", StringComparison.OrdinalIgnoreCase) => 1,
        _ => 0,
    };

    private void Take(JsonElement element, int rank)
    {
        _rank = rank;
        Headline = Text(element, "headline") ?? Text(element, "name") ?? Headline;
        Published = Text(element, "datePublished") ?? Text(element, "dateCreated") ?? Published;
        Author = Names(element, "author") ?? Names(element, "creator") ?? Author;
        Section = Text(element, "articleSection") ?? Section;
        Publisher = Names(element, "publisher") ?? Names(element, "sourceOrganization") ?? Publisher;
        Language = Text(element, "inLanguage") ?? Language;
        Body = Text(element, "articleBody") ?? Body;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? Text(value) : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Clean(value.GetString()),
        JsonValueKind.Array when value.GetArrayLength() > 0 => Text(value[0]),
        JsonValueKind.Object => Text(value, "name") ?? Text(value, "@value"),
        _ => null,
    };

    private static string? Names(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out JsonElement value)) return null;
        if (value.ValueKind != JsonValueKind.Array) return Text(value);
        string joined = string.Join(", ", value.EnumerateArray().Select(Text).Where(text => text is not null).Distinct(StringComparer.Ordinal));
        return joined.Length > 0 ? joined : null;
    }

    /// <summary>Takes single fields out of JSON that cannot be parsed.</summary>
    private void Salvage(string json)
    {
        if (_rank > 1) return;
        Headline ??= Clean(JsonRepair.Field(json, "headline"));
        Published ??= Clean(JsonRepair.Field(json, "datePublished"));
        Section ??= Clean(JsonRepair.Field(json, "articleSection"));
        Language ??= Clean(JsonRepair.Field(json, "inLanguage"));
    }

    private static string Unwrap(string script)
    {
        string json = script.Trim();
        foreach ((string open, string close) in new[] { ("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("<![CDATA[", "]]>") })
        {
            if (json.StartsWith(open, StringComparison.Ordinal)) json = json[open.Length..].Trim();
            if (json.EndsWith(close, StringComparison.Ordinal)) json = json[..^close.Length].Trim();
        }

        return json.TrimEnd(';');
    }

    private static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        string decoded = WebUtility.HtmlDecode(text).Trim();
        return decoded.Length > 0 ? decoded : null;
    }
}
