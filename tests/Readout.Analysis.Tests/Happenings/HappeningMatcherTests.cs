using Readout.Analysis.Happenings;
using Readout.Analysis.Reports;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Analysis.Tests.Happenings;

public sealed class HappeningMatcherTests
{
    private static readonly Report Raid = new()
    {
        Key = "k",
        Article = "a",
        Type = EventType.Assault,
        Actors = [State("IRQ")],
        Recipients = [State("IRN")],
        Published = new DateOnly(1984, 6, 13),
        From = new DateOnly(1984, 6, 11),
        To = new DateOnly(1984, 6, 11),
        Trigger = "bombed",
    };

    [Fact]
    public void The_same_deed_of_the_same_parties_on_the_same_day_is_one_happening() => Assert.True(Fits(Raid, Raid));

    [Fact]
    public void The_answer_does_not_depend_on_the_side()
    {
        Report[] reports = [.. Variants()];
        foreach (Report one in reports)
        {
            foreach (Report other in reports) Assert.Equal(HappeningMatcher.Fit(one, other, false), HappeningMatcher.Fit(other, one, false));
        }
    }

    [Fact]
    public void Another_direction_target_day_or_kind_is_another_happening()
    {
        Assert.False(Fits(Raid, Raid with { Actors = Raid.Recipients, Recipients = Raid.Actors }));
        Assert.False(Fits(Raid, Raid with { Recipients = [State("KWT")] }));
        Assert.False(Fits(Raid, Raid with { From = new DateOnly(1984, 6, 14), To = new DateOnly(1984, 6, 14) }));
        Assert.False(Fits(Raid, Raid with { Type = EventType.Threaten }));
        Assert.False(Fits(Raid, Raid with { Status = EventStatus.Hypothetical }));
    }

    [Fact]
    public void Days_next_to_each_other_are_a_dispute_between_papers_and_two_deeds_in_one()
    {
        Report next = Raid with { From = new DateOnly(1984, 6, 12), To = new DateOnly(1984, 6, 12) };
        Assert.True(HappeningMatcher.Fit(Raid, next, sameArticle: false) > 0);
        Assert.Equal(0, HappeningMatcher.Fit(Raid, next, sameArticle: true));
    }

    [Fact]
    public void Who_did_it_may_be_in_dispute_where_the_rest_agrees()
    {
        Report counted = Raid with { Size = EventSize.None with { Dead = new PeopleCount(9, 9, new TextSpan(0, 4)) } };
        Assert.True(Fits(counted, counted with { Actors = [State("KWT")] }));
        Assert.False(Fits(Raid, Raid with { Actors = [State("KWT")] }));
    }

    [Fact]
    public void A_plan_to_meet_is_not_the_meeting()
    {
        Report held = Raid with { Type = EventType.Consult, Actors = [State("AUT"), State("HUN")], Recipients = [], Trigger = "talks" };
        Assert.False(Fits(held, held with { Type = EventType.Agree, Action = EventType.Consult, Status = EventStatus.Future }));
    }

    [Fact]
    public void Copies_are_one_voice_and_contradictions_are_kept()
    {
        Report fewer = Raid with { Size = EventSize.None with { Dead = new PeopleCount(3, 3, default) } };
        Report more = Raid with { Size = EventSize.None with { Dead = new PeopleCount(9, 9, default) }, Place = "Abadan", PlaceCountry = "IRN" };
        HappeningSummary summary = HappeningSummary.Of([new Account(1, 1, 1, fewer), new Account(2, 2, 1, fewer), new Account(3, 3, 3, more)]);
        Assert.Equal(2, summary.Voices);
        Assert.Equal([("3", Standing.Disputed), ("9", Standing.Disputed)], summary.Claims.Where(claim => claim.Aspect == "dead").Select(claim => (claim.Value, claim.Standing)));
        Assert.Equal(Standing.All, summary.Claims.Single(claim => claim.Aspect == "date").Standing);
        Assert.Equal(Standing.One, summary.Claims.Single(claim => claim.Aspect == "place").Standing);
    }

    [Fact]
    public void The_statuses_are_told_in_the_order_of_print()
    {
        Report future = Raid with { Status = EventStatus.Future, Published = new DateOnly(1984, 6, 1) };
        HappeningSummary summary = HappeningSummary.Of([new Account(1, 1, 1, Raid), new Account(2, 2, 2, future)]);
        Assert.Equal([EventStatus.Future, EventStatus.Actual], summary.History.Select(step => step.Status));
        Assert.Equal(EventStatus.Actual, summary.Status);
    }

    private static IEnumerable<Report> Variants()
    {
        yield return Raid;
        yield return Raid with { Recipients = [] };
        yield return Raid with { Status = EventStatus.Historical, From = null, To = null };
        yield return Raid with { From = null, To = null, Trigger = "raid" };
        yield return Raid with { Type = EventType.Coerce };
        yield return Raid with { Place = "Abadan", PlaceCountry = "IRN" };
        yield return Raid with { Place = "Basra", PlaceCountry = "IRQ", Size = EventSize.None with { Dead = new PeopleCount(2, null, default) } };
        yield return Raid with { To = new DateOnly(1984, 6, 30) };
        yield return Raid with { Type = EventType.Consult, Recipients = [], Actors = [State("IRN"), State("IRQ")] };
    }

    private static bool Fits(Report one, Report other) => HappeningMatcher.Fit(one, other, sameArticle: false) > 0;

    private static Party State(string code) => new($"state/{code}", code, code, code, "GOV");
}
