using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Readout.Desk.Api.Document;

/// <summary>The description of the API (OpenAPI 3.1), made from its endpoints when it is first asked for. Safe to call from every thread.</summary>
internal sealed class ApiDocument
{
    /// <summary>Name of the document: <c>/openapi/v1.json</c>.</summary>
    public const string Name = "v1";

    private readonly Lazy<Task<byte[]>> _json;

    public ApiDocument([FromKeyedServices(Name)] IOpenApiDocumentProvider provider) => _json = new Lazy<Task<byte[]>>(() => WriteAsync(provider));

    /// <summary>The document as JSON in UTF-8; not to be changed.</summary>
    public Task<byte[]> JsonAsync() => _json.Value;

    /// <summary>Adds what makes the document.</summary>
    public static void AddTo(IServiceCollection services)
    {
        services.AddOpenApi(Name, static options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.AddSchemaTransformer<SchemaText>();
            options.AddOperationTransformer<OperationText>();
            options.AddDocumentTransformer<DocumentText>();
        });
        services.AddSingleton<ApiDocument>();
    }

    private static async Task<byte[]> WriteAsync(IOpenApiDocumentProvider provider)
    {
        OpenApiDocument document = await provider.GetOpenApiDocumentAsync().ConfigureAwait(false);
        using MemoryStream json = new();
        await document.SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1).ConfigureAwait(false);
        return json.ToArray();
    }
}
