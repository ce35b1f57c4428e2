using Microsoft.AspNetCore.Antiforgery;
using Readout.Desk.Hosting;

namespace Readout.Desk.Security;

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

        Check(context.DeskReader(), endpoint);
        if (!context.BroughtToken() && endpoint.Metadata.GetMetadata<ProvenByItsAddress>() is null)
        {
            await antiforgery.ValidateRequestAsync(context).ConfigureAwait(false);
            context.SetFormChecked();
        }

        await next(context).ConfigureAwait(false);
    }

    private static void Check(DeskReader reader, Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<ForAnybody>() is not null) return;
        if (!reader.MayWrite) throw DeskFaultException.Forbidden("The token only reads; make one with the scope write.");
        if (reader.Role < (endpoint.Metadata.GetMetadata<ForReaders>() is null ? DeskRole.Editor : DeskRole.Reader)) throw DeskFaultException.Forbidden("Only an editor of this desk may.");
    }

    private static bool IsWrite(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);
}
