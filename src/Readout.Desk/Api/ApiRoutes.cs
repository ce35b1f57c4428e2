using Microsoft.AspNetCore.Mvc;

namespace Readout.Desk.Api;

/// <summary>
/// Adds endpoints to the API. A feature answers with the model that its page shows:
/// <code>
/// desk.MapApi("/api/stories/{id:long}",
///     new ApiOperation("story", "Stories", "A story with its happenings.") { Finds = "story", Parameters = [ApiParameter.PathNumber("id", "Number of the story.", 17)] },
///     (long id, StoryModels stories) => stories.Find(id));
/// </code>
/// The frame does the rest: a query that names what is not declared, or values that are not what was declared, is a problem document
/// of 400; null is one of 404; an <see cref="Readout.Archive.ArchiveException"/> one of 503. The answer has an entity tag of its content, and
/// a request that has it already gets 304. A model that goes on (<see cref="IPaged"/>) gets a <c>Link</c> to its next page. The document at
/// <c>/openapi/v1.json</c> tells all this.
/// </summary>
internal static class ApiRoutes
{
    /// <summary>Adds a GET.</summary>
    /// <param name="desk">The desk's routes.</param>
    /// <param name="path">Its path: <c>/api/stories/{id:long}</c>.</param>
    /// <param name="operation">What it takes and gives.</param>
    /// <param name="handler">Answers with a model, a task of one, null where there is none, <see cref="RawJson"/>, or a result of its own.</param>
    public static RouteHandlerBuilder MapApi(this IEndpointRouteBuilder desk, string path, ApiOperation operation, Delegate handler) =>
        desk.MapGet(path, handler).WithApi(operation);

    /// <summary>Makes an endpoint under <c>/api</c> a part of the API: one that changes something is mapped by itself and given this.</summary>
    public static RouteHandlerBuilder WithApi(this RouteHandlerBuilder route, ApiOperation operation)
    {
        route.WithTags(operation.Tag).WithSummary(operation.Summary).WithMetadata(operation).AddEndpointFilter(new ApiAnswers(operation));
        if (operation.Description is { } description) route.WithDescription(description);
        if (operation.Answers is { } type) route.WithMetadata(new ProducesResponseTypeAttribute(type, StatusCodes.Status200OK, "application/json"));
        return route;
    }
}
