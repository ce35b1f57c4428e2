using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Readout.Archive;
using Readout.Archive.Accounts;
using Readout.Desk.Hosting;
using Readout.Desk.Security;

namespace Readout.Desk.SignIn;

/// <summary><c>/account</c>: one's own password and API tokens.</summary>
internal static class AccountEndpoints
{
    private const int LongestLabel = 80;

    public static void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/account", (HttpContext context, ApiTokens tokens, DeskDoor door) => Show(context, tokens, door, null, null));
        desk.MapPost("/account/tokens", MakeAsync).WithMetadata(ForReaders.Instance);
        desk.MapPost("/account/tokens/{id:long}/revoke", Revoke).WithMetadata(ForReaders.Instance);
        desk.MapPost("/account/password", ChangeAsync).WithMetadata(ForReaders.Instance);
    }

    private static RazorComponentResult Show(HttpContext context, ApiTokens tokens, DeskDoor door, string? made, string? said, int status = StatusCodes.Status200OK)
    {
        DeskReader reader = context.DeskReader();
        return DeskPages.Show<AccountPage>(new AccountModel(reader.Name, reader.IsEditor ? "editor" : "reader", door.IsClosed, [.. tokens.Of(reader)], made, said), status);
    }

    private static async Task<IResult> MakeAsync(HttpContext context, ApiTokens tokens, DeskDoor door)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        string label = form["label"].ToString().Trim();
        if (label.Length is 0 or > LongestLabel) return Show(context, tokens, door, null, $"Say in 1 to {LongestLabel} letters what the token is for.", StatusCodes.Status400BadRequest);
        int days = int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out int given) && given is >= 1 and <= 3650 ? given : throw DeskFaultException.Bad("A token lasts 1 to 3650 days.");
        string secret = tokens.Make(context.DeskReader(), label, form["write"].Count > 0 ? ApiTokens.Scopes : ["read"], TimeSpan.FromDays(days));
        return Show(context, tokens, door, secret, null);
    }

    private static IResult Revoke(HttpContext context, ApiTokens tokens, long id)
    {
        if (!tokens.Revoke(context.DeskReader(), id)) throw DeskFaultException.NotFound("such token of yours");
        return DeskPages.SeeOther("/account");
    }

    private static async Task<IResult> ChangeAsync(
        HttpContext context, RecordArchive archive, ApiTokens tokens, DeskDoor door, DeskSessions sessions, SignInAttempts attempts, [FromServices] TimeProvider time)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        AccountBook book = new(archive);
        string name = context.DeskReader().Name;
        string address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (book.Find(name) is not { } account) throw DeskFaultException.Forbidden("Nobody signs in at this desk.");
        if (attempts.Wait(name, address) is var wait && wait > TimeSpan.Zero) throw new DeskFaultException(StatusCodes.Status429TooManyRequests, "Too many attempts", "Wait a few minutes.") { RetryAfter = wait };
        string fresh = form["new"].ToString();
        if (fresh.Length is < Passwords.Least or > 1000) return Show(context, tokens, door, null, $"A password has {Passwords.Least} characters or more.", StatusCodes.Status400BadRequest);
        if (!Passwords.Fits(account.Password, form["old"].ToString()))
        {
            attempts.Failed(name, address);
            return Show(context, tokens, door, null, "The present password is another.", StatusCodes.Status400BadRequest);
        }

        book.Put(account with { Password = Passwords.Hash(fresh), ChangedAt = time.GetUtcNow() });
        sessions.Begin(context, name);
        return DeskPages.SeeOther("/account");
    }
}
