using Readout.Analysis.Relations;
using Readout.Analysis.Watches;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Tests.Merging;
using Readout.Archive.Watches;
using Readout.Archive.Watches.Making;
using Readout.Archive.Writing;
using Readout.Coding.Record;

namespace Readout.Archive.Tests.Watches;

public class BriefMakerTests
{
    private static readonly DateOnly Day = new(1931, 5, 4);
    private static readonly WatchQuestion Relation = new() { Relations = [RelationPair.Of("RUR", "GRK")] };

    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_first_brief_tells_what_was_published_in_its_days_with_the_exact_sentence(string engine)
    {
        using TestArchive test = Kept(engine,
            News.Deed(1, "RUR", "bombed", EventType.Assault, "GRK", Day),
            News.Deed(2, "RUR", "accused", EventType.Accuse, "GRK", Day),
            News.Deed(3, "SYL", "bombed", EventType.Assault, "ELB", Day),
            News.Deed(4, "GRK", "praised", EventType.Support, "RUR", Day.AddDays(-30)));
        Brief brief = Make(test, Relation, BriefSpan.Days(Day, Day.AddDays(1)));
        BriefGroup group = Assert.Single(brief.Happened);
        Assert.Equal(("GRK", "RUR", "GRK and RUR"), (group.First, group.Second, group.Name));
        Assert.Equal(["ASSAULT", "ACCUSE"], group.Lines.Select(line => line.Type));
        BriefLine line = group.Lines[0];
        Assert.Equal("RUR bombed GRK on that day.", line.Source.Sentence);
        Assert.Equal("bombed", line.Source.Sentence[line.Source.MarkStart..line.Source.MarkEnd]);
        Assert.Equal((1L, 1, "Paper 1", Day), (line.Source.Article, line.Source.Event, line.Source.Publisher, line.Day));
        Assert.Equal((3L, true), (brief.ArticlesRead, brief.HasNews));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_happening_reported_again_is_not_new_and_a_late_one_is_told_apart(string engine)
    {
        using TestArchive test = Kept(engine, News.Deed(1, "RUR", "bombed", EventType.Assault, "GRK", Day));
        (Brief _, WatchProgress after) = MakeWith(test, Relation, BriefSpan.Days(Day, Day.AddDays(1)), WatchProgress.None);
        Keep(test, News.Deed(2, "RUR", "bombed", EventType.Assault, "GRK", Day));
        BriefSpan next = BriefSpan.Days(Day.AddDays(1), Day.AddDays(2)) with { EventMark = after.EventMark, CodingMark = after.CodingMark };
        (Brief brief, after) = MakeWith(test, Relation, next, after);
        Assert.False(brief.HasNews);
        Assert.Equal((1, 1L), (brief.ToldAgain, brief.ArticlesRead));
        Assert.StartsWith("Nothing new: one article was read", brief.NothingNew, StringComparison.Ordinal);

        Keep(test, News.Deed(3, "RUR", "expelled", EventType.Sanction, "GRK", Day.AddDays(-40)));
        (brief, after) = MakeWith(test, Relation, next with { EventMark = after.EventMark, CodingMark = after.CodingMark }, after);
        Assert.Empty(brief.Happened);
        Assert.Equal("SANCTION", Assert.Single(brief.Earlier).Type);
        brief = Make(test, Relation, next with { EventMark = after.EventMark, CodingMark = after.CodingMark });
        Assert.Equal((0L, false), (brief.ArticlesRead, brief.HasNews));
        Assert.Contains("no article was read", brief.NothingNew, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void An_article_coded_again_or_changed_tells_nothing_new_of_what_it_told(string engine)
    {
        using TestArchive test = Kept(engine, News.Deed(1, "RUR", "bombed", EventType.Assault, "GRK", Day));
        (Brief _, WatchProgress after) = MakeWith(test, Relation, BriefSpan.Days(Day, Day.AddDays(1)), WatchProgress.None);
        Keep(test, News.Deed(1, "RUR", "bombed", EventType.Assault, "GRK", Day) with { Pack = Records.OtherPack });
        BriefSpan span = BriefSpan.Days(Day.AddDays(1), Day.AddDays(2)) with { EventMark = after.EventMark, CodingMark = after.CodingMark };
        Brief recoded = Make(test, Relation, span);
        Assert.Equal((false, 1, 0L), (recoded.HasNews, recoded.ToldAgain, recoded.ArticlesRead));
        Keep(test, News.Deed(1, "RUR", "bombed", EventType.Assault, "GRK", Day, "A line was added."));
        Brief changed = Make(test, Relation, span);
        Assert.Equal((false, 1), (changed.HasNews, changed.ToldAgain));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void That_a_happening_is_denied_is_news(string engine)
    {
        using TestArchive test = Kept(engine, News.Deed(1, "RUR", "bombed", EventType.Assault, "GRK", Day));
        (Brief _, WatchProgress after) = MakeWith(test, Relation, BriefSpan.Days(Day, Day.AddDays(1)), WatchProgress.None);
        ArticleRecord denial = News.Deed(2, "RUR", "bombed", EventType.Assault, "GRK", Day);
        denial = denial with { Article = denial.Article with { Published = Day.AddDays(2) }, Events = [denial.Events[0] with { Status = EventStatus.Negated }] };
        Keep(test, denial);
        Brief brief = Make(test, Relation, BriefSpan.Days(Day.AddDays(1), Day.AddDays(2)) with { EventMark = after.EventMark, CodingMark = after.CodingMark });
        BriefLine line = Assert.Single(brief.Lines);
        Assert.Equal(("negated", "actual"), (line.Status, line.Was));
        BriefDispute dispute = Assert.Single(brief.Disputes, one => one.Aspect == "whether it happened");
        Assert.Equal(["it did not happen", "it happened"], dispute.Claims.Select(claim => claim.Value).Order());
        Assert.All(dispute.Claims, claim => Assert.Equal("RUR bombed GRK on that day.", Assert.Single(claim.Sources).Sentence));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Each_condition_of_a_question_narrows_it(string engine)
    {
        ArticleRecord trade = News.Deed(2, "SYL", "praised", EventType.Support, "ELB", Day);
        trade = trade with { Events = [trade.Events[0] with { Mode = "meet", Contexts = ["economic"] }] };
        using TestArchive test = Kept(engine, News.Deed(1, "RUR", "bombed", EventType.Assault, "GRK", Day, "Ships burned."), trade);
        Assert.Equal([1L, 2], Articles(test, new WatchQuestion { Statuses = [EventStatus.Actual] }));
        Assert.Equal([2L], Articles(test, new WatchQuestion { Types = [EventType.Support] }));
        Assert.Equal([2L], Articles(test, new WatchQuestion { Modes = ["meet"] }));
        Assert.Equal([2L], Articles(test, new WatchQuestion { Contexts = ["economic"] }));
        Assert.Equal([1L], Articles(test, new WatchQuestion { Actors = ["state/GRK"] }));
        Assert.Equal([1L], Articles(test, new WatchQuestion { Actors = ["RUR"] }));
        Assert.Equal([2L], Articles(test, new WatchQuestion { Countries = ["ELB"] }));
        Assert.Equal([1L, 2], Articles(test, new WatchQuestion { Countries = ["ELB"], Relations = [RelationPair.Of("GRK", "RUR")] }));
        Assert.Equal([1L], Articles(test, new WatchQuestion { Words = "burned OR sank" }));
        Assert.Empty(Articles(test, new WatchQuestion { Words = "burned", Types = [EventType.Support] }));
        Assert.Empty(Articles(test, new WatchQuestion { Statuses = [EventStatus.Negated] }));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Meetings_ahead_come_with_what_is_news_of_them(string engine)
    {
        using TestArchive test = Kept(engine,
            News.Meeting(1, "RUR", "GRK", MeetingState.Planned, Day, Day.AddDays(9)),
            News.Meeting(2, "RUR", "SYL", MeetingState.Planned, Day, Day.AddDays(4)),
            News.Meeting(3, "RUR", "GRK", MeetingState.Held, Day, Day.AddDays(-2)));
        (Brief brief, WatchProgress after) = MakeWith(test, Relation, BriefSpan.Days(Day, Day.AddDays(1)), WatchProgress.None);
        BriefMeeting meeting = Assert.Single(brief.Meetings);
        Assert.Equal(("planned", Day.AddDays(9), true), (meeting.State, meeting.From, meeting.IsNews));
        Assert.Equal(["GRK", "RUR"], meeting.Parties);
        BriefSpan next = BriefSpan.Days(Day.AddDays(2), Day.AddDays(3)) with { EventMark = after.EventMark, CodingMark = after.CodingMark };
        Assert.False(Assert.Single(Make(test, Relation, next).Meetings).IsNews);
        Keep(test, News.Meeting(4, "RUR", "GRK", MeetingState.Confirmed, Day.AddDays(1), Day.AddDays(9), "confirmed that they meet"));
        BriefMeeting confirmed = Assert.Single(Make(test, Relation, next).Meetings);
        Assert.Equal(("confirmed", true, meeting.Uid), (confirmed.State, confirmed.IsNews, confirmed.Uid));
        string calendar = System.Text.Encoding.UTF8.GetString(new WatchCalendar(test.Archive).Write(Relation, Day));
        Assert.Equal(2, calendar.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains($"UID:{meeting.Uid}", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("SYL", calendar, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Statements_are_the_words_of_those_asked_for(string engine)
    {
        ArticleRecord visit = Records.Visit();
        ArticleRecord spoken = visit with
        {
            Mentions = [visit.Mentions[0] with { Actor = visit.Mentions[0].Actor with { Office = "Prime Minister" } }, .. visit.Mentions[1..]],
            Quotes = [visit.Quotes[0] with { Speaker = 0 }],
        };
        using TestArchive test = Kept(engine, spoken);
        Brief brief = Make(test, Relation, BriefSpan.Days(new DateOnly(2031, 5, 1), new DateOnly(2031, 5, 2)));
        BriefStatement statement = Assert.Single(brief.Statements);
        Assert.Equal(("Rudolf Rassendyll", "Prime Minister"), (statement.Speaker, statement.Office));
        Assert.Equal("The Ruritanian envoy visited Graustark on Friday", statement.Source.Sentence[statement.Source.MarkStart..statement.Source.MarkEnd]);
        Assert.Empty(Make(test, new WatchQuestion { Countries = ["GRK"] }, BriefSpan.Days(new DateOnly(2031, 5, 1), new DateOnly(2031, 5, 2))).Statements);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_index_is_told_with_what_moved_it(string engine)
    {
        List<ArticleRecord> news = [];
        DateOnly start = new(1931, 1, 5);
        for (int week = 0; week < 20; week++)
        {
            for (int i = 0; i < 3; i++) news.Add(Scored(100 + 10 * week + i, "praised", EventType.Support, 4 + i, start.AddDays(7 * week + i)));
        }

        using TestArchive test = Kept(engine, [.. news]);
        DateOnly before = start.AddDays(7 * 19 + 4);
        (Brief calm, WatchProgress after) = MakeWith(test, Relation, BriefSpan.Days(before.AddDays(-7), before), WatchProgress.None);
        BriefIndex index = Assert.Single(calm.Index);
        Assert.NotNull(index.Now.Value);
        Assert.Empty(index.Moves);
        for (int week = 20; week < 24; week++)
        {
            for (int i = 0; i < 4; i++) Keep(test, Scored(100 + 10 * week + i, "bombed", EventType.Assault, -9, start.AddDays(7 * week + i)));
        }

        DateOnly now = start.AddDays(7 * 23 + 5);
        BriefSpan span = BriefSpan.Days(before, now) with { EventMark = after.EventMark, CodingMark = after.CodingMark };
        BriefIndex moved = Assert.Single(MakeWith(test, Relation, span, after).Brief.Index);
        Assert.Contains("freeze", moved.Moves.Select(move => move.Kind));
        Assert.Contains("temperature", moved.Moves.Select(move => move.Kind));
        Assert.NotEmpty(moved.Why);
        Assert.All(moved.Why, line => Assert.Equal("ASSAULT", line.Type));
        Assert.NotEmpty(new BriefMaker(test.Archive).Glance(Relation, Noon(now), after).Moves);
        Assert.Empty(new BriefMaker(test.Archive).Glance(Relation, Noon(before), after).Moves);
    }

    [Fact]
    public void A_brief_is_written_and_read_back()
    {
        using TestArchive test = Kept(Engine.Sqlite, [.. News.Run(60, 3)]);
        Brief brief = Make(test, new WatchQuestion { Countries = ["RUR", "GRK"], Relations = [RelationPair.Of("RUR", "GRK")] }, BriefSpan.Days(Day, Day.AddDays(20)));
        Assert.True(brief.HasNews);
        string json = BriefJson.Write(brief);
        Assert.Equal(json, BriefJson.Write(BriefJson.Read(json)));
        Assert.Throws<FormatException>(() => BriefJson.Read("{"));
    }

    private static DateTimeOffset Noon(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);

    private static ArticleRecord Scored(int number, string deed, EventType type, double score, DateOnly day)
    {
        ArticleRecord record = News.Deed(number, "RUR", deed, type, "GRK", day);
        return record with { Events = [record.Events[0] with { PloverScore = score }] };
    }

    private static long[] Articles(TestArchive test, WatchQuestion question) =>
        [.. Make(test, question, BriefSpan.Days(Day, Day.AddDays(1))).Lines.Select(line => line.Source.Article).Order()];

    private static Brief Make(TestArchive test, WatchQuestion question, BriefSpan span) => MakeWith(test, question, span, WatchProgress.None).Brief;

    private static (Brief Brief, WatchProgress After) MakeWith(TestArchive test, WatchQuestion question, BriefSpan span, WatchProgress before) =>
        new BriefMaker(test.Archive).Make("Strait", question, span, before);

    private static TestArchive Kept(string engine, params ArticleRecord[] records)
    {
        TestArchive test = TestArchive.At(engine);
        Keep(test, records);
        return test;
    }

    private static void Keep(TestArchive test, params ArticleRecord[] records)
    {
        using ArchiveWriter writer = test.Archive.BeginWriting();
        foreach (ArticleRecord record in records) writer.Keep(record);
        writer.Commit();
    }
}
