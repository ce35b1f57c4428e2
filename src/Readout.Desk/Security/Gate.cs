using System.Security.Claims;
using Readout.Desk.Hosting;

namespace Readout.Desk.Security;

/// <summary>Finds out who asks, and lets nobody in who must sign in first.</summary>
/// <param name="next">What answers.</param>
/// <param name="door">Whether one must sign in.</param>
/// <param name="sessions">Who is signed in.</param>
/// <param name="tokens">The tokens of programs.</param>
internal sealed class Gate(RequestDelegate next, DeskDoor door, DeskSessions sessions, ApiTokens tokens)
{
    /// <summary>Answers a request, or sends it to sign in.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        context.SetDeskReader(Who(context));
        if (context.DeskReader().Role == DeskRole.None && context.GetEndpoint()?.Metadata.GetMetadata<ForAnybody>() is null) return Refuse(context);
        // Forms are bound to who asked for them.
        if (door.IsClosed) context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, context.DeskReader().Name)], context.DeskReader().Role == DeskRole.None ? null : "desk"));
        return next(context);
    }

    private DeskReader Who(HttpContext context)
    {
        if (IsApi(context) && ApiTokens.Carried(context.Request) is { } secret)
        {
            context.SetBroughtToken();
            return tokens.Find(secret) ?? throw Unauthorized("The token is unknown, revoked or past its end.");
        }

        return door.IsClosed ? sessions.Find(context) ?? DeskReader.Nobody : DeskReader.Local;
    }

    private static Task Refuse(HttpContext context)
    {
        if (IsApi(context)) throw Unauthorized("Give a token of this desk: Authorization: Bearer rdt_….");
        if (!HttpMethods.IsGet(context.Request.Method)) throw new DeskFaultException(StatusCodes.Status401Unauthorized, "You are not signed in", "Sign in, and send it once more.");
        string to = context.Request.Path + context.Request.QueryString;
        context.Response.Headers.CacheControl = "no-store";
        return DeskPages.SeeOther(to == "/" ? "/sign-in" : "/sign-in?to=" + Uri.EscapeDataString(to)).ExecuteAsync(context);
    }

    private static bool IsApi(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || context.Request.Path.StartsWithSegments("/openapi", StringComparison.Ordinal);

    private static DeskFaultException Unauthorized(string detail) => new(StatusCodes.Status401Unauthorized, "You are not signed in", detail);
}
