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
        _states = new StateReader(tree, words);
        _parties = new PartyFinder(tree, sources.Actors, sources.Places.Dateline?.Span);
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
        string lemma = _tree.Lemma(token);
        bool verb = _tree.Parts[token] == Upos.VERB;
        bool visit = _words.Is(verb ? MeetingClass.Visits : MeetingClass.VisitNouns, lemma);
        if (!visit && !_words.Is(verb ? MeetingClass.Verbs : MeetingClass.Nouns, lemma)) return null;
        if (!verb && IsModifier(token)) return null;
        ImmutableArray<CodedEvent> events = Events(token);
        if (events.IsEmpty && !verb && lemma is "talk" or "conference" && _tree.Tags[token] != PennTag.NNS) return null;
        ImmutableArray<int> parties = _parties.Of(token, verb, events);
        EventDate? date = _sources.Dates.DateOf(_tree.Token(token), EventStatus.Future);
        MeetingState? state = _states.Read(token, verb, IsComing(date));
        if (state is MeetingState.Cancelled or MeetingState.Postponed or MeetingState.Refused && !IsComing(date)) date = null;
        if (date?.To is { } to && _tree.Document.Article.Published is { } published && to < published && state is MeetingState.Planned or MeetingState.Proposed or MeetingState.Confirmed) date = null;
        if (verb && parties.Length < 2 && (!visit || parties.IsEmpty)) return null;
        if (verb && visit && events.IsEmpty) return null;
        return new MeetingTelling
        {
            Token = token,
            State = state,
            IsDefinite = !verb && HasDeterminer(token, "the", "that", "this"),
            IsIndefinite = !verb && HasDeterminer(token, "a", "an", "another"),
            Parties = parties,
            Date = date is { Unresolved: null, From: not null } or { Unresolved: null, To: not null } ? date : null,
            Place = _sources.Places.PlaceOf(_tree.Token(token)),
            Level = Level(token),
            Events = [.. events.Select(coded => coded.Id)],
        };
    }

    /// <summary>A noun that only modifies another: a meeting room, the talks process.</summary>
    private bool IsModifier(int token) => _tree.Relations[token] is Relation.Compound or Relation.NmodDesc or Relation.Flat;

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
            if ((coded.Type == EventType.Consult && coded.Mode != "phone") || coded.Action == EventType.Consult || coded is { Type: EventType.Reject, Mode: "meet" }) found.Add(coded);
        }
    }

    private bool IsComing(EventDate? date) => date?.From is { } from && _tree.Document.Article.Published is { } published && from > published;

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
        int first = Math.Max(_tree.SentenceFirst(token), token - 3);
        for (int t = token; t >= first; t--)
        {
            if (t != token && _tree.Heads[t] != token) continue;
            string word = _tree.Lemma(t).ToLowerInvariant();
            if (word == "high" && t + 2 <= token && _tree.Is(t + 2, "level")) return "minister";
            if (LevelOf(word) is { } level && word != "senior") return level;
        }

        return null;
    }

    private string? LevelOf(string word) => _words.Is(MeetingClass.Leader, word) ? "leader" : _words.Is(MeetingClass.Minister, word) ? "minister"
        : _words.Is(MeetingClass.Expert, word) ? "expert" : _words.Is(MeetingClass.Official, word) ? "official" : null;
}
