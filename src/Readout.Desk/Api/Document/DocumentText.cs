using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Readout.Desk.Api.Document;

/// <summary>What the document says of the API as a whole.</summary>
internal sealed class DocumentText : IOpenApiDocumentTransformer
{
    /// <summary>Name of the security scheme of API tokens.</summary>
    public const string Token = "token";

    private const string About = """
        The record that Readout keeps of the news: who did what to whom, when, where, who said so, and what is planned. All that the desk's
        pages show is here, in the same words. Every event leads to its sentence.

        Answers have an entity tag: send it back as `If-None-Match` and an answer that has not changed is a 304 without content. Lists
        come in pages: `next` is the `cursor` of the page after, and a `Link` leads there. What goes wrong is a problem document (RFC 9457).
        Nothing may be read by scripts of other sites (no CORS). On a desk with passwords, requests carry an API token.
        """;

    private static readonly (string Name, string Description)[] s_tags =
    [
        ("Today", "What changed since a reader last looked."),
        ("Events", "Who did what to whom: events with the sentences that tell them, and the happenings that several articles report."),
        ("Articles", "Articles and the records read from them."),
        ("Stories", "Articles about one matter, over days."),
        ("Relations", "How two sides deal with one another over time."),
        ("Meetings", "What is planned, proposed, refused, postponed, cancelled and held."),
        ("Actors", "States, bodies, groups and people."),
        ("Codebook", "How events are coded."),
        ("Watches", "Saved questions and their briefs."),
        ("Sources", "Where the news comes from."),
        ("Exports", "Files to take along."),
        ("Archive", "The archive as a whole, and what it is kept in."),
    ];

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Readout",
            Version = ApiDocument.Name,
            Description = About,
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        document.Servers = [new OpenApiServer { Url = "/", Description = "The desk that serves this document." }];
        HashSet<string> used = [.. document.Paths.Values.SelectMany(Operations).SelectMany(operation => operation.Tags ?? new HashSet<OpenApiTagReference>()).Select(tag => tag.Name!)];
        document.Tags = s_tags.Where(tag => used.Contains(tag.Name)).Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet<OpenApiTag>();
        SortPaths(document);
        if (document.Components?.Schemas is { } schemas)
        {
            foreach (IOpenApiSchema schema in schemas.Values) Trim(schema);
        }

        document.Components ??= new OpenApiComponents();
        document.AddComponent<IOpenApiSecurityScheme>(Token, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "An API token of the desk. A desk that only its own machine reaches, and that has no password, needs none.",
        });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, document)] = [] }, []];
        return Task.CompletedTask;
    }

    private static IEnumerable<OpenApiOperation> Operations(IOpenApiPathItem path) => path.Operations is { } operations ? operations.Values : [];

    // What matters to the program alone.
    private static void Trim(IOpenApiSchema schema)
    {
        const string note = " Immutable.";
        if (schema.Description?.EndsWith(note, StringComparison.Ordinal) == true) schema.Description = schema.Description[..^note.Length];
    }

    private static void SortPaths(OpenApiDocument document)
    {
        OpenApiPaths sorted = [];
        foreach ((string path, IOpenApiPathItem item) in document.Paths.OrderBy(pair => pair.Key, StringComparer.Ordinal)) sorted.Add(path, item);
        document.Paths = sorted;
    }
}
