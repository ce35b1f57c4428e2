using Readout.Coding.Quotes;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Meetings;

/// <summary>How far a deed has come by the tense of its verb alone: auxiliaries, infinitive, past, a present with a day to come.</summary>
internal sealed class ClauseTense(SyntaxIndex tree)
{
    /// <summary>The state that the tense tells; null where it tells none.</summary>
    /// <param name="verb">A verb, or the predicate of a copula.</param>
    /// <param name="ahead">Whether words of time put the deed on the day of publication or later.</param>
    public MeetingState? Read(int verb, bool ahead)
    {
        bool negated = IsNegated(verb);
        if (Modal(verb, negated) is { } modal) return modal;
        if (HasTo(verb)) return Infinitive(verb, ahead);
        if (Present(verb) is { } progressive) return !ahead && !progressive ? null : negated ? MeetingState.Refused : MeetingState.Planned;
        return IsPast(verb) && !negated ? MeetingState.Held : null;
    }

    /// <summary><c>not</c>, <c>never</c>, <c>neither</c> at a verb or its subject.</summary>
    public bool IsNegated(int verb)
    {
        for (int c = tree.FirstChild(verb); c >= 0 && c < verb; c = tree.Next(c))
        {
            if (tree.Lemma(c).ToLowerInvariant() is "not" or "n't" or "n’t" or "never" or "neither" or "nor" or "hardly") return true;
            if (tree.Relations[c] is Relation.Nsubj or Relation.NsubjPass && IsNone(c)) return true;
        }

        return false;
    }

    /// <summary><c>to meet</c>.</summary>
    public bool HasTo(int verb)
    {
        for (int c = tree.FirstChild(verb); c >= 0 && c < verb; c = tree.Next(c))
        {
            if (tree.Tags[c] == PennTag.TO || (tree.Relations[c] == Relation.Mark && tree.Is(c, "to"))) return true;
        }

        return false;
    }

    private bool IsNone(int subject)
    {
        if (tree.Is(subject, "nobody") || tree.Is(subject, "none")) return true;
        int determiner = tree.Child(subject, Relation.Det);
        return determiner >= 0 && (tree.Is(determiner, "no") || tree.Is(determiner, "neither"));
    }

    private MeetingState? Modal(int verb, bool negated)
    {
        for (int c = tree.FirstChild(verb); c >= 0 && c < verb; c = tree.Next(c))
        {
            if (tree.Relations[c] is not (Relation.Aux or Relation.AuxPass or Relation.Cop)) continue;
            string lemma = tree.Lemma(c).ToLowerInvariant();
            if (lemma is "will" or "shall" or "'ll" or "’ll" or "would" or "wo") return !negated ? MeetingState.Planned : IsDropped(verb) ? MeetingState.Cancelled : MeetingState.Refused;
            if (lemma is "could" or "may" or "might" or "can" or "should" or "must") return negated ? MeetingState.Refused : MeetingState.Proposed;
        }

        return null;
    }

    /// <summary><c>will not meet after all</c>: it had been planned.</summary>
    private bool IsDropped(int verb)
    {
        for (int t = verb; t + 1 < tree.SentenceEnd(verb); t++)
        {
            if ((tree.Is(t, "after") && tree.Is(t + 1, "all")) || (tree.Is(t, "any") && tree.Is(t + 1, "longer")) || (tree.Is(t, "as") && tree.Is(t + 1, "planned"))) return true;
        }

        for (int c = tree.FirstChild(verb); c >= 0 && c < verb; c = tree.Next(c))
        {
            if (tree.Is(c, "longer")) return true;
        }

        return false;
    }

    /// <summary><c>are to meet</c>, <c>was to have met</c>; for other infinitives the verb above decides.</summary>
    private MeetingState? Infinitive(int verb, bool ahead)
    {
        int be = -1;
        bool perfect = false;
        for (int c = tree.FirstChild(verb); c >= 0 && c < verb; c = tree.Next(c))
        {
            string lemma = tree.Lemma(c);
            perfect |= lemma == "have" && tree.Tags[c] == PennTag.VB;
            if (lemma == "be" && tree.Tags[c] is PennTag.VBZ or PennTag.VBP or PennTag.VBD) be = c;
        }

        int head = tree.Heads[verb];
        if (be < 0 && head >= 0 && head < verb && tree.Lemma(head) == "be") be = head;
        if (be < 0) return head < 0 && IsHeadline(verb) ? MeetingState.Planned : null;
        if (tree.Tags[be] != PennTag.VBD) return MeetingState.Planned;
        return perfect ? MeetingState.Cancelled : ahead ? MeetingState.Planned : null;
    }

    /// <summary><c>Ministers to meet on Friday</c>: an infinitive that heads its sentence behind its subject.</summary>
    private bool IsHeadline(int verb) => tree.Child(verb, Relation.Nsubj) is >= 0 and int subject && subject < verb;

    /// <summary>Whether the verb is in the present: true for <c>is coming</c>, false for <c>meets</c>, null for neither.</summary>
    private bool? Present(int verb)
    {
        int be = Auxiliary(verb, "be");
        if (tree.Tags[verb] == PennTag.VBG) return be >= 0 && tree.Tags[be] is PennTag.VBZ or PennTag.VBP ? true : null;
        if (tree.Tags[verb] is PennTag.VBZ or PennTag.VBP) return Auxiliary(verb, "have") >= 0 ? null : false;
        if (tree.Tags[verb] == PennTag.VB && Auxiliary(verb, "do") is >= 0 and int support) return tree.Tags[support] == PennTag.VBD ? null : false;
        int copula = tree.Child(verb, Relation.Cop);
        return copula >= 0 && tree.Tags[copula] is PennTag.VBZ or PennTag.VBP ? false : null;
    }

    private bool IsPast(int verb)
    {
        if (tree.Tags[verb] is PennTag.VBD) return true;
        int copula = tree.Child(verb, Relation.Cop);
        if (copula >= 0) return tree.Tags[copula] == PennTag.VBD;
        if (tree.Tags[verb] == PennTag.VBN) return Auxiliary(verb, "have") >= 0 || (Auxiliary(verb, "be") is >= 0 and int be && tree.Tags[be] is PennTag.VBD or PennTag.VBN);
        return tree.Tags[verb] == PennTag.VBG && Auxiliary(verb, "be") is >= 0 and int was && tree.Tags[was] is PennTag.VBD or PennTag.VBN;
    }

    private int Auxiliary(int verb, string lemma)
    {
        for (int c = tree.FirstChild(verb); c >= 0 && c < verb; c = tree.Next(c))
        {
            if (tree.Relations[c] is Relation.Aux or Relation.AuxPass && tree.Lemma(c) == lemma) return c;
        }

        return -1;
    }
}
