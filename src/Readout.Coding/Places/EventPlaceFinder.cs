using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Places;

/// <summary>Reads the place of a deed off the dependency tree. Stateless over its layer.</summary>
internal sealed class EventPlaceFinder(PlaceLayer layer)
{
    // Light verbs and coordinated nouns that stand between a noun for a deed and the verb that bears its place.
    private const int ClimbLimit = 3;

    private readonly PlaceWords _words = layer.Gazetteer.Words;
    private readonly PlacePhrase _phrases = new(layer);

    /// <summary>The place of the deed named by a token, or null.</summary>
    public EventPlace? Find(Token trigger)
    {
        if (IsVerb(trigger) && Has(PlaceWordList.Speech, trigger) && !Has(PlaceWordList.Host, trigger)) return Fronted(trigger);
        return ByNature(trigger) ?? Under(trigger) ?? Modifier(trigger) ?? Around(trigger);
    }

    private bool Has(PlaceWordList list, Token token) => _words.Has(list, token.Lemma.AsSpan());

    private bool HasForm(PlaceWordList list, Token token) => _words.Has(list, token.Form);

    private static bool IsVerb(Token token) => token.Upos is Upos.VERB or Upos.AUX;

    /// <summary>A speech act has the place that opens its clause: <c>In Geneva, the envoy demanded …</c>.</summary>
    private EventPlace? Fronted(Token verb)
    {
        foreach (Token child in verb.Children())
        {
            if (child.Index > verb.Index) break;
            if (child.Relation is Relation.Obl && IsLocative(child) && _phrases.Resolve(child) is { } place) return place;
        }

        return null;
    }

    /// <summary>The place that the kind of deed fixes: destination, venue, target, what was left, where it was sent.</summary>
    private EventPlace? ByNature(Token trigger) => IsVerb(trigger) ? OfVerb(trigger) : OfNoun(trigger);

    private EventPlace? OfVerb(Token verb)
    {
        EventPlace? place = null;
        if (Has(PlaceWordList.Visit, verb)) place = Object(verb);
        if (place is null && Has(PlaceWordList.Host, verb)) place = Host(verb);
        if (place is null && Has(PlaceWordList.Attack, verb)) place = Struck(verb);
        if (place is null && Has(PlaceWordList.Arrive, verb)) place = Oblique(verb, Relation.Obl, ["in", "at", "to", "into", "for", "on", "towards", "toward"]);
        if (place is null && Has(PlaceWordList.Send, verb) && SendsForces(verb)) place = Oblique(verb, Relation.Obl, ["to", "into", "on", "at", "onto"]);
        if (place is null && Has(PlaceWordList.Withdraw, verb)) place = Oblique(verb, Relation.Obl, ["from", "of", "out"]);
        return place;
    }

    private EventPlace? OfNoun(Token noun)
    {
        EventPlace? place = null;
        if (HasForm(PlaceWordList.VisitNouns, noun) || Has(PlaceWordList.VisitNouns, noun)) place = Oblique(noun, Relation.Nmod, ["to", "of", "in", "at"]);
        if (place is null && Has(PlaceWordList.AttackNouns, noun)) place = Oblique(noun, Relation.Nmod, ["on", "of", "against", "in", "at", "for", "from"], allowFrom: HasForm(PlaceWordList.WithdrawNouns, noun));
        if (place is null && Has(PlaceWordList.WithdrawNouns, noun)) place = Oblique(noun, Relation.Nmod, ["from", "of"]);
        if (place is null && Has(PlaceWordList.SendNouns, noun)) place = Oblique(noun, Relation.Nmod, ["to", "into", "on", "in"]);
        return place;
    }

    private EventPlace? Object(Token verb)
    {
        foreach (Token child in verb.Children())
        {
            if (child.Relation is Relation.Obj or Relation.NsubjPass && _phrases.Resolve(child) is { } place) return place;
        }

        return null;
    }

    /// <summary>The subject of <c>host</c> is the venue where it is a place; a guest is received there.</summary>
    private EventPlace? Host(Token verb)
    {
        foreach (Token child in verb.Children())
        {
            if (child.Relation is Relation.Nsubj or Relation.OblAgent && verb.Lemma == "host" && _phrases.Named(child) is { } place) return place;
        }

        return null;
    }

    private EventPlace? Struck(Token verb)
    {
        bool passive = verb.Child(Relation.AuxPass) is not null;
        foreach (Token child in verb.Children())
        {
            if (child.Relation is not (Relation.Obj or Relation.NsubjPass) && !(child.Relation is Relation.Nsubj && passive)) continue;
            if (layer.MentionAt(child.Index) is { } mention && PlacePhrase.IsState(mention) && !Has(PlaceWordList.AttackState, verb)) return null;
            if (_phrases.Resolve(child) is { } place) return place;
        }

        return null;
    }

    private bool SendsForces(Token verb)
    {
        if (verb.Lemma is "deploy" or "redeploy" or "airlift" or "airdrop" or "advance" or "march") return true;
        foreach (Token child in verb.Children())
        {
            if (child.Relation is Relation.Obj or Relation.NsubjPass or Relation.Nsubj && Has(PlaceWordList.Sent, child)) return true;
        }

        return false;
    }

    private EventPlace? Oblique(Token head, Relation relation, string[] prepositions, bool allowFrom = true)
    {
        EventPlace? best = null;
        foreach (Token child in head.Children())
        {
            if (child.Relation.Base() != relation && child.Relation.Base() != Relation.Obl) continue;
            if (Preposition(child) is not { } word || !prepositions.Contains(word.Text.ToLowerInvariant(), StringComparer.Ordinal)) continue;
            if (!allowFrom && word.Is("from")) continue;
            if (_phrases.Resolve(child) is { } place) best = PlacePhrase.Finer(best, place, layer);
        }

        return best;
    }

    /// <summary>Locative phrases that depend on the word itself; the finest of them.</summary>
    private EventPlace? Under(Token head)
    {
        EventPlace? best = null;
        foreach (Token child in head.Children())
        {
            if (child.Relation is not (Relation.Obl or Relation.Nmod) || !IsLocative(child)) continue;
            if (_phrases.Resolve(child) is { } place) best = PlacePhrase.Finer(best, place, layer);
        }

        return best ?? Clause(head);
    }

    /// <summary>A relative or participial clause with a light verb: <c>the summit held in Doha</c>.</summary>
    private EventPlace? Clause(Token noun)
    {
        if (IsVerb(noun)) return null;
        foreach (Token child in noun.Children())
        {
            if (child.Relation is not (Relation.Acl or Relation.AclRelcl)) continue;
            if (Has(PlaceWordList.Host, child) && Host(child) is { } host) return host;
            if (Has(PlaceWordList.Light, child) && Under(child) is { } place) return place;
        }

        return null;
    }

    /// <summary><c>the Geneva talks</c>, <c>the Kabul bombing</c>; a state before talks is their topic.</summary>
    private EventPlace? Modifier(Token noun)
    {
        if (IsVerb(noun)) return null;
        bool gathering = HasForm(PlaceWordList.GatheringNouns, noun);
        if (!gathering && !HasForm(PlaceWordList.AttackNouns, noun)) return null;
        foreach (Token child in noun.Children())
        {
            if (child.Relation is not (Relation.Compound or Relation.NmodPoss or Relation.NmodDesc) || child.Index > noun.Index) continue;
            if (child.Relation is Relation.NmodPoss && !gathering) continue;
            if (layer.MentionAt(child.Index) is not { } mention || PlacePhrase.IsState(mention)) continue;
            return _phrases.Resolve(child);
        }

        return null;
    }

    /// <summary>The place of the verb that carries the deed, as <c>held talks in Riyadh</c>, or of the arrival that it served.</summary>
    private EventPlace? Around(Token trigger)
    {
        Token current = trigger;
        for (int step = 0; step < ClimbLimit && !current.IsRoot; step++)
        {
            Token head = current.Head;
            if (Carries(current, head))
            {
                EventPlace? place = Has(PlaceWordList.Host, head) ? Host(head) : null;
                place ??= Has(PlaceWordList.Arrive, head) || Has(PlaceWordList.Visit, head) ? OfVerb(head) : null;
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
            Relation.Obj or Relation.NsubjPass or Relation.Nsubj => IsVerb(head) && bears || IsPlacePredicate(head),
            Relation.Obl => IsVerb(head) && (bears || arrival) && Preposition(current) is { } word && (word.Is("for") || word.Is("in") || word.Is("at") || word.Is("during") || word.Is("to")),
            Relation.Xcomp or Relation.Advcl => arrival || bears && current.Relation is Relation.Xcomp,
            _ => false,
        };
    }

    /// <summary>Relations that lead on without adding anything: coordination of nouns, a noun under another noun for the deed.</summary>
    private bool IsNeutral(Token current, Token head)
    {
        if (IsVerb(current) || IsVerb(head)) return false;
        if (current.Relation is Relation.Conj or Relation.Appos or Relation.Compound) return true;
        return current.Relation is Relation.Nmod && (HasForm(PlaceWordList.GatheringNouns, head) || head.Lemma is "round" or "series" or "wave" or "day" or "spate");
    }

    private bool IsPlacePredicate(Token head) => layer.MentionAt(head.Index) is not null && head.Child(Relation.Cop) is not null;

    /// <summary><c>The talks are in Doha</c>.</summary>
    private EventPlace? Stands(Token subject, Token predicate) =>
        subject.Relation is Relation.Nsubj && IsPlacePredicate(predicate) && IsLocative(predicate) ? _phrases.Resolve(predicate) : null;

    private bool IsLocative(Token head)
    {
        if (Preposition(head) is not { } word) return false;
        if (HasForm(PlaceWordList.Locative, word)) return true;
        return HasForm(PlaceWordList.During, word) && HasForm(PlaceWordList.GatheringNouns, head);
    }

    /// <summary>The first preposition of a phrase, or null.</summary>
    private static Token? Preposition(Token head) => head.Child(Relation.Case);
}
