using System.Text.Json;
using Readout.Tests;

namespace Readout.Cli.Tests.Samples;

/// <summary>
/// What the samples must be read as, from <c>tests/specs/samples/facts.json</c>: a file, or a file and the id of one of its
/// articles, with what is expected of the record. An event of the record meets an expected one where its sentence has the
/// words <c>in</c> and each other field given is met; an empty list expects no event at all. Quotes, meetings, variant
/// spellings and names left unresolved with a candidate are expected in the same way.
/// </summary>
internal sealed class SampleFacts(string key, JsonElement expected)
{
    private static readonly string[] Fields = ["type", "mode", "action", "status"];

    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<SampleFacts> All { get; } = Load();

    public string Key { get; } = key;

    public string File => Key.Split('#')[0];

    public string? Id => Key.Contains('#', StringComparison.Ordinal) ? Key.Split('#')[1] : null;

    /// <summary>The day to give with <c>--date</c>, or null.</summary>
    public string? Date => expected.TryGetProperty("date", out JsonElement date) ? date.GetString() : null;

    /// <summary>What a record lacks of the expected.</summary>
    public IReadOnlyList<string> Missing(JsonElement record)
    {
        List<string> missing = [];
        JsonElement article = record.GetProperty("article");
        string text = article.GetProperty("text").GetString()!;
        foreach (JsonProperty field in expected.GetProperty("article").EnumerateObject())
        {
            string? found = article.GetProperty(field.Name).GetString();
            if (found != field.Value.GetString()) missing.Add($"{field.Name}: '{found}', not '{field.Value}'");
        }

        if (expected.TryGetProperty("starts", out JsonElement start) && !text.StartsWith(start.GetString()!, StringComparison.Ordinal)) missing.Add($"the text starts: {text[..60]}");
        if (expected.TryGetProperty("ends", out JsonElement end) && !text.EndsWith(end.GetString()!, StringComparison.Ordinal)) missing.Add($"the text ends: {text[^60..]}");
        missing.AddRange(Strings(expected, "with").Where(words => !text.Contains(words, StringComparison.Ordinal)).Select(words => $"not in the text: {words}"));
        missing.AddRange(Strings(expected, "without").Where(words => text.Contains(words, StringComparison.Ordinal)).Select(words => $"in the text: {words}"));
        JsonElement events = expected.GetProperty("events");
        if (events.GetArrayLength() == 0 && record.GetProperty("events").GetArrayLength() > 0) missing.Add("an event, where there is none");
        missing.AddRange(events.EnumerateArray().Where(one => !record.GetProperty("events").EnumerateArray().Any(coded => Meets(coded, one, record))).Select(one => $"no event {one}"));
        missing.AddRange(Lacking(record, "quotes", (quote, wanted) => HasQuote(quote, wanted, record)));
        missing.AddRange(Lacking(record, "meetings", (meeting, wanted) => IsMeeting(meeting, wanted, record)));
        missing.AddRange(Names("variants").Where(name => !Mentions(record, name.Name).Any(actor => actor.GetProperty("name").GetString() == name.Value.GetString()
            && actor.GetProperty("variantOf").ValueKind == JsonValueKind.String)).Select(name => $"no variant spelling {name}"));
        missing.AddRange(Names("unresolved").Where(name => !Mentions(record, name.Name).Any(actor => actor.GetProperty("unresolved").ValueKind == JsonValueKind.String
            && Strings(actor, "candidates").Contains(name.Value.GetString()!))).Select(name => $"not left unresolved with its candidate: {name}"));
        return missing;
    }

    private IEnumerable<string> Lacking(JsonElement record, string part, Func<JsonElement, JsonElement, bool> meets) =>
        expected.TryGetProperty(part, out JsonElement list)
            ? list.EnumerateArray().Where(one => !record.GetProperty(part).EnumerateArray().Any(found => meets(found, one))).Select(one => $"not among the {part}: {one}")
            : [];

    private JsonProperty[] Names(string part) => expected.TryGetProperty(part, out JsonElement names) ? [.. names.EnumerateObject()] : [];

    private static IEnumerable<JsonElement> Mentions(JsonElement record, string words) => record.GetProperty("mentions").EnumerateArray()
        .Where(mention => mention.GetProperty("text").GetString() == words).Select(mention => mention.GetProperty("actor"));

    private static bool HasQuote(JsonElement quote, JsonElement wanted, JsonElement record)
    {
        string text = record.GetProperty("article").GetProperty("text").GetString()!;
        if (quote.GetProperty("kind").GetString() != wanted.GetProperty("kind").GetString()) return false;
        if (!quote.GetProperty("content").EnumerateArray().Any(part => text[part.GetProperty("start").GetInt32()..part.GetProperty("end").GetInt32()] == wanted.GetProperty("content").GetString())) return false;
        return !wanted.TryGetProperty("speaker", out JsonElement code)
            || (quote.GetProperty("speaker") is { ValueKind: JsonValueKind.Number } speaker && Code(speaker, record) == code.GetString());
    }

    private static bool IsMeeting(JsonElement meeting, JsonElement wanted, JsonElement record) =>
        new[] { "state", "from", "to" }.All(field => meeting.GetProperty(field).GetString() == wanted.GetProperty(field).GetString())
            && Strings(wanted, "parties").All(code => Codes(meeting, "parties", record).Contains(code));

    private static bool Meets(JsonElement coded, JsonElement wanted, JsonElement record)
    {
        JsonElement range = record.GetProperty("sentences")[coded.GetProperty("sentence").GetInt32()];
        string sentence = record.GetProperty("article").GetProperty("text").GetString()![range[0].GetInt32()..range[1].GetInt32()];
        if (!sentence.Contains(wanted.GetProperty("in").GetString()!, StringComparison.Ordinal)) return false;
        if (Fields.Any(field => wanted.TryGetProperty(field, out JsonElement value) && coded.GetProperty(field).GetString() != value.GetString())) return false;
        if (new[] { "from", "to" }.Any(day => wanted.TryGetProperty(day, out JsonElement value) && Inner(coded, "date", day) != value.GetString())) return false;
        if (wanted.TryGetProperty("place", out JsonElement place) && Inner(coded, "place", "country") != place.GetString()) return false;
        if (wanted.TryGetProperty("detained", out JsonElement detained) && coded.GetProperty("size").GetProperty("detained").GetProperty("min").GetInt32() != detained.GetInt32()) return false;
        return new[] { "actors", "recipients" }.All(side => Strings(wanted, side).All(code => Codes(coded, side, record).Contains(code)));
    }

    private static string? Inner(JsonElement coded, string part, string field) =>
        coded.GetProperty(part) is { ValueKind: JsonValueKind.Object } inner ? inner.GetProperty(field).GetString() : null;

    private static IEnumerable<string?> Codes(JsonElement coded, string side, JsonElement record) =>
        coded.GetProperty(side).EnumerateArray().Select(index => Code(index, record));

    private static string? Code(JsonElement mention, JsonElement record) =>
        record.GetProperty("mentions")[mention.GetInt32()].GetProperty("actor").GetProperty("code").GetString();

    private static IEnumerable<string> Strings(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement list) ? list.EnumerateArray().Select(item => item.GetString()!) : [];

    private static List<SampleFacts> Load()
    {
        using JsonDocument document = JsonDocument.Parse(System.IO.File.ReadAllText(Repository.Path("tests", "specs", "samples", "facts.json")));
        return [.. document.RootElement.EnumerateObject().Select(property => new SampleFacts(property.Name, property.Value.Clone()))];
    }
}
