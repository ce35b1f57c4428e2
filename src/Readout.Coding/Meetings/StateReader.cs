using System.Collections.Immutable;
using Readout.Coding.Quotes;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Meetings;

/// <summary>Reads how far a meeting has come: from its verb's tense, the verbs that govern it, whoever confirms it, and its events.</summary>
internal sealed class StateReader(SyntaxIndex tree, MeetingWords words, QuoteLayer quotes)
{
    private const int Climb = 5;

    private static readonly (MeetingClass Class, MeetingState State)[] Classes =
    [
        (MeetingClass.Cancelled, MeetingState.Cancelled), (MeetingClass.Postponed, MeetingState.Postponed),
        (MeetingClass.Refused, MeetingState.Refused), (MeetingClass.Confirmed, MeetingState.Confirmed),
        (MeetingClass.Proposed, MeetingState.Proposed), (MeetingClass.Planned, MeetingState.Planned),
    ];

    private readonly ClauseTense _tense = new(tree);

    /// <summary>The state; null where the words only mention the meeting.</summary>
    /// <param name="token">The verb or noun of consultation.</param>
    /// <param name="verb">Whether it is a verb.</param>
    /// <param name="coming">Whether it is dated after the article.</param>
    /// <param name="ahead">Whether it is dated on the article's day or after.</param>
    /// <param name="events">The events that tell of it.</param>
    public MeetingState? Read(int token, bool verb, bool coming, bool ahead, ImmutableArray<CodedEvent> events)
    {
        MeetingState? state = verb ? _tense.Read(token, ahead) : OfNoun(token, ahead);
        if (state is null or MeetingState.Held or MeetingState.Planned && Governed(token, verb) is { } governed) state = governed;
        if (state is null && OfEvents(events) is { } told) state = told;
        if (state is null or MeetingState.Held && coming) state = coming ? MeetingState.Planned : state;
        if (state is not (null or MeetingState.Planned)) return state;
        if (IsSaid(token, MeetingClass.Confirmed)) return MeetingState.Confirmed;
        if (IsSaid(token, MeetingClass.Proposed)) return MeetingState.Proposed;
        return state is not null && IsInstead(token) ? MeetingState.Postponed : state;
    }

    /// <summary><c>will be held on the 23rd instead</c>: on another day than was planned.</summary>
    private bool IsInstead(int token)
    {
        for (int t = token; t < tree.SentenceEnd(token); t++)
        {
            if (tree.Is(t, "instead") && (t + 1 >= tree.SentenceEnd(token) || !tree.Is(t + 1, "of"))) return true;
        }

        return false;
    }

    /// <summary>Whether the words are the content of a cue of a class: <c>confirmed that they would meet</c>, <c>they will meet, she confirmed</c>.</summary>
    private bool IsSaid(int token, MeetingClass kind)
    {
        foreach (Attribution account in quotes.AccountOf(token))
        {
            if (account.Cue is not { } cue) continue;
            for (int t = tree.Document.TokenAtOrAfter(cue.Start); t < tree.Count && tree.Token(t).Start < cue.End; t++)
            {
                if (words.Is(kind, tree.Lemma(t))) return true;
            }
        }

        return false;
    }

    /// <summary>By the verbs, adjectives and nouns above, nearest first.</summary>
    private MeetingState? Governed(int token, bool verb)
    {
        int current = token;
        bool attends = false;
        for (int i = 0; i < Climb; i++)
        {
            int head = tree.Heads[current];
            if (head < 0 || !Links(current) || (tree.Lemma(head) == "call" && tree.Relations[current] == Relation.Obj && Class(head) == MeetingState.Proposed)) return null;
            bool holds = i == 0 && !verb;
            if (Class(head) is { } state && !(state == MeetingState.Planned && holds)) return attends && state == MeetingState.Refused ? MeetingState.Planned : Turned(head, state);
            attends |= words.Is(MeetingClass.Present, tree.Lemma(head));
            current = head;
        }

        return null;
    }

    /// <summary>What a negation makes of a class.</summary>
    private MeetingState Turned(int head, MeetingState state) => !_tense.IsNegated(head) ? state : state switch
    {
        MeetingState.Refused => MeetingState.Proposed,
        MeetingState.Cancelled or MeetingState.Postponed => MeetingState.Planned,
        _ => MeetingState.Refused,
    };

    private bool Links(int token) => tree.Relations[token] is Relation.Xcomp or Relation.Ccomp or Relation.Obj or Relation.NsubjPass or Relation.Obl
        or Relation.Acl or Relation.Nmod or Relation.Conj or Relation.Csubj or Relation.CsubjPass
        || (tree.Relations[token] == Relation.Nsubj && (tree.Heads[token] > token || tree.Child(tree.Heads[token], Relation.Cop) >= 0))
        || (tree.Relations[token] == Relation.Advcl && (_tense.HasTo(token) || tree.Tags[token] == PennTag.VBG));

    private MeetingState? Class(int word)
    {
        if (tree.Parts[word] is not (Upos.VERB or Upos.ADJ or Upos.NOUN or Upos.ADV)) return null;
        string lemma = tree.Lemma(word);
        int particle = Particle(word);
        if (particle >= 0 && Of($"{lemma} {tree.Lemma(particle)}") is { } phrasal) return phrasal;
        return Of(lemma);
    }

    private int Particle(int verb)
    {
        if (tree.Child(verb, Relation.CompoundPrt) is >= 0 and int particle) return particle;
        return verb + 1 < tree.SentenceEnd(verb) && tree.Parts[verb + 1] is Upos.ADV or Upos.ADP ? verb + 1 : -1;
    }

    private MeetingState? Of(string lemma)
    {
        foreach ((MeetingClass kind, MeetingState state) in Classes)
        {
            if (words.Is(kind, lemma) || words.Is(kind, lemma + "e")) return state; // A lemma may lack its last letter: postpon.
        }

        return null;
    }

    /// <summary>Whether a verb without an object refuses what was proposed: <c>Lima declined</c>.</summary>
    public bool IsRefusal(int verb)
    {
        if (tree.Parts[verb] != Upos.VERB || Class(verb) != MeetingState.Refused || _tense.IsNegated(verb) || _tense.HasTo(verb)) return false;
        Arguments arguments = Arguments.Read(tree, verb);
        return !arguments.IsPassive && arguments is { Object: < 0, Infinitive: < 0, Clause: < 0, Gerund: < 0, Fronted: < 0 };
    }

    /// <summary>A noun is as far as the clause that holds it: <c>will hold talks</c>, <c>the talks were held</c>, <c>talks resume on Friday</c>.</summary>
    private MeetingState? OfNoun(int noun, bool ahead)
    {
        if (Described(noun) is { } described) return described;
        if (tree.Child(noun, Relation.Cop) >= 0 && Arguments.Preposition(tree, noun) >= 0) return _tense.Read(noun, ahead) is MeetingState.Refused ? MeetingState.Planned : _tense.Read(noun, ahead);
        while (tree.Relations[noun] == Relation.Nmod && tree.Heads[noun] is >= 0 and int measure && IsMeasure(tree.Lemma(measure))) noun = measure;
        int head = tree.Heads[noun];
        if (head < 0) return null;
        switch (tree.Relations[noun])
        {
            case Relation.Nsubj or Relation.NsubjPass:
                return OfSubject(head, ahead);
            case Relation.Obj when tree.Parts[head] == Upos.VERB:
                return words.Is(MeetingClass.Planned, tree.Lemma(head)) || words.Is(MeetingClass.Proposed, tree.Lemma(head)) || tree.Lemma(head) == "have" ? _tense.Read(head, ahead) : null;
            case Relation.Obl when tree.Parts[head] is Upos.VERB or Upos.ADJ or Upos.NOUN:
                return OfPhrase(noun, head, ahead);
            default:
                return null;
        }
    }

    /// <summary>What begins or is on a day to come is planned; a present verb of another kind says nothing.</summary>
    private MeetingState? OfSubject(int head, bool ahead)
    {
        bool begins = words.Is(MeetingClass.Planned, tree.Lemma(head)) || tree.Child(head, Relation.Cop) >= 0 || tree.Lemma(head) is "continue" or "be" or "proceed" or "reconvene";
        return _tense.Read(head, ahead && begins);
    }

    private static bool IsMeasure(string lemma) => lemma is "round" or "day" or "week" or "hour" or "series" or "month" or "set" or "session";

    /// <summary><c>the planned talks</c>, <c>talks scheduled for May</c>.</summary>
    private MeetingState? Described(int noun)
    {
        for (int c = tree.FirstChild(noun); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] is not (Relation.Amod or Relation.Acl or Relation.Advmod)) continue;
            if (tree.Relations[c] == Relation.Acl && Class(c) is { } state) return state;
            string word = tree.Token(c).Text.ToLowerInvariant();
            if (words.Is(MeetingClass.Coming, word)) return word is "possible" or "proposed" ? MeetingState.Proposed : MeetingState.Planned;
        }

        return null;
    }

    /// <summary>At, in, during a meeting the clause's tense is the meeting's own; after it, it is over.</summary>
    private MeetingState? OfPhrase(int noun, int head, bool ahead)
    {
        int preposition = Arguments.Preposition(tree, noun);
        if (preposition < 0) return null;
        if (tree.Is(preposition, "after") || tree.Is(preposition, "following")) return _tense.Read(head, ahead) == MeetingState.Held ? MeetingState.Held : null;
        if (tree.Is(preposition, "at") || tree.Is(preposition, "during") || tree.Is(preposition, "in") || tree.Is(preposition, "for")) return _tense.Read(head, ahead) is { } state && state != MeetingState.Refused && (state != MeetingState.Held || !tree.Is(preposition, "for")) ? state : null;
        return null;
    }

    /// <summary>By what the coder made of the deed, where the words around it decide nothing.</summary>
    private MeetingState? OfEvents(ImmutableArray<CodedEvent> events)
    {
        foreach (CodedEvent coded in events)
        {
            switch (coded)
            {
                case { Type: EventType.Consult, Status: EventStatus.Actual or EventStatus.Historical }:
                    return MeetingState.Held;
                case { Status: EventStatus.Hypothetical } or { Type: EventType.Request }:
                    return MeetingState.Proposed;
                case { Type: EventType.Reject }:
                    return Of(tree.Lemma(tree.Document.TokenAtOrAfter(coded.Trigger.Start))) is { } state and not MeetingState.Planned ? state : MeetingState.Refused;
                case { Type: EventType.Agree, Status: not EventStatus.Negated }:
                    return Of(tree.Lemma(tree.Document.TokenAtOrAfter(coded.Trigger.Start))) == MeetingState.Proposed ? MeetingState.Proposed : MeetingState.Planned;
            }
        }

        return null;
    }
}
