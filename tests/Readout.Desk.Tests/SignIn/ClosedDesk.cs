using Readout.Archive;
using Readout.Archive.Accounts;
using Readout.Desk.Hosting;
using Readout.Desk.Security;
using Readout.Desk.Tests.News;

namespace Readout.Desk.Tests.SignIn;

/// <summary>A desk at which one must sign in: <c>editor</c> by a password file, and a reader called <c>anna</c>.</summary>
public sealed class ClosedDesk(TestReader knowledge) : DeskFixture(knowledge)
{
    public const string EditorsPassword = "cod and chips, 1976";
    public const string AnnasPassword = "twelve red herrings";

    protected override DeskOptions Change(DeskOptions options)
    {
        System.IO.File.WriteAllText(File("password"), EditorsPassword + "\n");
        using RecordArchive archive = RecordArchive.Open(options.Archive, create: true);
        new AccountBook(archive).Put(new Account("anna", "reader", Passwords.Hash(AnnasPassword), TestNews.Now, TestNews.Now));
        return options with { PasswordFile = File("password") };
    }
}
