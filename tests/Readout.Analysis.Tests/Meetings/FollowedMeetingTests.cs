using Readout.Analysis.Meetings;
using Readout.Analysis.Reports;
using Readout.Coding.Record;

namespace Readout.Analysis.Tests.Meetings;

public sealed class FollowedMeetingTests
{
    private static readonly DateOnly Day = new(1976, 5, 20);

    [Fact]
    public void The_sequence_rises_on_a_change_and_not_on_a_repetition()
    {
        MeetingBook book = new();
        FollowedMeeting first = book.Add(Telling(0, MeetingState.Planned, Day.AddDays(-10), Day), "a");
        FollowedMeeting again = book.Add(Telling(1, MeetingState.Planned, Day.AddDays(-9), Day), "b");
        FollowedMeeting moved = book.Add(Telling(2, MeetingState.Postponed, Day.AddDays(-2), null), "c");
        FollowedMeeting later = book.Add(Telling(3, MeetingState.Planned, Day.AddDays(-1), Day.AddDays(30)), "d");
        Assert.Equal([(first.Uid, 0), (first.Uid, 0), (first.Uid, 1), (first.Uid, 2)], new[] { first, again, moved, later }.Select(meeting => (meeting.Uid, meeting.Sequence)));
        Assert.Equal((null, MeetingState.Postponed), (moved.View.From, moved.View.State));
        Assert.Equal((Day.AddDays(30), MeetingState.Planned), (later.View.From!.Value, later.View.State));
    }

    [Fact]
    public void The_state_is_that_of_the_order_of_print_whatever_the_order_of_arrival()
    {
        Telling[] tellings =
        [
            Telling(0, MeetingState.Proposed, Day.AddDays(-30), null),
            Telling(1, MeetingState.Planned, Day.AddDays(-20), Day),
            Telling(2, MeetingState.Confirmed, Day.AddDays(-10), Day),
            Telling(3, MeetingState.Cancelled, Day.AddDays(-1), null),
        ];
        foreach (Telling[] order in Orders(tellings))
        {
            MeetingView view = MeetingView.Of([.. order.Select((telling, i) => telling with { Number = i })]);
            Assert.Equal((MeetingState.Cancelled, Day), (view.State, view.From!.Value));
        }
    }

    [Fact]
    public void What_was_held_stays_held()
    {
        MeetingView view = MeetingView.Of([Telling(0, MeetingState.Held, Day, Day), Telling(1, MeetingState.Cancelled, Day.AddDays(1), null), Telling(2, MeetingState.Planned, Day.AddDays(2), null)]);
        Assert.Equal(MeetingState.Held, view.State);
    }

    [Fact]
    public void Meetings_of_another_level_or_a_year_later_or_of_others_are_others()
    {
        FollowedMeeting meeting = FollowedMeeting.Begin(Telling(0, MeetingState.Planned, Day.AddDays(-5), Day) with { Level = "minister" }, "a");
        Assert.True(MeetingMatcher.Fit(meeting, Telling(1, MeetingState.Held, Day.AddDays(1), Day)) > 0);
        Assert.Equal(0, MeetingMatcher.Fit(meeting, Telling(1, MeetingState.Planned, Day.AddDays(-5), Day.AddDays(8)) with { Level = "leader" }));
        Assert.Equal(0, MeetingMatcher.Fit(meeting, Telling(1, MeetingState.Planned, Day.AddDays(300), Day.AddDays(365))));
        Assert.Equal(0, MeetingMatcher.Fit(meeting, Telling(1, MeetingState.Planned, Day.AddDays(-5), Day) with { Parties = [Party("ITA"), Party("FRA")] }));
        Assert.Equal(0, MeetingMatcher.Fit(meeting, Telling(1, MeetingState.Planned, Day.AddDays(-5), Day.AddDays(3)) with { Article = 0 }));
    }

    [Fact]
    public void Without_the_only_article_that_told_of_it_there_is_no_meeting()
    {
        FollowedMeeting meeting = FollowedMeeting.Begin(Telling(0, MeetingState.Planned, Day.AddDays(-5), Day), "a");
        Assert.Null(meeting.Without(0));
        FollowedMeeting left = meeting.With(Telling(1, MeetingState.Cancelled, Day, null)).Without(1)!;
        Assert.Equal((MeetingState.Planned, 2), (left.View.State, left.Sequence));
    }

    private static IEnumerable<Telling[]> Orders(Telling[] tellings)
    {
        if (tellings.Length == 1) return [tellings];
        return tellings.SelectMany((telling, i) => Orders([.. tellings.Where((_, j) => j != i)]).Select(rest => (Telling[])[telling, .. rest]));
    }

    private static Telling Telling(long number, MeetingState state, DateOnly published, DateOnly? day) => new()
    {
        Number = number,
        Article = number,
        Published = published,
        Parties = [Party("ITA"), Party("LBY")],
        From = day,
        To = day,
        State = state,
    };

    private static Party Party(string code) => new($"state/{code}", code, code, code, "GOV");
}
