using Readout.Evaluation.Relations;
using Readout.Evaluation.Scoring;

namespace Readout.Evaluation.Events;

/// <summary>
/// Type, actor's country and recipient's country of an event. A reciprocal one, with several actors and no recipient,
/// gives a triple for each pair of its parties, which matches in either direction.
/// </summary>
internal readonly record struct CountryTriple(string Type, string? Actor, string? Recipient, bool IsReciprocal)
{
    /// <summary>The triples of an event; a lacking party gives null.</summary>
    public static IEnumerable<CountryTriple> Of(SentenceEvent coded)
    {
        string type = PloverRoot.Normalise(coded.Type);
        List<string?> actors = Countries(coded.Actors);
        List<string?> recipients = Countries(coded.Recipients);
        if (coded.Recipients.IsEmpty && coded.Actors.Length > 1) return Pairs(type, actors);
        return from actor in actors from recipient in recipients select new CountryTriple(type, actor, recipient, false);
    }

    /// <summary>Counts of the distinct triples of a sentence, matched one to one, equal directions first.</summary>
    public static MatchCounts Match(IEnumerable<CountryTriple> found, IEnumerable<CountryTriple> gold)
    {
        List<CountryTriple> left = [.. found.Distinct()];
        List<CountryTriple> right = [.. gold.Distinct()];
        List<(int Rank, int Found, int Gold)> candidates = [];
        for (int f = 0; f < left.Count; f++)
        {
            for (int g = 0; g < right.Count; g++)
            {
                int rank = left[f].Agreement(right[g]);
                if (rank > 0) candidates.Add((rank, f, g));
            }
        }

        return new MatchCounts(SpanPairs.OneToOne(candidates).Count, left.Count, right.Count);
    }

    /// <summary>2 where equal, 1 where equal but for the direction of a reciprocal one, else 0.</summary>
    private int Agreement(CountryTriple other)
    {
        if (Type != other.Type) return 0;
        if (Actor == other.Actor && Recipient == other.Recipient) return 2;
        return (IsReciprocal || other.IsReciprocal) && Actor == other.Recipient && Recipient == other.Actor ? 1 : 0;
    }

    private static List<string?> Countries(IReadOnlyCollection<EventParty> parties) =>
        parties.Count == 0 ? [null] : [.. parties.Select(party => Normalise(party.Country))];

    private static List<CountryTriple> Pairs(string type, List<string?> parties)
    {
        List<string?> ordered = [.. parties.Order(StringComparer.Ordinal)];
        List<CountryTriple> pairs = [];
        for (int i = 0; i < ordered.Count; i++)
        {
            for (int j = i + 1; j < ordered.Count; j++) pairs.Add(new CountryTriple(type, ordered[i], ordered[j], true));
        }

        return pairs;
    }

    /// <summary>The three codes of the gold that are not ISO are put right, and every body of states counts as IGO.</summary>
    private static string? Normalise(string? country) => country?.ToUpperInvariant() switch
    {
        null => null,
        "JAP" => "JPN",
        "ITL" => "ITA",
        "VTN" => "VNM",
        "UNO" or "EUR" or "EUU" or "NAT" or "AFU" or "ARL" or "IMF" or "WBK" or "OPC" => "IGO",
        string other => other,
    };
}
