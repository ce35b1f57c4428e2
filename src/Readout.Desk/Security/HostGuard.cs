using System.Collections.Immutable;
using System.Net;
using Readout.Desk.Hosting;

namespace Readout.Desk.Security;

/// <summary>
/// Answers only to names that the desk has: loopback addresses and the names it was told. A page of another site whose name was
/// pointed at this machine (DNS rebinding) gets nothing.
/// </summary>
/// <param name="next">What answers.</param>
/// <param name="names">Further host names; <c>*</c> for all.</param>
internal sealed class HostGuard(RequestDelegate next, ImmutableArray<string> names)
{
    /// <summary>Answers a request, or refuses it.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        string host = context.Request.Host.Host.Trim('[', ']');
        if (IsKnown(host)) return next(context);
        throw new DeskFaultException(StatusCodes.Status421MisdirectedRequest, "This desk does not go by that name", "Use the address at which it was started.");
    }

    private bool IsKnown(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address))
        || names.Contains("*") || names.Contains(host, StringComparer.OrdinalIgnoreCase);
}
