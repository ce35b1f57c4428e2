using System.Collections.Immutable;
using Readout.Analysis.Happenings;
using Readout.Analysis.Reports;
using Readout.Coding.Record;

namespace Readout.Analysis.Meetings;

/// <summary>Takes tellings in the order of printing and knows how the meeting stands.</summary>
internal sealed class MeetingProgress
{
    private MeetingState? _state;
    private Telling? _dated;
    private Telling? _placed;
    private string? _level;
    private bool _dateIsOpen;

    /// <summary>How far a state goes, among tellings of one day.</summary>
    public static int Rank(MeetingState state) => state switch
    {
        MeetingState.Proposed => 0,
        MeetingState.Planned => 1,
        MeetingState.Confirmed => 2,
        MeetingState.Refused => 3,
        MeetingState.Postponed => 4,
        MeetingState.Cancelled => 5,
        _ => 6,
    };

    public void Take(Telling telling)
    {
        _level ??= telling.Level;
        if (_state == MeetingState.Held && telling.State != MeetingState.Held) return;
        if (telling.State is MeetingState.Proposed or MeetingState.Planned or MeetingState.Confirmed or MeetingState.Held)
        {
            TakeDate(telling);
            if (telling.Place is not null) _placed = telling;
        }
        else
        {
            TakeOff(telling);
        }

        _state = Next(telling);
    }

    public MeetingView View(ImmutableArray<Party> parties) => new()
    {
        State = _state ?? MeetingState.Planned,
        From = _dateIsOpen ? null : _dated?.From,
        To = _dateIsOpen ? null : _dated?.To,
        Place = _placed?.Place,
        PlaceCountry = _placed?.PlaceCountry,
        Level = _level,
        Parties = Each(parties),
    };

    private MeetingState Next(Telling telling)
    {
        bool going = _state is MeetingState.Planned or MeetingState.Confirmed;
        return telling.State switch
        {
            MeetingState.Proposed when going => _state!.Value,
            MeetingState.Planned when _state == MeetingState.Confirmed => MeetingState.Confirmed,
            // Talk of the old day is no new plan: only a day other than the one called off is.
            MeetingState.Planned when _state is MeetingState.Cancelled && !telling.IsDated => MeetingState.Cancelled,
            _ => telling.State,
        };
    }

    private void TakeDate(Telling telling)
    {
        if (!telling.IsDated) return;
        if (_dated is { } known && !_dateIsOpen && Contains(telling, known)) return;
        _dated = telling;
        _dateIsOpen = false;
    }

    /// <summary>A meeting put off keeps its old day only where a new one is told; one called off keeps the day on which it was to be.</summary>
    private void TakeOff(Telling telling)
    {
        bool moved = telling.IsDated && (_dated is null || telling.From > _dated.To);
        if (moved || (_dated is null && telling.IsDated))
        {
            _dated = telling;
            _dateIsOpen = false;
        }
        else if (telling.State == MeetingState.Postponed)
        {
            _dateIsOpen = true;
        }
    }

    /// <summary>Whether a telling gives a wider range around the days known: it is no news.</summary>
    private static bool Contains(Telling wide, Telling known) => wide.From <= known.From && wide.To >= known.To && (wide.From != known.From || wide.To != known.To);

    private static ImmutableArray<Party> Each(ImmutableArray<Party> parties) =>
    [
        .. parties.Where(party => PartyCodes.Of(party) is not null).GroupBy(party => PartyCodes.Of(party)!, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.OrderByDescending(party => party.Id is { } id && id.StartsWith("person/", StringComparison.Ordinal)).First()),
    ];
}
