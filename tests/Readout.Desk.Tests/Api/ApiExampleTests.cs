using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readout.Tests;

namespace Readout.Desk.Tests.Api;

/// <summary>
/// The examples of the API's document (<c>src/Readout.Desk/Api/Examples</c>) are answers of the desk, shortened, of the shape that their
/// operations answer in. Run with <c>READOUT_ACCEPT=1</c> to make them anew, one for every operation that answers the examples of its own
/// parameters; then build, and keep the document.
/// </summary>
[Collection(DeskCollection.Name)]
public sealed class ApiExampleTests(DeskFixture desk)
{
    private const int MostItems = 2;
    private const int MostCharacters = 300;
    private static readonly string s_folder = Repository.Path("src", "Readout.Desk", "Api", "Examples");
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Examples_have_the_shape_of_the_answers()
    {
        bool accepts = Environment.GetEnvironmentVariable("READOUT_ACCEPT") == "1";
        List<string> wrong = [];
        foreach ((string id, string path) in await Operations())
        {
            if (await Answer(path) is not { } answer) continue;
            string file = Path.Combine(s_folder, id + ".json");
            JsonNode shortened = Shortened(answer)!;
            if (accepts) await File.WriteAllTextAsync(file, shortened.ToJsonString(s_readable) + "\n", Cancellation);
            if (File.Exists(file) && !Shape(shortened).SequenceEqual(Shape(JsonNode.Parse(await File.ReadAllTextAsync(file, Cancellation))), StringComparer.Ordinal)) wrong.Add($"{id} answers in another shape than its example");
        }

        HashSet<string> told = [.. (await Operations()).Select(one => one.Id)];
        wrong.AddRange(Directory.EnumerateFiles(s_folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Where(id => !told.Contains(id)).Select(id => $"{id} is no operation"));
        Assert.True(wrong.Count == 0, $"{string.Join("; ", wrong)}. Make them anew: READOUT_ACCEPT=1 dotnet run --project tests/Readout.Desk.Tests -- -class {GetType().FullName}");
    }

    // Those whose path can be filled with the examples of its parameters.
    private async Task<List<(string Id, string Path)>> Operations()
    {
        using HttpClient client = desk.Client();
        using JsonDocument document = JsonDocument.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Cancellation));
        List<(string, string)> operations = [];
        foreach (JsonProperty path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            if (!path.Value.TryGetProperty("get", out JsonElement get)) continue;
            string filled = path.Name;
            foreach (JsonElement parameter in get.TryGetProperty("parameters", out JsonElement parameters) ? parameters.EnumerateArray() : [])
            {
                if (parameter.GetProperty("in").GetString() == "path" && parameter.TryGetProperty("example", out JsonElement example)) filled = filled.Replace($"{{{parameter.GetProperty("name").GetString()}}}", example.ToString(), StringComparison.Ordinal);
            }

            operations.Add((get.GetProperty("operationId").GetString()!, filled));
        }

        return operations;
    }

    private async Task<JsonNode?> Answer(string path)
    {
        using HttpClient client = desk.Client();
        using HttpResponseMessage response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        Assert.True((int)response.StatusCode < 500, $"{path}: {response.StatusCode}");
        return response.StatusCode == HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation)) : null;
    }

    private static JsonNode? Shortened(JsonNode? node) => node switch
    {
        JsonObject whole => new JsonObject(whole.Select(part => KeyValuePair.Create(part.Key, Shortened(part.Value)))),
        JsonArray list => new JsonArray([.. list.Take(MostItems).Select(Shortened)]),
        JsonValue value when value.TryGetValue(out string? text) && text.Length > MostCharacters => JsonValue.Create(text[..MostCharacters] + "…"),
        _ => node?.DeepClone(),
    };

    // The names of the outermost two levels: deeper ones differ with what the news tells.
    private static IEnumerable<string> Shape(JsonNode? node) => node is JsonObject whole
        ? whole.SelectMany(part => part.Value is JsonObject inner ? inner.Select(one => $"{part.Key}.{one.Key}") : [part.Key]).Order(StringComparer.Ordinal) : [];
}
