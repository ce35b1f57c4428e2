using Readout.Coding.Quotes;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Meetings;

/// <summary>Reads how far a meeting has come from the verbs that govern it and their tense.</summary>
internal sealed class StateReader(SyntaxIndex tree, MeetingWords words)
{
    private const int Climb = 4;

    private static readonly (MeetingClass Class, MeetingState State)[] Verbs =
    [
        (MeetingClass.Cancelled, MeetingState.Cancelled), (MeetingClass.Postponed, MeetingState.Postponed),
        (MeetingClass.Refused, MeetingState.Refused), (MeetingClass.Confirmed, MeetingState.Confirmed),
        (MeetingClass.Proposed, MeetingState.Proposed), (MeetingClass.Planned, MeetingState.Planned),
    ];

    /// <summary>The state; null where the words only mention the meeting.</summary>
    /// <param name="token">The verb or noun of consultation.</param>
    /// <param name="verb">Whether it is a verb.</param>
    /// <param name="coming">Whether it is dated after the article.</param>
    public MeetingState? Read(int token, bool verb, bool coming)
    {
        MeetingState? state = verb ? Tensed(token) : OfNoun(token);
        if (state is null or MeetingState.Held or MeetingState.Planned && Governed(token) is { } governed) state = governed;
        if (state is null or MeetingState.Held && coming) state = coming ? MeetingState.Planned : state;
        return state;
    }

    /// <summary>By the verbs above, nearest first.</summary>
    private MeetingState? Governed(int token)
    {
        int current = token;
        for (int i = 0; i < Climb; i++)
        {
            int head = tree.Heads[current];
            if (head < 0 || !Links(current)) return null;
            if (Class(head) is { } state && !(state == MeetingState.Planned && i == 0 && tree.Parts[token] == Upos.NOUN)) return Negated(head) && state is MeetingState.Planned or MeetingState.Confirmed ? MeetingState.Refused : state;
            current = head;
        }

        return null;
    }

    private bool Links(int token) => tree.Relations[token] is Relation.Xcomp or Relation.Ccomp or Relation.Obj or Relation.NsubjPass or Relation.Obl
        or Relation.Acl or Relation.Nmod or Relation.Conj || (tree.Relations[token] == Relation.Nsubj && tree.Heads[token] > token)
        || (tree.Relations[token] == Relation.Advcl && tree.Child(token, Relation.Mark) is >= 0 and int mark && tree.Is(mark, "to"));

    private MeetingState? Class(int verb)
    {
        if (tree.Parts[verb] is not (Upos.VERB or Upos.ADJ or Upos.NOUN)) return null;
        string lemma = tree.Lemma(verb);
        int particle = tree.Child(verb, Relation.CompoundPrt);
        string phrase = particle >= 0 ? $"{lemma} {tree.Lemma(particle)}" : lemma;
        foreach ((MeetingClass kind, MeetingState state) in Verbs)
        {
            if (words.Is(kind, phrase)) return state;
        }

        return null;
    }

    /// <summary>A noun is as far as the verb that holds it: <c>will hold talks</c>, <c>the talks were held</c>.</summary>
    private MeetingState? OfNoun(int noun)
    {
        for (int c = tree.FirstChild(noun); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] is Relation.Amod or Relation.Acl && words.Is(MeetingClass.Coming, tree.Token(c).Text.ToLowerInvariant()) && !tree.Is(c, "senior") && !tree.Is(c, "new")) return MeetingState.Planned;
            if (tree.Relations[c] == Relation.Acl && Class(c) is { } state) return state;
        }

        int verb = tree.Heads[noun];
        if (verb < 0 || tree.Parts[verb] != Upos.VERB || tree.Relations[noun] is not (Relation.Obj or Relation.NsubjPass or Relation.Nsubj or Relation.Obl)) return null;
        return words.Is(MeetingClass.Planned, tree.Lemma(verb)) || words.Is(MeetingClass.Proposed, tree.Lemma(verb)) ? Tensed(verb) : null;
    }

    private MeetingState? Tensed(int verb)
    {
        bool negated = Negated(verb);
        for (int c = tree.FirstChild(verb); c >= 0 && c < verb; c = tree.Next(c))
        {
            if (tree.Relations[c] is not (Relation.Aux or Relation.AuxPass)) continue;
            string lemma = tree.Lemma(c).ToLowerInvariant();
            if (lemma is "will" or "shall" or "'ll") return negated ? MeetingState.Refused : MeetingState.Planned;
            if (lemma is "could" or "may" or "might" or "can" or "should") return MeetingState.Proposed;
            if (lemma is "would") return negated ? MeetingState.Refused : MeetingState.Planned;
        }

        if (HasTo(verb)) return Infinitive(verb);
        if (tree.Tags[verb] is PennTag.VBD or PennTag.VBN) return negated ? null : Passive(verb) ?? MeetingState.Held;
        return null;
    }

    /// <summary><c>is due to meet</c> is planned; the verb above decides the rest.</summary>
    private MeetingState? Infinitive(int verb) =>
        tree.Heads[verb] is >= 0 and int head && tree.Lemma(head) is "go" or "due" or "set" or "be" or "have" ? MeetingState.Planned : null;

    /// <summary>A passive without <c>has been</c> or <c>was</c> tells no past: <c>talks scheduled for May</c>.</summary>
    private MeetingState? Passive(int verb) => tree.Relations[verb] == Relation.Acl ? Class(verb) : Class(verb) is { } state && state != MeetingState.Planned ? state : null;

    private bool HasTo(int verb)
    {
        int mark = tree.Child(verb, Relation.Mark);
        return mark >= 0 && mark < verb && tree.Is(mark, "to");
    }

    private bool Negated(int verb)
    {
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (c < verb && tree.Lemma(c).ToLowerInvariant() is "not" or "n't" or "never" or "n’t") return true;
        }

        return false;
    }
}
