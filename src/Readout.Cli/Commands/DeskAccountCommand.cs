using System.CommandLine;
using System.Globalization;
using Readout.Archive;
using Readout.Archive.Accounts;
using Readout.Desk.Security;

namespace Readout.Cli.Commands;

/// <summary><c>readout desk account</c>: who may sign in at the desk.</summary>
internal static class DeskAccountCommand
{
    private const int LongestName = 64;

    public static Command Create(Terminal terminal) => new("account", "Make, remove and list the accounts with which people sign in at the desk.")
    {
        Add(terminal),
        Remove(terminal),
        List(terminal),
    };

    private static Command Add(Terminal terminal)
    {
        Argument<string> name = new("name") { Description = "The account's name: letters, digits, dots and hyphens." };
        Option<string> role = new("--role") { Description = "reader (reads, and keeps notes and watches) or editor (also corrects and approves).", HelpName = "ROLE", DefaultValueFactory = _ => "reader" };
        Option<FileInfo?> file = new("--password-file") { Description = "File whose first line is the password (else the first line of standard input).", HelpName = "FILE" };
        Option<string?> archive = ArchiveOption.Create();
        role.AcceptOnlyFromAmong("reader", "editor");
        Command command = new("add", "Make an account, or give one another role and password; who used it is signed out.") { name, role, file, archive };
        command.SetAction(parsed =>
        {
            string given = NameOf(parsed.GetValue(name)!);
            string password = PasswordOf(parsed.GetValue(file), terminal);
            using RecordArchive opened = ArchiveOption.Open(parsed, archive, create: true);
            AccountBook book = new(opened);
            DateTimeOffset now = DateTimeOffset.UtcNow;
            book.Put(new Account(given, parsed.GetValue(role)!, Passwords.Hash(password), book.Find(given)?.MadeAt ?? now, now));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Remove(Terminal terminal)
    {
        Argument<string> name = new("name") { Description = "The account's name." };
        Option<string?> archive = ArchiveOption.Create();
        Command command = new("remove", "Remove an account with its sessions and API tokens; what it wrote stays.") { name, archive };
        command.SetAction(parsed =>
        {
            using RecordArchive opened = ArchiveOption.Open(parsed, archive);
            if (new AccountBook(opened).Remove(parsed.GetValue(name)!.ToLowerInvariant())) return ExitCode.Done;
            terminal.Say($"the desk has no account '{parsed.GetValue(name)}'");
            return ExitCode.SomeFailed;
        });
        return command;
    }

    private static Command List(Terminal terminal)
    {
        Option<string?> archive = ArchiveOption.Create();
        Command command = new("list", "List the accounts with their roles.") { archive };
        command.SetAction(parsed =>
        {
            using RecordArchive opened = ArchiveOption.Open(parsed, archive);
            foreach (Account account in new AccountBook(opened).All())
            {
                terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{account.Name}\t{account.Role}\t{account.ChangedAt:yyyy-MM-dd}"));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static string NameOf(string given)
    {
        string name = given.ToLowerInvariant();
        bool isGood = name.Length is >= 1 and <= LongestName && name != DeskReader.Local.Name && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '-');
        return isGood ? name : throw new UsageException($"'{given}' is no name of an account: letters, digits, dots and hyphens, at most {LongestName}, and not 'local'");
    }

    private static string PasswordOf(FileInfo? file, Terminal terminal)
    {
        if (file is null && terminal.IsInputTyped) terminal.Error.Write("password: ");
        string password;
        try
        {
            using StreamReader reader = file is null ? new StreamReader(terminal.Input) : file.OpenText();
            password = reader.ReadLine()?.TrimEnd() ?? "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(exception.Message);
        }

        return password.Length >= Passwords.Least ? password : throw new UsageException($"a password has {Passwords.Least} characters or more");
    }
}
