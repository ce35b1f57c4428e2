namespace Readout.Analysis.Meetings;

/// <summary>Meetings followed in memory. Not safe for use from several threads.</summary>
public sealed class MeetingBook
{
    private readonly SortedDictionary<long, FollowedMeeting> _meetings = [];
    private readonly Dictionary<long, SortedSet<long>> _entered = [];

    /// <summary>The meetings, in the order in which they were first told of.</summary>
    public IEnumerable<FollowedMeeting> Meetings => _meetings.Values;

    /// <summary>Adds a telling; gives the meeting as it now stands.</summary>
    /// <param name="telling">The telling; its number is new.</param>
    /// <param name="article">What its article is known by over its revisions.</param>
    public FollowedMeeting Add(Telling telling, string article)
    {
        ArgumentNullException.ThrowIfNull(telling);
        SortedSet<long> met = [];
        foreach (long key in MeetingKeys.Sought(telling))
        {
            if (_entered.TryGetValue(key, out SortedSet<long>? entered)) met.UnionWith(entered.Reverse().Take(MeetingKeys.CandidateLimit));
        }

        FollowedMeeting meeting = Choose(telling, met.Select(number => _meetings[number])) is { } known ? known.With(telling) : FollowedMeeting.Begin(telling, article);
        _meetings[meeting.Number] = meeting;
        foreach (long key in MeetingKeys.Of(telling))
        {
            if (!_entered.TryGetValue(key, out SortedSet<long>? entered)) _entered.Add(key, entered = []);
            entered.Add(meeting.Number);
        }

        return meeting;
    }

    /// <summary>The meeting that fits a telling best, null where none does; ties go to the one begun last, but a weak fit must be the only one.</summary>
    public static FollowedMeeting? Choose(Telling telling, IEnumerable<FollowedMeeting> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        (FollowedMeeting Meeting, int Fit)[] fitting =
            [.. candidates.Select(candidate => (candidate, MeetingMatcher.Fit(candidate, telling))).Where(pair => pair.Item2 > 0).OrderByDescending(pair => pair.Item2).ThenByDescending(pair => pair.candidate.Number)];
        if (fitting.Length == 0) return null;
        return fitting[0].Fit >= MeetingMatcher.Enough || fitting.Length == 1 ? fitting[0].Meeting : null;
    }
}
