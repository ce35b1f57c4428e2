using Readout.Archive;
using Readout.Archive.Accounts;
using Readout.Desk.Hosting;

namespace Readout.Desk.Security;

/// <summary>Who is signed in, by the cookie that their browser holds. Safe to call from every thread.</summary>
/// <param name="archive">The archive.</param>
/// <param name="options">Whether the desk is reached by https.</param>
/// <param name="time">The clock.</param>
internal sealed class DeskSessions(RecordArchive archive, DeskOptions options, TimeProvider time)
{
    /// <summary>A session ends after so long, whatever they do.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>A session ends after so long without a request.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    // Noted no oftener, so that reading does not write each time.
    private static readonly TimeSpan s_noted = TimeSpan.FromMinutes(10);
    private readonly AccountBook _book = new(archive);

    private bool IsHttps => options.PublicUrl?.Scheme == Uri.UriSchemeHttps;

    // The prefix makes browsers refuse the cookie where it does not come by https from this very host (RFC 6265bis, 4.1.3.2).
    private string Cookie => IsHttps ? "__Host-readout" : "readout-session";

    /// <summary>Signs somebody in.</summary>
    public void Begin(HttpContext context, string account)
    {
        string secret = Secrets.New();
        DateTimeOffset now = time.GetUtcNow();
        _book.BeginSession(Secrets.Hash(secret), account, now, now + Longest);
        context.Response.Cookies.Append(Cookie, secret, With(Longest));
    }

    /// <summary>Who asks, or null where they are not signed in or their session has ended.</summary>
    public DeskReader? Find(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 and < 100 } secret) return null;
        string hash = Secrets.Hash(secret);
        DateTimeOffset now = time.GetUtcNow();
        if (_book.FindSession(hash) is not { } session || session.EndsAt <= now || session.SeenAt + Idle <= now) return null;
        if (session.SeenAt + s_noted <= now) Note(hash, now);
        return new DeskReader(session.Account, RoleOf(session.Role));
    }

    /// <summary>Signs out.</summary>
    public void End(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is { } secret) _book.EndSession(Secrets.Hash(secret));
        context.Response.Cookies.Delete(Cookie, With(null));
    }

    /// <summary>The role of that name.</summary>
    public static DeskRole RoleOf(string role) => role == "editor" ? DeskRole.Editor : DeskRole.Reader;

    private void Note(string hash, DateTimeOffset now)
    {
        try
        {
            _book.Touch(hash, now);
        }
        catch (ArchiveException)
        {
            // Another writes just now; the next request notes it.
        }
    }

    private CookieOptions With(TimeSpan? lasts) => new() { HttpOnly = true, Secure = IsHttps, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = lasts, IsEssential = true };
}
