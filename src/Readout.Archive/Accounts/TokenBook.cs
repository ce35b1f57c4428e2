using System.Data.Common;
using Readout.Archive.Store;
using Readout.Archive.Writing;

namespace Readout.Archive.Accounts;

/// <summary>The API tokens of a desk. Safe to call from every thread; each change is a short transaction of its own.</summary>
/// <param name="archive">The archive that keeps them; it stays open.</param>
public sealed class TokenBook(RecordArchive archive)
{
    private const string Select = "SELECT id, reader, label, scopes, made_at, used_at, ends_at FROM api_tokens";

    /// <summary>Keeps a token.</summary>
    /// <param name="hash">Hash of what the program holds.</param>
    /// <param name="token">The token; its number is given here.</param>
    /// <returns>The token with its number.</returns>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public ApiToken Add(string hash, ApiToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        using ArchiveConnection connection = archive.Connect();
        long id = 0;
        connection.InTransaction(() =>
        {
            id = connection.Number("SELECT COALESCE(MAX(id), 0) FROM api_tokens") + 1;
            connection.Execute(
                "INSERT INTO api_tokens (id, hash, reader, label, scopes, made_at, ends_at) VALUES (@id, @hash, @reader, @label, @scopes, @made, @ends)",
                ("@id", id), ("@hash", hash), ("@reader", StoredText.Of(token.Reader)), ("@label", StoredText.Of(token.Label)), ("@scopes", string.Join(' ', token.Scopes)),
                ("@made", Times.ToText(token.MadeAt)), ("@ends", Times.ToText(token.EndsAt)));
        });
        return token with { Id = id };
    }

    /// <summary>The token of that hash; null where there is none.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public ApiToken? Find(string hash)
    {
        using ArchiveConnection connection = archive.Connect();
        return connection.Query($"{Select} WHERE hash = @hash", Read, ("@hash", hash)).FirstOrDefault();
    }

    /// <summary>The tokens of somebody, oldest first.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<ApiToken> Of(string reader)
    {
        using ArchiveConnection connection = archive.Connect();
        return connection.Query($"{Select} WHERE reader = @reader ORDER BY id", Read, ("@reader", reader));
    }

    /// <summary>Notes that a token was used.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public void Touch(long id, DateTimeOffset now)
    {
        using ArchiveConnection connection = archive.Connect();
        connection.Execute("UPDATE api_tokens SET used_at = @now WHERE id = @id", ("@now", Times.ToText(now)), ("@id", id));
    }

    /// <summary>Revokes a token of somebody.</summary>
    /// <returns>Whether they had it.</returns>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public bool Revoke(string reader, long id)
    {
        using ArchiveConnection connection = archive.Connect();
        return connection.Execute("DELETE FROM api_tokens WHERE id = @id AND reader = @reader", ("@id", id), ("@reader", reader)) > 0;
    }

    private static ApiToken Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), [.. row.GetString(3).Split(' ', StringSplitOptions.RemoveEmptyEntries)], Times.Parse(row.GetString(4)),
        row.TextOrNull(5) is { } used ? Times.Parse(used) : null, row.TextOrNull(6) is { } ends ? Times.Parse(ends) : null);
}
