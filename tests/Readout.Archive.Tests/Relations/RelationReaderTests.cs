using Readout.Analysis.Relations;
using Readout.Archive.Store;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Writing;
using Readout.Coding.Record;

namespace Readout.Archive.Tests.Relations;

public class RelationReaderTests
{
    private static readonly RelationPair Pair = RelationPair.Of("RUR", "GRK");

    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_happenings_of_a_pair_come_with_day_type_side_scores_and_level(string engine)
    {
        using TestArchive test = Kept(engine, Records.Visit(), Records.Visit("again", "2031-06-20"), Records.Plan());
        RelationHistory history = test.Archive.Relations.Read(Pair);
        RelationEvent[] events = [.. history.Events.OrderBy(one => one.Day)];
        Assert.Equal([new DateOnly(2031, 5, 1), new DateOnly(2031, 6, 19)], events.Select(one => one.Day));
        Assert.All(events, one => Assert.Equal((EventType.Consult, Direction.SecondActs, 15, 19, ContactLevel.Official), (one.Type, one.Direction, one.PloverTenths, one.GoldsteinTenths!.Value, one.Level)));
        Assert.True(test.Archive.Relations.HasRead(new DateOnly(2031, 6, 10), new DateOnly(2031, 6, 10)));
        Assert.False(test.Archive.Relations.HasRead(new DateOnly(2031, 6, 11), new DateOnly(2031, 6, 19)));
        Assert.Empty(test.Archive.Relations.Read(RelationPair.Of("RUR", "UTO")).Events);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void What_has_not_happened_and_what_rebels_do_is_not_counted(string engine)
    {
        ArticleRecord visit = Records.Visit();
        ArticleRecord rebels = visit with { Mentions = [visit.Mentions[0] with { Actor = visit.Mentions[0].Actor with { Sector = "REB" } }, .. visit.Mentions[1..]] };
        ArticleRecord denied = Records.Visit("denied") with { Events = [Records.Visit("denied").Events[0] with { Status = EventStatus.Negated }] };
        using TestArchive test = Kept(engine, rebels, denied, Records.Plan());
        Assert.Empty(test.Archive.Relations.Read(Pair).Events);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Reports_of_one_happening_count_once_and_are_told_by_the_first(string engine)
    {
        using TestArchive test = Kept(engine, Records.Visit("one"), Records.Visit("two", "2031-05-03"), Records.Visit("three", "2031-08-02"));
        using (ArchiveConnection connection = test.Archive.Connect())
        {
            connection.Execute("UPDATE events SET happening = 7 WHERE id <= 2");
            connection.Execute("UPDATE dyads SET happening = 7 WHERE event <= 2");
        }

        RelationSeries series = RelationSeries.Of(Pair, test.Archive.Relations.Read(Pair), PeriodKind.Month).WithGaps(test.Archive.Relations.HasRead);
        Assert.Equal([1, 0, 0, 1], series.Points.Select(point => point.Count));
        Assert.Equal([PeriodState.Observed, PeriodState.Unread, PeriodState.Unread, PeriodState.Observed], series.Points.Select(point => point.State));
        RelationAccount[] accounts = [.. test.Archive.Relations.Describe([.. series.Events.Select(one => one.Id)])];
        Assert.Equal([2, 1], accounts.Select(account => account.Reports));
        Assert.Equal((new DateOnly(2031, 5, 1), "CONSULT", "visit", "Strelsau Courier"), (accounts[0].Day, accounts[0].Type, accounts[0].Mode, accounts[0].Source));
        Assert.StartsWith("The Ruritanian envoy visited Graustark", accounts[0].Sentence, StringComparison.Ordinal);
        Assert.Empty(test.Archive.Relations.Describe([17, 9998]));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Only_the_newest_revision_counts(string engine)
    {
        using TestArchive test = Kept(engine, Records.Visit("changed"), Records.Visit("changed", "2031-05-09", deed: "toured"));
        Assert.Equal([new DateOnly(2031, 5, 8)], test.Archive.Relations.Read(Pair).Events.Select(one => one.Day));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void An_event_without_any_day_is_counted_apart(string engine)
    {
        ArticleRecord plan = Records.Plan("undated", day: null);
        using TestArchive test = Kept(engine, plan with { Events = [plan.Events[0] with { Status = EventStatus.Actual }] });
        RelationHistory history = test.Archive.Relations.Read(Pair);
        Assert.Equal((0, 1), (history.Events.Length, history.Undated));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Meetings_ahead_are_told_once_by_the_newest_article(string engine)
    {
        using TestArchive test = Kept(engine,
            Meeting("first", "2031-06-10", "2031-07-01", MeetingState.Proposed), Meeting("second", "2031-06-12", "2031-07-01", MeetingState.Planned),
            Meeting("later", "2031-06-11", "2031-09-01", MeetingState.Planned), Meeting("off", "2031-06-11", "2031-08-01", MeetingState.Cancelled));
        MeetingAhead[] ahead = [.. test.Archive.Relations.MeetingsAhead(Pair, new DateOnly(2031, 6, 15), 10)];
        Assert.Equal([new DateOnly(2031, 7, 1), new DateOnly(2031, 9, 1)], ahead.Select(meeting => meeting.From));
        Assert.Equal(("planned", ContactLevel.Minister, new DateOnly(2031, 6, 12)), (ahead[0].State, ahead[0].Level, ahead[0].Published!.Value));
        Assert.Equal(["Graustark", "Ruritania"], ahead[0].Parties);
        Assert.Single(test.Archive.Relations.MeetingsAhead(Pair, new DateOnly(2031, 7, 2), 10));
        Assert.Empty(test.Archive.Relations.MeetingsAhead(RelationPair.Of("RUR", "UTO"), new DateOnly(2031, 6, 15), 10));
    }

    private static ArticleRecord Meeting(string id, string published, string day, MeetingState state)
    {
        ArticleRecord plan = Records.Plan(id, published);
        DateOnly on = DateOnly.ParseExact(day, "yyyy-MM-dd");
        return plan with { Meetings = [plan.Meetings[0] with { From = on, To = on, State = state }] };
    }

    private static TestArchive Kept(string engine, params ArticleRecord[] records)
    {
        TestArchive test = TestArchive.At(engine);
        using ArchiveWriter writer = test.Archive.BeginWriting();
        foreach (ArticleRecord record in records) writer.Keep(record);
        writer.Commit();
        return test;
    }
}
