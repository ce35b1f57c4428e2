using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Places;

/// <summary>Resolves a noun phrase to the place that it names: <c>the presidential palace in Tashkent</c>, <c>the Saudi capital</c>.</summary>
internal sealed class PlacePhrase(PlaceLayer layer)
{
    private const int DepthLimit = 4;

    private readonly PlaceWords _words = layer.Gazetteer.Words;

    /// <summary>The place of the phrase that a token heads, or null.</summary>
    public EventPlace? Resolve(Token head) => Resolve(head, 0);

    /// <summary>The place where the head itself is one, or null.</summary>
    public EventPlace? Named(Token head) => layer.MentionAt(head.Index) is { InDateline: false, InOrganization: false } mention ? Of(mention) : null;

    /// <summary>Whether a mention can only be a state.</summary>
    public static bool IsState(PlaceMention mention) =>
        mention.Place is { } place ? place.Kind is PlaceKind.State : mention.Candidates.All(candidate => candidate.Kind is PlaceKind.State);

    /// <summary>The finer of two places: a city before a region before a state; the first where they are equal.</summary>
    public static EventPlace? Finer(EventPlace? first, EventPlace second, PlaceLayer layer) =>
        first is null || Rank(second, layer) > Rank(first, layer) ? second : first;

    private static int Rank(EventPlace place, PlaceLayer layer)
    {
        int token = layer.Document.TokenAtOrAfter(place.Span.Start);
        return layer.MentionAt(token)?.Place?.Kind switch
        {
            null => 2,
            PlaceKind.State => 0,
            PlaceKind.Territory or PlaceKind.Region or PlaceKind.Water => 1,
            _ => 3,
        };
    }

    private EventPlace? Resolve(Token head, int depth)
    {
        if (depth == DepthLimit) return null;
        if (layer.MentionAt(head.Index) is { InOrganization: false } mention) return mention.InDateline ? null : Of(mention);
        if (Capital(head) is { } capital) return capital;
        return BelowHead(head, depth) ?? Site(head) ?? Unlisted(head, depth);
    }

    /// <summary>A place in apposition or after <c>of</c>, <c>in</c>, <c>near</c> below the head.</summary>
    private EventPlace? BelowHead(Token head, int depth)
    {
        EventPlace? best = null;
        foreach (Token child in head.Children())
        {
            bool below = child.Relation is Relation.Appos or Relation.Flat or Relation.NmodDesc && child.Index > head.Index
                || child.Relation is Relation.Nmod && SaysWhere(head, child)
                || child.Relation is Relation.Compound && child.Index > head.Index;
            if (!below || IsUnknownName(head) && child.Relation is Relation.Nmod or Relation.Appos) continue;
            if (Resolve(child, depth + 1) is { } place) best = Finer(best, place, layer);
        }

        return best;
    }

    private bool SaysWhere(Token head, Token child)
    {
        if (LocativePhrase.Preposition(child, layer) is not { } preposition) return false;
        if (preposition.Is("of"))
        {
            return _words.Has(PlaceWordList.PlaceNouns, head.Form) || _words.Has(PlaceWordList.SiteNouns, head.Form)
                || head.Lemma is "sideline" or "margin" or "sidelines" or "margins";
        }

        if (preposition.Is("with") || preposition.Is("between")) return head.Lemma is "border" or "frontier";
        return _words.Has(PlaceWordList.Locative, preposition.Form);
    }

    /// <summary><c>Somalia's coast</c>, <c>the Kabul airport</c>, <c>Syrian airspace</c>: the modifier of a site is the place.</summary>
    private EventPlace? Site(Token head)
    {
        if (!_words.Has(PlaceWordList.SiteNouns, head.Form) && !_words.Has(PlaceWordList.PlaceNouns, head.Form)) return null;
        foreach (Token child in head.Children())
        {
            if (child.Index > head.Index) break;
            if (child.Relation is Relation.Compound or Relation.NmodPoss or Relation.NmodDesc && Named(child) is { } place) return place;
            if (child.Relation is Relation.Amod or Relation.NmodPoss or Relation.Compound && StateOf(child) is { } state) return Of(state, child.Span, null);
        }

        return null;
    }

    /// <summary><c>the Saudi capital</c>, <c>Libya's capital</c>.</summary>
    private EventPlace? Capital(Token head)
    {
        if (!head.Is("capital")) return null;
        foreach (Token child in head.Children())
        {
            if (child.Relation is Relation.Appos or Relation.NmodDesc or Relation.Flat && Named(child) is { } named) return named;
        }

        foreach (Token child in head.Children())
        {
            Place? state = child.Index < head.Index
                ? StateOf(child) ?? (child.Relation is Relation.NmodPoss ? layer.MentionAt(child.Index)?.Place : null)
                : child.Relation is Relation.Nmod ? layer.MentionAt(child.Index)?.Place : null;
            if (state?.Kind is not PlaceKind.State || layer.Gazetteer.CapitalOf(state.Country!) is not { } capital) continue;
            return Of(capital, TextSpan.Cover(child.Span, head.Span), null);
        }

        return null;
    }

    private Place? StateOf(Token token)
    {
        foreach (PeopleMention people in layer.Peoples)
        {
            if (people.First > token.Index) break;
            if (people.End > token.Index && people.Places.Length == 1) return people.Places[0];
        }

        return null;
    }

    /// <summary>A name of a place that the gazetteer lacks, with the state that the phrase or its sentence gives it.</summary>
    private EventPlace? Unlisted(Token head, int depth)
    {
        if (!IsUnknownName(head)) return null;
        string? country = null;
        foreach (Token child in head.Children())
        {
            if (child.Index < head.Index || child.Relation is not (Relation.Nmod or Relation.Appos or Relation.NmodUnmarked)) continue;
            country ??= Resolve(child, depth + 1)?.Country;
        }

        TextSpan span = NameSpan(head);
        return new EventPlace(span.In(layer.Document.Text), country, null, null, span, "not in the gazetteer");
    }

    private bool IsUnknownName(Token head) => NameSpan(head) is { IsEmpty: false };

    private TextSpan NameSpan(Token head)
    {
        foreach (Name name in layer.Document.Names)
        {
            if (name.First > head.Index) break;
            if (name.End > head.Index && name.Kind is NameKind.Location && layer.MentionAt(head.Index) is null) return name.Span;
        }

        return default;
    }

    private EventPlace Of(PlaceMention mention)
    {
        if (mention.Place is { } place) return Of(place, mention.Span, null);
        string? country = mention.Candidates[0].Country;
        bool shared = mention.Candidates.All(candidate => candidate.Country == country);
        return new EventPlace(mention.Span.In(layer.Document.Text), shared ? country : null, null, null, mention.Span, mention.Unresolved);
    }

    private static EventPlace Of(Place place, TextSpan span, string? unresolved) =>
        new(place.Name, place.Country, place.Latitude, place.Longitude, span, unresolved);
}
