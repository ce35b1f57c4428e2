using Readout.Archive.Accounts;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Verify;

namespace Readout.Archive.Tests.Accounts;

public sealed class AccountTests
{
    private static readonly DateTimeOffset Now = new(2031, 8, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_session_lasts_until_it_ends_or_the_password_changes(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        AccountBook book = new(test.Archive);
        book.Put(new Account("anna", "reader", "hash-1", Now, Now));
        book.BeginSession("one", "anna", Now, Now.AddHours(8));
        book.BeginSession("two", "anna", Now, Now.AddHours(9));
        book.Touch("one", Now.AddHours(1));
        Assert.Equal(new Session("anna", "reader", Now, Now.AddHours(1), Now.AddHours(8)), book.FindSession("one"));
        book.EndSession("one");
        Assert.Null(book.FindSession("one"));
        book.Put(new Account("anna", "editor", "hash-2", Now, Now.AddDays(1)));
        Assert.Null(book.FindSession("two"));
        Assert.Equal(new Account("anna", "editor", "hash-2", Now, Now.AddDays(1)), book.Find("anna"));
        Assert.Empty(new ArchiveVerifier(test.Archive).Run());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Sessions_that_have_ended_are_forgotten(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        AccountBook book = new(test.Archive);
        book.Put(new Account("anna", "reader", "hash", Now, Now));
        book.BeginSession("one", "anna", Now, Now.AddHours(8));
        book.BeginSession("two", "anna", Now.AddHours(8), Now.AddHours(16));
        Assert.Null(book.FindSession("one"));
        Assert.NotNull(book.FindSession("two"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Who_is_removed_is_gone_with_sessions_and_tokens(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        AccountBook book = new(test.Archive);
        TokenBook tokens = new(test.Archive);
        book.Put(new Account("anna", "reader", "hash", Now, Now));
        book.Put(new Account("bert", "editor", "hash", Now, Now));
        book.BeginSession("one", "anna", Now, Now.AddHours(8));
        tokens.Add("token-1", new ApiToken(0, "anna", "notebook", ["read"], Now, null, Now.AddDays(30)));
        ApiToken kept = tokens.Add("token-2", new ApiToken(0, "bert", "press", ["read", "write"], Now, null, null));
        tokens.Touch(kept.Id, Now.AddDays(1));
        Assert.True(book.Remove("anna"));
        Assert.False(book.Remove("anna"));
        Assert.Null(book.FindSession("one"));
        Assert.Null(tokens.Find("token-1"));
        ApiToken found = Assert.Single(tokens.Of("bert"));
        Assert.Equal((kept.Id, "read write", (DateTimeOffset?)Now.AddDays(1)), (found.Id, string.Join(' ', found.Scopes), found.UsedAt));
        Assert.False(tokens.Revoke("anna", kept.Id));
        Assert.True(tokens.Revoke("bert", kept.Id));
        Assert.Equal(["bert"], book.All().Select(account => account.Name));
    }
}
