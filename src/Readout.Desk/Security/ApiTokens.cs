using System.Collections.Immutable;
using Readout.Archive;
using Readout.Archive.Accounts;

namespace Readout.Desk.Security;

/// <summary>The tokens with which programs use the API: <c>Authorization: Bearer rdt_…</c>. Safe to call from every thread.</summary>
/// <param name="archive">The archive.</param>
/// <param name="door">Whether accounts count.</param>
/// <param name="time">The clock.</param>
internal sealed class ApiTokens(RecordArchive archive, DeskDoor door, TimeProvider time)
{
    /// <summary>What a token may permit: to read, and to change what its maker may change.</summary>
    public static readonly ImmutableArray<string> Scopes = ["read", "write"];

    private const string Prefix = "rdt_";
    private static readonly TimeSpan s_noted = TimeSpan.FromMinutes(10);
    private readonly TokenBook _book = new(archive);
    private readonly AccountBook _accounts = new(archive);

    /// <summary>Makes a token.</summary>
    /// <returns>What the program must hold; it is shown once and kept nowhere.</returns>
    public string Make(DeskReader reader, string label, ImmutableArray<string> scopes, TimeSpan? lasts)
    {
        string secret = Prefix + Secrets.New();
        DateTimeOffset now = time.GetUtcNow();
        _book.Add(Secrets.Hash(secret), new ApiToken(0, reader.Name, label, scopes, now, null, now + lasts));
        return secret;
    }

    /// <summary>The tokens of somebody.</summary>
    public IReadOnlyList<ApiToken> Of(DeskReader reader) => _book.Of(reader.Name);

    /// <summary>Revokes one of somebody's tokens; whether they had it.</summary>
    public bool Revoke(DeskReader reader, long id) => _book.Revoke(reader.Name, id);

    /// <summary>The secret that a request carries, or null.</summary>
    public static string? Carried(HttpRequest request)
    {
        const string scheme = "Bearer ";
        return request.Headers.Authorization is [{ } given] && given.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? given[scheme.Length..].Trim() : null;
    }

    /// <summary>Who stands behind a secret and what it permits them; null where it is none, has ended, or its maker is gone.</summary>
    public DeskReader? Find(string secret)
    {
        if (secret.Length > 100 || !secret.StartsWith(Prefix, StringComparison.Ordinal) || _book.Find(Secrets.Hash(secret)) is not { } token) return null;
        DateTimeOffset now = time.GetUtcNow();
        if (token.EndsAt <= now || RoleOf(token.Reader) is not { } role) return null;
        if (token.UsedAt is not { } used || used + s_noted <= now) Note(token.Id, now);
        return new DeskReader(token.Reader, token.Scopes.Contains("write") ? role : DeskRole.Reader) { MayWrite = token.Scopes.Contains("write") };
    }

    private DeskRole? RoleOf(string reader) =>
        !door.IsClosed && reader == DeskReader.Local.Name ? DeskReader.Local.Role : _accounts.Find(reader) is { } account ? DeskSessions.RoleOf(account.Role) : null;

    private void Note(long id, DateTimeOffset now)
    {
        try
        {
            _book.Touch(id, now);
        }
        catch (ArchiveException)
        {
            // Another writes just now; the next request notes it.
        }
    }
}
