using System.Data.Common;
using Readout.Archive.Store;

namespace Readout.Archive.Accounts;

/// <summary>The accounts of a desk and who is signed in. Safe to call from every thread; each change is a short transaction of its own.</summary>
/// <param name="archive">The archive that keeps them; it stays open.</param>
public sealed class AccountBook(RecordArchive archive)
{
    private const string Select = "SELECT name, role, password, made_at, changed_at FROM accounts";

    /// <summary>The account of that name; null where there is none.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public Account? Find(string name)
    {
        using ArchiveConnection connection = archive.Connect();
        return connection.Query($"{Select} WHERE name = @name", Read, ("@name", name)).FirstOrDefault();
    }

    /// <summary>All accounts, by name.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public IReadOnlyList<Account> All()
    {
        using ArchiveConnection connection = archive.Connect();
        return connection.Query($"{Select} ORDER BY name", Read);
    }

    /// <summary>Makes an account, or changes its role and password; who was signed in with it is signed out.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public void Put(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        using ArchiveConnection connection = archive.Connect();
        connection.InTransaction(() =>
        {
            connection.Execute(
                """
                INSERT INTO accounts (name, role, password, made_at, changed_at) VALUES (@name, @role, @password, @made, @changed)
                ON CONFLICT (name) DO UPDATE SET role = excluded.role, password = excluded.password, changed_at = excluded.changed_at
                """,
                ("@name", account.Name), ("@role", account.Role), ("@password", account.Password), ("@made", Times.ToText(account.MadeAt)), ("@changed", Times.ToText(account.ChangedAt)));
            connection.Execute("DELETE FROM sessions WHERE account = @account", ("@account", account.Name));
        });
    }

    /// <summary>Removes an account with its sessions and API tokens.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public bool Remove(string name)
    {
        using ArchiveConnection connection = archive.Connect();
        int removed = 0;
        connection.InTransaction(() =>
        {
            connection.Execute("DELETE FROM sessions WHERE account = @account", ("@account", name));
            connection.Execute("DELETE FROM api_tokens WHERE reader = @account", ("@account", name));
            removed = connection.Execute("DELETE FROM accounts WHERE name = @name", ("@name", name));
        });
        return removed > 0;
    }

    /// <summary>Notes that somebody signed in, and forgets sessions that have ended.</summary>
    /// <param name="hash">Hash of what the browser holds.</param>
    /// <param name="account">Whose.</param>
    /// <param name="now">When.</param>
    /// <param name="endsAt">When the session ends, whatever they do.</param>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public void BeginSession(string hash, string account, DateTimeOffset now, DateTimeOffset endsAt)
    {
        using ArchiveConnection connection = archive.Connect();
        connection.InTransaction(() =>
        {
            connection.Execute("DELETE FROM sessions WHERE ends_at <= @now", ("@now", Times.ToText(now)));
            connection.Execute(
                "INSERT INTO sessions (hash, account, begun_at, seen_at, ends_at) VALUES (@hash, @account, @now, @seen, @ends)",
                ("@hash", hash), ("@account", account), ("@now", Times.ToText(now)), ("@seen", Times.ToText(now)), ("@ends", Times.ToText(endsAt)));
        });
    }

    /// <summary>The session of that hash; null where there is none.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public Session? FindSession(string hash)
    {
        using ArchiveConnection connection = archive.Connect();
        return connection.Query(
            "SELECT sessions.account, accounts.role, sessions.begun_at, sessions.seen_at, sessions.ends_at FROM sessions JOIN accounts ON accounts.name = sessions.account WHERE sessions.hash = @hash",
            row => new Session(row.GetString(0), row.GetString(1), Times.Parse(row.GetString(2)), Times.Parse(row.GetString(3)), Times.Parse(row.GetString(4))), ("@hash", hash)).FirstOrDefault();
    }

    /// <summary>Notes that a session is in use.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public void Touch(string hash, DateTimeOffset now)
    {
        using ArchiveConnection connection = archive.Connect();
        connection.Execute("UPDATE sessions SET seen_at = @now WHERE hash = @hash", ("@now", Times.ToText(now)), ("@hash", hash));
    }

    /// <summary>Ends a session.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public void EndSession(string hash)
    {
        using ArchiveConnection connection = archive.Connect();
        connection.Execute("DELETE FROM sessions WHERE hash = @hash", ("@hash", hash));
    }

    private static Account Read(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), Times.Parse(row.GetString(3)), Times.Parse(row.GetString(4)));
}
