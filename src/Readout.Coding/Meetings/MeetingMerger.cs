using System.Collections.Immutable;
using System.Globalization;
using Readout.Coding.Record;

namespace Readout.Coding.Meetings;

/// <summary>Puts the tellings of one article together: what agrees in parties and days is one meeting.</summary>
internal sealed class MeetingMerger(MeetingWords words, MeetingSources sources)
{
    // A later telling of higher rank decides: what was planned and is then called off is called off.
    private static readonly MeetingState[] Rank =
    [
        MeetingState.Proposed, MeetingState.Planned, MeetingState.Confirmed, MeetingState.Refused, MeetingState.Held, MeetingState.Postponed, MeetingState.Cancelled,
    ];

    private readonly List<Entry> _entries = [];

    /// <summary>Adds a telling, to a meeting known or as a new one.</summary>
    public void Add(MeetingTelling telling)
    {
        Entry? known = Known(telling);
        if (known is null && (telling.State is null || (telling.Parties.IsEmpty && telling.Events.IsEmpty && (telling.Date is null || telling.State == MeetingState.Held)))) return;
        if (known is null) _entries.Add(known = new Entry());
        foreach (int party in telling.Parties.Select(Named))
        {
            if (!known.Parties.Any(other => Same(other, party))) known.Parties.Add(party);
        }

        foreach (string coded in telling.Events)
        {
            if (!known.Events.Contains(coded)) known.Events.Add(coded);
        }

        if (telling.State is { } state && (known.State is null || Array.IndexOf(Rank, state) >= Array.IndexOf(Rank, known.State.Value))) known.State = state;
        if (telling.State is not null || known.State == MeetingState.Held || !HasBegun(telling.Date)) known.Date ??= telling.Date;
        if (telling.Noun is { } noun) known.Nouns.Add(noun);
        known.Place ??= telling.Place;
        known.Level ??= telling.Level;
    }

    /// <summary>Adds somebody who stays away, to the coming meeting told of last.</summary>
    public void AddAbsent(int mention)
    {
        Entry? coming = null;
        int best = -1;
        foreach (Entry entry in _entries)
        {
            if (entry.State == MeetingState.Held) continue;
            bool related = Country(mention) is { } country && entry.Parties.Any(party => Country(party) == country);
            int fit = (related ? 2 : 0) + (entry.Date is null ? 0 : 1);
            if (fit >= best) (coming, best) = (entry, fit);
        }

        if (coming is null || coming.Absent.Any(other => Same(other, mention))) return;
        coming.Absent.Add(Named(mention));
        coming.Parties.RemoveAll(party => Same(party, mention));
    }

    /// <summary>A party refuses the meeting proposed last, where that has the party's state in it.</summary>
    public void Refuse(int mention)
    {
        Entry? last = _entries.Count == 0 ? null : _entries[^1];
        if (last is { State: MeetingState.Proposed } && Country(mention) is { } country && last.Parties.Any(party => Country(party) == country)) last.State = MeetingState.Refused;
    }

    /// <summary>The meetings, numbered in the order in which they were first told.</summary>
    public ImmutableArray<Meeting> Meetings()
    {
        ImmutableArray<Meeting>.Builder meetings = ImmutableArray.CreateBuilder<Meeting>();
        foreach (Entry entry in _entries)
        {
            if (entry.State is not { } state) continue;
            meetings.Add(new Meeting
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"m{meetings.Count + 1}"),
                Events = [.. entry.Events],
                Parties = [.. entry.Parties.Order()],
                Absent = [.. entry.Absent.Order()],
                From = entry.Date?.From,
                To = entry.Date?.To,
                Place = entry.Place,
                Level = entry.Level ?? LevelOf(entry.Parties),
                State = state,
            });
        }

        return meetings.ToImmutable();
    }

    /// <summary>Whether the days begin before publication, as those of a meeting to come do not.</summary>
    private bool HasBegun(EventDate? date) => sources.Document.Article.Published is { } published && date?.From < published;

    /// <summary>The meeting that a telling is of: one that the same noun told of before any other.</summary>
    private Entry? Known(MeetingTelling telling) =>
        (telling.Noun is { } noun ? Known(telling, entry => entry.Nouns.Contains(noun)) : null) ?? Known(telling, _ => true);

    private Entry? Known(MeetingTelling telling, Func<Entry, bool> fits)
    {
        for (int i = _entries.Count - 1; i >= 0; i--)
        {
            Entry entry = _entries[i];
            if (!fits(entry)) continue;
            if (entry.Level is not null && telling.Level is not null && entry.Level != telling.Level && telling.Date is null) continue;
            bool sameDays = entry.Date is { } known && telling.Date is { } told ? known.From == told.From && known.To == told.To : entry.Date is null || telling.Date is null;
            if (!sameDays || (entry.State == MeetingState.Held) != (telling.State == MeetingState.Held) && telling.State is not null) continue;
            bool dated = entry.Date is not null && telling.Date is not null;
            if (telling.IsIndefinite && !dated) continue;
            if (telling.Parties.IsEmpty ? telling.IsDefinite : telling.Parties.Any(party => entry.Parties.Contains(party)) && dated || SameSides(entry.Parties, telling, dated)) return entry;
        }

        return null;
    }

    /// <summary>
    /// Whether a telling may be of the parties known: the same states, and without a common day or <c>the</c> nobody new.
    /// </summary>
    private bool SameSides(List<int> known, MeetingTelling telling, bool dated) => SameCountries(known, telling.Parties)
        && (dated || telling.IsDefinite || telling.Parties.All(party => IsState(party) || known.Any(other => Same(other, party))));

    private bool IsState(int mention) => sources.Actors.Actor(mention).Kind is "state" or "government";

    /// <summary>Whether the states of one side are all among those of the other.</summary>
    private bool SameCountries(List<int> known, ImmutableArray<int> told)
    {
        HashSet<string> one = [.. known.Select(Country).OfType<string>()];
        HashSet<string> other = [.. told.Select(Country).OfType<string>()];
        return one.Count > 0 && other.Count > 0 && (one.IsSubsetOf(other) || other.IsSubsetOf(one));
    }

    /// <summary>The mention by name that a title or pronoun points to, where there is one.</summary>
    private int Named(int mention) =>
        sources.Actors.Mentions[mention] is { Form: not MentionForm.Name, RefersTo: int name } && sources.Actors.Mentions[name].Form == MentionForm.Name ? name : mention;

    private string? Country(int mention) => sources.Actors.Actor(mention).Code;

    private bool Same(int one, int other)
    {
        if (one == other) return true;
        ActorReference left = sources.Actors.Actor(one);
        ActorReference right = sources.Actors.Actor(other);
        return left.Id is not null && left.Id == right.Id;
    }

    /// <summary>The highest level of the parties by their offices and the words that name them.</summary>
    private string? LevelOf(List<int> parties)
    {
        bool minister = false;
        bool official = false;
        foreach (int party in parties)
        {
            ActorReference actor = sources.Actors.Actor(party);
            string office = (actor.Office ?? actor.Name).ToLowerInvariant();
            bool deputy = office.Contains("deputy", StringComparison.Ordinal) || office.Contains("vice", StringComparison.Ordinal);
            if (!deputy && words.Holds(MeetingClass.Leader, office)) return "leader";
            minister |= !deputy && words.Holds(MeetingClass.Minister, office);
            official |= words.Holds(MeetingClass.Official, office);
        }

        return minister ? "minister" : official ? "official" : null;
    }

    private sealed class Entry
    {
        public List<int> Parties { get; } = [];

        public List<int> Absent { get; } = [];

        public List<string> Events { get; } = [];

        public HashSet<string> Nouns { get; } = new(StringComparer.Ordinal);

        public MeetingState? State { get; set; }

        public EventDate? Date { get; set; }

        public EventPlace? Place { get; set; }

        public string? Level { get; set; }
    }
}
