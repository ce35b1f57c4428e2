using Readout.Desk.Hosting;

namespace Readout.Desk.Api;

/// <summary>A page of a list that goes on.</summary>
internal interface IPaged
{
    /// <summary>The cursor of the next page (<see cref="PageCursors"/>); null on the last.</summary>
    string? Next { get; }
}

/// <summary>JSON that is kept as it is: a record of the archive.</summary>
/// <param name="Utf8">The JSON in UTF-8.</param>
internal sealed record RawJson(ReadOnlyMemory<byte> Utf8);

/// <summary>Holds requests to what an endpoint takes, and answers with JSON that has an entity tag.</summary>
internal sealed class ApiAnswers(ApiOperation operation) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        operation.Check(context.HttpContext.Request.Query);
        object? answer = await next(context).ConfigureAwait(false);
        return answer switch
        {
            IResult result => result,
            null or string => throw DeskFaultException.NotFound(operation.Finds is { } what ? $"such {what}" : "such thing"),
            _ => new TaggedJson(answer),
        };
    }
}
