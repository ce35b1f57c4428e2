using System.Net;
using Readout.Desk.Hosting;

namespace Readout.Desk.Security;

/// <summary>
/// Answers only to names that the desk has: addresses written as numbers, localhost, the machine's name, and the host of its public
/// address. A page of another site whose name was pointed at this machine (DNS rebinding) gets nothing.
/// </summary>
/// <param name="next">What answers.</param>
/// <param name="options">The public address.</param>
internal sealed class HostGuard(RequestDelegate next, DeskOptions options)
{
    /// <summary>Answers a request, or refuses it.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        string host = context.Request.Host.Host.Trim('[', ']');
        if (IsKnown(host)) return next(context);
        throw new DeskFaultException(StatusCodes.Status421MisdirectedRequest, "This desk does not go by that name", "Use the address at which it was started.");
    }

    private bool IsKnown(string host) =>
        IPAddress.TryParse(host, out _) || Is(host, "localhost") || Is(host, Environment.MachineName) || (options.PublicUrl is { } address && Is(host, address.Host));

    private static bool Is(string host, string name) => string.Equals(host, name, StringComparison.OrdinalIgnoreCase);
}
