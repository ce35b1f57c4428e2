using System.Collections.Immutable;
using Readout.Coding.Quotes;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Meetings;

/// <summary>Reads what a verb or noun of consultation tells of a meeting.</summary>
internal sealed class TellingReader
{
    private readonly SyntaxIndex _tree;
    private readonly MeetingWords _words;
    private readonly MeetingSources _sources;
    private readonly StateReader _states;
    private readonly PartyFinder _parties;
    private readonly Dictionary<int, List<CodedEvent>> _eventsAt = [];

    public TellingReader(SyntaxIndex tree, MeetingWords words, MeetingSources sources)
    {
        _tree = tree;
        _words = words;
        _sources = sources;
        _states = new StateReader(tree, words, sources.Quotes);
        _parties = new PartyFinder(tree, words, sources.Actors, sources.Places.Dateline?.Span);
        foreach (CodedEvent coded in sources.Events)
        {
            int token = tree.Document.TokenAtOrAfter(coded.Trigger.Start);
            if (!_eventsAt.TryGetValue(token, out List<CodedEvent>? here)) _eventsAt.Add(token, here = []);
            here.Add(coded);
        }
    }

    /// <summary>The telling of a token, or null where it tells of no meeting.</summary>
    public MeetingTelling? Read(int token)
    {
        Way way = WayOf(token);
        if (way == Way.None) return null;
        bool verb = IsVerb(token);
        ImmutableArray<CodedEvent> events = Events(token);
        if (!verb && events.IsEmpty && _tree.Lemma(token) is "talk" or "conference" or "negotiation" && _tree.Tags[token] != PennTag.NNS && !HasDeterminer(token, "a", "an", "the")) return null;
        ImmutableArray<int> parties = _parties.Of(token, verb, way == Way.Visit, events);
        bool done = IsDone(token);
        EventStatus status = done ? EventStatus.Actual : EventStatus.Future;
        EventDate? date = events.IsEmpty && !verb ? _sources.Dates.DateNear(_tree.Token(token), status) : _sources.Dates.DateOf(_tree.Token(token), status);
        MeetingState? state = _states.Read(token, verb, Starts(date, after: true), Starts(date, after: false), events);
        if (!IsMeeting(token, way, verb, parties, events, state, date)) return null;
        return new MeetingTelling
        {
            Token = token,
            Noun = verb ? null : _tree.Lemma(token).ToLowerInvariant(),
            State = state,
            IsDefinite = verb ? IsPronoun(token) : IsKnown(token),
            IsIndefinite = !verb && HasDeterminer(token, "a", "an", "another"),
            Parties = parties,
            Date = Fitting(token, date, state) ?? (state == MeetingState.Held ? Known(events) : null),
            Place = _sources.Places.PlaceOf(_tree.Token(token)),
            Level = Level(token),
            Events = [.. events.Select(coded => coded.Id)],
        };
    }

    /// <summary>The mentions of those who refuse with a bare verb what was proposed before; mostly none.</summary>
    public ImmutableArray<int> Refusing(int token)
    {
        if (!_states.IsRefusal(token)) return [];
        int subject = new SourceReader(_tree).Find(token, Arguments.Read(_tree, token));
        return subject < 0 ? [] : _sources.Actors.ActorsOf(_tree.Token(subject));
    }

    /// <summary>How a word tells of a meeting.</summary>
    private enum Way
    {
        None, Meeting, Weak, Host, Visit,
    }

    private Way WayOf(int token)
    {
        string lemma = _tree.Lemma(token);
        if (IsVerb(token))
        {
            if (_words.Is(MeetingClass.Verbs, lemma) || (Particle(token) is { } particle && _words.Is(MeetingClass.Verbs, $"{lemma} {particle}"))) return Way.Meeting;
            if (_words.Is(MeetingClass.Visits, lemma)) return Way.Visit;
            if (_words.Is(MeetingClass.Hosts, lemma)) return Way.Host;
            return Told(token) ? Way.Meeting : Way.None;
        }

        if (_tree.Relations[token] is Relation.Compound or Relation.NmodDesc or Relation.Flat || _tree.Parts[token] == Upos.PROPN && lemma is not ("Summit" or "summit")) return Way.None;
        if (token > 0 && _tree.Heads[token - 1] == token && _tree.Lemma(token - 1).ToLowerInvariant() is "press" or "news") return Way.None;
        if (_tree.Parts[token] == Upos.VERB) lemma = _tree.Token(token).Text.ToLowerInvariant();
        if (_words.Is(MeetingClass.Nouns, lemma) || (token > 0 && _words.Is(MeetingClass.Nouns, $"{_tree.Lemma(token - 1)} {lemma}"))) return Way.Meeting;
        if (_words.Is(MeetingClass.VisitNouns, lemma)) return Way.Visit;
        return _words.Is(MeetingClass.WeakNouns, lemma) && !CarriesMeeting(token) ? Way.Weak : Way.None;
    }

    /// <summary>Whether a word is a verb, and no gerund with a preposition or an article: <c>at the gathering</c>.</summary>
    private bool IsVerb(int token) => _tree.Parts[token] == Upos.VERB
        && !(_tree.Tags[token] == PennTag.VBG && (_tree.Child(token, Relation.Case) >= 0 || _tree.Child(token, Relation.Det) >= 0));

    /// <summary>Whether the coder has the consultation on the very word as done; under a conjunction what governs the clause decides.</summary>
    private bool IsDone(int token) => _tree.Child(token, Relation.Mark) < 0 && _eventsAt.TryGetValue(token, out List<CodedEvent>? here)
        && here.Exists(coded => coded is { Type: EventType.Consult, Status: EventStatus.Actual or EventStatus.Historical });

    /// <summary>The day of the events, where another place of the text gives it.</summary>
    private static EventDate? Known(ImmutableArray<CodedEvent> events) => events.FirstOrDefault(coded => coded.Date is { Unresolved: null })?.Date;

    private string? Particle(int verb) => verb + 1 < _tree.SentenceEnd(verb) && _tree.Heads[verb + 1] == verb && _tree.Parts[verb + 1] is Upos.ADV or Upos.ADP ? _tree.Lemma(verb + 1) : null;

    /// <summary>Whether the coder found a consultation on a word that the lists do not know: <c>rang</c>.</summary>
    private bool Told(int token) => _eventsAt.TryGetValue(token, out List<CodedEvent>? here)
        && here.Any(coded => coded.Type == EventType.Consult || coded is { Type: EventType.Agree, Action: EventType.Consult, Status: EventStatus.Future });

    /// <summary><c>a round of talks</c>: the talks speak for themselves.</summary>
    private bool CarriesMeeting(int token)
    {
        for (int c = _tree.FirstChild(token); c >= 0; c = _tree.Next(c))
        {
            if (_tree.Relations[c] == Relation.Nmod && c > token && _words.Is(MeetingClass.Nouns, _tree.Lemma(c))) return true;
        }

        return false;
    }

    /// <summary>Whether the words are enough for a meeting: two sides, or one that meets in itself, or a visitor and where he goes.</summary>
    private bool IsMeeting(int token, Way way, bool verb, ImmutableArray<int> parties, ImmutableArray<CodedEvent> events, MeetingState? state, EventDate? date)
    {
        bool told = !events.IsEmpty;
        switch (way)
        {
            case Way.Host:
                return told || (state is not null && parties.Length > 1 && _parties.IsReceived(token));
            case Way.Visit when verb:
                return told ? !parties.IsEmpty : state is not (null or MeetingState.Held) && _parties.IsEnvoyAbroad(token, _sources.Places.PlaceOf(_tree.Token(token))?.Country);
            case Way.Visit:
                return told || !parties.IsEmpty;
            case Way.Weak:
                return told || (state is not null && Sides(parties) > 1) || (state is not (null or MeetingState.Held) && (!parties.IsEmpty || IsKnown(token)) && (Starts(date, after: false) || _sources.Places.PlaceOf(_tree.Token(token)) is { Unresolved: null }));
            case Way.Meeting when verb:
                return told || parties.Length > 1 || (parties.Length == 1 && state is not (null or MeetingState.Held) && _parties.MeetsInItself(token)) || (IsPronoun(token) && state is not null);
            default:
                return told || !IsTopic(token);
        }
    }

    /// <summary>Whether a noun is only what a gerund under a preposition does something else to than hold: <c>agreed on restoring a dialogue</c>.</summary>
    private bool IsTopic(int noun) => _tree.Heads[noun] is >= 0 and int verb && _tree.Tags[verb] == PennTag.VBG && _tree.Child(verb, Relation.Mark) >= 0
        && !_words.Is(MeetingClass.Planned, _tree.Lemma(verb)) && !_words.Is(MeetingClass.Proposed, _tree.Lemma(verb));

    private int Sides(ImmutableArray<int> parties) => parties.Select(party => _sources.Actors.Actor(party).Code).OfType<string>().Distinct(StringComparer.Ordinal).Count();

    private bool IsPronoun(int verb) => new SourceReader(_tree).Find(verb, Arguments.Read(_tree, verb)) is >= 0 and int subject
        && (_tree.Is(subject, "they") || _tree.Is(subject, "both") || (_tree.Is(subject, "two") && _tree.Parts[subject] == Upos.NUM));

    /// <summary>The days of a meeting in that state; null where they do not fit it.</summary>
    private EventDate? Fitting(int token, EventDate? date, MeetingState? state)
    {
        if (state == MeetingState.Held) date = _sources.Dates.DateOf(_tree.Token(token), EventStatus.Actual);
        if (date is null or { Unresolved: not null } or { From: null, To: null }) return null;
        bool over = date.To is { } to && _tree.Document.Article.Published is { } published && to < published;
        return over && state is not (null or MeetingState.Held or MeetingState.Cancelled or MeetingState.Refused) ? null : date;
    }

    /// <summary>Events on the token, or on the verb that carries it, that are consultations or about one.</summary>
    private ImmutableArray<CodedEvent> Events(int token)
    {
        ImmutableArray<CodedEvent>.Builder found = ImmutableArray.CreateBuilder<CodedEvent>();
        Collect(token, found);
        int head = _tree.Heads[token];
        for (int up = 0; up < 2 && head >= 0; up++, head = _tree.Heads[head])
        {
            bool carries = _tree.Relations[token] is Relation.Obj or Relation.Xcomp or Relation.Nsubj or Relation.NsubjPass or Relation.Ccomp;
            if (carries) Collect(head, found);
            token = head;
        }

        return found.ToImmutable();
    }

    private void Collect(int token, ImmutableArray<CodedEvent>.Builder found)
    {
        if (!_eventsAt.TryGetValue(token, out List<CodedEvent>? here)) return;
        foreach (CodedEvent coded in here)
        {
            if (coded.Type == EventType.Consult || coded.Action == EventType.Consult || coded is { Type: EventType.Reject, Mode: "meet" }) found.Add(coded);
        }
    }

    /// <summary>Whether days begin after the day of publication, or end no earlier than on it.</summary>
    private bool Starts(EventDate? date, bool after)
    {
        if (_tree.Document.Article.Published is not { } published || date is not { Unresolved: null }) return false;
        return after ? date.From > published : (date.To ?? date.From) >= published && date.From is not null;
    }

    private bool IsKnown(int noun) => HasDeterminer(noun, "the", "that", "this", "these", "those") || _tree.Child(noun, Relation.NmodPoss) >= 0;

    private bool HasDeterminer(int noun, params ReadOnlySpan<string> forms)
    {
        int determiner = _tree.Child(noun, Relation.Det);
        if (determiner < 0) return false;
        foreach (string form in forms)
        {
            if (_tree.Is(determiner, form)) return true;
        }

        return false;
    }

    private string? Level(int token)
    {
        if (IsVerb(token) && new SourceReader(_tree).Find(token, Arguments.Read(_tree, token)) is >= 0 and int subject && LevelOf(_tree.Lemma(subject).ToLowerInvariant()) is "expert" or "official") return LevelOf(_tree.Lemma(subject).ToLowerInvariant());
        int first = Math.Max(_tree.SentenceFirst(token), token - 3);
        for (int t = token; t >= first; t--)
        {
            if (t != token && (_tree.Heads[t] != token || _tree.Relations[t] is Relation.Obl or Relation.Obj)) continue;
            string word = _tree.Lemma(t).ToLowerInvariant();
            if (word == "minister" && t > first && _tree.Is(t - 1, "prime")) return "leader";
            if (word == "high" && t + 2 <= token && _tree.Is(t + 2, "level")) return "minister";
            if (LevelOf(word) is { } level && word != "senior") return level;
        }

        return null;
    }

    private string? LevelOf(string word) => _words.Is(MeetingClass.Leader, word) ? "leader" : _words.Is(MeetingClass.Minister, word) ? "minister"
        : _words.Is(MeetingClass.Expert, word) ? "expert" : _words.Is(MeetingClass.Official, word) ? "official" : null;
}
