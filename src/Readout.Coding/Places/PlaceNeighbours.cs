using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Places;

/// <summary>
/// Narrows the candidates of a name by the words beside it: a qualifier after a comma, <c>in</c> or <c>of</c>; an
/// adjective or possessor before it; words that go with a state, a region or a city.
/// </summary>
internal sealed class PlaceNeighbours(Document document, PlaceWords words, List<PlaceMention> mentions, List<PeopleMention> peoples)
{
    private const int WordsBetween = 4;

    /// <summary>The candidates that the neighbours allow; all of them where the neighbours are silent.</summary>
    public ImmutableArray<Place> Narrow(PlaceMention mention, int index)
    {
        ImmutableArray<Place> candidates = mention.Candidates;
        candidates = Keep(candidates, candidate => After(mention, index, candidate));
        candidates = Keep(candidates, candidate => Before(mention, index, candidate));
        if (candidates.Length > 1) candidates = Keep(candidates, candidate => GoesWith(mention, candidate));
        return candidates;
    }

    private static ImmutableArray<Place> Keep(ImmutableArray<Place> candidates, Func<Place, bool> test)
    {
        ImmutableArray<Place> kept = [.. candidates.Where(test)];
        return kept.Length > 0 ? kept : candidates;
    }

    /// <summary><c>Paris, Texas</c>; <c>Tripoli in northern Lebanon</c>; <c>Punjab province of Pakistan</c>.</summary>
    private bool After(PlaceMention mention, int index, Place candidate)
    {
        int at = mention.End;
        int sentenceEnd = document.Sentence(document.SentenceOf(mention.First)).End;
        if (at < sentenceEnd && words.Has(PlaceWordList.PlaceNouns, document.Token(at).Form)) at++;
        if (at >= sentenceEnd) return false;
        bool comma = document.Token(at).Form is "," or "(";
        if (!comma && document.Token(at).Form is not ("in" or "of")) return false;
        at++;
        int limit = Math.Min(sentenceEnd, at + WordsBetween);
        if (index + 1 < mentions.Count && mentions[index + 1].First < limit && Between(at, mentions[index + 1].First))
        {
            return mentions[index + 1].Candidates.Any(other => other.Holds(candidate));
        }

        return PeopleIn(at, limit).Any(people => people.Places.Any(place => place.Holds(candidate)) && Between(at, people.First));
    }

    /// <summary><c>Pakistan's Punjab</c>; <c>the Lebanese port city of Tripoli</c>; <c>Libya's capital, Tripoli</c>.</summary>
    private bool Before(PlaceMention mention, int index, Place candidate)
    {
        int sentenceFirst = document.Sentence(document.SentenceOf(mention.First)).First;
        int from = Math.Max(sentenceFirst, mention.First - WordsBetween - 3);
        foreach (PeopleMention people in PeopleIn(from, mention.First))
        {
            if (Leads(people.End, mention.First) && people.Places.Any(place => place.Holds(candidate))) return true;
        }

        for (int before = index - 1; before >= 0 && mentions[before].End > from; before--)
        {
            int possessive = mentions[before].End;
            if (possessive >= mention.First || !IsPossessive(possessive)) continue;
            if (Leads(possessive + 1, mention.First) && mentions[before].Candidates.Any(place => place.Holds(candidate))) return true;
        }

        return false;
    }

    private bool GoesWith(PlaceMention mention, Place candidate)
    {
        PlaceWordList list = candidate.Kind switch
        {
            PlaceKind.State or PlaceKind.Territory => PlaceWordList.StateSigns,
            PlaceKind.Region => PlaceWordList.RegionSigns,
            PlaceKind.Capital or PlaceKind.City => PlaceWordList.CitySigns,
            _ => PlaceWordList.PlaceNouns,
        };
        if (mention.End < document.TokenCount && HasSign(mention.End, list)) return true;
        int before = mention.First - 1;
        if (before < 0) return false;
        if (document.Token(before).Form is "of" or "'s" or "’s" && before > 0) return document.Token(before).Form is "of" && HasSign(before - 1, list);
        return HasSign(before, list) && !document.Token(before).Is("president");
    }

    private bool HasSign(int token, PlaceWordList list) => words.Has(list, document.Token(token).Form);

    private bool IsPossessive(int token) => document.Token(token).Form is "'s" or "’s" or "'" or "’";

    /// <summary>Whether nothing but small words without a preposition stands between.</summary>
    private bool Between(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            Token token = document.Token(i);
            if (!char.IsLetter(document.Text[token.Start]) || token.Form is "and" or "or" or "of" or "with" or "to" or "from") return false;
        }

        return true;
    }

    /// <summary>Whether the words between lead to the name: none, or words up to a noun for a place, with <c>of</c> or a comma.</summary>
    private bool Leads(int from, int to)
    {
        if (from >= to) return from == to;
        int last = to - 1;
        if (document.Token(last).Form is "of" or ",") last--;
        if (last < from || !words.Has(PlaceWordList.PlaceNouns, document.Token(last).Form)) return false;
        return Between(from, last);
    }

    private IEnumerable<PeopleMention> PeopleIn(int from, int to)
    {
        int low = 0;
        int high = peoples.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (peoples[middle].First < from) low = middle + 1;
            else high = middle;
        }

        for (; low < peoples.Count && peoples[low].First < to; low++) yield return peoples[low];
    }
}
