using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Desk.Api.Document;

/// <summary>Describes the types that are written otherwise than their members (<see cref="ApiJson"/>).</summary>
internal sealed class SchemaText : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        Type type = context.JsonTypeInfo.Type;
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        JsonSchemaType nullable = bare == type ? 0 : JsonSchemaType.Null;
        if (bare == typeof(TextSpan)) SetSpan(schema, nullable);
        else if (bare == typeof(EventType)) SetLabels(schema, nullable, Enum.GetValues<EventType>().Select(Spelling.Spelt));
        else if (bare == typeof(QuadClass)) SetLabels(schema, nullable, Enum.GetValues<QuadClass>().Select(Spelling.Spelt));
        else if (IsNumber(bare)) SetNumber(schema);
        return Task.CompletedTask;
    }

    // Numbers are read from text as well, by default of the web's JSON; they are never written so.
    private static void SetNumber(OpenApiSchema schema)
    {
        if (schema.Type is not { } type || (type & JsonSchemaType.String) == 0) return;
        schema.Type = type & ~JsonSchemaType.String;
        schema.Pattern = null;
    }

    private static bool IsNumber(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(decimal) || type == typeof(float);

    private static void SetLabels(OpenApiSchema schema, JsonSchemaType nullable, IEnumerable<string> labels)
    {
        schema.Type = JsonSchemaType.String | nullable;
        schema.Enum = [.. labels.Select(label => (JsonNode)JsonValue.Create(label))];
    }

    private static void SetSpan(OpenApiSchema schema, JsonSchemaType nullable)
    {
        schema.Type = JsonSchemaType.Object | nullable;
        schema.Description = "A half-open range of UTF-16 code units.";
        schema.Required = new HashSet<string> { "start", "end" };
        schema.Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["start"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "Offset of the first code unit." },
            ["end"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "Offset after the last code unit." },
        };
    }
}
