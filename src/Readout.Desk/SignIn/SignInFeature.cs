using Readout.Analysis.Phrasing;
using Readout.Archive;
using Readout.Archive.Accounts;
using Readout.Desk.Hosting;
using Readout.Desk.Security;

namespace Readout.Desk.SignIn;

/// <summary>Signing in and out, one's own password and API tokens: <c>/sign-in</c>, <c>/sign-out</c>, <c>/account</c>.</summary>
internal sealed class SignInFeature : IDeskFeature
{
    public void AddTo(IServiceCollection services)
    {
    }

    public void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/sign-in", (HttpContext context) => DeskPages.Show<SignInPage>(new SignInModel(null, LocalPath(context.Request.Query.Text("to")), null))).WithMetadata(ForAnybody.Instance);
        desk.MapPost("/sign-in", SignInAsync).WithMetadata(ForAnybody.Instance);
        desk.MapPost("/sign-out", SignOut).WithMetadata(ForAnybody.Instance);
        AccountEndpoints.Map(desk);
    }

    /// <summary>The path if it is one of this desk, else the first page: nobody is led elsewhere.</summary>
    internal static string LocalPath(string? to) =>
        to is ['/', ..] && !to.StartsWith("//", StringComparison.Ordinal) && !to.Contains('\\', StringComparison.Ordinal) && !to.Any(char.IsControl) && !to.StartsWith("/sign-", StringComparison.Ordinal) ? to : "/";

    private static async Task<IResult> SignInAsync(HttpContext context, RecordArchive archive, DeskSessions sessions, SignInAttempts attempts)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        string name = form["name"].ToString().Trim().ToLowerInvariant();
        string address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        string to = LocalPath(form["to"]);
        TimeSpan wait = attempts.Wait(name, address);
        if (wait > TimeSpan.Zero) throw TooMany(wait);
        Account? account = new AccountBook(archive).Find(name);
        string password = form["password"].ToString();
        if (password.Length > 1000 || !Passwords.Fits(account?.Password, password))
        {
            attempts.Failed(name, address);
            return DeskPages.Show<SignInPage>(new SignInModel(name, to, "The name or the password is wrong."), StatusCodes.Status401Unauthorized);
        }

        attempts.Succeeded(name, address);
        sessions.Begin(context, account!.Name);
        return DeskPages.SeeOther(to);
    }

    private static IResult SignOut(HttpContext context, DeskSessions sessions)
    {
        sessions.End(context);
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return DeskPages.SeeOther("/sign-in");
    }

    private static DeskFaultException TooMany(TimeSpan wait) =>
        new(StatusCodes.Status429TooManyRequests, "Too many attempts", $"Try again in {Wording.Count((int)Math.Ceiling(wait.TotalMinutes), "minute")}.") { RetryAfter = wait };
}
