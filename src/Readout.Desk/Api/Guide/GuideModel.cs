using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Extensions;
using Readout.Desk.Hosting;

namespace Readout.Desk.Api.Guide;

/// <summary>The API's document as a page shows it: <c>/api</c>. Immutable.</summary>
/// <param name="About">What the API is: paragraphs.</param>
/// <param name="Sections">Its operations, by what they are about.</param>
/// <param name="Shapes">The shapes of what they answer.</param>
public sealed record GuideModel(ImmutableArray<string> About, ImmutableArray<GuideSection> Sections, ImmutableArray<GuideShape> Shapes)
{
    internal static GuideModel Of(ReadOnlyMemory<byte> document)
    {
        using JsonDocument json = JsonDocument.Parse(document);
        JsonElement root = json.RootElement;
        ImmutableArray<GuideOperation> operations = [.. root.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => GuideOperation.Of(path.Name, method)))];
        return new GuideModel(
            Paragraphs(root.GetProperty("info").GetProperty("description").GetString()!),
            [
                .. root.GetProperty("tags").EnumerateArray()
                    .Select(tag => (Name: tag.GetProperty("name").GetString()!, About: tag.GetProperty("description").GetString()!))
                    .Select(tag => new GuideSection(tag.Name, tag.About, [.. operations.Where(operation => operation.Tag == tag.Name)])),
            ],
            [.. root.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(GuideShape.Of)]);
    }

    /// <summary>The address of an operation with values filled in; empty ones are left out.</summary>
    /// <exception cref="DeskFaultException">There is no such operation to read by, or a part of its path is not given.</exception>
    internal string Address(string id, IQueryCollection values)
    {
        GuideOperation operation = Sections.SelectMany(section => section.Operations).FirstOrDefault(one => one.Id == id && one.Method == "GET") ?? throw DeskFaultException.NotFound($"operation {id}");
        string path = operation.Path;
        QueryBuilder query = new();
        foreach (GuideParameter parameter in operation.Parameters)
        {
            string[] given = [.. values[parameter.Name].Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!.Trim())];
            if (!parameter.IsInPath)
            {
                foreach (string value in given) query.Add(parameter.Name, value);
                continue;
            }

            if (given.Length == 0) throw DeskFaultException.Bad($"{parameter.Name} is a part of the address and must be given.");
            string[] parts = given[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Any(part => part is "." or "..")) throw DeskFaultException.Bad($"{parameter.Name} has a part that is no name.");
            path = path.Replace($"{{{parameter.Name}}}", string.Join('/', parts.Select(Uri.EscapeDataString)), StringComparison.Ordinal);
        }

        return path + query.ToQueryString().ToUriComponent();
    }

    private static ImmutableArray<string> Paragraphs(string text) => [.. text.ReplaceLineEndings("\n").Split("\n\n").Select(paragraph => paragraph.Replace('\n', ' '))];
}

/// <summary>Operations about one thing. Immutable.</summary>
/// <param name="Name">What they are about.</param>
/// <param name="About">The same in a sentence.</param>
/// <param name="Operations">The operations.</param>
public sealed record GuideSection(string Name, string About, ImmutableArray<GuideOperation> Operations);

/// <summary>An operation. Immutable.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Tag">What it is about.</param>
/// <param name="Method">GET, POST and so on.</param>
/// <param name="Path">Its path, with <c>{names}</c>.</param>
/// <param name="Summary">What it gives.</param>
/// <param name="Description">What else there is to know, or null.</param>
/// <param name="Parameters">What it takes.</param>
/// <param name="Shape">Name of the shape of its answer, or null.</param>
/// <param name="Example">An answer as JSON with line breaks, or null.</param>
/// <param name="Faults">The statuses other than success, with when they come.</param>
public sealed record GuideOperation(
    string Id, string Tag, string Method, string Path, string Summary, string? Description, ImmutableArray<GuideParameter> Parameters, string? Shape, string? Example,
    ImmutableArray<(string Status, string When)> Faults)
{
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static GuideOperation Of(string path, JsonProperty method)
    {
        JsonElement operation = method.Value;
        JsonElement responses = operation.GetProperty("responses");
        JsonElement? answer = responses.TryGetProperty("200", out JsonElement good) && good.TryGetProperty("content", out JsonElement content) && content.TryGetProperty("application/json", out JsonElement json) ? json : null;
        return new GuideOperation(
            Text(operation, "operationId") ?? path, operation.GetProperty("tags")[0].GetString()!, method.Name.ToUpperInvariant(), path, Text(operation, "summary") ?? "", Text(operation, "description"),
            operation.TryGetProperty("parameters", out JsonElement parameters) ? [.. parameters.EnumerateArray().Select(GuideParameter.Of)] : [],
            answer is { } schema && schema.TryGetProperty("schema", out JsonElement shape) ? GuideShape.Name(shape) : null,
            answer is { } example && example.TryGetProperty("example", out JsonElement value) ? JsonSerializer.Serialize(value, s_readable) : null,
            [.. responses.EnumerateObject().Where(one => !one.Name.StartsWith('2')).Select(one => (one.Name, Text(one.Value, "description") ?? ""))]);
    }

    internal static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}

/// <summary>A parameter of an operation. Immutable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsInPath">Whether it is a part of the path.</param>
/// <param name="Kind">What it may be, in words.</param>
/// <param name="About">What it is for.</param>
/// <param name="Choices">Values among which it is chosen; empty for others.</param>
/// <param name="Example">A value, or null.</param>
public sealed record GuideParameter(string Name, bool IsInPath, string Kind, string About, ImmutableArray<string> Choices, string? Example)
{
    internal static GuideParameter Of(JsonElement parameter)
    {
        JsonElement schema = parameter.GetProperty("schema");
        bool isMany = schema.TryGetProperty("items", out JsonElement items);
        JsonElement one = isMany ? items : schema;
        return new GuideParameter(
            parameter.GetProperty("name").GetString()!, parameter.GetProperty("in").GetString() == "path", Words(one, isMany), GuideOperation.Text(parameter, "description") ?? "",
            one.TryGetProperty("enum", out JsonElement choices) ? [.. choices.EnumerateArray().Select(choice => choice.GetString()!)] : [],
            parameter.TryGetProperty("example", out JsonElement example) ? example.ToString() : null);
    }

    private static string Words(JsonElement schema, bool isMany)
    {
        StringBuilder words = new(GuideOperation.Text(schema, "format") == "date" ? "day" : GuideOperation.Text(schema, "type") == "integer" ? "number" : schema.TryGetProperty("enum", out _) ? "one of a few" : "text");
        if (isMany) words.Append(", several times if need be");
        if (schema.TryGetProperty("minimum", out JsonElement least) && schema.TryGetProperty("maximum", out JsonElement most)) words.Append($", {least} to {most}");
        if (schema.TryGetProperty("default", out JsonElement usual)) words.Append($", else {usual}");
        return words.ToString();
    }
}

/// <summary>A shape of what is answered. Immutable.</summary>
/// <param name="Title">Its name.</param>
/// <param name="About">What it is, or null.</param>
/// <param name="Parts">Its properties: name, type in words, the shape that the type leads to or null, what it is.</param>
public sealed record GuideShape(string Title, string? About, ImmutableArray<(string Name, string Type, string? Shape, string About)> Parts)
{
    internal static GuideShape Of(JsonProperty schema) => new(
        schema.Name, GuideOperation.Text(schema.Value, "description"),
        schema.Value.TryGetProperty("properties", out JsonElement properties)
            ? [.. properties.EnumerateObject().Select(part => (part.Name, Type(part.Value), Name(part.Value), GuideOperation.Text(part.Value, "description") ?? ""))]
            : []);

    /// <summary>The shape that a schema refers to, itself, in a list or as one of several; null where it refers to none.</summary>
    internal static string? Name(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference)) return reference.GetString()!.Split('/')[^1];
        if (schema.TryGetProperty("items", out JsonElement items)) return Name(items);
        return schema.TryGetProperty("oneOf", out JsonElement several) || schema.TryGetProperty("anyOf", out several)
            ? several.EnumerateArray().Select(Name).FirstOrDefault(name => name is not null) : null;
    }

    private static string Type(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out _)) return Name(schema)!;
        if (schema.TryGetProperty("items", out JsonElement items)) return $"list of {Type(items)}";
        if (schema.TryGetProperty("oneOf", out JsonElement several) || schema.TryGetProperty("anyOf", out several)) return string.Join(" or ", several.EnumerateArray().Select(Type));
        string words = schema.TryGetProperty("type", out JsonElement type) ? type.ValueKind == JsonValueKind.Array ? string.Join(" or ", type.EnumerateArray().Select(one => one.GetString())) : type.GetString()! : "anything";
        return GuideOperation.Text(schema, "format") is "date" or "date-time" ? words.Replace("string", GuideOperation.Text(schema, "format") == "date" ? "day" : "time", StringComparison.Ordinal) : words;
    }
}
