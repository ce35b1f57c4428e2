using Readout.Archive;
using Readout.Archive.Accounts;
using Readout.Desk.Hosting;

namespace Readout.Desk.Security;

/// <summary>
/// Whether one must sign in: where there is an account. Beyond loopback there must be one. Decided when the desk starts.
/// </summary>
/// <param name="IsClosed">Whether one must sign in.</param>
public sealed record DeskDoor(bool IsClosed)
{
    /// <summary>The account whose password a file gives.</summary>
    public const string Editor = "editor";

    /// <summary>Sees to the password of the file and decides.</summary>
    /// <exception cref="DeskUsageException">The file cannot be read or its password is too short, or the desk would be open to other machines without a password.</exception>
    /// <exception cref="ArchiveException">The archive cannot be read or written.</exception>
    internal static DeskDoor Of(DeskOptions options, IReadOnlyList<DeskAddress> addresses, RecordArchive archive)
    {
        AccountBook book = new(archive);
        if (options.PasswordFile is { } file) SetPassword(book, PasswordOf(file), options.Time.GetUtcNow());
        bool closed = book.All().Count > 0;
        if (!closed && addresses.FirstOrDefault(address => !address.IsLoopback) is { } open)
        {
            throw new DeskUsageException($"{open.Host} can be reached from other machines, and nobody has a password: give --password-file FILE, or make an account with 'readout desk account add NAME'");
        }

        return new DeskDoor(closed);
    }

    // A password that is the same already leaves those who are signed in where they are.
    private static void SetPassword(AccountBook book, string password, DateTimeOffset now)
    {
        Account? kept = book.Find(Editor);
        if (kept is { Role: "editor" } && Passwords.Fits(kept.Password, password)) return;
        book.Put(new Account(Editor, "editor", Passwords.Hash(password), kept?.MadeAt ?? now, now));
    }

    private static string PasswordOf(string file)
    {
        try
        {
            string password = File.ReadLines(file).FirstOrDefault("").TrimEnd();
            return password.Length >= Passwords.Least ? password : throw new DeskUsageException($"the first line of {file} is no password of {Passwords.Least} characters or more");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DeskUsageException($"the password file {file} cannot be read: {exception.Message.TrimEnd('.')}", exception);
        }
    }
}
