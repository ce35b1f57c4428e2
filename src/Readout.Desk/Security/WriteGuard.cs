using Microsoft.AspNetCore.Antiforgery;
using Readout.Desk.Hosting;

namespace Readout.Desk.Security;

/// <summary>An endpoint that changes something and that readers may use too: their own notes, replies, watches, signing out.</summary>
internal sealed class ForReaders
{
    public static readonly ForReaders Instance = new();
}

/// <summary>
/// Every request that changes something comes from a form of the desk's own (antiforgery) and from an editor, unless its endpoint
/// is <see cref="ForReaders"/>. So no endpoint can forget it.
/// </summary>
/// <param name="next">What answers.</param>
/// <param name="antiforgery">Checks the tokens of forms: the field, or the header <c>RequestVerificationToken</c>.</param>
internal sealed class WriteGuard(RequestDelegate next, IAntiforgery antiforgery)
{
    /// <summary>Answers a request, or refuses it.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsWrite(context.Request.Method) || context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        DeskRole needed = endpoint.Metadata.GetMetadata<ForReaders>() is null ? DeskRole.Editor : DeskRole.Reader;
        if (context.DeskReader().Role < needed) throw DeskFaultException.Forbidden(needed == DeskRole.Editor ? "Only an editor of this desk may." : "Sign in first.");
        await antiforgery.ValidateRequestAsync(context).ConfigureAwait(false);
        await next(context).ConfigureAwait(false);
    }

    private static bool IsWrite(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);
}
