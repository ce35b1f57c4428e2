using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Readout.Desk.Api;
using Readout.Tests;

namespace Readout.Desk.Tests.Api;

/// <summary>The API's document tells all of the API, and <c>docs/openapi.json</c> is that document. Run with <c>READOUT_ACCEPT=1</c> to keep the present one.</summary>
[Collection(DeskCollection.Name)]
public sealed class ApiDocumentTests(DeskFixture desk)
{
    private static readonly string s_kept = Repository.Path("docs", "openapi.json");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_kept_document_is_the_present_one()
    {
        string document = (await Document()).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("READOUT_ACCEPT") == "1") await File.WriteAllTextAsync(s_kept, document, Cancellation);
        Assert.True(document == await File.ReadAllTextAsync(s_kept, Cancellation),
            "docs/openapi.json is not what the API is now. Keep the present one: READOUT_ACCEPT=1 dotnet run --project tests/Readout.Desk.Tests -- -class " + GetType().FullName);
    }

    [Fact]
    public async Task Every_endpoint_is_in_it_with_a_summary()
    {
        using JsonDocument document = JsonDocument.Parse(await Document());
        HashSet<(string, string)> told = [.. Operations(document).Where(one => one.Operation.TryGetProperty("summary", out _)).Select(one => (one.Path, one.Method))];
        RouteEndpoint[] endpoints =
        [
            .. desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal)),
        ];
        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, endpoint =>
        {
            Assert.True(endpoint.Metadata.GetMetadata<ApiOperation>() is not null, $"{endpoint.RoutePattern.RawText} is not mapped by MapApi or WithApi");
            Assert.All(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods, method => Assert.Contains((Plain(endpoint.RoutePattern.RawText!), method), told));
        });
    }

    [Fact]
    public async Task Every_operation_has_a_name_of_its_own_a_section_and_parameters_that_say_what_they_are_for()
    {
        using JsonDocument document = JsonDocument.Parse(await Document());
        Assert.StartsWith("3.1", document.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        HashSet<string> sections = [.. document.RootElement.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("name").GetString()!)];
        (string Path, string Method, JsonElement Operation)[] operations = [.. Operations(document)];
        Assert.Equal(operations.Length, operations.Select(one => one.Operation.GetProperty("operationId").GetString()).Distinct().Count());
        Assert.All(operations, one =>
        {
            Assert.Contains(one.Operation.GetProperty("tags")[0].GetString()!, sections);
            JsonElement[] parameters = one.Operation.TryGetProperty("parameters", out JsonElement declared) ? [.. declared.EnumerateArray()] : [];
            Assert.All(parameters, parameter => Assert.NotEmpty(parameter.GetProperty("description").GetString()!));
            Assert.Equal(one.Path.Count(letter => letter == '{'), parameters.Count(parameter => parameter.GetProperty("in").GetString() == "path"));
            Assert.All(parameters, parameter => Assert.True(parameter.GetProperty("in").GetString() != "path" || one.Path.Contains($"{{{parameter.GetProperty("name").GetString()}}}", StringComparison.Ordinal)));
            if (one.Method == "GET") Assert.True(one.Operation.GetProperty("responses").GetProperty("200").TryGetProperty("content", out _), $"{one.Path} does not say what it answers");
        });
    }

    [Fact]
    public async Task What_it_refers_to_is_in_it()
    {
        using JsonDocument document = JsonDocument.Parse(await Document());
        JsonElement schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        string[] references = [.. References(document.RootElement).Distinct()];
        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.True(schemas.TryGetProperty(reference[(reference.LastIndexOf('/') + 1)..], out _), reference));
    }

    private async Task<string> Document()
    {
        using HttpClient client = desk.Client();
        return await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Cancellation);
    }

    private static IEnumerable<(string Path, string Method, JsonElement Operation)> Operations(JsonDocument document) =>
        document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => (path.Name, method.Name.ToUpperInvariant(), method.Value)));

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(part => part.Name == "$ref" ? [part.Value.GetString()!] : References(part.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    // {id:long} and {**id} are {id} in the document.
    private static string Plain(string path) => System.Text.RegularExpressions.Regex.Replace(path, @"\{\**(\w+)[^}]*\}", "{$1}");
}
