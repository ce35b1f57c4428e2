using Readout.Analysis.Happenings;
using Readout.Archive.Reading;
using Readout.Archive.Store;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Writing;
using Readout.Coding.Record;

namespace Readout.Archive.Tests.Merging;

public class MergingTests
{
    private const string Long = "The column came down the valley road before sunrise and took the bridge, the mill and the customs house without a shot, people who fled from there told the paper.";
    private static readonly DateOnly Day = new(1931, 5, 4);

    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void Reports_of_one_deed_are_one_happening_with_its_accounts(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        Keep(test.Archive,
            News.Deed(1, "RUR", "bombed", EventType.Assault, "GRK", Day, Long, dead: 3),
            News.Deed(2, "RUR", "bombed", EventType.Assault, "GRK", Day, $"{Long} Later report.", dead: 3),
            News.Deed(3, "RUR", "bombed", EventType.Assault, "GRK", Day, "Houses burn at the river.", dead: 7),
            News.Deed(4, "RUR", "bombed", EventType.Assault, "GRK", Day.AddDays(5)));
        KeptEvent[] events = [.. test.Archive.Events.Read(new EventQuery())];
        Assert.Equal([events[0].Id, events[0].Id, events[0].Id, events[3].Id], events.Select(kept => kept.Happening!.Value));
        Assert.Equal([1L, 1, 3, 4], events.Select(kept => kept.Article.CopyGroup));
        HappeningSummary summary = test.Archive.Stories.Happening(events[0].Id)!.Summary;
        Assert.Equal((2, Day), (summary.Voices, summary.From!.Value));
        Assert.Equal(["3", "7"], summary.Claims.Where(claim => claim.Standing == Standing.Disputed).Select(claim => claim.Value));
        Assert.Equal(2, test.Archive.Events.Read(new EventQuery { Unit = EventUnit.Happening }).Count());
        KeptStory story = test.Archive.Stories.Find(events[0].Article.Story!.Value)!;
        Assert.Contains(events[0].Id, story.Disputed.Select(happening => happening.Id));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_copy_is_printed_within_four_weeks(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        DateOnly lastOfSeason = DateOnly.FromDayNumber((Day.DayNumber / 56 * 56) + 55);
        Keep(test.Archive,
            Printed(1, lastOfSeason), Printed(2, lastOfSeason.AddDays(28)), Printed(3, lastOfSeason.AddDays(-28)), Printed(4, lastOfSeason.AddDays(-57)), Printed(5, lastOfSeason.AddDays(400)));
        Assert.Equal([1L, 1, 1, 4, 5], Groups(test));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_copy_without_a_day_is_found_and_finds_the_newest(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        Keep(test.Archive, Printed(1, null, $"{Long} Nobody was hurt."), Printed(2, Day, $"{Long} Nobody was hurt."));
        Assert.Equal([1L, 1], Groups(test));
        Keep(test.Reopen(), Printed(3, Day.AddDays(90), string.Join(' ', Long.Split(' ').Reverse())), Printed(4, null, string.Join(' ', Long.Split(' ').Reverse())));
        Assert.Equal([1L, 1, 3, 3], Groups(test));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Of_a_text_printed_often_the_latest_are_looked_up(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        Keep(test.Archive, [.. Enumerable.Range(1, 30).Select(number => Printed(number, Day.AddDays(number)))]);
        Assert.All(Groups(test), group => Assert.Equal(1, group));
        using ArchiveConnection connection = test.Archive.Connect();
        Assert.Equal(8, connection.Number("SELECT MAX(articles) FROM (SELECT COUNT(*) AS articles FROM copy_bands GROUP BY season, band) AS bands"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_meeting_is_followed_under_one_identifier(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        ArticleRecord plan = News.Meeting(1, "RUR", "GRK", MeetingState.Planned, Day, Day.AddDays(10));
        Keep(test.Archive, plan);
        KeptMeeting planned = Assert.Single(test.Archive.Meetings.Read(new MeetingQuery()));
        Keep(test.Reopen(), News.Meeting(2, "GRK", "RUR", MeetingState.Postponed, Day.AddDays(8), null, "put it off"), News.Meeting(3, "RUR", "SYL", MeetingState.Planned, Day, Day.AddDays(10)));
        Keep(test.Reopen(), News.Meeting(4, "RUR", "GRK", MeetingState.Held, Day.AddDays(31), Day.AddDays(30), "met"));
        IReadOnlyList<KeptMeeting> meetings = test.Archive.Meetings.Read(new MeetingQuery { Parties = ["GRK"] });
        KeptMeeting held = Assert.Single(meetings);
        Assert.Equal((planned.Uid, MeetingState.Held, 2, Day.AddDays(30)), (held.Uid, held.State, held.Sequence, held.From!.Value));
        Assert.Equal([MeetingState.Planned, MeetingState.Postponed, MeetingState.Held], held.Tellings.Select(telling => telling.State));
        Assert.Equal(2, test.Archive.Meetings.Read(new MeetingQuery { From = Day, To = Day.AddDays(40) }).Count);
        Assert.Empty(test.Archive.Meetings.Read(new MeetingQuery { From = Day.AddDays(60) }));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_changed_article_changes_its_meeting_and_its_happening(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        Keep(test.Archive, News.Meeting(1, "RUR", "GRK", MeetingState.Planned, Day, Day.AddDays(10)), News.Deed(2, "RUR", "aided", EventType.Aid, "GRK", Day));
        KeptMeeting before = Assert.Single(test.Archive.Meetings.Read(new MeetingQuery()));
        Keep(test.Archive,
            News.Meeting(1, "RUR", "GRK", MeetingState.Cancelled, Day, Day.AddDays(10), "will not meet"),
            News.Deed(2, "RUR", "praised", EventType.Support, "GRK", Day, "A mistake in the first edition was mended."));
        KeptMeeting after = Assert.Single(test.Archive.Meetings.Read(new MeetingQuery()));
        Assert.Equal((before.Uid, 1, MeetingState.Cancelled), (after.Uid, after.Sequence, after.State));
        KeptEvent only = Assert.Single(test.Archive.Events.Read(new EventQuery()));
        Assert.Equal(EventType.Support, test.Archive.Stories.Happening(only.Happening!.Value)!.Summary.Type);
        Assert.DoesNotContain("AID", test.Rows().Split('\n').Where(row => row.Contains("happenings", StringComparison.Ordinal)).ToString()!, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Where_commits_fall_changes_nothing(string engine)
    {
        ArticleRecord[] records = News.Run(engine == Engine.Sqlite ? 400 : 120, seed: 5);
        string[] rows = [.. new[] { 1, 7, 1000 }.Select(size =>
        {
            using TestArchive test = TestArchive.At(engine);
            using (ArchiveWriter writer = test.Archive.BeginWriting())
            {
                foreach (ArticleRecord[] part in records[..^20].Chunk(size))
                {
                    foreach (ArticleRecord record in part) writer.Keep(record);
                    writer.Commit();
                }
            }

            Keep(test.Reopen(), records[^20..]);
            return test.Rows();
        })];
        Assert.Equal(rows[0], rows[1]);
        Assert.Equal(rows[0], rows[2]);
    }

    [Fact]
    public void Both_engines_come_to_the_same()
    {
        ArticleRecord[] records = News.Run(150, seed: 8);
        string[] outcomes = [.. new[] { Engine.Sqlite, Engine.Postgres }.Select(engine =>
        {
            using TestArchive test = TestArchive.At(engine);
            Keep(test.Archive, records);
            return string.Join('\n', test.Archive.Events.Read(new EventQuery()).Select(kept => $"{kept.Id} {kept.Happening} {kept.Article.Story} {kept.Article.CopyGroup}"))
                + string.Join('\n', test.Archive.Meetings.Read(new MeetingQuery()).Select(meeting => $"{meeting.Uid} {meeting.Sequence} {meeting.State} {meeting.From}"));
        })];
        Assert.Equal(outcomes[0], outcomes[1]);
        Assert.True(outcomes[0].Split('\n').Length > 100);
    }

    private static ArticleRecord Printed(int number, DateOnly? published, string text = Long)
    {
        ArticleRecord record = News.Deed(number, "RUR", "bombed", EventType.Assault, "GRK", Day, text);
        return record with { Article = record.Article with { Published = published } };
    }

    private static List<long> Groups(TestArchive test)
    {
        using ArchiveConnection connection = test.Archive.Connect();
        return connection.Query("SELECT copy_group FROM articles ORDER BY id", row => row.GetInt64(0));
    }

    private static void Keep(RecordArchive archive, params ArticleRecord[] records)
    {
        using ArchiveWriter writer = archive.BeginWriting();
        foreach (ArticleRecord record in records) writer.Keep(record);
        writer.Commit();
    }
}
