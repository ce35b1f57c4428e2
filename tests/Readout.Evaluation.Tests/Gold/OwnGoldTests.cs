using System.Text.Json;
using Readout.Coding.Actors;
using Readout.Coding.Codebooks;
using Readout.Coding.Packs;
using Readout.Coding.Record;
using Readout.Tests;
using Spelling = Readout.Coding.Record.Spelling;

namespace Readout.Evaluation.Tests.Gold;

/// <summary>The files of <c>tests/gold</c>: spans equal their slices, and every type, mode, status, state and code is of its closed table.</summary>
public sealed class OwnGoldTests
{
    private static readonly string[] Statuses = ["actual", "historical", "future", "hypothetical", "negated"];
    private static readonly Lazy<(Codebook Codebook, HashSet<string> Codes)> Tables = new(Load);

    public static TheoryData<string> Files() =>
        [.. Directory.GetFiles(Repository.Path("tests", "gold"), "*.jsonl").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Spans_equal_their_slices(string file)
    {
        List<string> wrong = [];
        foreach ((string id, JsonElement line) in Lines(file)) Slices(id, line.GetProperty("text").GetString()!, line, wrong);
        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Words_are_of_the_closed_tables(string file)
    {
        List<string> wrong = [];
        foreach ((string id, JsonElement line) in Lines(file))
        {
            foreach (JsonElement coded in Elements(line, "events")) CheckEvent(id, coded, wrong);
            foreach (JsonElement meeting in Elements(line, "meetings")) CheckMeeting(id, meeting, wrong);
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_wrong_span_and_a_guessed_code_are_found()
    {
        using JsonDocument line = JsonDocument.Parse(
            """{"text": "Peru armed.", "events": [{"type": "MOBILISE", "status": "past", "trigger": [5, 10], "actors": [{"start": 0, "end": 4, "text": "Chile", "code": "chile"}], "recipients": []}]}""");
        List<string> wrong = [];
        Slices("a", "Peru armed.", line.RootElement, wrong);
        CheckEvent("a", line.RootElement.GetProperty("events")[0], wrong);
        Assert.Equal(["a: 'Peru' is not 'Chile'", "a: no type 'MOBILISE'", "a: no status 'past'", "a: no code 'chile'"], wrong);
    }

    private static void CheckEvent(string id, JsonElement coded, List<string> wrong)
    {
        string type = coded.GetProperty("type").GetString()!;
        bool known = Spelling.TryParseType(type, out EventType parsed);
        Check(known, $"{id}: no type '{type}'", wrong);
        if (known && Word(coded, "mode") is { } mode) Check(Tables.Value.Codebook.Type(parsed)!.Modes.Any(one => one.Name == mode), $"{id}: {type} has no mode '{mode}'", wrong);
        foreach (string name in (string[])["action", "about"])
        {
            if (Word(coded, name) is { } deed) Check(Spelling.TryParseType(deed, out _), $"{id}: no type '{deed}'", wrong);
        }

        string status = coded.GetProperty("status").GetString()!;
        Check(Statuses.Contains(status), $"{id}: no status '{status}'", wrong);
        foreach (JsonElement context in Elements(coded, "contexts")) Check(Tables.Value.Codebook.Contexts.Any(one => one.Name == context.GetString()), $"{id}: no context '{context}'", wrong);
        if (Word(coded, "placeCountry") is { } country) CheckCode(id, country, wrong);
        CheckCodes(id, coded, "actors", wrong);
        CheckCodes(id, coded, "recipients", wrong);
    }

    private static void CheckMeeting(string id, JsonElement meeting, List<string> wrong)
    {
        string state = meeting.GetProperty("state").GetString()!;
        Check(Enum.TryParse<MeetingState>(state, ignoreCase: true, out _), $"{id}: no state '{state}'", wrong);
        string? level = Word(meeting, "level");
        Check(level is null or "leader" or "minister" or "official" or "expert", $"{id}: no level '{level}'", wrong);
        if (meeting.GetProperty("place") is { ValueKind: JsonValueKind.Object } place) CheckCode(id, place.GetProperty("country").GetString()!, wrong);
        CheckCodes(id, meeting, "parties", wrong);
        CheckCodes(id, meeting, "absent", wrong);
    }

    private static void CheckCodes(string id, JsonElement owner, string name, List<string> wrong)
    {
        foreach (JsonElement party in Elements(owner, name)) CheckCode(id, party.GetProperty("code").GetString()!, wrong);
    }

    private static void CheckCode(string id, string code, List<string> wrong) => Check(Tables.Value.Codes.Contains(code), $"{id}: no code '{code}'", wrong);

    private static void Check(bool holds, string problem, List<string> wrong)
    {
        if (!holds) wrong.Add(problem);
    }

    /// <summary>Every object with <c>start</c>, <c>end</c> and <c>text</c>, and every range and its words, wherever they stand in a line.</summary>
    private static void Slices(string id, string text, JsonElement value, List<string> wrong)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement element in value.EnumerateArray()) Slices(id, text, element, wrong);
            if (IsRange(value)) Check(value[0].GetInt32() >= 0 && value[0].GetInt32() < value[1].GetInt32() && value[1].GetInt32() <= text.Length, $"{id}: no range {value}", wrong);
        }

        if (value.ValueKind != JsonValueKind.Object) return;
        foreach (JsonProperty property in value.EnumerateObject()) Slices(id, text, property.Value, wrong);
        if (value.TryGetProperty("start", out JsonElement start) && value.TryGetProperty("text", out JsonElement words)) Same(id, text[start.GetInt32()..value.GetProperty("end").GetInt32()], words.GetString()!, wrong);
        Joined(id, text, value, "content", "words", wrong);
        Joined(id, text, value, "contentSpans", "content", wrong);
    }

    /// <summary>The words of a quote are its ranges parted by spaces.</summary>
    private static void Joined(string id, string text, JsonElement quote, string ranges, string words, List<string> wrong)
    {
        if (!quote.TryGetProperty(ranges, out JsonElement spans) || spans.ValueKind != JsonValueKind.Array || !quote.TryGetProperty(words, out JsonElement joined)) return;
        Same(id, string.Join(' ', spans.EnumerateArray().Select(span => text[span[0].GetInt32()..span[1].GetInt32()])), joined.GetString()!, wrong);
    }

    private static void Same(string id, string slice, string words, List<string> wrong) => Check(slice == words, $"{id}: '{slice}' is not '{words}'", wrong);

    private static bool IsRange(JsonElement value) => value.GetArrayLength() == 2 && value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.Number);

    private static string? Word(JsonElement owner, string name) => owner.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement[] Elements(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static IEnumerable<(string Id, JsonElement Line)> Lines(string file)
    {
        foreach (string line in File.ReadLines(Repository.Path("tests", "gold", file)))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            yield return (document.RootElement.GetProperty("id").GetString()!, document.RootElement.Clone());
        }
    }

    private static (Codebook Codebook, HashSet<string> Codes) Load()
    {
        Knowledge knowledge = Knowledge.Load(PackCompiler.Compile(DataFolder.Read(Repository.Path("data"), []), "9.9.9").Bytes!);
        ActorDirectory directory = knowledge.Actors;
        IEnumerable<string> codes = directory.Parts.Codes.Keys.Concat(directory.Parts.Entries.Select(entry => entry.Code).OfType<string>());
        return (knowledge.Codebook, codes.ToHashSet(StringComparer.Ordinal));
    }
}
