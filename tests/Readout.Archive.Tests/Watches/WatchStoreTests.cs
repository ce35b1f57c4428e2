using Readout.Analysis.Relations;
using Readout.Analysis.Watches;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Verify;
using Readout.Archive.Watches;
using Readout.Archive.Writing;

namespace Readout.Archive.Tests.Watches;

public class WatchStoreTests
{
    private static readonly DateTimeOffset Now = new(1931, 5, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly WatchDraft Draft = new("Strait", new WatchQuestion { Relations = [RelationPair.Of("RUR", "GRK")], Words = "ships" }, new WatchRhythm(WatchPace.Daily));

    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_watch_is_added_changed_paused_and_removed(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        WatchStore store = new(test.Archive);
        Watch watch = store.Add(Draft, "anna", Now);
        Assert.Equal((1L, "Strait", "daily 6", "anna", Now, Now.AddHours(18)), (watch.Id, watch.Name, watch.Rhythm.ToString(), watch.MadeBy, watch.MadeAt, watch.NextAt));
        Assert.Equal(WatchQuestionJson.Write(Draft.Question), WatchQuestionJson.Write(watch.Question));
        Assert.Equal(32, watch.FeedKey.Length);
        Watch other = store.Add(Draft with { Rhythm = new WatchRhythm(WatchPace.OnMove) }, "anna", Now);
        Assert.NotEqual(watch.FeedKey, other.FeedKey);
        Assert.Equal([2L], store.Due(Now).Select(one => one.Id));
        Assert.Equal([2L, 1], store.Due(Now.AddHours(18)).Select(one => one.Id));
        Assert.Equal("Straits", store.Change(1, Draft with { Name = " Straits ", Rhythm = new WatchRhythm(WatchPace.Weekly) }, Now)!.Name);
        Assert.True(store.SetActive(2, false));
        Assert.Empty(store.Due(Now));
        Assert.False(store.Find(2)!.IsActive);
        Assert.True(store.Remove(1));
        Assert.False(store.Remove(1));
        Assert.Null(store.Change(1, Draft, Now));
        Assert.Equal([2L], store.All().Select(one => one.Id));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_brief_is_kept_once_whoever_makes_it(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        WatchStore store = new(test.Archive);
        BriefStore briefs = new(test.Archive);
        MailStore mails = new(test.Archive);
        Watch watch = store.Add(Draft, "anna", Now);
        mails.Subscribe(watch.Id, "anna@example.org", Now);
        Brief brief = new() { Name = "Strait", Asked = "ships", From = Now.AddDays(-1), To = Now, ArticlesRead = 3 };
        WatchProgress after = new(Now, 7, 5, []);
        KeptBrief kept = briefs.Keep(watch, brief, after, Now.AddDays(1), Now)!;
        Assert.Null(briefs.Keep(watch, brief with { To = Now.AddHours(1) }, after, Now.AddDays(1), Now));
        Assert.False(briefs.Pass(watch, after, Now.AddDays(2)));
        Assert.Equal((1L, 1L, false), (kept.Id, kept.Watch, kept.HasNews));
        Assert.Equal(kept, Assert.Single(briefs.Of(watch.Id, 10)));
        Assert.Empty(briefs.Of(watch.Id, 10, before: kept.Id));
        Assert.Equal(BriefJson.Write(brief), BriefJson.Write(briefs.Content(kept.Id)!));
        Watch forward = store.Find(watch.Id)!;
        Assert.Equal((Now, 7L, 5L, Now.AddDays(1)), (forward.Progress.CoveredTo, forward.Progress.EventMark, forward.Progress.CodingMark, forward.NextAt));
        Assert.Single(mails.Due(Now, 10));
        Assert.Empty(new ArchiveVerifier(test.Archive).Run());
        Assert.True(store.Remove(watch.Id));
        Assert.Null(briefs.Content(kept.Id));
        Assert.Empty(mails.Due(Now, 10));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_mail_is_claimed_by_one_and_settled_once(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        MailStore mails = new(test.Archive);
        WatchMail mail = Waiting(test, "anna@example.org");
        Assert.True(mails.Claim(mail, Now));
        Assert.False(mails.Claim(mail, Now));
        Assert.Empty(mails.Due(Now, 10));
        mails.Failed(mail, "451 later", Now.AddMinutes(5), Now);
        Assert.Empty(mails.Due(Now, 10));
        WatchMail again = Assert.Single(mails.Due(Now.AddMinutes(5), 10));
        Assert.Equal((MailState.Waiting, 1, "451 later"), (again.State, again.Attempts, again.Problem));
        Assert.True(mails.Claim(again, Now.AddMinutes(5)));
        Assert.Empty(mails.SettleAbandoned(Now.AddMinutes(5)));
        Assert.Single(mails.SettleAbandoned(Now.AddMinutes(6)));
        mails.Sent(again, Now);
        Assert.Equal(MailState.Unsure, Assert.Single(mails.Of(1, 10)).State);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Who_leaves_gets_nothing_more(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        MailStore mails = new(test.Archive);
        WatchMail mail = Waiting(test, "anna@example.org");
        Assert.False(mails.Unsubscribe("0123"));
        Assert.True(mails.Unsubscribe(mail.Subscriber.LeaveKey));
        Assert.True(mails.Unsubscribe(mail.Subscriber.LeaveKey));
        Assert.Empty(mails.Due(Now, 10));
        Assert.Empty(mails.Subscribers(1));
        Assert.Equal(MailState.Withdrawn, Assert.Single(mails.Of(1, 10)).State);
        Assert.Equal(mail.Subscriber.Address, mails.Subscribe(1, "anna@example.org", Now).Address);
        Assert.Single(mails.Subscribers(1));
    }

    [Fact]
    public void Watches_are_saved_while_articles_are_kept()
    {
        using TestArchive test = TestArchive.At(Engine.Sqlite);
        using ArchiveWriter writer = test.Archive.BeginWriting();
        writer.Keep(Records.Visit());
        writer.Commit();
        new WatchStore(test.Archive).Add(Draft, "anna", Now);
        writer.Keep(Records.Plan());
        writer.Commit();
        Assert.Single(new WatchStore(test.Archive).All());
    }

    [Theory]
    [InlineData("")]
    [InlineData("two\r\nlines")]
    [InlineData("tab\tbed")]
    public void A_name_is_one_line(string name)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => WatchStore.Check(Draft with { Name = name }));
        Assert.Contains("a watch", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_watched_is_refused()
    {
        Assert.Throws<ArgumentException>(() => WatchStore.Check(Draft with { Question = new WatchQuestion() }));
        Assert.Throws<ArgumentException>(() => WatchStore.Check(Draft with { Question = new WatchQuestion { Words = "-rice" } }));
        Assert.Throws<ArgumentException>(() => WatchStore.Check(new WatchDraft("x", new WatchQuestion { Words = "rice" }, new WatchRhythm(WatchPace.OnMove))));
        Assert.Throws<ArgumentException>(() => WatchStore.Check(Draft with { Name = new string('x', 201) }));
        using TestArchive test = TestArchive.At(Engine.Sqlite);
        MailStore mails = new(test.Archive);
        Assert.Throws<ArgumentException>(() => mails.Subscribe(5, "anna@example.org", Now));
        Assert.Throws<ArgumentException>(() => mails.Subscribe(5, "anna@example.org\r\nBcc: eve@example.org", Now));
    }

    private static WatchMail Waiting(TestArchive test, string address)
    {
        Watch watch = new WatchStore(test.Archive).Add(Draft, "anna", Now);
        new MailStore(test.Archive).Subscribe(watch.Id, address, Now);
        new BriefStore(test.Archive).Keep(watch, new Brief { Name = "Strait", Asked = "ships", From = Now.AddDays(-1), To = Now }, new WatchProgress(Now, 0, 0, []), Now.AddDays(1), Now);
        return Assert.Single(new MailStore(test.Archive).Due(Now, 10));
    }
}
