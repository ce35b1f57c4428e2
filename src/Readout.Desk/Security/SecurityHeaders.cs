namespace Readout.Desk.Security;

/// <summary>The headers that keep a page from loading or running what is not the desk's own.</summary>
/// <param name="next">What answers.</param>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Common =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; ";

    /// <summary>The policy of every page.</summary>
    public const string Policy = Common + "frame-ancestors 'none'";

    /// <summary>The policy of a page that other sites may frame; set it on the response.</summary>
    public const string EmbedPolicy = Common + "frame-ancestors *";

    /// <summary>Answers a request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            IHeaderDictionary headers = ((HttpContext)state).Response.Headers;
            if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = Policy;
            if (headers.ContentSecurityPolicy != EmbedPolicy) headers.XFrameOptions = "DENY";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            if (headers.CacheControl.Count == 0) headers.CacheControl = "no-cache, private";
            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
