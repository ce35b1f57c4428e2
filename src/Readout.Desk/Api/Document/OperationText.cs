using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Readout.Desk.Api.Document;

/// <summary>Writes what an <see cref="ApiOperation"/> declares into its entry of the document: name, parameters, what can go wrong, an example.</summary>
internal sealed class OperationText : IOpenApiOperationTransformer
{
    private const string ProblemSchema = "Problem";

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().FirstOrDefault() is not { } declared) return;
        operation.OperationId = declared.Id;
        operation.Parameters = declared.Parameters.IsEmpty ? null : [.. declared.Parameters.Select(Parameter)];
        OpenApiSchema problem = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancellationToken).ConfigureAwait(false);
        context.Document!.AddComponent<IOpenApiSchema>(ProblemSchema, problem);
        bool reads = HttpMethods.IsGet(context.Description.HttpMethod ?? HttpMethods.Get);
        operation.Responses ??= [];
        if (reads && operation.Responses.TryGetValue("200", out IOpenApiResponse? found) && found is OpenApiResponse answer) Describe(answer, declared);
        if (reads) operation.Responses["304"] = new OpenApiResponse { Description = "Nothing has changed since the answer with that entity tag." };
        operation.Responses["400"] = Problem("The request has a parameter or a value that is not taken; the detail says which and what may be.", context);
        if (declared.Finds is not null || declared.Parameters.Any(parameter => parameter.IsInPath)) operation.Responses["404"] = Problem($"There is no such {declared.Finds ?? "thing"}.", context);
        operation.Responses["503"] = Problem("The archive cannot be used just now: it is locked, full or away. `Retry-After` says when to try again.", context);
    }

    private static void Describe(OpenApiResponse answer, ApiOperation declared)
    {
        answer.Description = declared.Summary;
        answer.Headers = new Dictionary<string, IOpenApiHeader>
        {
            ["ETag"] = new OpenApiHeader { Description = "Entity tag of the content.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
        };
        if (declared.Parameters.Contains(ApiParameter.Cursor))
        {
            answer.Headers["Link"] = new OpenApiHeader { Description = "The next page, `rel=\"next\"`, where there is one.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        }

        if (answer.Content is { } content && content.TryGetValue("application/json", out OpenApiMediaType? json) && ApiExamples.Find(declared.Id) is { } example) json.Example = example;
    }

    private static OpenApiResponse Problem(string description, OpenApiOperationTransformerContext context) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(ProblemSchema, context.Document) } },
    };

    private static OpenApiParameter Parameter(ApiParameter parameter)
    {
        OpenApiSchema schema = Schema(parameter);
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = parameter.IsInPath ? ParameterLocation.Path : ParameterLocation.Query,
            Required = parameter.IsInPath,
            Description = parameter.Description,
            Schema = parameter.IsMany ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = schema, MaxItems = ApiParameter.MostValues } : schema,
            Example = parameter.Example is not { } example ? null : parameter.Kind == ApiParameterKind.Number ? JsonValue.Create(long.Parse(example, CultureInfo.InvariantCulture)) : JsonValue.Create(example),
        };
    }

    private static OpenApiSchema Schema(ApiParameter parameter) => parameter.Kind switch
    {
        ApiParameterKind.Day => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
        ApiParameterKind.Number => new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Format = "int64",
            Minimum = parameter.Least.ToString(CultureInfo.InvariantCulture),
            Maximum = parameter.Most == long.MaxValue ? null : parameter.Most.ToString(CultureInfo.InvariantCulture),
            Default = parameter.Usual is { } usual ? JsonValue.Create(usual) : null,
        },
        ApiParameterKind.Choice => new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = [.. parameter.Choices.Select(choice => (JsonNode)JsonValue.Create(choice))],
            Default = parameter.IsMany ? null : JsonValue.Create(parameter.Choices[0]),
        },
        _ => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = ApiParameter.MostCharacters },
    };
}
