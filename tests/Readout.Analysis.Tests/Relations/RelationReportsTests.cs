using Readout.Analysis.Relations;
using Readout.Analysis.Reports;
using Readout.Coding.Record;

namespace Readout.Analysis.Tests.Relations;

public class RelationReportsTests
{
    private static readonly RelationPair Pair = RelationPair.Of("USA", "RUS");
    private static readonly Party American = State("USA");
    private static readonly Party Russian = State("RUS");

    [Fact]
    public void A_pair_has_no_order()
    {
        Assert.Equal(RelationPair.Of("RUS", "USA"), RelationPair.Of("USA", "RUS"));
        Assert.Equal(("RUS", "USA"), (Pair.First, Pair.Second));
        Assert.Throws<ArgumentException>(() => RelationPair.Of("USA", "USA"));
    }

    [Fact]
    public void Both_directions_and_what_is_done_together_belong_to_the_relation()
    {
        Assert.Equal(Direction.SecondActs, RelationReports.DirectionOf(Report("k", EventType.Accuse, [American], [Russian]), Pair));
        Assert.Equal(Direction.FirstActs, RelationReports.DirectionOf(Report("k", EventType.Accuse, [Russian], [American, State("GBR")]), Pair));
        Assert.Equal(Direction.Both, RelationReports.DirectionOf(Report("k", EventType.Consult, [Russian, American, State("CHE")], []), Pair));
    }

    [Fact]
    public void Bodies_and_persons_stand_for_their_state_and_rebels_for_none()
    {
        Party minister = new("person/eduard-shevardnadze", "Eduard Shevardnadze", "RUS", "RUS", "GOV", "Foreign Minister");
        Party rebels = new(null, "rebels", "RUS", "RUS", "REB");
        Assert.Equal(Direction.FirstActs, RelationReports.DirectionOf(Report("k", EventType.Accuse, [minister], [American]), Pair));
        Assert.Null(RelationReports.DirectionOf(Report("k", EventType.Assault, [rebels], [American]), Pair));
    }

    [Fact]
    public void Two_that_accuse_a_third_do_not_accuse_one_another()
    {
        Assert.Null(RelationReports.DirectionOf(Report("k", EventType.Accuse, [American, Russian], [State("IRQ")]), Pair));
        Assert.Null(RelationReports.DirectionOf(Report("k", EventType.Accuse, [American, Russian], []), Pair));
        Assert.Null(RelationReports.DirectionOf(Report("k", EventType.Assault, [State("IRQ")], [American, Russian]), Pair));
    }

    [Theory]
    [InlineData("1985-11-19", "1985-11-21", "1985-11-22", "1985-11-21")]
    [InlineData("1985-11-18", "1985-11-24", "1985-11-20", "1985-11-20")]
    [InlineData("1985-11-18", null, "1985-11-20", "1985-11-18")]
    [InlineData(null, null, "1985-11-20", "1985-11-20")]
    [InlineData("1985-11-18", "1985-11-19", null, "1985-11-19")]
    [InlineData(null, null, null, null)]
    public void A_deed_is_counted_on_its_last_day_and_never_after_publication(string? from, string? to, string? published, string? day)
    {
        Report report = Report("k", EventType.Consult, [American, Russian], []) with { From = Day(from), To = Day(to), Published = Day(published) };
        Assert.Equal(Day(day), RelationReports.DayOf(report));
    }

    [Fact]
    public void Only_what_happened_counts()
    {
        (Report, long)[] reports =
        [
            (Report("a", EventType.Consult, [American, Russian], []), 1),
            (Report("b", EventType.Agree, [American, Russian], []) with { Status = EventStatus.Future }, 2),
            (Report("c", EventType.Accuse, [American], [Russian]) with { Status = EventStatus.Negated }, 3),
            (Report("d", EventType.Assault, [American], [Russian]) with { Status = EventStatus.Historical }, 4),
        ];
        Assert.Equal([1L], RelationReports.History(reports, Pair).Events.Select(one => one.Id));
    }

    [Fact]
    public void A_happening_counts_once_however_many_copies_and_sources_report_it()
    {
        List<(Report, long)> reports = [.. Enumerable.Range(0, 40).Select(i => (Report($"k{i}", i % 3 == 0 ? EventType.Accuse : EventType.Consult, [American], [Russian]) with { Published = new DateOnly(1985, 1, 1).AddDays(i * 11) }, (long)i))];
        List<(Report, long)> doubled = [.. reports, .. reports.Select(one => (one.Item1 with { Key = one.Item1.Key + "-copy", Article = one.Item1.Article + "-copy", Source = "Another Wire" }, one.Item2))];
        doubled.Reverse();
        RelationSeries once = RelationSeries.Of(Pair, RelationReports.History(reports, Pair), PeriodKind.Month);
        RelationSeries twice = RelationSeries.Of(Pair, RelationReports.History(doubled, Pair), PeriodKind.Month);
        Assert.Equal(once.Events.AsEnumerable(), twice.Events);
        Assert.Equal(40, twice.Points.Sum(point => point.Count));
    }

    [Theory]
    [InlineData("Secretary of State", ContactLevel.Minister)]
    [InlineData("Foreign Minister", ContactLevel.Minister)]
    [InlineData("Prime Minister", ContactLevel.Leader)]
    [InlineData("General Secretary of the Communist Party", ContactLevel.Leader)]
    [InlineData("Vice President", ContactLevel.Official)]
    [InlineData("Deputy Foreign Minister", ContactLevel.Official)]
    [InlineData("foreign ministers", ContactLevel.Minister)]
    [InlineData("Under Secretary of State", ContactLevel.Official)]
    [InlineData("Presidential Guard", ContactLevel.Unknown)]
    [InlineData(null, ContactLevel.Unknown)]
    public void An_office_tells_the_level(string? office, ContactLevel level) => Assert.Equal(level, ContactLevels.OfOffice(office));

    [Fact]
    public void The_meeting_tells_the_level_before_the_offices()
    {
        Party minister = new(null, "Shultz", "USA", "USA", "GOV", "Secretary of State");
        Report report = Report("k", EventType.Consult, [minister, Russian], []);
        Assert.Equal(ContactLevel.Minister, ContactLevels.Of(report));
        Assert.Equal(ContactLevel.Expert, ContactLevels.Of(report with { Level = "expert" }));
        Assert.Equal(ContactLevel.Unknown, ContactLevels.Of(report with { Type = EventType.Accuse }));
    }

    private static Report Report(string key, EventType type, Party[] actors, Party[] recipients) => new()
    {
        Key = key,
        Article = "article-" + key,
        Published = new DateOnly(1985, 11, 20),
        Type = type,
        Status = EventStatus.Actual,
        PloverScore = type == EventType.Consult ? 2.5 : -3,
        Goldstein = type == EventType.Consult ? 1 : -2,
        Actors = [.. actors],
        Recipients = [.. recipients],
        Trigger = "words",
    };

    private static Party State(string code) => new("state/" + code, code, code, code, null);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd");
}
