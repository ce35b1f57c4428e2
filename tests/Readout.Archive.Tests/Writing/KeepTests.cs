using Readout.Archive.Identity;
using Readout.Archive.Reading;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Verify;
using Readout.Archive.Writing;
using Readout.Coding.Record;

namespace Readout.Archive.Tests.Writing;

public class KeepTests
{
    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void What_is_kept_comes_back_whole(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        ArticleRecord[] records = [Records.Visit(), Records.Plan()];
        KeepResult[] results = Keep(test.Archive, records);
        Assert.All(results, result => Assert.Equal(KeepOutcome.New, result.Outcome));
        RecordArchive archive = test.Reopen();
        for (int i = 0; i < records.Length; i++)
        {
            Assert.Equal(RecordJson.ToText(records[i]), RecordJson.ToText(archive.Articles.Record(results[i].Revision)!));
            Assert.Equal(results[i].Article, archive.Articles.Find(ArticleIdentity.Of(records[i].Article).Name)!.Id);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_same_article_twice_is_one(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        ArticleRecord visit = Records.Visit(url: "https://News.example/envoy?utm_source=feed#top");
        ArticleRecord again = Records.Visit("other-id", url: "https://news.example/envoy");
        KeepResult[] results = Keep(test.Archive, visit, again);
        Assert.Equal([KeepOutcome.New, KeepOutcome.Known], results.Select(result => result.Outcome));
        Assert.Equal(KeepOutcome.Known, Keep(test.Reopen(), again)[0].Outcome);
        Assert.Single(test.Archive.Articles.All());
        Assert.Equal(1, test.Archive.Events.Count(new EventQuery()));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_changed_article_is_a_new_revision_and_the_old_one_stays(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        ArticleRecord before = Records.Visit();
        ArticleRecord after = Records.Visit(deed: "toured");
        KeepResult[] results = Keep(test.Archive, before, after);
        Assert.Equal([KeepOutcome.New, KeepOutcome.Revision], results.Select(result => result.Outcome));
        Assert.Equal(KeepOutcome.Known, Keep(test.Archive, before)[0].Outcome);

        KeptRevision[] revisions = [.. test.Archive.Articles.Revisions(results[0].Article)];
        Assert.Equal([1, 2], revisions.Select(revision => revision.Number));
        Assert.Equal(RecordJson.ToText(before), RecordJson.ToText(test.Archive.Articles.Record(revisions[0].Id)!));
        Assert.Equal(2, test.Archive.Articles.Find(results[0].Article)!.RevisionNumber);
        KeptEvent only = Assert.Single(test.Archive.Events.Read(new EventQuery()));
        Assert.Equal("toured", only.TriggerText);
        Assert.Single(test.Archive.Events.Read(new EventQuery { Relation = ("RUR", "GRK") }));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Another_pack_codes_a_revision_again_and_the_old_coding_stays(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        KeepResult[] results = Keep(test.Archive, Records.Visit(), Records.Visit(pack: Records.OtherPack));
        Assert.Equal([KeepOutcome.New, KeepOutcome.Recoded], results.Select(result => result.Outcome));
        KeptRevision revision = Assert.Single(test.Archive.Articles.Revisions(results[0].Article));
        Assert.Equal([Records.Pack, Records.OtherPack], revision.Codings.Select(coding => coding.Pack));
        Assert.Equal(Records.OtherPack, Assert.Single(test.Archive.Events.Read(new EventQuery())).Pack);
        Assert.Equal(Records.Pack, test.Archive.Articles.RecordOfCoding(revision.Codings[0].Id)!.Pack);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Knows_says_what_need_not_be_read(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        using ArchiveWriter writer = test.Archive.BeginWriting();
        ArticleRecord visit = Records.Visit();
        Assert.False(writer.Knows(visit.Article, Records.Pack));
        writer.Keep(visit);
        Assert.True(writer.Knows(visit.Article, Records.Pack));
        writer.Commit();
        Assert.True(writer.Knows(visit.Article, Records.Pack));
        Assert.False(writer.Knows(visit.Article, Records.OtherPack));
        Assert.False(writer.Knows(Records.Visit(deed: "toured").Article, Records.Pack));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void What_was_not_committed_is_not_kept_and_the_position_neither(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        using (ArchiveWriter writer = test.Archive.BeginWriting())
        {
            writer.Keep(Records.Visit());
            writer.Advance("news.jsonl", "1");
            writer.Commit();
            writer.Keep(Records.Plan());
            writer.Advance("news.jsonl", "2");
        }

        using ArchiveWriter next = test.Reopen().BeginWriting();
        Assert.Equal("1", next.Position("news.jsonl"));
        Assert.Null(next.Position("other.jsonl"));
        Assert.Single(test.Archive.Articles.All());
        Assert.Equal(2, next.Keep(Records.Plan()).Article);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Where_commits_fall_changes_nothing(string engine)
    {
        ArticleRecord[] records =
        [
            Records.Visit("a"), Records.Visit("a", deed: "toured"), Records.Plan(), Records.Visit("b"), Records.Visit("a", pack: Records.OtherPack),
            Records.Plan("c"), Records.Visit("b"), Records.Visit("b", pack: Records.OtherPack),
        ];
        string[] backups = [.. new[] { 1, 3, 100 }.Select(Kept)];
        Assert.Single(backups.Distinct());

        string Kept(int batch)
        {
            using TestArchive test = TestArchive.At(engine);
            using (ArchiveWriter writer = test.Archive.BeginWriting())
            {
                for (int i = 0; i < records.Length; i++)
                {
                    writer.Keep(records[i]);
                    if ((i + 1) % batch == 0) writer.Commit();
                }

                writer.Commit();
            }

            return test.Rows();
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_second_writer_is_refused_until_the_first_is_done(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        using RecordArchive other = RecordArchive.Open(test.Archive.Location, create: false);
        using (test.Archive.BeginWriting())
        {
            ArchiveException refused = Assert.Throws<ArchiveException>(other.BeginWriting);
            Assert.Contains("another process is writing", refused.Message, StringComparison.Ordinal);
        }

        other.BeginWriting().Dispose();
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Who_waits_writes_between_two_commits_of_another(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        using RecordArchive other = RecordArchive.Open(test.Archive.Location, create: false);
        ArchiveWriter writer = test.Archive.BeginWriting();
        writer.Keep(Records.Visit());
        writer.Commit();
        Assert.Same(writer, test.Archive.LetOthersWrite(writer));
        Task waiting = Task.Run(
            () =>
            {
                using ArchiveWriter patient = other.WaitToWrite();
                patient.Keep(Records.Plan());
                patient.Commit();
            },
            TestContext.Current.CancellationToken);
        while (!writer.IsAwaited) await Task.Delay(5, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        using ArchiveWriter next = test.Archive.LetOthersWrite(writer);
        Assert.NotSame(writer, next);
        Assert.Equal(KeepOutcome.Known, next.Keep(Records.Plan()).Outcome);
        Assert.Equal(KeepOutcome.New, next.Keep(Records.Plan("another")).Outcome);
        next.Commit();
        await waiting;
        Assert.Empty(new ArchiveVerifier(test.Archive).Run());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_record_that_is_not_sound_is_refused_and_the_writer_goes_on(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        using ArchiveWriter writer = test.Archive.BeginWriting();
        ArticleRecord visit = Records.Visit();
        ArticleRecord broken = visit with { Events = [visit.Events[0] with { Actors = [9] }] };
        Assert.Contains("there is no mention 9", Assert.Throws<ArgumentException>(() => writer.Keep(broken)).Message, StringComparison.Ordinal);
        Assert.Equal(KeepOutcome.New, writer.Keep(visit).Outcome);
        writer.Commit();
    }

    private static KeepResult[] Keep(RecordArchive archive, params ArticleRecord[] records)
    {
        using ArchiveWriter writer = archive.BeginWriting();
        KeepResult[] results = [.. records.Select(writer.Keep)];
        writer.Commit();
        return results;
    }
}
