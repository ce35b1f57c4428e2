using Readout.Analysis.Relations;
using Readout.Analysis.Reports;
using Readout.Coding.Record;

namespace Readout.Analysis.Tests.Relations;

public class OpenMattersTests
{
    private static readonly RelationPair Pair = RelationPair.Of("GRK", "RUR");

    [Fact]
    public void A_request_is_open_until_the_other_side_answers_or_does_it()
    {
        DatedReport asked = Of(1, 3, EventType.Request, "RUR", EventType.Retreat);
        Assert.Equal([1], OpenMatters.Of([asked], Pair));
        Assert.Equal([1], OpenMatters.Of([asked, Of(2, 5, EventType.Retreat, "RUR")], Pair));
        Assert.Empty(OpenMatters.Of([asked, Of(2, 5, EventType.Retreat, "GRK")], Pair));
        Assert.Empty(OpenMatters.Of([asked, Of(2, 3, EventType.Reject, "GRK")], Pair));
        Assert.Equal([1], OpenMatters.Of([asked, Of(2, 5, EventType.Reject, "GRK", EventType.Consult)], Pair));
    }

    [Fact]
    public void What_came_before_settles_nothing() =>
        Assert.Equal([2], OpenMatters.Of([Of(1, 1, EventType.Retreat, "GRK"), Of(2, 3, EventType.Request, "RUR", EventType.Retreat)], Pair));

    [Fact]
    public void A_request_that_is_agreed_to_goes_on_as_a_promise_until_it_is_kept()
    {
        DatedReport[] told = [Of(1, 3, EventType.Request, "RUR", EventType.Retreat), Of(2, 5, EventType.Agree, "GRK", EventType.Retreat)];
        Assert.Equal([2], OpenMatters.Of(told, Pair));
        Assert.Empty(OpenMatters.Of([.. told, Of(3, 9, EventType.Retreat, "GRK")], Pair));
        Assert.Empty(OpenMatters.Of([.. told, Of(3, 9, EventType.Reject, "GRK", EventType.Retreat)], Pair));
    }

    [Fact]
    public void A_threat_is_open_until_it_is_carried_out_or_given_up()
    {
        DatedReport threat = Of(1, 3, EventType.Threaten, "RUR", EventType.Sanction);
        Assert.Equal([1], OpenMatters.Of([threat, Of(2, 5, EventType.Retreat, "GRK")], Pair));
        Assert.Empty(OpenMatters.Of([threat, Of(2, 5, EventType.Sanction, "RUR")], Pair));
        Assert.Empty(OpenMatters.Of([threat, Of(2, 5, EventType.Concede, "RUR")], Pair));
        Assert.Equal([1], OpenMatters.Of([threat, Of(2, 5, EventType.Sanction, "RUR", status: EventStatus.Future)], Pair));
    }

    [Fact]
    public void What_names_no_deed_or_has_not_happened_is_no_matter() =>
        Assert.Empty(OpenMatters.Of([Of(1, 3, EventType.Request, "RUR"), Of(2, 3, EventType.Threaten, "RUR", EventType.Assault, EventStatus.Negated), Of(3, 3, EventType.Accuse, "RUR", EventType.Assault)], Pair));

    [Fact]
    public void The_newest_of_one_matter_stands_for_it() =>
        Assert.Equal([3, 2], OpenMatters.Of([Of(1, 3, EventType.Request, "RUR", EventType.Aid), Of(3, 6, EventType.Request, "RUR", EventType.Aid), Of(2, 4, EventType.Request, "GRK", EventType.Aid)], Pair));

    private static DatedReport Of(long id, int day, EventType type, string actor, EventType? action = null, EventStatus status = EventStatus.Actual) => new(
        id, new DateOnly(1931, 5, day), new Report { Key = "", Article = "", Trigger = "", Type = type, Action = action, Status = status, Actors = [new Party(null, actor, actor, actor, "GOV")] });
}
