using Readout.Archive;
using Readout.Archive.Accounts;
using Readout.Desk.Hosting;
using Readout.Desk.Security;
using Readout.Desk.Tests.News;

namespace Readout.Desk.Tests.Security;

public sealed class DeskDoorTests(TestReader knowledge) : IDisposable
{
    private readonly TestArchive _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("http://*:0")]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0")]
    public async Task Beyond_this_machine_it_does_not_start_without_a_password(string url)
    {
        DeskUsageException refused = await Assert.ThrowsAsync<DeskUsageException>(() => DeskHost.StartAsync(Options() with { Urls = [url] }, TestContext.Current.CancellationToken));
        Assert.Contains("--password-file", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_password_it_is_closed_and_the_file_alone_is_no_password()
    {
        using RecordArchive archive = RecordArchive.Open(_files.Location, create: true);
        File.WriteAllText(_files.File("short"), "short\n");
        Assert.Throws<DeskUsageException>(() => Door(archive, "short"));
        Assert.Throws<DeskUsageException>(() => Door(archive, "missing"));
        Assert.False(DeskDoor.Of(Options(), [new DeskAddress("127.0.0.1", 0)], archive).IsClosed);
        File.WriteAllText(_files.File("password"), "long enough for a start\nsecond line\n");
        Assert.True(Door(archive, "password").IsClosed);
        Account editor = new AccountBook(archive).Find("editor")!;
        Assert.True(Passwords.Fits(editor.Password, "long enough for a start"));
        Assert.False(Passwords.Fits(editor.Password, "long enough for a start\nsecond line"));
        Assert.DoesNotContain("long enough", editor.Password, StringComparison.Ordinal);
        Assert.True(Door(archive, "password").IsClosed);
        Assert.Equal(editor, new AccountBook(archive).Find("editor"));
        // It stays closed where the file is no longer named.
        Assert.True(DeskDoor.Of(Options(), [new DeskAddress("127.0.0.1", 0)], archive).IsClosed);
    }

    [Fact]
    public void Nobody_fits_where_there_is_no_account() => Assert.False(Passwords.Fits(null, ""));

    private DeskDoor Door(RecordArchive archive, string file) =>
        DeskDoor.Of(Options() with { PasswordFile = _files.File(file) }, [new DeskAddress("*", 0)], archive);

    private DeskOptions Options() => new() { Archive = _files.Location, LoadReader = knowledge.Load };
}
