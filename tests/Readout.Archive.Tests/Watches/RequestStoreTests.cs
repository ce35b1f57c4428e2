using Readout.Analysis.Relations;
using Readout.Analysis.Watches;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Watches;

namespace Readout.Archive.Tests.Watches;

public class RequestStoreTests
{
    private static readonly DateTimeOffset Now = new(1931, 5, 4, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void Nobody_gets_briefs_before_it_is_confirmed_by_the_key(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        long watch = Watch(test.Archive);
        RequestStore requests = new(test.Archive);
        Assert.True(requests.TryAsk(watch, "anna@example.org", "anna", Now));
        WatchRequest due = Assert.Single(requests.Due(Now, 10));
        Assert.Empty(new MailStore(test.Archive).Subscribers(watch));
        Assert.True(requests.Claim(due));
        Assert.False(requests.Claim(due));
        requests.Failed(due, "the server is away", Now.AddMinutes(5));
        Assert.Empty(requests.Due(Now, 10));
        WatchRequest again = Assert.Single(requests.Due(Now.AddMinutes(5), 10));
        Assert.Equal(1, again.Attempts);
        Assert.True(requests.Claim(again));
        requests.Sent(again);
        Assert.Empty(requests.Due(Now.AddDays(1), 10));
        Assert.Null(requests.Confirm("0123456789abcdef0123456789abcdef", Now));
        Assert.True(requests.Confirm(due.Key, Now)!.IsConfirmed);
        Assert.True(requests.Confirm(due.Key, Now)!.IsConfirmed);
        Assert.Equal("anna@example.org", Assert.Single(new MailStore(test.Archive).Subscribers(watch)).Address);
        // Who gets them already is not written to, and nobody is told.
        Assert.True(requests.TryAsk(watch, "anna@example.org", "bert", Now));
        Assert.Empty(requests.Due(Now.AddDays(1), 10));
        new WatchStore(test.Archive).Remove(watch);
        Assert.Null(requests.Find(due.Key, Now));
    }

    [Fact]
    public void A_request_ends_after_three_days()
    {
        using TestArchive test = TestArchive.At(Engine.Sqlite);
        long watch = Watch(test.Archive);
        RequestStore requests = new(test.Archive);
        requests.TryAsk(watch, "anna@example.org", "anna", Now);
        string key = Assert.Single(requests.Due(Now, 1)).Key;
        Assert.NotNull(requests.Find(key, Now + RequestStore.Lasts - TimeSpan.FromSeconds(1)));
        Assert.Null(requests.Confirm(key, Now + RequestStore.Lasts));
        Assert.Empty(requests.Due(Now + RequestStore.Lasts + TimeSpan.FromSeconds(1), 1));
        Assert.Empty(new MailStore(test.Archive).Subscribers(watch));
    }

    [Fact]
    public void An_address_is_asked_three_times_a_day_and_a_reader_asks_five_times_an_hour()
    {
        using TestArchive test = TestArchive.At(Engine.Sqlite);
        long watch = Watch(test.Archive);
        RequestStore requests = new(test.Archive);
        for (int i = 0; i < RequestStore.MostOfAddress; i++) Assert.True(requests.TryAsk(watch, "target@example.org", $"reader{i}", Now));
        Assert.False(requests.TryAsk(watch, "target@example.org", "another", Now.AddHours(23)));
        Assert.True(requests.TryAsk(watch, "target@example.org", "another", Now.AddHours(25)));
        for (int i = 0; i < RequestStore.MostOfReader; i++) Assert.True(requests.TryAsk(watch, $"a{i}@example.org", "anna", Now));
        Assert.False(requests.TryAsk(watch, "b@example.org", "anna", Now.AddMinutes(59)));
        Assert.True(requests.TryAsk(watch, "b@example.org", "anna", Now.AddMinutes(61)));
        Assert.Throws<ArgumentException>(() => requests.TryAsk(watch, "no address", "berta", Now));
        Assert.Throws<ArgumentException>(() => requests.TryAsk(watch + 1, "c@example.org", "berta", Now));
    }

    private static long Watch(RecordArchive archive) => new WatchStore(archive).Add(
        new WatchDraft("Trawlers", new WatchQuestion { Relations = [RelationPair.Of("CHL", "NOR")] }, new WatchRhythm(WatchPace.Daily)), "local", Now).Id;
}
