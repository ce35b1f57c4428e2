using Readout.Analysis.Relations;
using Readout.Archive.Reading;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Tests.Merging;
using Readout.Archive.Writing;
using Readout.Coding.Record;

namespace Readout.Archive.Tests.Reading;

/// <summary>What a first page shows: the newest stories, the relations that moved, the meetings of a day.</summary>
public class LatelyTests
{
    private static readonly DateOnly Day = new(1931, 5, 4);

    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_newest_stories_come_first_page_by_page(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        Keep(test.Archive, News.Run(120, seed: 11));
        IReadOnlyList<StoryHead> all = test.Archive.Stories.Newest(1000);
        Assert.Equal(test.Archive.Articles.All().Select(article => article.Story).Distinct().Count(), all.Count);
        Assert.Equal(all.OrderByDescending(story => story.Last).ThenByDescending(story => story.Id), all);
        Assert.All(all, story =>
        {
            KeptStory kept = test.Archive.Stories.Find(story.Id)!;
            Assert.Equal((kept.Articles.Length, kept.Articles.Select(article => article.CopyGroup).Distinct().Count()), (story.Articles, story.Voices));
            Assert.Equal((kept.Articles.Min(article => article.Published), kept.Articles.Max(article => article.Published)), (story.First, story.Last));
            Assert.Contains(story.Title, kept.Articles.Select(article => article.Title));
        });
        List<StoryHead> paged = [];
        while (test.Archive.Stories.Newest(3, paged.LastOrDefault()) is { Count: > 0 } page) paged.AddRange(page);
        Assert.Equal(all, paged);
        Assert.Equal(all.Where(story => story.Articles > 2), test.Archive.Stories.Newest(1000, fewest: 3));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_pairs_that_moved_are_counted_by_happening(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        List<ArticleRecord> records = [];
        void Add(string one, string deed, EventType type, string other, int day)
        {
            ArticleRecord record = News.Deed(records.Count, one, deed, type, other, Day.AddDays(day), string.Join(' ', Enumerable.Range(0, 30).Select(i => $"w{records.Count * 40 + i}")));
            records.Add(record with { Events = [record.Events[0] with { PloverScore = type switch { EventType.Assault => -10, EventType.Accuse => -3, _ => 3.5 } }] });
        }

        for (int i = 0; i < 20; i++) Add("RUR", "praised", EventType.Support, "GRK", 3 * i);
        for (int i = 0; i < 6; i++) Add("GRK", "bombed", EventType.Assault, "RUR", 60 + 2 * i);
        for (int i = 0; i < 24; i++) Add("BOR", "accused", EventType.Accuse, "SYL", 3 * i);
        Add("ELB", "aided", EventType.Aid, "SYL", 65);
        Add("RUR", "accused", EventType.Accuse, "ELB", -30);
        Keep(test.Archive, [.. records]);
        RelationMove first = test.Archive.Relations.Moved(Day.AddDays(71), 10)[0];
        Assert.Equal(RelationPair.Of("GRK", "RUR"), first.Pair);
        Assert.True(first.Tone < -2, $"{first.Tone}");
        foreach (RelationMove move in test.Archive.Relations.Moved(Day.AddDays(71), 10, fewest: 1))
        {
            RelationEvent[] events = [.. RelationSeries.Of(move.Pair, test.Archive.Relations.Read(move.Pair), PeriodKind.Day).Events];
            foreach (MovePeriod period in (MovePeriod[])[move.Recent, move.Before])
            {
                RelationEvent[] within = [.. events.Where(one => one.Day >= period.From && one.Day <= period.To)];
                Assert.Equal(new ScoreTotal(within.Length, within.Sum(one => (long)one.PloverTenths)), period.Plover);
                Assert.Equal(Enum.GetValues<QuadClass>().Select(quad => within.Count(one => one.Type.Quad() == quad)), period.Quads);
            }

            Assert.Equal((14, 56, move.Recent.From.AddDays(-1)), (move.Recent.Days, move.Before.Days, move.Before.To));
        }

        Assert.Equal(3, test.Archive.Relations.Moved(Day.AddDays(71), 10, fewest: 1).Count);
        Assert.Equal(Day.AddDays(70), test.Archive.Relations.LastDay());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_days_meetings_are_those_that_may_fall_on_it_however_long_they_last(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        (DateOnly From, DateOnly To)[] spans =
            [(Day, Day), (Day.AddDays(-3), Day.AddDays(2)), (Day.AddDays(-40), Day.AddDays(10)), (Day.AddDays(-400), Day.AddDays(-1)), (Day.AddDays(1), Day.AddDays(90)), (new DateOnly(1931, 1, 1), new DateOnly(1931, 12, 31))];
        string[] codes = ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF"];
        ArticleRecord[] told = [.. spans.Select((span, i) => Spanning(News.Meeting(i, codes[i], "GRK", MeetingState.Planned, Day.AddDays(-500), span.From), span.To))];
        Keep(test.Archive, [.. told, News.Meeting(90, "RUR", "GRK", MeetingState.Proposed, Day, null)]);
        for (int offset = -60; offset <= 120; offset += 5)
        {
            (DateOnly from, DateOnly to) = (Day.AddDays(offset), Day.AddDays(offset + (offset & 8)));
            string[] expected = [.. spans.Select((span, i) => (span, codes[i])).Where(one => one.span.To >= from && one.span.From <= to).Select(one => one.Item2).Order()];
            IReadOnlyList<KeptMeeting> found = test.Archive.Meetings.Read(new MeetingQuery { From = from, To = to });
            Assert.Equal(expected, found.Select(meeting => meeting.Parties[0]).Order());
            Assert.Equal(expected.Length + 1, test.Archive.Meetings.Read(new MeetingQuery { From = from, To = to, Undated = true }).Count);
            Assert.All(found, meeting => Assert.Equal(Day.AddDays(-500), Assert.Single(meeting.Tellings).Published));
        }
    }

    private static ArticleRecord Spanning(ArticleRecord record, DateOnly to) => record with { Meetings = [record.Meetings[0] with { To = to }] };

    private static void Keep(RecordArchive archive, params ArticleRecord[] records)
    {
        using ArchiveWriter writer = archive.BeginWriting();
        foreach (ArticleRecord record in records) writer.Keep(record);
        writer.Commit();
    }
}
