using Readout.Text;

namespace Readout.Coding.Actors;

/// <summary>Decides whether a capital's name is the city or the government, by the words around it.</summary>
internal sealed class PlaceOrGovernment(ActorDirectory directory, WordRuns runs)
{
    /// <summary>
    /// <c>between Washington and Moscow</c>, <c>Beijing warned</c> and <c>urged Tehran to</c> are governments; <c>in Paris</c>,
    /// <c>Kabul residents</c>, <c>visited Moscow</c> are places.
    /// </summary>
    public bool IsGovernment(Phrase phrase)
    {
        if (runs.Document is null) return true;
        Document document = runs.Document;
        Token token = document.Token(runs.TokenOf(phrase.End - 1));
        string before = phrase.First > 0 && !ElementScanner.Breaks(runs.GapBefore(phrase.First)) ? Folding.Fold(runs.Word(phrase.First - 1)) : "";
        string after = phrase.End < runs.Count ? Folding.Fold(runs.Word(phrase.End)) : "";
        if (before == "between" || InBetween(token) || IsRelated(phrase)) return true;
        if (directory.Cue("place-prepositions", before)) return false;
        if (phrase.Possessive) return !directory.Cue("place-nouns", NounAfterPossessive(phrase));
        if (directory.Cue("place-nouns", after)) return false;
        return document.IsParsed ? ByTree(Climb(token)) : directory.Cue("government-verbs", after);
    }

    private string NounAfterPossessive(Phrase phrase)
    {
        int run = phrase.End;
        if (runs.Is(run, "s")) run++;
        return run < runs.Count ? Folding.Fold(runs.Word(run)) : "";
    }

    /// <summary>One of two names joined by a hyphen before a noun of relations: <c>Paris-London talks</c>.</summary>
    private bool IsRelated(Phrase phrase)
    {
        bool first = phrase.End < runs.Count && runs.GapBefore(phrase.End).SequenceEqual("-") && runs.IsCapital(phrase.End);
        bool second = phrase.First > 0 && runs.GapBefore(phrase.First).SequenceEqual("-") && runs.IsCapital(phrase.First - 1);
        int noun = first ? phrase.End + 1 : phrase.End;
        return (first || second) && noun < runs.Count && directory.Cue("relation-nouns", Folding.Fold(runs.Word(noun)));
    }

    private static bool InBetween(Token token)
    {
        Token first = token.Relation == Relation.Conj ? token.Head : token;
        return first.Child(Relation.Case) is Token marker && marker.Is("between");
    }

    private static Token Climb(Token token) => token.Relation is Relation.Conj or Relation.Flat ? token.Head : token;

    private bool ByTree(Token token)
    {
        Token head = token.Head;
        string verb = head.Lemma.ToLowerInvariant();
        switch (token.Relation)
        {
            case Relation.Nsubj:
                return head.Upos == Upos.VERB || head.Child(Relation.Cop) is not null && head.Upos == Upos.ADJ;
            case Relation.NsubjPass:
                return !IsPlaceVerb(head);
            case Relation.Obj or Relation.Iobj:
                return !IsPlaceVerb(head);
            case Relation.Obl or Relation.Nmod or Relation.OblAgent:
                return Marked(token, head);
            case Relation.Compound or Relation.NmodDesc or Relation.Amod or Relation.NmodPoss:
                return head.Upos == Upos.NOUN && !directory.Cue("place-nouns", verb);
            default:
                return false;
        }
    }

    /// <summary>By the lemma or by the form without its ending.</summary>
    private bool IsPlaceVerb(Token verb)
    {
        string form = Folding.Fold(verb.Form);
        if (directory.Cue("place-verbs", verb.Lemma.ToLowerInvariant())) return true;
        int ending = form.EndsWith("ed", StringComparison.Ordinal) ? 2 : form.EndsWith("ing", StringComparison.Ordinal) ? 3 : 0;
        return ending > 0 && (directory.Cue("place-verbs", form[..^ending]) || directory.Cue("place-verbs", form[..^ending] + "e"));
    }

    private bool Marked(Token token, Token head)
    {
        if (token.Child(Relation.Case) is not Token marker) return false;
        if (marker.Is("with") || marker.Is("by") || marker.Is("against") || marker.Is("between")) return true;
        if (marker.Is("on")) return head.Upos == Upos.NOUN || head.Lemma is "call" or "impose" or "press" or "depend" or "rely";
        if (head.Lemma is "send" && (head.Child(Relation.Obj) is not Token sent || !directory.Cue("message-nouns", sent.Lemma.ToLowerInvariant()))) return false;
        bool deed = head.Upos == Upos.NOUN || head.Lemma is "say" or "come" or "send" or "hand" or "deliver" or "give" or "sell" or "appeal" or "complain" or "apologize" or "apologise";
        return (marker.Is("to") || marker.Is("from") || marker.Is("of") || marker.Is("toward") || marker.Is("for")) && deed && !IsTravel(head);
    }

    private static bool IsTravel(Token head) =>
        head.Lemma is "visit" or "trip" or "flight" or "travel" or "journey" or "arrival" or "road" or "way" or "return" or "tour" or "city" or "capital" or "suburb" or "suburbs" or "outskirts" or "centre" or "center" or "come" or "part" or "train";
}
