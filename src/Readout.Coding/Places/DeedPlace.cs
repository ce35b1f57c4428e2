using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Places;

/// <summary>
/// The place that the kind of deed fixes: the destination of a visit, the venue that hosts, the target of an attack, what
/// was left, where forces or relief were sent.
/// </summary>
internal sealed class DeedPlace(PlaceLayer layer)
{
    private static readonly string[] ToPlaces = ["in", "at", "to", "into", "for", "on", "towards", "toward"];
    private static readonly string[] SentTo = ["to", "into", "on", "at", "onto", "in", "towards", "toward"];
    private static readonly string[] LeftFrom = ["from", "of", "out"];
    private static readonly string[] VisitTo = ["to", "of", "in", "at"];
    private static readonly string[] AttackOn = ["on", "of", "against", "in", "at"];

    private readonly PlaceWords _words = layer.Gazetteer.Words;
    private readonly PlacePhrase _phrases = new(layer);

    /// <summary>Whether a token is tagged as a verb.</summary>
    public static bool IsVerb(Token token) => token.Upos is Upos.VERB or Upos.AUX;

    /// <summary>The place fixed by a verb, or null.</summary>
    public EventPlace? OfVerb(Token verb)
    {
        EventPlace? place = null;
        if (Has(PlaceWordList.Visit, verb)) place = Object(verb);
        if (place is null && Has(PlaceWordList.Host, verb)) place = Host(verb);
        if (place is null && Has(PlaceWordList.Attack, verb)) place = Struck(verb);
        if (place is null && Has(PlaceWordList.Arrive, verb)) place = Oblique(verb, ToPlaces);
        if (place is null && Has(PlaceWordList.Send, verb) && SendsForces(verb)) place = Oblique(verb, SentTo);
        if (place is null && Has(PlaceWordList.Withdraw, verb)) place = Oblique(verb, LeftFrom);
        return place;
    }

    /// <summary>The place fixed by a noun for a deed, looked for below a head: the noun itself, or the verb that carries it.</summary>
    public EventPlace? OfNoun(Token noun, Token head)
    {
        foreach ((PlaceWordList list, string[] prepositions) in Nouns)
        {
            if (HasNoun(list, noun) && Oblique(head, prepositions) is { } place) return place;
        }

        return null;
    }

    /// <summary>Whether a preposition after a noun for a deed introduces the place that the deed fixes.</summary>
    public bool Fixes(Token noun, Token preposition)
    {
        foreach ((PlaceWordList list, string[] prepositions) in Nouns)
        {
            if (HasNoun(list, noun) && IsOneOf(preposition, prepositions)) return true;
        }

        return false;
    }

    /// <summary>The subject of <c>host</c> is the venue where it is a place.</summary>
    public EventPlace? Host(Token verb)
    {
        if (verb.Lemma != "host") return null;
        foreach (Token child in verb.Children())
        {
            if (child.Relation is Relation.Nsubj or Relation.OblAgent && _phrases.Named(child) is { } place) return place;
        }

        return null;
    }

    private static (PlaceWordList List, string[] Prepositions)[] Nouns { get; } =
    [
        (PlaceWordList.VisitNouns, VisitTo), (PlaceWordList.AttackNouns, AttackOn), (PlaceWordList.WithdrawNouns, LeftFrom), (PlaceWordList.SendNouns, SentTo),
    ];

    private bool Has(PlaceWordList list, Token token) => _words.HasLemma(list, token);

    private bool HasNoun(PlaceWordList list, Token noun) => _words.HasLemma(list, noun);

    private EventPlace? Object(Token verb)
    {
        foreach (Token child in verb.Children())
        {
            if (child.Relation is Relation.Obj or Relation.NsubjPass && _phrases.Resolve(child) is { } place) return place;
        }

        return null;
    }

    private EventPlace? Struck(Token verb)
    {
        foreach (Token child in verb.Children())
        {
            bool bare = child.Relation is Relation.Obl && child.Index > verb.Index && LocativePhrase.Preposition(child, layer) is null;
            if (!bare && child.Relation is not (Relation.Obj or Relation.NsubjPass)) continue;
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

    /// <summary>A place after one of some prepositions, under a head or under the head's object or complement.</summary>
    private EventPlace? Oblique(Token head, string[] prepositions)
    {
        EventPlace? best = Direct(head, prepositions);
        if (best is not null) return best;
        foreach (Token child in head.Children())
        {
            bool below = child.Relation is Relation.Obj or Relation.NsubjPass && IsVerb(head) || child.Relation is Relation.Nmod && !IsVerb(head);
            if (below && layer.MentionAt(child.Index) is null && Direct(child, prepositions, strict: true) is { } place) return place;
        }

        return null;
    }

    private EventPlace? Direct(Token head, string[] prepositions, bool strict = false)
    {
        EventPlace? best = null;
        foreach (Token child in head.Children())
        {
            if (child.Relation.Base() is not (Relation.Nmod or Relation.Obl)) continue;
            if (LocativePhrase.Preposition(child, layer) is not { } word || !IsOneOf(word, prepositions) || strict && word.Is("of")) continue;
            if (_phrases.Resolve(child) is { } place) best = PlacePhrase.Finer(best, place, layer);
        }

        return best;
    }

    private static bool IsOneOf(Token word, string[] words)
    {
        foreach (string other in words)
        {
            if (word.Is(other)) return true;
        }

        return false;
    }
}
