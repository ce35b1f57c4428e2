using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Places;

/// <summary>
/// Reads the place of a deed off the dependency tree: what the kind of deed fixes first, then locative phrases under the
/// word that names it, then those of the light verb that carries it. Stateless over its layer.
/// </summary>
internal sealed class EventPlaceFinder(PlaceLayer layer)
{
    // Light verbs and coordinated nouns that stand between a noun for a deed and the verb that bears its place.
    private const int ClimbLimit = 3;

    private readonly PlaceWords _words = layer.Gazetteer.Words;
    private readonly PlacePhrase _phrases = new(layer);
    private readonly LocativePhrase _locative = new(layer);
    private readonly DeedPlace _deeds = new(layer);

    /// <summary>The place of the deed named by a token, or null.</summary>
    public EventPlace? Find(Token trigger)
    {
        bool verb = DeedPlace.IsVerb(trigger);
        if (verb && Has(PlaceWordList.Speech, trigger) && !Has(PlaceWordList.Host, trigger)) return Fronted(trigger);
        EventPlace? place = verb ? _deeds.OfVerb(trigger) : _deeds.OfNoun(trigger, trigger);
        place ??= Under(trigger) ?? OfObject(trigger);
        if (place is not null) return place;
        return verb ? Around(trigger) ?? Agent(trigger) ?? Result(trigger) : Next(trigger) ?? Modifier(trigger) ?? Around(trigger);
    }

    private bool Has(PlaceWordList list, Token token) => _words.HasLemma(list, token);

    /// <summary>A speech act has the place that opens its clause: <c>In Geneva, the envoy demanded …</c>.</summary>
    private EventPlace? Fronted(Token verb)
    {
        foreach (Token child in verb.Children())
        {
            if (child.Index > verb.Index) break;
            if (child.Relation is Relation.Obl && _locative.Heads(child, verb) && _phrases.Resolve(child) is { } place) return place;
        }

        return null;
    }

    /// <summary>Locative phrases that depend on the word itself; the finest of them.</summary>
    private EventPlace? Under(Token head)
    {
        EventPlace? best = null;
        foreach (Token child in head.Children())
        {
            if (!MayLocate(child) || !_locative.Heads(child, head)) continue;
            if (_phrases.Resolve(child) is { } place) best = PlacePhrase.Finer(best, place, layer);
        }

        return best ?? Clause(head);
    }

    private static bool MayLocate(Token child) =>
        child.Relation is Relation.Obl or Relation.Nmod or Relation.OblUnmarked or Relation.NmodUnmarked or Relation.Dep
        || child.Relation is Relation.Obj && child.Child(Relation.Case) is not null;

    /// <summary>
    /// A locative phrase that the tree hangs on the verb's object, as in <c>arrested two men in Istanbul</c>; objects of
    /// verbs of stance keep their place to themselves.
    /// </summary>
    private EventPlace? OfObject(Token verb)
    {
        if (!DeedPlace.IsVerb(verb) || Has(PlaceWordList.Stance, verb)) return null;
        foreach (Token child in verb.Children())
        {
            if (child.Relation is Relation.Obj or Relation.NsubjPass && layer.MentionAt(child.Index) is null && Under(child) is { } place) return place;
        }

        return null;
    }

    /// <summary>A court, a police force acts where it sits: <c>the court in Arusha sentenced …</c>.</summary>
    private EventPlace? Agent(Token verb)
    {
        foreach (Token child in verb.Children())
        {
            if (child.Relation is Relation.Nsubj && Has(PlaceWordList.VenueAgents, child) && Under(child) is { } place) return place;
        }

        return null;
    }

    /// <summary>A participle without a conjunction tells what the deed of its head brought about: <c>stormed a hotel in X, killing five</c>.</summary>
    private EventPlace? Result(Token verb)
    {
        bool result = verb.Relation is Relation.Advcl && verb.Tag is PennTag.VBG && verb.Head.Index < verb.Index && verb.Child(Relation.Mark) is null;
        return result && !Has(PlaceWordList.Speech, verb.Head) ? Find(verb.Head) : null;
    }

    /// <summary>A relative or participial clause with a light verb: <c>the summit held in Doha</c>.</summary>
    private EventPlace? Clause(Token noun)
    {
        if (DeedPlace.IsVerb(noun)) return null;
        foreach (Token child in noun.Children())
        {
            if (child.Relation is not (Relation.Acl or Relation.AclRelcl)) continue;
            if (Has(PlaceWordList.Host, child) && _deeds.Host(child) is { } host) return host;
            if (Has(PlaceWordList.Light, child) && Under(child) is { } place) return place;
        }

        return null;
    }

    /// <summary>The place in the phrase right after a noun, wherever the tree hangs it: <c>a bombing in Kabul killed …</c>.</summary>
    private EventPlace? Next(Token noun)
    {
        int at = noun.Index + 1;
        int end = noun.Sentence.End;
        if (at + 1 >= end || layer.Document.Token(at).Upos is not Upos.ADP) return null;
        Token preposition = layer.Document.Token(at);
        for (int i = at + 1; i < Math.Min(end, at + 5); i++)
        {
            if (layer.MentionAt(i) is { } mention)
            {
                Token head = layer.Document.Token(mention.End - 1);
                bool says = _locative.Says(preposition, head, noun) || _deeds.Fixes(noun, preposition);
                return says ? _phrases.Named(head) : null;
            }

            if (layer.Document.Token(i).Upos is not (Upos.DET or Upos.ADJ)) return null;
        }

        return null;
    }

    /// <summary><c>the Geneva talks</c>, <c>the Kabul bombing</c>; a state before talks is their topic, and two capitals are who talks.</summary>
    private EventPlace? Modifier(Token noun)
    {
        bool gathering = _words.Has(PlaceWordList.GatheringNouns, noun.Form);
        if (!gathering && !_words.Has(PlaceWordList.AttackNouns, noun.Form)) return null;
        foreach (Token child in noun.Children())
        {
            if (child.Relation is not (Relation.Compound or Relation.NmodPoss or Relation.NmodDesc) || child.Index > noun.Index) continue;
            if (child.Relation is Relation.NmodPoss && !gathering) continue;
            if (layer.MentionAt(child.Index) is not { } mention || PlacePhrase.IsState(mention) || gathering && IsPair(child)) continue;
            return _phrases.Named(child);
        }

        return null;
    }

    /// <summary>Whether a dash joins the name to another: <c>the Bern-Oslo talks</c>.</summary>
    private bool IsPair(Token name) => IsDash(name.Index + 1, name.Index + 2) || IsDash(name.Index - 1, name.Index - 2);

    private bool IsDash(int dash, int other) => dash > 0 && other >= 0 && other < layer.Document.TokenCount
        && layer.Document.Token(dash).Form is "-" or "\u2013" && layer.Document.Token(other).Upos is Upos.PROPN;

    /// <summary>The place of the verb that carries the deed, as <c>held talks in Riyadh</c>, or of the arrival that it served.</summary>
    private EventPlace? Around(Token trigger)
    {
        Token current = trigger;
        for (int step = 0; step < ClimbLimit && !current.IsRoot; step++)
        {
            Token head = current.Head;
            if (Carries(current, head))
            {
                EventPlace? place = Has(PlaceWordList.Host, head) ? _deeds.Host(head) : null;
                if (!DeedPlace.IsVerb(trigger)) place ??= _deeds.OfNoun(trigger, head);
                place ??= Has(PlaceWordList.Arrive, head) || Has(PlaceWordList.Visit, head) ? _deeds.OfVerb(head) : null;
                place ??= Under(head) ?? Stands(current, head);
                if (place is not null) return place;
            }
            else if (!IsNeutral(current, head))
            {
                return null;
            }

            current = head;
        }

        return null;
    }

    /// <summary>Whether the head only carries the deed: a light verb, a host, an arrival that served it.</summary>
    private bool Carries(Token current, Token head)
    {
        bool bears = Has(PlaceWordList.Light, head) || Has(PlaceWordList.Host, head);
        bool arrival = Has(PlaceWordList.Arrive, head) || Has(PlaceWordList.Visit, head);
        return current.Relation switch
        {
            Relation.Obj or Relation.NsubjPass or Relation.Nsubj => DeedPlace.IsVerb(head) && bears || IsPlacePredicate(head),
            Relation.Obl => DeedPlace.IsVerb(head) && (bears || arrival) && current.Child(Relation.Case) is { } word && IsPurpose(word),
            Relation.Xcomp or Relation.Advcl => arrival || bears && current.Relation is Relation.Xcomp,
            _ => false,
        };
    }

    private static bool IsPurpose(Token preposition) =>
        preposition.Is("for") || preposition.Is("in") || preposition.Is("at") || preposition.Is("during") || preposition.Is("to");

    /// <summary>Relations that lead on without adding anything: coordination of nouns, a noun under another noun for the deed.</summary>
    private bool IsNeutral(Token current, Token head)
    {
        if (DeedPlace.IsVerb(current) || DeedPlace.IsVerb(head)) return false;
        if (current.Relation is Relation.Conj or Relation.Appos or Relation.Compound) return true;
        return current.Relation is Relation.Nmod
            && (_words.Has(PlaceWordList.GatheringNouns, head.Form) || head.Lemma is "round" or "series" or "wave" or "day" or "spate");
    }

    private bool IsPlacePredicate(Token head) => layer.MentionAt(head.Index) is not null && head.Child(Relation.Cop) is not null;

    /// <summary><c>The talks are in Doha</c>.</summary>
    private EventPlace? Stands(Token subject, Token predicate) =>
        subject.Relation is Relation.Nsubj && IsPlacePredicate(predicate) && _locative.Heads(predicate, subject) ? _phrases.Resolve(predicate) : null;
}
