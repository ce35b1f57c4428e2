using System.Collections.Immutable;
using Readout.Archive.Corrections;
using Readout.Archive.Reading;
using Readout.Archive.Review;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Tests.Merging;
using Readout.Archive.Verify;
using Readout.Archive.Writing;
using Readout.Coding.Codebooks;
using Readout.Coding.Packs;
using Readout.Coding.Record;

namespace Readout.Archive.Tests.Review;

public sealed class ReviewTests
{
    private static readonly DateTimeOffset Now = new(2031, 8, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2031, 5, 1);
    private static readonly Codebook Book = Codebook.Parse([new DataFile("codebook/small.txt", "type ASSAULT\n  quad: material-conflict\n  score: -9\n  cameo: 190\n  definition: Blows.\n")], new List<DataProblem>());

    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_least_sure_come_first_in_pages_and_the_judged_are_gone(string engine)
    {
        using TestArchive test = Filled(engine);
        ReviewReader review = new(test.Archive);
        List<WaitingEvent> paged = [];
        for (ReviewCursor? after = null; ; after = paged[^1].Cursor)
        {
            IReadOnlyList<WaitingEvent> page = review.InDoubt(0.6, 2, after);
            if (page.Count == 0) break;
            paged.AddRange(page);
        }

        Assert.Equal([0.1, 0.2, 0.2, 0.3, 0.5], paged.Select(one => one.Cursor.Value));
        Assert.Equal(review.InDoubt(0.6, 50), paged);
        KeptEvent[] events = [.. test.Archive.Events.Load([.. paged.Select(one => one.Event)])];
        Judge(test, events[0].Key, CorrectionKind.Accept, "ida");
        Judge(test, events[1].Key, CorrectionKind.Reject, "ida");
        Assert.Equal(paged.Skip(2), review.InDoubt(0.6, 50));
        Assert.Equal(events[0].Id, Assert.Single(review.SecondLook("ben", 50)).Event);
        Assert.Empty(review.SecondLook("ida", 50));
        ReviewProgress progress = review.Progress(0.6, "ida");
        Assert.Equal((3L, 2, 2, 1, 1, 0), (progress.InDoubt, progress.Judged, progress.JudgedByReader, progress.Accepted, progress.Rejected, progress.JudgedByTwo));
        Judge(test, events[0].Key, CorrectionKind.Accept, "ben");
        progress = review.Progress(0.6, "ben");
        Assert.Equal((1, 1, 1, 2), (progress.JudgedByReader, progress.JudgedByTwo, progress.AgreedByTwo, progress.Judged));
        Assert.Equal([new Judge("ida", 2), new Judge("ben", 1)], progress.People);
        Assert.Empty(new ArchiveVerifier(test.Archive).Run());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Events_of_a_happening_in_dispute_wait(string engine)
    {
        using TestArchive test = Filled(engine);
        ReviewReader review = new(test.Archive);
        WaitingEvent[] all = [.. review.InDispute(50)];
        Assert.Equal(2, all.Length);
        Assert.Equal(all[1], Assert.Single(review.InDispute(50, all[0].Cursor)));
        Assert.Empty(review.InDispute(50, all[1].Cursor));
        Assert.Equal(2, review.Progress(0.6, "ida").InDispute);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_correction_that_lost_its_place_waits_until_it_is_settled(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        Keep(test, Records.Visit());
        Judge(test, Records.Visit().Events[0].Key, CorrectionKind.Accept, "ida");
        Keep(test, Records.Visit(deed: "crossed"));
        ReviewReader review = new(test.Archive);
        LostCorrection lost = Assert.Single(review.Lost(50));
        Assert.Equal(("visited", "its words are not in the text any more"), (lost.Correction.Trigger, lost.Reason));
        Assert.Equal(1, review.Progress(0.6, "ida").Lost);
        review.Settle(lost.Correction.Id, "ida", Now);
        review.Settle(lost.Correction.Id, "ben", Now);
        Assert.Empty(review.Lost(50));
        Assert.Throws<ArgumentException>(() => review.Settle(99, "ida", Now));
        Assert.Empty(new ArchiveVerifier(test.Archive).Run());
    }

    [Fact]
    public void Two_people_agree_where_the_second_lets_stand_what_the_first_said_or_says_the_same()
    {
        Judgement[] log =
        [
            new(1, "a", "accept", "{}", "ida"), new(2, "a", "accept", "{}", "ben"),
            new(3, "b", "reject", "{}", "ida"), new(4, "b", "reject", "{}", "ben"),
            new(5, "c", "change", "{\"status\":\"future\"}", "ida"), new(6, "c", "change", "{\"status\":\"negated\"}", "ben"),
            new(7, "d", "accept", "{}", "ida"), new(8, "d", "change", "{\"status\":\"future\"}", "ida"), new(9, "d", "accept", "{}", "ben"),
            new(10, "e", "reject", "{}", "ida"), new(11, "e", "accept", "{}", "ben"),
            new(12, "f", "add", "{}", "ida"),
        ];
        ReviewProgress progress = Agreement.Of(log, "ben");
        Assert.Equal((5, 3), (progress.JudgedByTwo, progress.AgreedByTwo));
        Assert.Equal((5, 2, 1, 2, 1), (progress.Judged, progress.Accepted, progress.Changed, progress.Rejected, progress.Added));
    }

    private static TestArchive Filled(string engine)
    {
        TestArchive test = TestArchive.At(engine);
        double[] confidences = [0.2, 0.9, 0.1, 0.5, 0.2, 0.3, 0.74];
        Keep(test, [.. confidences.Select((confidence, i) => Sure(News.Deed(i + 10, "RUR", "aided", EventType.Aid, "SYL", Day.AddDays(40 * i), $"Paper {i} tells it."), confidence))]);
        Keep(test, Sure(News.Deed(1, "RUR", "bombed", EventType.Assault, "GRK", Day, dead: 3), 0.95), Sure(News.Deed(3, "RUR", "bombed", EventType.Assault, "GRK", Day, "Houses burn at the river.", dead: 7), 0.95));
        return test;
    }

    private static ArticleRecord Sure(ArticleRecord record, double confidence) => record with { Events = [.. record.Events.Select(coded => coded with { Confidence = confidence })] };

    private static void Judge(TestArchive test, string key, CorrectionKind kind, string by) =>
        new CorrectionLog(test.Archive, Book).Correct(key, kind, ImmutableSortedDictionary<string, string>.Empty, by, Now, "");

    private static void Keep(TestArchive test, params ArticleRecord[] records)
    {
        using ArchiveWriter writer = test.Archive.BeginWriting();
        foreach (ArticleRecord record in records) writer.Keep(record);
        writer.Commit();
    }
}
